# SPDX-License-Identifier: EUPL-1.2
"""`status`: the figures of the first page."""

from dataclasses import asdict
from typing import Any

from app.actions.accession_overview import Counts
from app.actions.concession_overview import Running
from app.actions.overview import Overview, look_over
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.funding import FundingTotals
from app.text import _, day, moment, money, ngettext
from app.text.catalogue_labels import publisher_label


@word(help=_("I numeri della pagina Inizio."))
@pass_words
def status(words: Words) -> None:
    """Where we stand today."""
    overview = look_over(words.store, words.store.today())
    words.answer(_as_json(overview), _lines(overview))


def totals_json(totals: FundingTotals) -> dict[str, Any]:
    """Amounts and counts by state; `granted` is decreed and neither paid nor renounced."""
    return {
        "projects": totals.projects,
        "granted": f"{totals.granted:.2f}",
        "granted_projects": totals.granted_count,
        "paid": f"{totals.paid:.2f}",
        "paid_projects": totals.paid_count,
        "outstanding": f"{totals.outstanding:.2f}",
        "renounced": f"{totals.renounced:.2f}",
        "renounced_projects": totals.renounced_count,
        "renunciation_pending": f"{totals.pending:.2f}",
        "renunciation_pending_projects": totals.pending_count,
        "awarded": f"{totals.awarded:.2f}",
    }


def concessions_json(running: Running) -> dict[str, Any]:
    """Counts by state, what is known to be due this year, and of how many contracts something of it is not."""
    return {
        **asdict(running.counts),
        "year_fee": f"{running.year_fee:.2f}",
        "without_fee": running.without_fee,
    }


def _as_json(overview: Overview) -> dict[str, Any]:
    office, edition, copy = overview.office, overview.edition, overview.last_backup
    return {
        "comune": {
            "name": office.name, "istat": office.istat, "province": office.province, "is_example": office.is_example,
        },
        "funding": totals_json(overview.totals),
        "accessions": asdict(overview.procedures.counts),
        "concessions": concessions_json(overview.running),
        "deadlines": {"overdue": overview.overdue, "next_30_days": overview.next_30_days},
        "catalogue": {"edition": edition.number if edition else None, "services": overview.services},
        "last_import": overview.last_import.at.isoformat().replace("+00:00", "Z") if overview.last_import else None,
        "last_backup": copy.made_at.isoformat().replace("+00:00", "Z") if copy else None,
    }  # fmt: skip


def _accessions_line(counts: Counts) -> str:
    told = _("Adesioni: in corso {open}, in attesa del centro {awaited}, attive {active}, concluse {ended}")
    return told.format(**asdict(counts))


def _concessions_lines(running: Running) -> list[str]:
    counts = running.counts
    if not (counts.standing or counts.over or counts.invoices_to_examine):
        return []
    told = _("Concessioni: in attivazione {coming}, attive {running}, concluse {over}")
    fee = _("  canone dovuto quest'anno: {amount}").format(amount=money(running.year_fee))
    unknown = ngettext("{count} da inserire", "{count} da inserire", running.without_fee)
    invoices = _("  fatture da esaminare: {count}").format(count=counts.invoices_to_examine)
    return [
        told.format(coming=counts.coming, running=counts.running, over=counts.over),
        f"{fee} ({unknown.format(count=running.without_fee)})" if running.without_fee else fee,
        *([invoices] if counts.invoices_to_examine else []),
    ]


def _lines(overview: Overview) -> list[str]:
    totals = overview.totals
    name = _("Comune di {name} ({province})").format(name=overview.office.name, province=overview.office.province)
    projects = ngettext("{count} progetto", "{count} progetti", totals.projects).format(count=totals.projects)
    edition = overview.edition
    deadlines = ngettext(
        "Scadenze: {late} passata, {soon} nei prossimi 30 giorni",
        "Scadenze: {late} passate, {soon} nei prossimi 30 giorni",
        overview.overdue,
    )
    lines = [
        name,
        _("Finanziamenti: {projects}").format(projects=projects),
        _("  da erogare: {count} per {amount}").format(count=totals.granted_count, amount=money(totals.granted)),
        _("  erogati: {count} per {amount}").format(count=totals.paid_count, amount=money(totals.paid)),
        _("  rinunciati: {count} per {amount}").format(count=totals.renounced_count, amount=money(totals.renounced)),
        _accessions_line(overview.procedures.counts),
        *_concessions_lines(overview.running),
        deadlines.format(late=overview.overdue, soon=overview.next_30_days),
    ]  # fmt: skip
    if edition:
        lines.append(
            _("Catalogo n. {number} di {publisher}, del {day}, {services} servizi").format(
                number=edition.number,
                publisher=publisher_label(edition.publisher),
                day=day(edition.published_on),
                services=edition.services,
            )
        )
    copy = overview.last_backup
    lines.append(_("Copia di sicurezza: {moment}").format(moment=moment(copy.made_at) if copy else _("nessuna")))
    return lines
