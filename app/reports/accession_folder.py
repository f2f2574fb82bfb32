# SPDX-License-Identifier: EUPL-1.2
"""The index of the whole file of a procedure, for the registry: every document in order with its hash."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from app.actions.accessions import AccessionView, show_accession
from app.domain.accessions import AccessionId
from app.reports import accession_words as say
from app.reports import page, style
from app.store import Store
from app.text import _, day, day_of, ngettext, speaking
from app.text.document_labels import document_kind_label


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One document of the file, under the name that it has there."""

    file: str
    title: str
    kind: str
    protocol: str
    on: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FolderReport:
    """The documents of a procedure in the order in which they were added."""

    view: AccessionView
    entries: tuple[FolderEntry, ...]
    printed_at: datetime  # UTC

    @property
    def bytes(self) -> int:
        """What all files take."""
        return sum(entry.bytes for entry in self.entries)


def gather(store: Store, key: str, *, now: datetime, for_publication: bool = False) -> FolderReport:
    """Read a procedure by its number; the index names files, so a version for publication is the same."""
    del for_publication
    view = show_accession(store, AccessionId(int(key)))
    return FolderReport(view, folder_entries(view), now)


def folder_entries(view: AccessionView, names: tuple[str, ...] = ()) -> tuple[FolderEntry, ...]:
    """One entry a document; `names` are those in the folder, where it was written."""
    documents = view.case.documents
    files = names or tuple(doc.name for doc in documents)
    return tuple(
        FolderEntry(
            file=file,
            title=doc.title or document_kind_label(doc.kind),
            kind=doc.kind,
            protocol=say.protocol_words(doc),
            on=day(doc.document_on) or day_of(doc.added_at),
            bytes=doc.bytes,
            sha256=doc.sha256,
        )
        for doc, file in zip(documents, files, strict=True)
    )


def draw(report: FolderReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(
            say.sheet(report.view, _("Indice del fascicolo"), report.printed_at),
            lambda: _story(report),
            target,
            language,
        )


def _story(report: FolderReport) -> list[Flowable]:
    count = len(report.entries)
    told = ngettext("{count} documento, {bytes} byte", "{count} documenti, {bytes} byte", count)
    heads = (_("N."), _("File"), _("Protocollo"), _("Data"), _("Impronta SHA-256"))
    rows = [
        (str(number), _named(entry), entry.protocol, entry.on, say.fingerprint(entry.sha256))
        for number, entry in enumerate(report.entries, start=1)
    ]
    empty = style.text(_("Il fascicolo è ancora vuoto."))
    table = style.listing(heads, rows, style.spread((9, 51, 26, 22, 52))) if rows else empty
    return [
        *say.opening(report.view),
        style.text(told.format(count=count, bytes=report.bytes), style.LEAD),
        *style.section(_("Documenti"), table),
        *say.steps_section(report.view),
    ]


def _named(entry: FolderEntry) -> str:
    return f"{entry.title}\n{entry.file}" if entry.title else entry.file
