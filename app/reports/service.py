# SPDX-License-Identifier: EUPL-1.2
"""One page per service of the catalogue: what it is, for whom, what it needs, who offers it, how we know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, PageBreak, Spacer

from app.actions import catalogue as actions
from app.actions.municipality import show_office
from app.domain.catalogue import Centre, EditionInfo, Service
from app.domain.municipality import Office
from app.errors import UserError
from app.reports import page, style, words
from app.store import Store
from app.text import _, day, in_language, speaking
from app.text.catalogue_labels import area_label, publisher_label

_ONE_A_LINE = 8


@dataclass(frozen=True, slots=True)
class ServiceSheet:
    """One service and its neighbours; the star and the note of the office are private and stay out."""

    service: Service
    prerequisites: tuple[Service, ...]
    needed_by: tuple[Service, ...]
    centres: tuple[Centre, ...]


@dataclass(frozen=True, slots=True)
class ServiceReport:
    """The services to print, in the order asked for."""

    office: Office
    edition: EditionInfo | None
    sheets: tuple[ServiceSheet, ...]
    printed_at: datetime  # UTC


def gather(store: Store, *codes: str, now: datetime) -> ServiceReport:
    """Read one or more services by code; a code that is not in the catalogue is refused by the catalogue."""
    if not any(codes):
        raise UserError("report.no_service")
    cards = [actions.show_service(store, code) for code in codes]
    sheets = (
        ServiceSheet(card.service, tuple(card.prerequisites), tuple(card.needed_by), tuple(card.centres))
        for card in cards
    )
    return ServiceReport(show_office(store), cards[0].edition, tuple(sheets), now)


def draw(report: ServiceReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write one page per service as a PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_page_sheet(report), lambda: _story(report), target, language)


def _page_sheet(report: ServiceReport) -> page.Sheet:
    codes = ", ".join(sheet.service.code for sheet in report.sheets)
    return page.Sheet(
        title=_("Scheda del servizio"),
        comune=words.comune_name(report.office),
        subject=_("Servizi del catalogo: {codes}").format(codes=codes),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(_("Filtro: servizi {codes}").format(codes=codes), _source(report.edition)),
    )


def _source(edition: EditionInfo | None) -> str:
    if edition is None:
        return _("Fonte: nessuna edizione del catalogo caricata")
    return _("Fonte: catalogo, edizione n. {number} del {day}, a cura di {publisher}").format(
        number=edition.number, day=day(edition.published_on), publisher=publisher_label(edition.publisher)
    )


def _story(report: ServiceReport) -> list[Flowable]:
    story: list[Flowable] = []
    for number, sheet in enumerate(report.sheets):
        story += [PageBreak()] if number else []
        story += _service_page(sheet)
    return story


def _service_page(sheet: ServiceSheet) -> list[Flowable]:
    service = sheet.service
    return [
        style.text(in_language(service.name, service.name_en), style.TITLE),
        style.text(f"{service.code} · {area_label(service.area)}", style.SUBTITLE),
        Spacer(0, 8),
        *([style.text(_withdrawn(), style.LEAD), Spacer(0, 6)] if service.is_withdrawn else []),
        *style.long_text(in_language(service.summary, service.summary_en), style.LEAD),
        Spacer(0, 6),
        *style.long_text(in_language(service.description, service.description_en)),
        Spacer(0, 8),
        style.facts(_fact_rows(sheet), label_width=125),
        *_centres(sheet),
        *_sources(sheet),
    ]


def _withdrawn() -> str:
    return _("Ritirato: l'ultima edizione del suo editore non lo contiene più.")


def _fact_rows(sheet: ServiceSheet) -> list[tuple[str, str]]:
    service = sheet.service
    rows = [
        (_("Per chi"), _capital(", ".join(words.addressee_name(name) for name in service.addressees))),
        (_("Obbligo di legge"), _mandatory_words(service)),
        (_("Base giuridica"), words.legal_words(service.legal_basis)),
        (_("Misura PNRR"), _measure_words(service)),
        (_("Come si paga"), _fee_words(service)),
        (_("Serve prima"), _named(sheet.prerequisites) or _("Nessun altro servizio del catalogo.")),
        (_("Lo richiedono"), _named(sheet.needed_by)),
    ]
    empty = _("Le fonti consultate non lo dicono.")
    return [(label, value or empty) for label, value in rows if value or label != _("Lo richiedono")]


def _mandatory_words(service: Service) -> str:
    if service.is_mandatory is None:
        return ""
    return _("Sì, la legge lo chiede ai comuni.") if service.is_mandatory else _("No.")


def _measure_words(service: Service) -> str:
    if not service.measure:
        return _("Nessuna misura nota.")
    mark = f" {words.inferred_mark()}" if service.measure_inferred else ""
    return _(
        "{measure}{mark}: ha pagato di solito questo servizio. Gli avvisi per i comuni risultano chiusi "
        "(dati aperti di agosto 2026)."
    ).format(measure=service.measure, mark=mark)


def _fee_words(service: Service) -> str:
    models = "; ".join(words.fee_name(model) for model in service.fee_models)
    if not models:
        return ""
    mark = f" {words.inferred_mark()}" if service.fee_inferred else ""
    return _("{models}{mark}. Il prezzo sta solo nell’atto del centro.").format(models=_capital(models), mark=mark)


def _named(services: Sequence[Service]) -> str:
    """One a line; many are counted and told by code: the one that all need would fill its page with names."""
    if len(services) > _ONE_A_LINE:
        codes = ", ".join(row.code for row in services)
        return _("{count} servizi del catalogo: {codes}").format(count=len(services), codes=codes)
    return "\n".join(f"{row.code} · {in_language(row.name, row.name_en)}" for row in services)


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _centres(sheet: ServiceSheet) -> list[Flowable]:
    heading = _("Centri di aggregazione che lo offrono")
    if not sheet.centres:
        return style.section(heading, style.text(_("Nessuna fonte consultata mostra un centro che lo offre.")))
    heads = (_("Centro"), _("Ente capofila"), _("Province"))
    rows = [(row.name, row.lead_authority or "–", _provinces(row) or "–") for row in sheet.centres]
    return style.section(heading, style.listing(heads, rows, style.spread((42, 42, 26))))


def _provinces(centre: Centre) -> str:
    return ", ".join(centre.catchment or ((centre.province,) if centre.province else ()))


def _sources(sheet: ServiceSheet) -> list[Flowable]:
    lines = [words.source_words(source) for source in sheet.service.sources]
    lines = lines or [_("Nessuna fonte indicata nel catalogo.")]
    notice = words.missing_notice(style.count_missing(sheet))
    lines += [notice] if notice else []
    return style.section(_("Fonti"), *(style.item(line) for line in lines))
