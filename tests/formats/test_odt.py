# SPDX-License-Identifier: EUPL-1.2
"""Every template of ours, filled with all and with nothing, read back from the file."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.domain.draft_fields import field_values
from app.domain.drafts import DRAFTS, Draft
from app.errors import UserError
from app.formats.odt import fill_template, load_template, shipped_folder
from app.formats.odt_package import pack
from tests.drafts import EMPTY, FULL, every_case, fill_body, filled, template, texts_of, words

CASES = pytest.mark.parametrize(("draft", "kind"), list(every_case()), ids=lambda value: getattr(value, "key", value))
LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@CASES
def test_all_that_is_known_comes_out_and_no_field_is_left(draft: Draft, kind: str) -> None:
    done = filled(draft.key, replace(FULL, kind=kind))
    text = words(done.blocks).replace(FULL.signer_name, "")
    assert "{{" not in text
    assert "}}" not in text
    assert "Comune di Borgo Inventato (ZZ)" in text
    assert (FULL.centre if draft.kinds else FULL.supplier) in text
    for service in FULL.services if draft.kinds else ():
        assert service.code in text
        assert service.name in text
    assert _xml_words(done.odt) >= set(re.findall(r"\w{4,}", text))


def test_every_fact_stands_in_some_draft() -> None:
    everything = " ".join(
        words(filled(draft.key, replace(FULL, kind=kind, body=body, is_immediate=True)).blocks)
        for draft, kind in every_case()
        for body in ("council", "executive")
    )
    private = {FULL.secretary, FULL.phone, FULL.body, FULL.kind}  # for templates of the comune: ours have no place
    assert {text for text in texts_of(FULL) - private if text not in everything} == set()
    for day in ("25/11/2026", "04/03/2021", "30/06/2027", "03/10/2026", "02/09/2026", "03/09/2026", "04/09/2026"):
        assert day in everything


@CASES
def test_what_is_not_known_stays_in_sight(draft: Draft, kind: str) -> None:
    done = filled(draft.key, replace(EMPTY, kind=kind))
    text = words(done.blocks)
    assert "[da completare: nome del comune]" in done.gaps
    asked = ("centro di aggregazione", "servizi richiesti") if draft.kinds else ("nome del fornitore", "periodo")
    assert {f"[da completare: {what}]" for what in asked} <= set(done.gaps)
    assert all(gap in text for gap in done.gaps)
    assert "None" not in text
    marked = re.findall(r"\[da completare: [^\[\]]+\]", text)
    assert set(marked) == set(done.gaps)  # all are marked as gaps, none is only words


def test_a_draft_says_that_it_is_one_and_the_file_to_sign_does_not() -> None:
    draft = words(filled("domanda_adesione", FULL).blocks)
    final = filled("domanda_adesione", replace(FULL, is_draft=False))
    assert "BOZZA del 25/11/2026" in draft
    assert "Riferimenti da verificare" in draft
    assert "BOZZA" not in words(final.blocks)
    assert "BOZZA" not in zipfile.ZipFile(io.BytesIO(final.odt)).read("styles.xml").decode()
    assert "Riferimenti" not in words(final.blocks)
    assert final.gaps == ()


def test_the_acts_that_cite_laws_ask_the_segretario_to_check_them() -> None:
    for draft, kind in every_case():
        text = words(filled(draft.key, replace(FULL, kind=kind)).blocks)
        cites = re.search(r"art\. \d+", text.replace("convenzione, art.", ""))
        assert ("Riferimenti da verificare" in text) == bool(cites), draft.key


def test_the_invented_comune_says_that_it_is() -> None:
    assert "DATI DI PROVA" in words(filled("determina", replace(FULL, is_example=True)).blocks)
    assert "DATI DI PROVA" not in words(filled("determina", FULL).blocks)


def test_immediate_enforceability_is_there_only_where_it_was_asked() -> None:
    for key in ("proposta_delibera_consiglio", "proposta_delibera_giunta"):
        asked = words(filled(key, replace(FULL, is_immediate=True)).blocks)
        plain = words(filled(key, FULL).blocks)
        assert "di dichiarare la presente deliberazione immediatamente eseguibile" in asked
        assert "di dichiarare la presente" not in plain


def test_the_points_of_a_resolution_are_numbered_without_holes() -> None:
    for delegated in (True, False):
        blocks = filled("proposta_delibera_consiglio", replace(FULL, is_delegate=delegated)).blocks
        labels = [block.label for block in blocks if block.label.endswith(".")]
        assert labels == [f"{number}." for number in range(1, 11)]
    determina = [block.label for block in filled("determina", FULL).blocks if block.label.endswith(".")]
    assert determina == [f"{number}." for number in range(1, 8)]  # goes on after the tables between
    recesso = filled("lettera_recesso", replace(FULL, kind="withdrawal")).blocks
    assert [b.label for b in recesso if b.label.endswith(".")] == ["1.", "2.", "1.", "2.", "3.", "4."]


def test_each_body_acts_in_its_own_name() -> None:
    for key, kind in (("proposta_delibera_rinnovo", "renewal"), ("delibera_recesso", "withdrawal")):
        council = words(filled(key, replace(FULL, kind=kind)).blocks)
        executive = words(filled(key, replace(FULL, kind=kind, body="executive")).blocks)
        assert "IL CONSIGLIO COMUNALE" in council
        assert "GIUNTA" not in council
        assert "LA GIUNTA COMUNALE" in executive
        assert "IL CONSIGLIO COMUNALE" not in executive
        assert FULL.body_reason in executive


def test_the_contents_that_article_30_asks_for_are_rows_to_complete() -> None:
    blocks = filled("proposta_delibera_consiglio", FULL).blocks
    rows = next(block.text for block in blocks if block.grid and "Fini" in block.text)
    for name in ("Fini", "Durata", "Forme di consultazione", "Rapporti finanziari", "Obblighi e garanzie"):
        assert name in rows


@CASES
def test_the_same_facts_give_the_same_bytes(draft: Draft, kind: str) -> None:
    facts = replace(FULL, kind=kind)
    assert filled(draft.key, facts) == filled(draft.key, facts)


def test_the_file_is_what_the_format_asks_for() -> None:
    done = filled("determina", FULL)
    assert done.odt[30:38] == b"mimetype"  # first, stored, without an extra field: the kind can be told by its bytes
    assert done.odt[38:77] == b"application/vnd.oasis.opendocument.text"
    with zipfile.ZipFile(io.BytesIO(done.odt)) as package:
        assert package.testzip() is None
        listed = re.findall(r'full-path="([^"/]+)"', package.read("META-INF/manifest.xml").decode())
        assert set(listed) <= set(package.namelist())
        assert "Campanile" in package.read("meta.xml").decode()
        for name in ("content.xml", "styles.xml", "meta.xml"):
            assert b"xmlns:ns" not in package.read(name)  # known names keep their known prefixes
            ET.fromstring(package.read(name))  # noqa: S314 - a file that we have just written


def test_the_writer_of_a_template_is_not_told() -> None:
    meta = b"<x>Mario Rossi, 12 ottobre</x>"
    done = fill_template(
        template("<text:p>{{comune}}</text:p>", extra={"meta.xml": meta, "META-INF/documentsignatures.xml": b"<x/>"}),
        "prova.odt",
        field_values(FULL),
        "Titolo & <altro>",
    )
    with zipfile.ZipFile(io.BytesIO(done.odt)) as package:
        assert "Titolo &amp; &lt;altro&gt;" in package.read("meta.xml").decode()
        assert b"Mario" not in package.read("meta.xml")
        assert "META-INF/documentsignatures.xml" not in package.namelist()


def test_what_we_do_not_know_of_a_template_stays_in_its_file() -> None:
    raw = template("<text:p>{{comune}}</text:p>", extra={"Pictures/x.svg": b"<svg/>"})
    done = fill_template(raw, "prova.odt", field_values(FULL), "Prova")
    assert zipfile.ZipFile(io.BytesIO(done.odt)).read("Pictures/x.svg") == b"<svg/>"


def test_the_head_of_the_page_comes_first_and_once() -> None:
    done = fill_body("<text:p>corpo</text:p>", header="<text:p>{{comune}}</text:p><text:p/>")
    assert [block.text for block in done.blocks] == ["Comune di Borgo Inventato", "corpo"]


def test_the_comunes_own_template_stands_before_ours(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    folders = (own, shipped_folder())
    ours = load_template("determina.odt", folders)
    assert ours == (shipped_folder() / "determina.odt").read_bytes()
    own.mkdir()
    (own / "determina.odt").write_bytes(template("<text:p>la nostra: {{comune}}</text:p>"))
    done = fill_template(load_template("determina.odt", folders), "determina.odt", field_values(FULL), "Determina")
    assert words(done.blocks) == "la nostra: Comune di Borgo Inventato"
    assert load_template("lettera_pec.odt", folders) == (shipped_folder() / "lettera_pec.odt").read_bytes()


def test_a_template_that_is_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        load_template("determina.odt", (tmp_path,))
    assert (refused.value.code, refused.value.params) == ("draft.template_missing", {"file": "determina.odt"})


def test_a_document_without_a_text_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(template(""))) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    raw = pack({**entries, "content.xml": entries["content.xml"].replace(b"office:text>", b"office:drawing>")})
    with pytest.raises(UserError) as refused:
        fill_template(raw, "prova.odt", field_values(FULL), "Prova")
    assert refused.value.code == "draft.template_broken"


def test_a_template_that_libreoffice_has_saved_gives_the_same_act() -> None:
    """LibreOffice 7.4 opened the template and saved it: other styles, other spans, a picture of the first page."""
    saved = (Path(__file__).parent / "determina_libreoffice.odt").read_bytes()
    assert saved != load_template("determina.odt", (shipped_folder(),))
    for facts in (FULL, EMPTY):
        done, ours = fill_template(saved, "x.odt", field_values(facts), "Determina"), filled("determina", facts)
        assert words(done.blocks) == words(ours.blocks)
        assert done.gaps == ours.gaps
        looks = [
            [(block.label, block.look.align, round(block.look.size)) for block in each.blocks] for each in (done, ours)
        ]
        assert looks[0] == looks[1]
    odt = fill_template(saved, "x.odt", field_values(FULL), "Determina").odt
    with zipfile.ZipFile(io.BytesIO(odt)) as package:
        assert "Thumbnails/thumbnail.png" not in package.namelist()
        assert b"thumbnail.png" not in package.read("META-INF/manifest.xml")
        assert b'manifest:full-path="content.xml"' in package.read("META-INF/manifest.xml")


@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_what_we_write(tmp_path: Path) -> None:
    assert LIBREOFFICE
    for key in DRAFTS:
        (tmp_path / f"{key}.odt").write_bytes(filled(key, FULL).odt)
    command = [
        LIBREOFFICE,
        f"-env:UserInstallation=file://{tmp_path}/profilo",
        "--headless",
        "--convert-to",
        "txt:Text",
    ]
    files = sorted(str(path) for path in tmp_path.glob("*.odt"))
    subprocess.run([*command, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=300)
    for key in DRAFTS:
        assert "Comune di Borgo Inventato (ZZ)" in (tmp_path / f"{key}.txt").read_text(encoding="utf-8-sig")


def _xml_words(odt: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(odt)) as package:
        root = ET.fromstring(package.read("content.xml"))  # noqa: S314 - a file that we have just written
    return set(re.findall(r"\w{4,}", " ".join(root.itertext())))
