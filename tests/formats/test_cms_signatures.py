# SPDX-License-Identifier: EUPL-1.2
"""The signatures of a CMS: what makes one not intact, and what is refused."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from asn1crypto import cms

from app.domain.signatures import Signer
from app.errors import UserError
from app.formats.cms_signatures import (
    MOST_SIGNERS,
    digest_of,
    enclosed_content,
    read_signatures,
    signed_data,
    stamped_at,
)
from app.formats.signed_files import read_signed
from tests.signing import MAYOR, SIGNED_AT, authority, person, sign_p7m
from tests.signing_cms import make_time_stamp, signer_info
from tests.signing_cms import signed_data as make_signed_data

CONTENT = b"Testo della domanda"
INSIDE = {"content_type": "data", "content": CONTENT}
LATER = datetime(2031, 1, 1, tzinfo=UTC)


def read(der: bytes, content: bytes = CONTENT) -> tuple[Signer, ...]:
    """The signers of a CMS over this content."""
    return tuple(each.signer for each in read_signatures(signed_data(der), digest_of(content)))


def altered(der: bytes, change: str, value: object) -> bytes:
    """A CMS whose one signature has another value in one of its fields."""
    envelope = cms.ContentInfo.load(der)
    envelope["content"]["signer_infos"][0][change] = value
    return bytes(envelope.dump(force=True))


def test_a_signature_says_who_and_when() -> None:
    (signer,) = read(sign_p7m(CONTENT))
    assert (signer.name, signer.signed_at, signer.is_intact) == (MAYOR, SIGNED_AT, True)
    assert (signer.was_certificate_valid, signer.has_timestamp) == (True, False)


@pytest.mark.parametrize(
    "how", [{"has_attributes": False}, {"names_certificate": False}, {"names_as_before": True}, {"signed_at": None}, {}]
)
@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_other_bytes_are_not_what_was_signed(kind: str, how: dict[str, Any]) -> None:
    der = sign_p7m(CONTENT, person(kind=kind), **how)
    assert read(der)[0].is_intact
    assert not read(der, CONTENT + b" ")[0].is_intact
    assert not read(der, b"")[0].is_intact


def test_each_signature_stands_for_itself() -> None:
    infos = [signer_info(CONTENT, person()), signer_info(b"altro", person("Ugo Neri", "X"))]
    der = make_signed_data(infos, (person(), person("Ugo Neri", "X")), INSIDE)
    assert {signer.name: signer.is_intact for signer in read(der)} == {MAYOR: True, "Ugo Neri": False}


def test_a_signature_of_someone_else_is_not_intact() -> None:
    other = signer_info(CONTENT, person("Ugo Neri", "X"))["signature"].native
    assert not read(altered(sign_p7m(CONTENT), "signature", other))[0].is_intact


def test_a_kind_that_was_not_signed_is_not_intact() -> None:
    info = signer_info(CONTENT, person(), kind="signed_data")
    der = make_signed_data([info], (person(),), INSIDE)
    assert not read(der)[0].is_intact


def test_attributes_may_not_be_left_out_or_repeated() -> None:
    attributes = signer_info(CONTENT, person())["signed_attrs"]
    fewer = cms.CMSAttributes([each for each in attributes if each["type"].native != "message_digest"])
    twice = cms.CMSAttributes([*attributes, *(each for each in attributes if each["type"].native == "message_digest")])
    for changed in (fewer, twice):
        assert not read(altered(sign_p7m(CONTENT), "signed_attrs", changed))[0].is_intact


@pytest.mark.parametrize("how", [{}, {"names_as_before": True}])
def test_other_words_in_the_certificate_are_found(how: dict[str, Any]) -> None:
    """The same key, issuer and number: only the attribute that names the certificate tells."""
    (signer,) = read(sign_p7m(CONTENT, **how).replace(b"Maria Bianchi", b"Mario Bianchi"))
    assert (signer.name, signer.is_intact) == ("Mario Bianchi", False)


def test_where_nothing_names_the_certificate_only_the_authority_stands_for_its_words() -> None:
    changed = sign_p7m(CONTENT, names_certificate=False).replace(b"Maria Bianchi", b"Mario Bianchi")
    assert [(signer.name, signer.is_intact) for signer in read(changed)] == [("Mario Bianchi", True)]
    assert read_signed(changed, "x.p7m", [authority().pem]).trust == "untrusted"


def test_a_certificate_that_had_ended_on_the_day_of_signing() -> None:
    (signer,) = read(sign_p7m(CONTENT, signed_at=LATER))
    assert (signer.is_intact, signer.was_certificate_valid) == (True, False)
    (signer,) = read(sign_p7m(CONTENT, signed_at=None))
    assert (signer.signed_at, signer.was_certificate_valid) == (None, None)


def test_the_time_stamp_counts_for_the_certificate_and_not_the_clock_of_the_signer() -> None:
    (signer,) = read(sign_p7m(CONTENT, signed_at=LATER, time_stamp=SIGNED_AT))
    assert (signer.has_timestamp, signer.signed_at, signer.was_certificate_valid) == (True, LATER, True)
    (signer,) = read(sign_p7m(CONTENT, time_stamp=LATER))
    assert (signer.has_timestamp, signer.was_certificate_valid) == (True, False)


def test_times_from_outside_serve_where_there_are_none_inside() -> None:
    found = signed_data(sign_p7m(CONTENT, signed_at=None))
    (read_one,) = read_signatures(found, digest_of(CONTENT), SIGNED_AT, SIGNED_AT + timedelta(days=1))
    assert (read_one.signer.signed_at, read_one.signer.has_timestamp) == (SIGNED_AT, True)
    assert read_one.moment == SIGNED_AT + timedelta(days=1)


def test_a_time_stamp_for_other_bytes_or_a_broken_one_is_none() -> None:
    token = make_time_stamp(CONTENT, SIGNED_AT)
    assert stamped_at(token, digest_of(CONTENT)) == SIGNED_AT
    assert stamped_at(token, digest_of(b"altro")) is None
    assert stamped_at(token[:-20], digest_of(CONTENT)) is None
    assert stamped_at(altered(token, "signature", bytes(256)), digest_of(CONTENT)) is None
    assert stamped_at(sign_p7m(CONTENT), digest_of(CONTENT)) is None
    assert stamped_at(b"", digest_of(CONTENT)) is None


def test_what_was_signed_may_lie_inside_or_outside() -> None:
    assert enclosed_content(signed_data(sign_p7m(CONTENT))) == CONTENT
    assert enclosed_content(signed_data(sign_p7m(CONTENT * 500, encoding="ber"))) == CONTENT * 500
    assert enclosed_content(signed_data(sign_p7m(CONTENT, is_detached=True))) is None


def test_the_certificates_that_came_along_are_kept_for_the_chain() -> None:
    (found,) = read_signatures(signed_data(sign_p7m(CONTENT)), digest_of(CONTENT))
    assert (found.certificate, found.enclosed) == (person().der, (authority().der,))


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("signature.no_signer", lambda: make_signed_data([], (person(),), INSIDE)),
        ("signature.too_many_signers", lambda: sign_p7m(CONTENT, *[person()] * (MOST_SIGNERS + 1))),
        ("signature.no_certificate", lambda: sign_p7m(CONTENT, has_certificates=False)),
        ("signature.weak_algorithm", lambda: sign_p7m(CONTENT, digest="sha1")),
    ],
)
def test_what_cannot_be_checked_is_refused(code: str, make: Callable[[], bytes]) -> None:
    with pytest.raises(UserError) as caught:
        read(make())
    assert caught.value.code == code


def test_another_cms_is_no_signed_data() -> None:
    plain = cms.ContentInfo(INSIDE).dump()
    with pytest.raises(ValueError, match="no signed data"):
        signed_data(plain)
