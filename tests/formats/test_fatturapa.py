# SPDX-License-Identifier: EUPL-1.2
"""Files of FatturaPA: every way of writing one, and the hostile ones, each refused in one sentence."""

import base64
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_names import shown_name
from app.errors import UserError
from app.formats import fatturapa_xml
from app.formats.fatturapa import read_invoice_file, read_sdi_note
from app.text import sentence
from tests.invoices import CUP, Body, Ref, Sent, make_cig, month
from tests.signing_cms import Encoding, person, sign_p7m, signed_data

_TEXTS = ("<Numero>?<", "<Denominazione>?<", "<Descrizione>?<", "<NomeAttachment>?<", "<CodiceCIG>?<")
CIG = make_cig(1234567)
PLAIN = Sent().xml()
DTD = b'<?xml version="1.0"?><!DOCTYPE x [%s]><x>&a;</x>'
LAUGHS = b'<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + step, b"&%c;" % (97 + step) * 10) for step in range(9)
)


def _with(old: str, new: str) -> bytes:
    found = PLAIN.replace(old.encode(), new.encode())
    assert found != PLAIN
    return found


HOSTILE = {
    "billion_laughs.xml": (DTD % LAUGHS, "invoice.has_entities"),
    "quadratic.xml": (DTD % (b'<!ENTITY a "' + b"x" * 100_000 + b'">'), "invoice.has_entities"),
    "external.xml": (DTD % b'<!ENTITY a SYSTEM "file:///etc/passwd">', "invoice.has_entities"),
    "dtd.xml": (b'<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><x/>', "invoice.has_entities"),
    "depth.xml": (b"<a>" * 100_000, "invoice.too_complex"),
    "many.xml": (b"<a>" + b"<b/>" * 100_001 + b"</a>", "invoice.too_complex"),
    "size.xml": (b"<a>" + b" " * fatturapa_xml.MAX_BYTES + b"</a>", "invoice.too_large"),
    "root.xml": (b"<html><body>Fattura</body></html>", "invoice.wrong_root"),
    "not_xml.xml": (b"%PDF-1.7 no invoice at all", "invoice.not_xml"),
    "cut.xml": (PLAIN[: len(PLAIN) // 2], "invoice.not_xml"),
    "base64.xml.p7m": (base64.b64encode(sign_p7m(PLAIN))[:-900] + b"!!!!", "signature.unreadable"),
    "no_content.xml.p7m": (sign_p7m(PLAIN, is_detached=True), "signature.detached"),
    "utf16_bomb.xml": ((DTD % LAUGHS).decode().encode("utf-16"), "invoice.has_entities"),
    "nan.xml": (_with("<ImponibileImporto>100.00<", "<ImponibileImporto>NaN<"), "invoice.amount_unreadable"),
    "infinite.xml": (_with("<PrezzoTotale>100.00<", "<PrezzoTotale>1e400<"), "invoice.amount_unreadable"),
    "negative.xml": (_with("Documento>122.00<", "Documento>-122.00<"), "invoice.negative_total"),
    "day.xml": (_with("<Data>2026-02-02<", "<Data>2026-02-31<"), "invoice.day_unreadable"),
    "jumbo.xml": (Sent((Body(purpose="x" * 10_001),)).xml(), "invoice.too_long"),
    "no_body.xml": (Sent(()).xml(), "invoice.incomplete"),
    "no_number.xml": (_with("<Numero>1</Numero>", "<Numero> </Numero>"), "invoice.incomplete"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(name: str) -> None:
    content, code = HOSTILE[name]
    with pytest.raises(UserError) as refused:
        read_invoice_file(name, content)
    assert refused.value.code == code
    told = sentence(refused.value)
    assert told.endswith(".")
    assert "{" not in told


@pytest.mark.parametrize("prefix", ["p", "ns2", "", "-"])
@pytest.mark.parametrize("version", ["1.2", "1.2.1", "1.2.2", "1.2.3"])
def test_every_version_and_way_to_write_the_namespace_is_read(version: str, prefix: str) -> None:
    file = read_invoice_file("IT01234567890_00001.xml", Sent(version=version, prefix=prefix).xml())
    assert file.version == version
    assert (file.supplier.vat, file.recipient_code, file.signature) == ("IT01234567890", "UF1A2B", "none")
    body = file.bodies[0]
    assert (body.number, body.on, body.total) == ("1", date(2026, 2, 2), Decimal("122.00"))
    assert (body.period_from, body.period_to) == month(1)


@pytest.mark.parametrize("encoding", ["der", "pem", "base64", "base64_lines", "ber"])
def test_an_envelope_is_opened_in_every_encoding(encoding: Encoding) -> None:
    file = read_invoice_file("IT01234567890_00001.xml.p7m", sign_p7m(PLAIN, encoding=encoding))
    assert file.signature == "not_verified"
    assert file.signers[0].name == "Maria Bianchi"
    assert file.bodies == read_invoice_file("a.xml", PLAIN).bodies


def test_an_envelope_that_cannot_be_checked_is_read_and_said_to_be_broken() -> None:
    without = sign_p7m(PLAIN, has_certificates=False)
    unsigned = signed_data([], [person()], {"content_type": "data", "content": PLAIN}, "sha256")
    for content in (without, unsigned):
        file = read_invoice_file("a.xml.p7m", content)
        assert (file.signature, len(file.bodies)) == ("broken", 1)


def test_other_encodings_and_blanks_in_front_are_read() -> None:
    text = PLAIN.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    for content in (text.encode("utf-16"), b"\xef\xbb\xbf" + PLAIN, b"\r\n " + PLAIN):
        assert read_invoice_file("a.xml", content).bodies[0].number == "1"
    assert read_invoice_file("a.xml.p7m", PLAIN).signature == "none"


def test_codes_of_every_node_and_line_are_kept() -> None:
    nodes = ("DatiOrdineAcquisto", "DatiContratto", "DatiConvenzione", "DatiRicezione", "DatiFattureCollegate")
    refs = tuple(Ref(node, f"n. {place}", month(1)[0], CUP, CIG, (1, place)) for place, node in enumerate(nodes))
    body = read_invoice_file("a.xml", Sent((Body(refs=refs), Body(number="2"))).xml()).bodies[0]
    assert [one.node for one in body.references] == ["order", "contract", "convention", "receipt", "linked"]
    assert [one.lines for one in body.references] == [(1, place) for place in range(5)]
    assert {(one.cig, one.cup, one.on) for one in body.references} == {(CIG, CUP, month(1)[0])}


def test_a_credit_note_with_a_minus_is_positive() -> None:
    body = read_invoice_file("a.xml", Sent((Body(type="TD04", net=Decimal("-10.00")),)).xml()).bodies[0]
    assert (body.total, body.taxable, body.vat) == (Decimal("12.20"), Decimal("10.00"), Decimal("2.20"))


def test_an_attachment_is_named_and_its_bytes_stay_in_the_file() -> None:
    inside = "<Allegati><NomeAttachment>=cmd.pdf</NomeAttachment><Attachment>QUJD</Attachment></Allegati>"
    body = read_invoice_file("a.xml", Sent((Body(more=inside),)).xml()).bodies[0]
    assert [(one.name, one.bytes) for one in body.attachments] == [("=cmd.pdf", 3)]


def test_the_messages_of_sdi_tell_number_and_day() -> None:
    names = "<IdentificativoSdI>99</IdentificativoSdI><NomeFile>IT1_1.xml</NomeFile>"
    metadata = read_sdi_note(
        "IT1_1_MT_001.xml", f'<t:MetadatiInvioFile xmlns:t="u">{names}</t:MetadatiInvioFile>'.encode()
    )
    assert metadata is not None
    assert (metadata.file_name, metadata.sdi_id, metadata.delivered_on) == ("IT1_1.xml", "99", None)
    when = "<DataOraConsegna>2026-02-03T10:00:00.000+01:00</DataOraConsegna>"
    receipt = read_sdi_note("r.xml", f"<RicevutaConsegna>{names}{when}</RicevutaConsegna>".encode())
    assert receipt is not None
    assert receipt.delivered_on == date(2026, 2, 3)
    assert read_sdi_note("a.xml", PLAIN) is None
    assert read_sdi_note("a.xml", b"<MetadatiInvioFile>") is None


@given(
    st.decimals(min_value=0, max_value=10**8, places=2),
    st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF), min_size=1, max_size=20),
)
def test_what_was_written_is_read_back(net: Decimal, number: str) -> None:
    number = " ".join(number.split()) or "1"
    written = Body(number=number, net=net, purpose=f"Causale {number}")
    body = read_invoice_file("a.xml", Sent((written,)).xml()).bodies[0]
    assert (body.number, body.taxable, body.vat) == (shown_name(number), net, written.vat)
    assert body.purpose == shown_name(" ".join(f"Causale {number}".split()))


@given(st.sampled_from("\u202e\u2066\u200b\u00ad"), st.sampled_from(_TEXTS))
def test_nothing_hides_or_turns_the_writing_in_any_text_of_a_file(hidden: str, place: str) -> None:
    told = place.replace("?", f"1{hidden}2")
    body = Body(refs=(Ref(cig=CIG),), more="<Allegati><NomeAttachment>a</NomeAttachment></Allegati>")
    sent = Sent((body,)).xml().decode()
    before, found = re.subn(told.partition(">")[0] + r">[^<]*<", lambda _found: told, sent, count=1)
    assert found == 1
    file = read_invoice_file("a.xml", before.encode())
    words = repr(file)
    assert repr(hidden)[1:-1] not in words
    assert f"1«U+{ord(hidden):04X}»2" in words


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for given_bytes in (content, PLAIN[:300] + content + PLAIN[300:]):
        with suppress(UserError):
            assert read_invoice_file("a.xml", given_bytes).bodies


def test_nodes_that_say_the_same_of_several_lines_are_one() -> None:
    refs = [Ref("DatiContratto", "77", date(2026, 1, 5), cig=make_cig(1), lines=(line,)) for line in range(1, 4)]
    more = Ref("DatiContratto", "78", lines=(4,)), Ref("DatiContratto", "78")
    found = read_invoice_file("a.xml", Sent((Body(refs=(*refs, *more)),)).xml()).bodies[0].references
    assert [(one.document, one.lines) for one in found] == [("77", (1, 2, 3)), ("78", ())]


def test_more_different_nodes_than_an_invoice_can_have_are_refused() -> None:
    refs = tuple(Ref("DatiContratto", str(number)) for number in range(2001))
    assert len(read_invoice_file("a.xml", Sent((Body(refs=refs[1:]),)).xml()).bodies[0].references) == 2000
    with pytest.raises(UserError) as refused:
        read_invoice_file("a.xml", Sent((Body(refs=refs),)).xml())
    assert refused.value.code == "invoice.too_complex"
