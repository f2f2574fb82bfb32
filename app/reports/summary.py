# SPDX-License-Identifier: EUPL-1.2
"""The comune's summary on two pages: situation, money, projects, deadlines, sources, what is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.actions import funding as funding_actions
from app.actions import overview
from app.domain.catalogue import EditionInfo
from app.domain.deadlines import KnownDeadline
from app.domain.funding import FundingTotals, Project
from app.domain.municipality import Office, Person
from app.reports import page, style, words
from app.reports.charts import MoneyByYear, YearAmounts
from app.reports.due import deadline_section
from app.store import Store
from app.text import _, day, moment, money, ngettext, speaking

_PROJECTS_ROOM = 400.0  # points that must be left on a page for the table of projects to begin there


@dataclass(frozen=True, slots=True)
class LastImport:
    """The import that brought what we know, and how fresh its files were."""

    at: datetime  # UTC
    files: tuple[str, ...]
    as_of: date
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

    @property
    def today(self) -> date:
        """The day of the print, in Rome."""
        return words.local_day(self.printed_at)

    @property
    def without_deadline(self) -> tuple[Project, ...]:
        """The projects still open of whose term no source tells."""
        known = {(deadline.project_call, deadline.cup) for deadline in self.deadlines}
        still_open = (row for row in self.projects if row.status in words.STATES[:2])
        return tuple(row for row in still_open if (row.call, row.cup) not in known)


def gather(store: Store, *, now: datetime, for_publication: bool = False) -> Summary:
    """Read the summary; the version for publication holds no person."""
    seen = overview.look_over(store, words.local_day(now))
    last = seen.last_import
    return Summary(
        office=seen.office,
        people=() if for_publication else tuple(seen.people),
        edition=seen.edition,
        last_import=LastImport(last.at, tuple(last.files), last.as_of, last.added, last.changed) if last else None,
        totals=seen.totals,
        by_year=tuple(YearAmounts(row.year, row.granted, row.paid) for row in seen.by_year),
        projects=tuple(funding_actions.list_projects(store)),
        deadlines=tuple(seen.deadlines),
        printed_at=now,
        is_publication=for_publication,
    )


def draw(summary: Summary, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the summary as a PDF: the same summary gives the same bytes."""
    with speaking(language):
        page.write(_sheet(summary), lambda: _story(summary), target, language)


def _sheet(summary: Summary) -> page.Sheet:
    version = (
        _("Versione per la pubblicazione: senza nomi di persone.")
        if summary.is_publication
        else _("Versione per gli uffici: contiene nomi di persone, non pubblicare.")
    )
    return page.Sheet(
        title=_("Riepilogo del comune"),
        comune=words.comune_name(summary.office),
        subject=_("Servizi digitali e finanziamenti: situazione, progetti, scadenze, fonti"),
        printed_at=summary.printed_at,
        is_example=summary.office.is_example,
        notices=(_("Filtro: nessuno, tutti i progetti. {version}").format(version=version), _source(summary)),
    )


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
        *_unknown(summary),
        CondPageBreak(_PROJECTS_ROOM),
        *_projects(summary),
        *deadline_section(summary.deadlines, summary.today),
        *_sources(summary),
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
        (_("Abitanti"), words.count_people(office.population)),
        (_("Indirizzo"), office.address),
        (_("Contatti"), " · ".join(part for part in (office.pec, office.phone, office.website) if part)),
    ]
    rows += [(label, value) for label, value in optional if value]
    return [
        *rows,
        (_("Catalogo"), _edition_words(summary.edition)),
        (_("Dati aperti"), _import_words(summary)),
    ]


def _ipa_words(office: Office) -> str:
    if office.ipa_code_confirmed:
        return office.ipa_code
    return _("{code} (presunto)").format(code=office.ipa_code)


def _person_words(person: Person) -> str:
    since = _("dal {day}").format(day=day(person.since)) if person.since else ""
    until = _("al {day}").format(day=day(person.until)) if person.until else ""
    term = " ".join(part for part in (since, until) if part)
    return " · ".join(part for part in (person.name, person.email, person.phone, term) if part)


def _edition_words(edition: EditionInfo | None) -> str:
    if edition is None:
        return _("nessuna edizione caricata")
    return _("edizione n. {number} del {day}, {services} servizi, a cura di {publisher}").format(
        number=edition.number,
        day=day(edition.published_on),
        services=edition.services,
        publisher=edition.publisher,
    )


def _import_words(summary: Summary) -> str:
    last = summary.last_import
    if last is None:
        return _("mai importati")
    age = max(0, (summary.today - last.as_of).days)
    fresh = ngettext("{count} giorno fa", "{count} giorni fa", age).format(count=age)
    return _("aggiornati al {as_of} ({fresh}), importati il {moment}").format(
        as_of=day(last.as_of), fresh=fresh, moment=moment(last.at)
    )


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
    rows = [
        (row.call, row.cup or "–", money(row.amount), words.state_since(row.status, row.status_on))
        for row in summary.projects
    ]
    widths = style.spread((53, 26, 24, 25))
    total = (_("Concessi, senza i rinunciati"), "", money(summary.totals.awarded), "")
    return style.section(heading, style.listing(heads, rows, widths, right={2}, total=total))


def _sources(summary: Summary) -> list[Flowable]:
    files: dict[tuple[str, date], int] = {}
    for row in summary.projects:
        files[row.source_file, row.as_of] = files.get((row.source_file, row.as_of), 0) + 1
    lines = [
        _("{file}, aggiornato al {day}: {projects}.").format(
            file=name, day=day(as_of), projects=words.projects_count(count)
        )
        for (name, as_of), count in sorted(files.items())
    ]
    if summary.edition is not None:
        lines.append(_("Catalogo, {edition}.").format(edition=_edition_words(summary.edition)))
    lines.append(_("Dati dell’ufficio: scritti dal comune in Campanile."))
    return style.section(_("Fonti e loro date"), *(style.item(line) for line in lines))


def _unknown(summary: Summary) -> list[Flowable]:
    lines = list(_unknown_words(summary))
    return [style.together(*style.section(_("Che cosa non si sa"), *(style.item(line) for line in lines)))]


def _unknown_words(summary: Summary) -> Iterable[str]:
    office = summary.office
    if summary.last_import is None:
        yield _("Nessun dato aperto importato: i finanziamenti del comune non sono noti.")
    else:
        yield _(
            "I dati aperti non dicono a che passo è un progetto non ancora erogato, né le revoche, né quanto "
            "il comune ha speso."
        )
    if not office.ipa_code_confirmed:
        yield _("Il codice IPA è presunto: nessun file importato lo conferma.")
    empty = [
        (_("abitanti"), office.population),
        (_("codice fiscale"), office.fiscal_code),
        (_("indirizzo"), office.address),
        (_("PEC"), office.pec),
    ]
    names = ", ".join(label for label, value in empty if not value)
    if names:
        yield _("Dati dell’ufficio non ancora scritti: {names}.").format(names=names)
    if not summary.people and not summary.is_publication:
        yield _("Le persone dell’ufficio non sono ancora scritte.")
    if summary.without_deadline:
        yield _("Nessuna fonte consultata dice il termine di questi progetti: {names}.").format(
            names=", ".join(row.cup or row.call for row in summary.without_deadline)
        )
    notice = words.missing_notice(style.count_missing(summary))
    if notice:
        yield notice
