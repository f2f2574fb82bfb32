# SPDX-License-Identifier: EUPL-1.2
"""How documents and acts read on the page: names, procedures, signatures with their tone, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.accession_states import Kind
from app.domain.accessions import Accession, ChecklistItem
from app.domain.centres import short_centre
from app.domain.documents import Document
from app.domain.file_names import shown_name
from app.domain.signature_note import read_note
from app.text import _, in_language, ngettext
from app.text.accession_labels import kind_label
from app.text.concession_labels import paper_label
from app.text.document_labels import document_kind_label
from app.text.signature_state import signature_icon, signature_short, signature_tone

if TYPE_CHECKING:
    from app.actions.document_survey import DocumentRow, Survey
    from app.actions.document_ties import DocumentTie

_KILO = 1000


def document_name(document: Document) -> str:
    """The title that the clerk gave, else the name of the file with nothing hidden in it."""
    return document.title or shown_name(document.name)


def procedure_name(accession: Accession | None) -> str:
    """`CIT della Provincia di Brescia`; renewals and withdrawals say so first; nothing for no procedure."""
    if accession is None:
        return ""
    if accession.kind is Kind.JOIN:
        return accession.centre_name
    return _("{kind}: {centre}").format(kind=kind_label(accession.kind.value), centre=accession.centre_name)


def procedure_short(accession: Accession | None) -> str:
    """`CIT Brescia`, for a column."""
    if accession is None:
        return ""
    centre = short_centre(accession.centre_code)
    if accession.kind is Kind.JOIN:
        return centre
    return _("{kind}: {centre}").format(kind=kind_label(accession.kind.value), centre=centre)


def listed_name(document: Document) -> str:
    """The title, which says what a document is; without one, the kind beside the name of the file."""
    if document.title or document.kind == "other":
        return document_name(document)
    return f"{document_kind_label(document.kind)}, {shown_name(document.name)}"


def line_name(item: ChecklistItem | None) -> str:
    """The title of a line in the language in use."""
    return in_language(item.title, item.title_en) if item else ""


def state_key(row: DocumentRow) -> str:
    """How a document is signed; "gone" where its file is not there."""
    note = read_note(row.document.signature)
    return "gone" if not row.is_there else note.state if note else ""


def state_words(row: DocumentRow) -> str:
    """The same in one word."""
    key = state_key(row)
    return _("File perso") if key == "gone" else signature_short(key)


def state_icon(row: DocumentRow) -> str:
    """The picture before the word."""
    key = state_key(row)
    return "warning" if key == "gone" else signature_icon(key)


def state_tone(row: DocumentRow) -> str:
    """The tone of the word."""
    key = state_key(row)
    return "bad" if key == "gone" else signature_tone(key)


def missing_state(code: str) -> tuple[str, str]:
    """What is to be done about something that is missing, and its tone."""
    return {
        "draft.none": (_("Da creare"), "info"),
        "signed_copy.none": (_("Da firmare"), "info"),
        "file.gone": (_("File perso"), "bad"),
    }.get(code, (_("Da aggiungere"), "warning"))


def size_words(count: int) -> str:
    """`412 kB`, `1,3 MB`."""
    if count < _KILO:
        return ngettext("{count} byte", "{count} byte", count).format(count=count)
    if count < _KILO * _KILO:
        return f"{round(count / _KILO)} kB"
    return f"{count / _KILO / _KILO:.1f} MB".replace(".", ",")


def total_words(survey: Survey) -> str:
    """How many there are of each."""
    documents, acts, missing = len(survey.documents), len(survey.acts), len(survey.missing)
    parts = [
        ngettext("{count} documento", "{count} documenti", documents).format(count=documents),
        ngettext("{count} atto", "{count} atti", acts).format(count=acts),
        ngettext("{count} mancante", "{count} mancanti", missing).format(count=missing) if missing else "",
    ]
    return " · ".join(part for part in parts if part)


def tie_words(tie: DocumentTie) -> str:
    """Where in the concessions a document serves, and as what."""
    if tie.role == "invoice":
        return _("Fattura: {title}").format(title=tie.title)
    role = _("Verbale del piano di attivazione") if tie.role == "milestone" else paper_label(tie.role)
    return _("{role}: {title}").format(role=role, title=tie.title)
