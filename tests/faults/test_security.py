# SPDX-License-Identifier: EUPL-1.2
"""Names, markup, links, SQL and odd letters through store, prints, drafts, tables and search (S1, S3-S7)."""

from __future__ import annotations

import random
import stat
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from app.actions import acts, catalogue, document_files, documents, drafts, history
from app.actions.accessions import fill_in, list_accessions, show_accession
from app.actions.centres import survey_centres
from app.actions.document_survey import survey_documents
from app.actions.document_tables import acts_table, documents_table
from app.actions.export import write_table
from app.actions.funding import list_projects
from app.actions.reporting import print_report
from app.actions.search import find_everywhere
from app.domain.documents import DocumentId
from app.domain.file_names import is_opened, shown_name
from app.errors import CampanileError, UserError
from app.store import Store, attachments, opened_copies
from app.text import action_title, sentence
from tests.accessions import open_join
from tests.faults import seeking
from tests.faults.hostile import LETTERS, LINKS, NAMES, SQL, listener, write_everywhere
from tests.reports import reading
from tests.reports.payloads import PAYLOADS

HIDES = ("Cc", "Cf", "Cs")
PRINTS = (
    *(("summary", ""), ("funding", ""), ("accessions", ""), ("centres", "CIT-BRESCIA,CST-LECCO"), ("documents", "")),
    *(("documents", "acts"), ("documents", "missing"), ("deadlines", ""), ("service", "PAB-01")),
    *(("accession", "2"), ("request", "2"), ("folder", "2")),
)


def hides(text: str) -> bool:
    """Whether something in a text of one line is not seen, or turns it around."""
    return any(unicodedata.category(letter) in HIDES for letter in text)


@pytest.mark.parametrize("name", NAMES)
def test_s1_a_hostile_name_is_added_shown_saved_and_opened_without_harm(
    store: Store, tmp_path: Path, name: str
) -> None:
    around = {file.name for file in tmp_path.iterdir()}
    document_id, _changes = documents.add_document(store, b"intatto", name)
    document = documents.show_document(store, document_id).document
    kept = {file.relative_to(attachments.folder_of(store.path)).as_posix() for file in _files_of(store)}
    assert kept == {f"{document.sha256[:2]}/{document.sha256}"}
    assert not hides(shown_name(document.name))
    entry = history.list_history(store)[0]
    assert not hides(action_title(entry.title, entry.params))
    assert [hit.key for hit in find_everywhere(store, document.sha256[:20])] == ["1"]
    assert not any(hides(hit.title + hit.detail) for hit in find_everywhere(store, document.sha256[:20]))

    out = tmp_path / "uscita"
    out.mkdir()
    target = document_files.save_document_as(store, document_id, out / document_files.proposed_name(document))
    assert target.parent == out
    assert [(file.name, file.read_bytes()) for file in out.iterdir()] == [(target.name, b"intatto")]
    assert not target.name.startswith(("-", "~", "."))
    if is_opened(document.name):
        copy = document_files.open_copy(store, document_id)
        assert opened_copies.folder_of(store.path) in copy.resolve().parents
        assert copy.read_bytes() == b"intatto"
        assert sys.platform == "win32" or not copy.stat().st_mode & stat.S_IXUSR
    else:
        with pytest.raises(UserError) as refused:
            document_files.open_copy(store, document_id)
        assert refused.value.code == "document.only_saved"
        assert not hides(sentence(refused.value))
    assert {file.name for file in tmp_path.iterdir()} - around == {"uscita"}


def _files_of(store: Store) -> list[Path]:
    return [file for file in attachments.folder_of(store.path).rglob("*") if file.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="there no disk has such names")
def test_s1_a_refusal_says_a_hostile_name_so_that_nothing_hides(store: Store, tmp_path: Path) -> None:
    told = []
    for name in ("delibera\u202efdp.exe", "riga\nsotto.pdf", "a\x1b[2Jb.pdf", "<b>x.pdf"):
        (tmp_path / name).mkdir()
        with pytest.raises(UserError) as refused:
            documents.add_document(store, tmp_path / name)
        told.append(sentence(refused.value))
    assert [words for words in told if hides(words)] == []
    assert "<b>x.pdf" in told[-1]


