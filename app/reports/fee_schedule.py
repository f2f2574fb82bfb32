# SPDX-License-Identifier: EUPL-1.2
"""The fee schedule of a contract on paper: terms, years, instalments, and how each amount was reckoned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.contracts import find_contract
from app.actions.fee_facts import fee_facts
from app.actions.instalments import StandingView, show_standings
from app.actions.municipality import show_office
from app.domain.fee_schedule import YearTotal
from app.domain.fees import Fee, Instalment
from app.domain.municipality import Office
from app.reports import page, style, words
from app.store import Store
from app.text import _, amount, day, money, speaking
from app.text.fee_words import missing_words, working_lines
from app.text.instalment_words import due_day, invoice_numbers, open_told, standing_label


@dataclass(frozen=True, slots=True)
class FeeScheduleReport:
    """The schedule of one print."""

    office: Office
    view: StandingView
    printed_at: datetime  # UTC


def gather(store: Store, key: str, *, now: datetime) -> FeeScheduleReport:
    """Read the schedule of the contract of a number or a CIG; UserError `contract.unknown`."""
    return FeeScheduleReport(show_office(store), show_standings(store, find_contract(store, key)), now)


def draw(report: FeeScheduleReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report.view), target, language)


def _sheet(report: FeeScheduleReport) -> page.Sheet:
    until = _("Rate che cominciano fino al {day}").format(day=day(report.view.until))
    return page.Sheet(
        title=_("Rate del canone"),
        comune=words.comune_name(report.office),
        subject=report.view.contract.title,
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(until, _("Importi in euro, calcolati da ciò che è scritto degli atti")),
    )


def _story(view: StandingView) -> list[Flowable]:
    contract = view.contract
    about = [(_("Fornitore"), contract.supplier), (_("CIG"), contract.cig), (_("CUP"), contract.cup)]
    term = _("dal {first} al {last}").format(first=_day(contract.starts_on), last=_day(contract.ends_on))
    about.append((_("Durata"), term))
    story: list[Flowable] = [
        style.text(_("Rate del canone"), style.TITLE),
        Spacer(0, 4),
        style.text(contract.title, style.LEAD),
        Spacer(0, 6),
        style.facts((label, told) for label, told in about if told),
    ]
    if not view.fees:
        return [*story, Spacer(0, 8), style.text(_("Nessun canone è ancora scritto."))]
    if view.years:
        story += style.section(_("Totali per anno"), _years(view))
    for fee in view.fees:
        story += _fee_story(view, fee)
    return story


def _years(view: StandingView) -> Flowable:
    heads = (_("Anno"), _("Imponibile"), _("IVA"), _("Totale"), _("A carico del bilancio"), _("Manca"))
    rows = [
        (
            str(one.year),
            _amount(one.net),
            _amount(one.vat),
            _amount(one.gross),
            _amount(one.on_budget),
            _lacks(one),
        )
        for one in view.years
    ]
    return style.listing(heads, rows, style.spread((16, 30, 28, 30, 34, 32)), right=(1, 2, 3, 4))


def _lacks(one: YearTotal) -> str:
    if one.gross is not None:
        return missing_words(one.missing)
    return _("almeno {amount}. {missing}").format(amount=money(one.known), missing=missing_words(one.missing))


def _fee_story(view: StandingView, fee: Fee) -> list[Flowable]:
    ours = [one for one in view.instalments if one.fee_id == fee.id]
    gaps = dict(view.gaps).get(fee.id, ())
    story = style.section(fee.title, style.facts(fee_facts(fee)))
    if gaps:
        story.append(style.text(missing_words(gaps), style.SMALL))
    if ours:
        story += [Spacer(0, 6), _instalments(view, ours)]
        story.append(style.text(_("Come è calcolato"), style.SUBHEADING))
        story += _workings(ours)
    return story


def _instalments(view: StandingView, found: Iterable[Instalment]) -> Flowable:
    heads = (_("Rata"), _("Periodo"), _("Scadenza"), _("Imponibile"), _("IVA"), _("Totale"), _("Stato"))
    rows = [
        (
            str(one.number),
            f"{day(one.starts_on)}\n{day(one.ends_on)}" if one.ends_on != one.starts_on else day(one.starts_on),
            _due(view, one),
            _amount(one.net),
            _amount(one.vat),
            _amount(one.gross),
            _state(view, one),
        )
        for one in found
    ]
    return style.listing(heads, rows, style.spread((13, 27, 26, 28, 26, 28, 30)), right=(3, 4, 5))


def _due(view: StandingView, one: Instalment) -> str:
    """The day with its weekday, and the working day after where it is none."""
    return "\n".join(told for told in (due_day(one) or _day(None), open_told(view.standing(one))) if told)


def _state(view: StandingView, one: Instalment) -> str:
    """What was done of it, with the invoice and the day of the payment."""
    standing = view.standing(one)
    return "\n".join(told for told in (standing_label(one, standing), invoice_numbers(standing)) if told)


def _workings(found: Iterable[Instalment]) -> list[Flowable]:
    """The reckonings, each said once with the instalments that it gives."""
    alike: dict[tuple[str, ...], list[Instalment]] = {}
    for one in found:
        lines = (*working_lines(one.working), *((missing_words(one.missing),) if one.missing else ()))
        alike.setdefault(lines, []).append(one)
    story: list[Flowable] = []
    for lines, ours in alike.items():
        said = [style.text(line, style.SMALL) for line in lines]
        story.append(style.together(style.text(_whose(ours), style.LABEL), *said, Spacer(0, 5)))
    return story


def _whose(ours: list[Instalment]) -> str:
    if len(ours) == 1:
        span = _("Rata {number}, dal {first} al {last}")
        return span.format(number=ours[0].number, first=day(ours[0].starts_on), last=day(ours[0].ends_on))
    return _("Rate {numbers}").format(numbers=", ".join(_ranges([one.number for one in ours])))


def _ranges(numbers: list[int]) -> list[str]:
    """`1-3`, `5`: numbers that follow each other as one."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return [f"{first}-{last}" if last > first else str(first) for first, last in spans]


def _amount(value: Decimal | None) -> str:
    return _("da inserire") if value is None else amount(value)


def _day(value: date | None) -> str:
    return day(value) or _("da inserire")
