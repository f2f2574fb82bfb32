# SPDX-License-Identifier: EUPL-1.2
"""The lists of the page Documenti on paper: documents, acts, and what is missing per procedure."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.document_survey import (
    ActRow,
    DocumentRow,
    MissingRow,
    missing_text,
    survey_documents,
    words_of,
)
from app.actions.municipality import show_office
from app.domain.act_rules import computed_enforceable
from app.domain.dates import to_rome
from app.domain.file_names import shown_name
from app.domain.folding import fold, matches
from app.domain.municipality import Office
from app.domain.signature_note import read_note
from app.reports import page, style, words
from app.store import Store
from app.text import _, day, in_language, ngettext, speaking
from app.text.accession_labels import body_label, kind_label
from app.text.distance import days_away
from app.text.document_labels import act_kind_label, document_kind_label, protocol_words
from app.text.signature_state import signature_state_label

PARTS = ("documents", "acts", "missing")


@dataclass(frozen=True, slots=True)
class DocumentsReport:
    """One of the lists, as filtered on the screen."""

    office: Office
    part: str  # a key of PARTS
    wanted: str  # the words that were looked for, or ""
    rows: tuple[DocumentRow | ActRow | MissingRow, ...]
    printed_at: datetime  # UTC


def gather(store: Store, key: str = "", *, now: datetime) -> DocumentsReport:
    """Read what the screen shows; the key is a list, and after a colon the words that were looked for."""
    part, _colon, wanted = key.partition(":")
    part = part if part in PARTS else PARTS[0]
    survey = survey_documents(store)
    rows: tuple[DocumentRow | ActRow | MissingRow, ...] = survey.documents
    if part != "documents":
        rows = survey.acts if part == "acts" else survey.missing
    kept = tuple(row for row in rows if matches(fold(wanted), fold(words_of(row))))
    return DocumentsReport(show_office(store), part, wanted.strip(), kept, now)


def draw(report: DocumentsReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: DocumentsReport) -> page.Sheet:
    filtered = _("Filtro: {filter}").format(filter=report.wanted or _("nessuno, tutti"))
    return page.Sheet(
        title=_title(report.part),
        comune=words.comune_name(report.office),
        subject=_("Documenti e atti delle pratiche verso i centri di aggregazione"),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(filtered,),
    )


def _title(part: str) -> str:
    return {"acts": _("Registro degli atti"), "missing": _("Documenti mancanti")}.get(part, _("Documenti"))


def _story(report: DocumentsReport) -> list[Flowable]:
    count = len(report.rows)
    told = ngettext("{count} voce", "{count} voci", count).format(count=count)
    story: list[Flowable] = [
        style.text(_title(report.part), style.TITLE),
        Spacer(0, 6),
        style.text(told, style.LEAD),
        Spacer(0, 8),
    ]
    if not report.rows:
        return story
    if report.part == "missing":
        return [*story, *_missing(report)]
    return [*story, _acts(report) if report.part == "acts" else _documents(report)]


def _documents(report: DocumentsReport) -> Flowable:
    heads = (_("N."), _("Documento"), _("Tipo"), _("Protocollo"), _("Pratica"), _("Firma"))
    rows = [_document(row) for row in report.rows if isinstance(row, DocumentRow)]
    return style.listing(heads, rows, style.spread((8, 48, 26, 28, 34, 26)))


def _document(row: DocumentRow) -> tuple[str, ...]:
    one, note = row.document, read_note(row.document.signature)
    name = f"{one.title}\n{shown_name(one.name)}" if one.title else shown_name(one.name)
    state = signature_state_label(note.state, len(note.signers)) if note else ""
    return (
        str(one.id),
        name,
        document_kind_label(one.kind),
        protocol_words(one.protocol_number, one.protocol_on),
        row.accession.centre_name if row.accession else "",
        state if row.is_there else _("File mancante"),
    )


def _acts(report: DocumentsReport) -> Flowable:
    heads = (_("Atto"), _("Numero"), _("Data"), _("Organo"), _("Oggetto"), _("Esecutivo dal"))
    rows = [_act(row) for row in report.rows if isinstance(row, ActRow)]
    return style.listing(heads, rows, style.spread((28, 15, 25, 28, 48, 26)))


def _act(row: ActRow) -> tuple[str, ...]:
    act = row.act
    enforceable = act.enforceable_on or computed_enforceable(act)
    return (act_kind_label(act.kind), act.number, day(act.on), body_label(act.body), act.subject, day(enforceable))


def _missing(report: DocumentsReport) -> list[Flowable]:
    """One table a procedure, with boxes to tick by hand."""
    rows = [row for row in report.rows if isinstance(row, MissingRow)]
    today = to_rome(report.printed_at).date()
    story: list[Flowable] = []
    heads = ("", _("Che cosa manca"), _("Riga della lista"), _("Entro"))
    for name, some in groupby(rows, key=_procedure):
        cells = [
            (
                "[  ]",
                missing_text(row),
                in_language(row.item.title, row.item.title_en) if row.item else "",
                f"{day(row.due.on)}\n{days_away((row.due.on - today).days)}" if row.due else "",
            )
            for row in some
        ]
        story += style.section(name, style.listing(heads, cells, style.spread((10, 74, 54, 32))))
    return story


def _procedure(row: MissingRow) -> str:
    if row.accession is None:
        return _("Senza pratica")
    return f"{kind_label(row.accession.kind.value)}: {row.accession.centre_name}"
