# SPDX-License-Identifier: EUPL-1.2
"""The request of a procedure: services, what pays them, what they cost by which act, who signs, on what ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from app.actions.accessions import AccessionView, show_accession
from app.domain.accession_dates import enforceable_day
from app.domain.accessions import AccessionId, Choice, RequestedService
from app.domain.acts import Act
from app.domain.request_costs import CostOverTerm, Span
from app.reports import accession_words as say
from app.reports import page, style
from app.store import Store
from app.text import _, day, money, ngettext, speaking
from app.text.accession_labels import body_label, choice_label


@dataclass(frozen=True, slots=True)
class RequestReport:
    """A procedure with its request; `for_publication` leaves the names of people out."""

    view: AccessionView
    printed_at: datetime  # UTC
    for_publication: bool = False

    @property
    def costs(self) -> CostOverTerm | None:
        """What the requested services cost over the term, from the figures of the acts."""
        return self.view.costs


def gather(store: Store, key: str, *, now: datetime, for_publication: bool = False) -> RequestReport:
    """Read a procedure by its number."""
    return RequestReport(show_accession(store, AccessionId(int(key))), now, for_publication)


def draw(report: RequestReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        sheet = say.sheet(
            report.view, _("Richiesta al centro"), report.printed_at, for_publication=report.for_publication
        )
        page.write(sheet, lambda: _story(report), target, language)


def _story(report: RequestReport) -> list[Flowable]:
    return [
        *say.opening(report.view),
        *_services(report),
        *_costs(report),
        *_set_aside(report.view),
        *_acts(report.view.case.acts),
        *_agreement(report.view),
        *([] if report.for_publication else _people(report.view)),
    ]


def _services(report: RequestReport) -> list[Flowable]:
    heading = _("Servizi chiesti")
    requested = report.view.case.requested
    if not requested:
        return style.section(heading, style.text(_("Nessun servizio scelto.")))
    heads = (_("Codice"), _("Servizio"), _("Quantità"), _("CUP e CIG"), _("Già finanziato"))
    rows = [(one.code, _named(one), _quantity(one), _codes(one), _funding(report.view, one.code)) for one in requested]
    return style.section(heading, style.listing(heads, rows, style.spread((20, 50, 20, 30, 30))))


def _costs(report: RequestReport) -> list[Flowable]:
    heading = _("Costi scritti negli atti")
    costs = report.costs
    if costs is None:
        return style.section(heading, style.text(_("Nessun atto dà ancora una cifra: il costo non si stima.")))
    heads = (_("Servizio"), _("Una volta"), _("All'anno"), _("In tutto"), _("Atto"))
    rows = [
        (cost.line.code, _amount(cost.line.once), _amount(cost.line.yearly), _amount(cost.total), cost.line.source_act)
        for cost in costs.lines
        if cost.line.once is not None or cost.line.yearly is not None
    ]
    total = (_("Totale"), _amount(costs.once), _amount(costs.yearly), _amount(costs.total), "")
    table = style.listing(heads, rows, style.spread((22, 27, 27, 29, 45)), right=(1, 2, 3), total=total)
    return style.section(heading, table, *(style.text(told, style.SMALL) for told in _explanation(costs)))


def _explanation(costs: CostOverTerm) -> list[str]:
    """How the total came about, and what it leaves out."""
    told = []
    if costs.span is None and costs.yearly is not None:
        told.append(_("Senza le date di inizio e fine non si dice quanto costa in tutto."))
    elif costs.span is not None:
        told.append(_span_words(costs.span))
    if costs.without_figures:
        told.append(_without(len(costs.without_figures)))
    return told


def _span_words(span: Span) -> str:
    years = ngettext("{count} anno", "{count} anni", span.years).format(count=span.years)
    if not span.days:
        return _("In tutto: una volta, più quanto costa all'anno per {years}.").format(years=years)
    days = ngettext("{count} giorno su {all}", "{count} giorni su {all}", span.days)
    return _("In tutto: una volta, più quanto costa all'anno per {years} e {days}.").format(
        years=years, days=days.format(count=span.days, all=span.days_in_year)
    )


def _set_aside(view: AccessionView) -> list[Flowable]:
    aside = [one for one in view.case.services if one.choice is not Choice.REQUESTED]
    if not aside:
        return []
    heads = (_("Servizio"), _("Scelta"), _("Motivo"))
    rows = [(f"{one.code} · {one.name}", choice_label(one.choice.value), one.reason) for one in aside]
    return style.section(_("Servizi non chiesti"), style.listing(heads, rows, style.spread((56, 24, 62))))


def _acts(acts: Iterable[Act]) -> list[Flowable]:
    known = [act for act in acts if act.on or act.number]
    if not known:
        return []
    heads = (_("Atto"), _("Organo"), _("Numero e data"), _("Pubblicata"), _("Esecutiva"))
    rows = [
        (act_label(act.kind), body_label(act.body), _number(act), day(act.published_on), day(enforceable_day(act)))
        for act in known
    ]
    return style.section(_("Atti"), style.listing(heads, rows, style.spread((32, 32, 34, 24, 24))))


def _agreement(view: AccessionView) -> list[Flowable]:
    """What an agreement must state (art. 30 TUEL), as far as it was written."""
    accession = view.accession
    rows = [
        (_("Fini"), accession.purpose),
        (_("Durata"), say.term_words(accession.starts_on, accession.ends_on)),
        (_("Forme di consultazione"), accession.consultation),
        (_("Rapporti finanziari"), accession.financial_relations),
        (_("Obblighi e garanzie"), accession.obligations),
        (_("Termini presi da"), accession.terms_source),
    ]
    empty = _("non ancora scritto")
    return style.section(_("Convenzione (art. 30 TUEL)"), style.facts([(label, told or empty) for label, told in rows]))


def _people(view: AccessionView) -> list[Flowable]:
    accession = view.accession
    signer = ", ".join(part for part in (accession.signer_name, accession.signer_role) if part)
    contact = ", ".join(
        part for part in (accession.contact_name, accession.contact_email, accession.contact_phone) if part
    )
    empty = _("non ancora scritto")
    rows = [(_("Chi firma"), signer or empty), (_("Chi segue la richiesta"), contact or empty)]
    return style.section(_("Persone"), style.facts(rows))


def act_label(kind: str) -> str:
    """A kind of act of `domain.acts.ACT_KINDS`."""
    names = {
        "proposal": _("Proposta di delibera"),
        "resolution": _("Delibera"),
        "determination": _("Determina"),
        "agreement": _("Convenzione"),
        "accession_deed": _("Atto di adesione"),
        "delegation": _("Delega"),
    }
    return names.get(kind, _("Altro atto"))


def _named(one: RequestedService) -> str:
    return f"{one.name}\n{one.note}" if one.note else one.name


def _quantity(one: RequestedService) -> str:
    return "" if one.quantity is None else f"{one.quantity} {one.unit}".strip()


def _codes(one: RequestedService) -> str:
    return "\n".join(part for part in (one.cup, one.cig) if part)


def _funding(view: AccessionView, code: str) -> str:
    projects = dict(view.funded).get(code, ())
    return "\n".join(f"{project.cup}\n{money(project.amount)}" for project in projects)


def _without(count: int) -> str:
    return ngettext(
        "Per {count} servizio nessun atto dà una cifra: resta fuori dal totale.",
        "Per {count} servizi nessun atto dà una cifra: restano fuori dal totale.",
        count,
    ).format(count=count)


def _number(act: Act) -> str:
    if act.number and act.on:
        return _("{number} del {day}").format(number=act.number, day=day(act.on))
    return act.number or day(act.on)


def _amount(value: Decimal | None) -> str:
    return "" if value is None else money(value)