@pytest.mark.parametrize("ending", ["exe", "desktop", "lnk", "html", "svg", "js", "bat", "scr", "docm", "jar", "sh"])
def test_s1_what_could_run_is_never_opened(store: Store, ending: str) -> None:
    document_id, _changes = documents.add_document(store, b"#!/bin/sh\ntouch x\n", f"delibera.pdf.{ending}")
    with pytest.raises(UserError) as refused:
        document_files.open_copy(store, document_id)
    assert refused.value.code == "document.only_saved"
    assert not opened_copies.folder_of(store.path).exists()


def _print_all(store: Store, folder: Path) -> dict[str, bytes]:
    """Every print of the store."""
    made = {}
    for place, (name, key) in enumerate(PRINTS):
        target = folder / f"{place}.pdf"
        print_report(store, name, key, target, "it")
        made[f"{name} {key}".strip()] = target.read_bytes()
    return made


def _words(content: bytes) -> str:
    """All that is printed, without any space."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return reading.squeezed("".join(pages))


def _draft_all(store: Store) -> dict[str, bytes]:
    """Every draft of the second procedure, in each format."""
    accession = list_accessions(store)[-1]
    keys = [slot.draft for line in show_accession(store, accession.id).items for slot in line.item.slots if slot.draft]
    forms = ("pdf", "odt", "docx")
    return {
        f"{key}.{form}": drafts.prepare_draft(store, accession.id, key, form).content
        for key in dict.fromkeys(keys)
        for form in forms
    }


def test_s4_no_print_and_no_draft_runs_loads_or_links_what_people_wrote(
    example: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with listener() as (port, heard):
        chosen = [
            one
            for one in PAYLOADS
            if any(sign in one for sign in ("Srl", "<img", "globals", 'file:///etc/passwd">qui'))
        ]
        payloads = [payload.replace("127.0.0.1:9", f"127.0.0.1:{port}") for payload in chosen]
        write_everywhere(example, " ".join([*payloads, LINKS[0]]))
        for name, content in _print_all(example, tmp_path).items():
            words = _words(content)
            lacking = [payload for payload in payloads if reading.squeezed(payload) not in words]
            assert lacking == [] or name == "documents missing", name  # that one is in words of ours
            assert reading.images(content) == 0, name
            assert not any(page.get("/Annots") for page in reading.read(content).pages), name
        for name, content in _draft_all(example).items():
            assert _outward(name, content) == [], name
    assert heard == []
    assert not (tmp_path / "canary").exists()


def _outward(name: str, content: bytes) -> list[str]:
    """What leads out of a draft: links and pictures that are not in it."""
    if name.endswith("pdf"):
        return [str(page["/Annots"]) for page in reading.read(content).pages if page.get("/Annots")]
    found = []
    with ZipFile(BytesIO(content)) as packed:
        for part in packed.namelist():
            text = packed.read(part).decode("utf-8", "replace")
            signs = ('TargetMode="External"', "<w:hyperlink", "<text:a ", 'fldSimple w:instr=" HYPERLINK', "<img")
            found += [f"{part}: {sign}" for sign in signs if sign in text]
    return found


@pytest.mark.parametrize("link", LINKS)
def test_s3_an_address_is_text_wherever_it_is_written(store: Store, tmp_path: Path, link: str) -> None:
    accession_id = open_join(store)
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, purpose=link, signer_name=link)
    acts.register_act(store, kind="resolution", subject=link[:500], publication_place=link[:300], note=link)
    documents.add_document(store, b"x", "a.txt", title=link[:300], note=link)
    for table in (documents_table(store), acts_table(store)):
        write_table(table, tmp_path / "lista.xlsx", store)
        with ZipFile(tmp_path / "lista.xlsx") as packed:
            assert not any("hyperlink" in packed.read(part).decode() for part in packed.namelist())
    print_report(store, "documents", "acts", tmp_path / "atti.pdf", "it")
    assert not any(page.get("/Annots") for page in reading.read((tmp_path / "atti.pdf").read_bytes()).pages)


def test_s3_nothing_but_a_file_of_ours_is_ever_given_to_another_program() -> None:
    from tests.source import sources

    opening = [source for source in sources("app") if "openUrl(" in source.text]
    assert {source.name for source in opening} == {"app/ui/settings/folder.py", "app/ui/documents/documents_part.py"}
    for source in opening:
        assert source.text.count("openUrl(") == source.text.count("openUrl(QUrl.fromLocalFile(")
    signs = (
        "setOpenExternalLinks",
        "LinksAccessible",
        "TextBrowserInteraction",
        "webbrowser",
        "os.startfile",
        "setHtml(",
    )
    used = [(source.name, sign) for source in sources("app") for sign in signs if sign in source.text]
    assert used == [("app/ui/widgets/table.py", "setHtml(")]  # the rows that are copied, each cell escaped


def test_s5_sql_in_what_is_typed_or_sought_is_text(example: Store) -> None:
    before = (len(list_projects(example)), len(acts.list_acts(example)), len(documents.list_documents(example)))
    for text in SQL:
        act_id, _changes = acts.register_act(example, kind="other", number=text[:60], subject=text, note=text)
        document_id, _more = documents.add_document(example, text.encode(), f"{text}.txt", title=text, note=text)
        assert acts.show_act(example, act_id).act.subject == text
        assert documents.show_document(example, document_id).document.title == text
        find_everywhere(example, text)
        assert catalogue.search_services(example, catalogue.CatalogueFilter(text=text)).total <= 93
    survey = survey_documents(example)
    assert (len(survey.acts), len(survey.documents)) == (before[1] + len(SQL), before[2] + len(SQL))
    assert len(list_projects(example)) == before[0]
    for text in ("%", "_", "\\", "'"):
        assert catalogue.search_services(example, catalogue.CatalogueFilter(area=text)).total == 0
    assert {hit.kind for hit in find_everywhere(example, "drop table")} == {"document", "act"}


def test_s6_any_text_is_sought_among_all_kinds_without_an_error_and_at_once(example: Store) -> None:
    """The long one: `python -m tests.faults.seeking --rounds 5000`."""
    seeking.fill(example)
    slow = [text for text in seeking.texts(random.Random(6), 150) if seeking.seconds(example, text) > seeking.AT_ONCE]
    assert slow == []
    assert {hit.kind for hit in find_everywhere(example, "delibera")} >= {"document", "act"}


def test_s7_odd_letters_are_kept_found_printed_and_written(store: Store, tmp_path: Path) -> None:
    accession_id = open_join(store)
    for text in LETTERS:
        seen = show_accession(store, accession_id).accession.version
        fill_in(store, accession_id, seen, signer_name=text, purpose=text)
        act_id, _changes = acts.register_act(store, kind="other", subject=text[:500])
        assert acts.show_act(store, act_id).act.subject == text[:500].strip()
        print_report(store, "accession", str(accession_id), tmp_path / "a.pdf", "it")
        print_report(store, "documents", "acts", tmp_path / "b.pdf", "it")
        for file in ("a.pdf", "b.pdf"):
            with pypdfium2.PdfDocument(tmp_path / file) as printed:
                assert len(printed) >= 1
        for ending in ("xlsx", "csv", "json"):
            write_table(acts_table(store), tmp_path / f"atti.{ending}", store)


def test_s7_composed_and_decomposed_names_of_all_kinds_are_found_alike(example: Store) -> None:
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "Unità di città ènfasi")
        write_everywhere(example, name)
        for sought in ("citta", unicodedata.normalize("NFC", "città"), unicodedata.normalize("NFD", "CITTÀ")):
            kinds = {hit.kind for hit in find_everywhere(example, sought, 500)}
            assert kinds >= {"service", "project", "centre", "accession", "document", "act"}, (form, sought)
            assert catalogue.search_services(example, catalogue.CatalogueFilter(text=sought)).total == 93
        assert all(row.centre.name == name for row in survey_centres(example).rows)


def test_s5_an_error_of_the_search_is_never_the_answer(example: Store) -> None:
    """What is refused is refused in a sentence, and never with the words of SQLite."""
    for text in SQL:
        for ask in (documents.show_document, document_files.open_copy):
            with pytest.raises(CampanileError) as refused:
                ask(example, DocumentId(text))  # type: ignore[arg-type] # what a careless caller would pass on
            assert "SELECT" not in sentence(refused.value)
