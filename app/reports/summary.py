# SPDX-License-Identifier: EUPL-1.2
"""The comune's summary on two pages: situation, money, projects, procedures, deadlines, sources, what is not known."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.actions import funding as funding_actions
from app.actions import overview
from app.actions.accessions import AccessionRow, survey_accessions
from app.domain.catalogue import EditionInfo
from app.domain.dates import to_rome
from app.domain.deadlines import KnownDeadline
from app.domain.funding import FundingTotals, Project, Status
from app.domain.municipality import Office, Person
from app.formats.reference import load_municipalities
from app.reports import page, style, words
from app.reports.accessions import accession_section
from app.reports.charts import MoneyByYear, YearAmounts
from app.reports.due import deadline_section
from app.reports.grounds import edition_words, source_section, unknown_section
from app.store import Store
from app.text import _, day, moment, money, speaking

_PROJECTS_ROOM = 220.0  # points that must be left on a page for the table of projects to begin there


@dataclass(frozen=True, slots=True)
class LastImport:
    """The import that came last."""

    at: datetime  # UTC
    files: tuple[str, ...]
    added: int
    changed: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What the store knows of the comune at one moment."""

    office: Office
    people: tuple[Person, ...]  # none in the version for publication
    edition: EditionInfo | None
    last_import: LastImport | None
    totals: FundingTotals
    by_year: tuple[YearAmounts, ...]
    projects: tuple[Project, ...]
    deadlines: tuple[KnownDeadline, ...]
    printed_at: datetime  # UTC
    is_publication: bool
    accessions: tuple[AccessionRow, ...] = ()
    fresh: tuple[date, date] | None = None  # of the data of our projects: the oldest and the newest
    census: int | None = None  # residents in 2011, as the reference data have them

    @property
    def today(self) -> date:
        """The day of the print, in Rome."""
        return to_rome(self.printed_at).date()

    @property
    def without_deadline(self) -> tuple[Project, ...]:
        """The projects to be completed of whose term no source tells; one that is being renounced has none."""
        known = {(deadline.project_call, deadline.cup) for deadline in self.deadlines}
        still_open = (row for row in self.projects if row.status is Status.FUNDED)
        return tuple(row for row in still_open if (row.call, row.cup) not in known)


def gather(store: Store, *, now: datetime, for_publication: bool = False) -> Summary:
    """Read the summary; the version for publication holds no person."""
    seen = overview.look_over(store, to_rome(now).date())
    last = seen.last_import
    return Summary(
        office=seen.office,
        people=() if for_publication else tuple(seen.people),
        edition=seen.edition,
        last_import=LastImport(last.at, tuple(last.files), last.added, last.changed) if last else None,
        accessions=tuple(survey_accessions(store)),
        fresh=seen.fresh,
        totals=seen.totals,
        by_year=tuple(YearAmounts(row.year, row.granted, row.paid) for row in seen.by_year),
        projects=tuple(funding_actions.list_projects(store)),
        deadlines=tuple(seen.deadlines),
        printed_at=now,
        is_publication=for_publication,
        census=_census(seen.office),
    )


def _census(office: Office) -> int | None:
    same = (item for item in load_municipalities() if item.belfiore == office.belfiore)
    return next((item.population_2011 for item in same), None)


