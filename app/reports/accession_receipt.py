# SPDX-License-Identifier: EUPL-1.2
"""The receipt of a procedure: what was sent, when, to whom, by whom, with the hash of every file, and what follows."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from app.actions.accessions import AccessionView, show_accession
from app.domain.accession_states import Step
from app.domain.accessions import AccessionId
from app.domain.documents import Document
from app.errors import UserError
from app.reports import accession_words as say
from app.reports import page, style
from app.store import Store
from app.text import _, day, ngettext, speaking
from app.text.duty_words import duty_label

_LEFT_OUT_OF_PUBLICATION = ("delegation", "receipt_acceptance", "receipt_delivery")


@dataclass(frozen=True, slots=True)
class ReceiptReport:
    """A procedure that was sent; `for_publication` leaves out names, addresses and what holds them."""

    view: AccessionView
    printed_at: datetime  # UTC
    for_publication: bool = False

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files that the receipt names."""
        if not self.for_publication:
            return self.view.case.documents
        return tuple(doc for doc in self.view.case.documents if doc.kind not in _LEFT_OUT_OF_PUBLICATION)


def gather(store: Store, key: str, *, now: datetime, for_publication: bool = False) -> ReceiptReport:
    """Read a procedure by its number; UserError `report.nothing_sent` before something has left."""
    view = show_accession(store, AccessionId(int(key)))
    if view.case.last(Step.SEND) is None:
        raise UserError("report.nothing_sent", id=key)
    return ReceiptReport(view, now, for_publication)


def draw(report: ReceiptReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        sheet = say.sheet(report.view, _("Ricevuta"), report.printed_at, for_publication=report.for_publication)
        page.write(sheet, lambda: _story(report), target, language)


def _story(report: ReceiptReport) -> list[Flowable]:
    return [
        *say.opening(report.view),
        *style.section(_("Invio"), style.facts(_sent(report))),
        *_services(report.view),
        *_files(report.documents),
        *say.steps_section(report.view),
        *_next(report.view),
    ]


def _sent(report: ReceiptReport) -> list[tuple[str, str]]:
    view, accession = report.view, report.view.accession
    sent = view.case.last(Step.SEND)
    number, package = "", view.case.package_of(sent) if sent else None
    if sent is not None:
        number = _("{number} del {day}").format(number=sent.number, day=day(sent.number_on or sent.on))
    rows = [
        (_("Inviata il"), day(sent.on) if sent else ""),
        (_("Protocollo in uscita"), number),
        (_("A"), " · ".join(part for part in (accession.lead_authority, accession.centre_pec) if part)),
        (_("Riferimento"), accession.reference),
        (_("Impronta del pacchetto (SHA-256)"), say.fingerprint(package.sha256) if package else ""),
    ]
    if not report.for_publication:
        signer = ", ".join(part for part in (accession.signer_name, accession.signer_role) if part)
        rows.insert(3, (_("Firmata da"), signer))
    return rows


def _services(view: AccessionView) -> list[Flowable]:
    if not view.case.requested:
        return []
    lines = [style.item(f"{one.code} · {one.name}") for one in view.case.requested]
    count = len(lines)
    return style.section(ngettext("{count} servizio", "{count} servizi", count).format(count=count), *lines)


def _files(documents: tuple[Document, ...]) -> list[Flowable]:
    heading = _("File e loro impronte")
    if not documents:
        return style.section(heading, style.text(_("Nessun file.")))
    heads = (_("File"), _("Protocollo"), _("Impronta SHA-256"))
    rows = [(_file_words(doc), say.protocol_words(doc), say.fingerprint(doc.sha256)) for doc in documents]
    return style.section(heading, style.listing(heads, rows, style.spread((54, 28, 60))))


def _file_words(document: Document) -> str:
    size = _("{count} byte").format(count=document.bytes)
    return "\n".join(part for part in (document.title, document.name, size) if part)


def _next(view: AccessionView) -> list[Flowable]:
    heading = _("Che cosa succede ora")
    if not view.duties:
        return style.section(heading, style.text(_("Nessuna data da tenere.")))
    heads = (_("Quando"), _("Che cosa"), _("Perché"))
    rows = [(say.when(one.on, view.case.today, one.key), duty_label(one.key), say.why(one)) for one in view.duties]
    return style.section(heading, style.listing(heads, rows, style.spread((34, 44, 64))))