def draw(summary: Summary, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the summary as a PDF: the same summary gives the same bytes."""
    with speaking(language):
        page.write(_sheet(summary), lambda: _story(summary), target, language)


def _sheet(summary: Summary) -> page.Sheet:
    return page.Sheet(
        title=_("Riepilogo del comune"),
        comune=words.comune_name(summary.office),
        subject=_("Servizi digitali e finanziamenti: situazione, progetti, scadenze, fonti"),
        printed_at=summary.printed_at,
        is_example=summary.office.is_example,
        notices=(_("Filtro: nessuno, tutti i progetti"), _source(summary)),
        version=_version(summary),
    )


def _version(summary: Summary) -> str:
    if summary.is_publication:
        return _("Versione per la pubblicazione, senza nomi di persone")
    return _("Per gli uffici, con nomi di persone: non pubblicare") if summary.people else ""


def _source(summary: Summary) -> str:
    if summary.last_import is None and not summary.projects:
        return _("Nessun dato aperto in questa stampa")
    return page.open_data_source(is_example=summary.office.is_example)


def _story(summary: Summary) -> list[Flowable]:
    return [
        style.text(words.comune_name(summary.office), style.TITLE),
        style.text(_subtitle(summary), style.SUBTITLE),
        *_situation(summary),
        *_money(summary),
        *unknown_section(summary),
        *_projects(summary),
        *accession_section(summary.accessions),
        *(deadline_section(summary.deadlines, summary.today) if summary.projects else ()),
        *source_section(summary),
    ]


def _subtitle(summary: Summary) -> str:
    return _("Servizi digitali e finanziamenti PNRR: la situazione al {day}").format(day=day(summary.today))


def _situation(summary: Summary) -> list[Flowable]:
    content: list[Flowable] = [style.facts(_office_rows(summary))]
    if summary.people:
        rows = [(words.role_name(person.role), _person_words(person)) for person in summary.people]
        content += [
            style.text(_("Persone dell’ufficio"), style.SUBHEADING),
            style.facts(rows, label_width=172),
        ]
    return style.section(_("Situazione"), *content)


def _office_rows(summary: Summary) -> list[tuple[str, str]]:
    office = summary.office
    place = _("{province} ({sigla}), {region}").format(
        province=office.province_name, sigla=office.province, region=office.region
    )
    codes = _("ISTAT {istat} · catastale {belfiore} · IPA {ipa}").format(
        istat=office.istat, belfiore=office.belfiore, ipa=_ipa_words(office)
    )
    if office.fiscal_code:
        codes = _("{codes} · codice fiscale {fiscal_code}").format(codes=codes, fiscal_code=office.fiscal_code)
    rows = [(_("Dove"), place), (_("Codici"), codes)]
    optional = [
        (_("Abitanti"), _residents_words(summary)),
        (_("Indirizzo"), office.address),
        (_("Contatti"), " · ".join(part for part in (office.pec, office.phone, office.website) if part)),
    ]
    rows += [(label, value) for label, value in optional if value]
    return [
        *rows,
        (_("Catalogo"), edition_words(summary.edition)),
        (_("Dati aperti"), _import_words(summary)),
    ]


def _residents_words(summary: Summary) -> str:
    if summary.office.population is not None:
        return words.count_people(summary.office.population)
    if summary.census is None:
        return ""
    return _("{count} al censimento del 2011").format(count=words.count_people(summary.census))


def _ipa_words(office: Office) -> str:
    if office.ipa_code_confirmed:
        return office.ipa_code
    return _("{code} (presunto)").format(code=office.ipa_code)


def _person_words(person: Person) -> str:
    since = _("dal {day}").format(day=day(person.since)) if person.since else ""
    until = _("al {day}").format(day=day(person.until)) if person.until else ""
    term = " ".join(part for part in (since, until) if part)
    return " · ".join(part for part in (person.name, person.email, person.phone, term) if part)


def _import_words(summary: Summary) -> str:
    last = summary.last_import
    if last is None or summary.fresh is None:
        return _("mai importati")
    known = words.freshness(*summary.fresh)
    return _("{known}; ultima importazione il {moment}").format(known=known, moment=moment(last.at))


def _money(summary: Summary) -> list[Flowable]:
    totals = summary.totals
    awarded_count = totals.granted_count + totals.paid_count
    boxes = [
        (_("Concessi"), totals.awarded, awarded_count),
        (_("Erogati"), totals.paid, totals.paid_count),
        (_("Da erogare"), totals.outstanding, totals.granted_count - totals.pending_count),
        (_("Rinunciati"), totals.renounced, totals.renounced_count),
    ]
    content: list[Flowable] = [
        style.figures([(label, money(amount), words.projects_count(count)) for label, amount, count in boxes])
    ]
    if totals.pending_count:
        content += [Spacer(0, 5), style.text(_pending_words(totals), style.SMALL)]
    chart = MoneyByYear(summary.by_year) if summary.by_year else style.text(_("Nessun importo da mostrare."))
    return [
        *style.section(_("Finanziamenti in totale"), *content),
        style.together(*style.section(_("Finanziamenti per anno"), Spacer(0, 3), chart)),
    ]


def _pending_words(totals: FundingTotals) -> str:
    return _(
        "Rinuncia in corso: {projects}, {amount}. Sono tra i concessi, non tra quelli da erogare; che la "
        "rinuncia sia in corso è dedotto dalle date dei dati aperti."
    ).format(projects=words.projects_count(totals.pending_count), amount=money(totals.pending))


def _projects(summary: Summary) -> list[Flowable]:
    heading = _("Progetti finanziati")
    if not summary.projects:
        return style.section(heading, style.text(_("Nessun progetto: importa i dati aperti per vederli qui.")))
    heads = (_("Avviso"), _("CUP"), _("Importo"), _("Stato"))
    rows = [(row.call, row.cup or "–", money(row.amount), words.project_state(row)) for row in summary.projects]
    widths = style.spread((53, 26, 24, 25))
    total = (_("Concessi, senza i rinunciati"), "", money(summary.totals.awarded), "")
    table = style.listing(heads, rows, widths, right={2}, total=total)
    return [CondPageBreak(_PROJECTS_ROOM), *style.section(heading, table)]
