# SPDX-License-Identifier: EUPL-1.2
"""The service levels of a year on paper, for the council: what was promised, measured, contested, deducted."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.actions.level_views import IndicatorYear, LevelPeriod, LevelsYear
from app.actions.levels import contracts_with_levels, levels_of_year
from app.actions.municipality import show_office
from app.domain.concessions import ContractId
from app.domain.level_rules import Outcome
from app.domain.level_stages import Stage
from app.domain.municipality import Office
from app.errors import UserError
from app.reports import page, publication, style, words
from app.store import Store
from app.text import _, day, money, ngettext, speaking
from app.text.level_words import (
    cap_words,
    every_period,
    missing_words,
    number_words,
    penalty_words,
    period_label,
    stage_label,
    target_words,
    working_words,
)

_WAIVED = "waived"  # the step that says why a penalty was waived
_ROOM = 150.0  # points that an indicator wants with its first rows


@dataclass(frozen=True, slots=True)
class LevelsReport:
    """The year of one contract, or of all that have indicators."""

    office: Office
    year: int
    contracts: tuple[LevelsYear, ...]
    printed_at: datetime  # UTC
    names: tuple[str, ...] | None = None  # of the people to be left out; None: the version for the council

    @property
    def periods(self) -> tuple[LevelPeriod, ...]:
        """The periods of all contracts that are over or were read."""
        every = (period for contract in self.contracts for period in contract.periods)
        return tuple(period for period in every if period.stage is not Stage.NOT_YET)


def gather(store: Store, key: str = "", *, now: datetime, for_publication: bool = False) -> LevelsReport:
    """Read a year; the key is `ID`, `ID:YEAR` or `:YEAR`; without ID all contracts that have indicators.

    The version for publication tells that a penalty was waived, not why.
    """
    number, _colon, told = key.partition(":")
    if (number and not number.isdecimal()) or (told and not told.isdecimal()):
        raise UserError("level.unknown_print", key=key)
    year = int(told) if told else store.today().year
    ids = [ContractId(int(number))] if number else contracts_with_levels(store)
    contracts = tuple(levels_of_year(store, contract_id, year) for contract_id in ids)
    names = publication.known_names(store) if for_publication else None
    return LevelsReport(show_office(store), year, contracts, now, names)


def draw(report: LevelsReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: LevelsReport) -> page.Sheet:
    return page.Sheet(
        title=_("Livelli di servizio {year}").format(year=report.year),
        comune=words.comune_name(report.office),
        subject=_("Livelli di servizio dei contratti, con le penali"),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(_("Fonte: letture registrate dall'ufficio, regole dei contratti indicate accanto a ciascuna."),),
        version=publication.version(report.names),
    )


def _story(report: LevelsReport) -> list[Flowable]:
    story: list[Flowable] = [
        style.text(_("Livelli di servizio {year}").format(year=report.year), style.TITLE),
        Spacer(0, 6),
        style.text(_lead(report), style.LEAD),
        Spacer(0, 8),
    ]
    for contract in report.contracts:
        story += _contract(contract, report.names)
    if report.names is not None:
        told = [_("Perché una penale non si è applicata, le note dell'ufficio e i nomi delle persone.")]
        story += publication.left_out(told)
    return story


def _lead(report: LevelsReport) -> str:
    periods = report.periods
    if not periods:
        return _("Nessun livello di servizio da misurare nel {year}.").format(year=report.year)
    read = sum(one.reading is not None for one in periods)
    missed = sum(_is_breach(one) for one in periods)
    penalties = sum((one.penalties for one in report.contracts), Decimal(0))
    deducted = sum((one.deducted for one in report.contracts), Decimal(0))
    parts = [
        ngettext("{read} lettura su {due}", "{read} letture su {due}", read).format(read=read, due=len(periods)),
        ngettext("{count} mancanza", "{count} mancanze", missed).format(count=missed),
        _("penali {amount}").format(amount=money(penalties)),
        _("detratti {amount}").format(amount=money(deducted)),
    ]
    unknown = sum(one.unknown for one in report.contracts)
    if unknown:
        told = ngettext("{count} penale da inserire", "{count} penali da inserire", unknown)
        parts.append(told.format(count=unknown))
    return " · ".join(parts)


def _contract(year: LevelsYear, names: tuple[str, ...] | None) -> list[Flowable]:
    contract, say = year.contract, publication.speaker(names)
    cig = _("CIG {cig}").format(cig=contract.cig) if contract.cig else ""
    told = " · ".join(part for part in (contract.supplier, contract.reference, cig) if part)
    content: list[Flowable] = [style.text(say(told))] if told else []
    if not year.indicators:
        content.append(style.text(_("Nessun indicatore registrato.")))
    for one in year.indicators:
        content += _indicator(one, names)
    return style.section(say(contract.title or contract.supplier), *content)


def _indicator(one: IndicatorYear, names: tuple[str, ...] | None) -> list[Flowable]:
    indicator, say = one.indicator, publication.speaker(names)
    rule = [part for part in (penalty_words(indicator), cap_words(indicator)) if part]
    lines = [
        f"{target_words(indicator)} · {every_period(indicator.period)}",
        ", ".join(rule),
        _("Fonte: {source}").format(source=indicator.source or _("da inserire")),
    ]
    head: list[Flowable] = [CondPageBreak(_ROOM), style.text(say(indicator.name), style.SUBHEADING)]
    head += [style.text(say(line), style.SMALL) for line in lines]
    rows = [_cells(period, is_public=names is not None) for period in one.periods if period.stage is not Stage.NOT_YET]
    if not rows:
        return [*head, style.text(_("Nessun periodo finito."))]
    heads = (_("Periodo"), _("Misura"), _("Esito"), _("Penale"), _("Che cosa è stato fatto"))
    total = (_("Totale"), "", "", money(one.charged), "") if one.charged else None
    widths = style.spread((34, 24, 34, 26, 52))
    return [
        *head,
        Spacer(0, 4),
        style.listing(heads, rows, widths, right=(1, 3), total=total),
        *_workings(one, is_public=names is not None),
    ]


def _workings(one: IndicatorYear, *, is_public: bool) -> list[Flowable]:
    """How each penalty was reckoned, so that the amount can be checked by hand."""
    lines = []
    for period in one.periods:
        if period.judged is None or not _is_breach(period):
            continue
        told_steps = [step for step in period.judged.working if not (is_public and step.code == _WAIVED)]
        steps = "; ".join(working_words(step, one.indicator.unit) for step in told_steps)
        missing = missing_words(period.judged.missing) if period.judged.missing else ""
        told = "; ".join(part for part in (steps, missing) if part)
        lines.append(style.item(f"{period_label(one.indicator.period, period.starts_on)}: {told}"))
    return [Spacer(0, 4), style.text(_("Come sono calcolate le penali"), style.NOTE_LABEL), *lines] if lines else []


def _cells(period: LevelPeriod, *, is_public: bool) -> tuple[str, ...]:
    indicator, reading = period.indicator, period.reading
    penalty = "–"
    if period.judged is not None and _is_breach(period):
        penalty = _("da inserire") if period.penalty is None else money(period.penalty)
    return (
        period_label(indicator.period, period.starts_on),
        number_words(reading.value, indicator.unit) if reading else "–",
        stage_label(period.stage),
        penalty,
        "\n".join(_done(period, is_public=is_public)) or "–",
    )


def _done(period: LevelPeriod, *, is_public: bool) -> list[str]:
    reading = period.reading
    if reading is None:
        return []
    lines = []
    if reading.contested_on is not None:
        told = _("contestata il {day}").format(day=day(reading.contested_on))
        number = _(", protocollo {number}").format(number=reading.protocol) if reading.protocol else ""
        lines.append(told + number)
    if reading.replied_on is not None:
        lines.append(_("risposta del {day}").format(day=day(reading.replied_on)))
    if reading.waived_reason:
        told = _("non applicata: {reason}").format(reason=reading.waived_reason)
        lines.append(_("non applicata") if is_public else told)
    if reading.deducted_on is not None:
        number = period.invoice.number if period.invoice else "–"
        told = _("detratta il {day} dalla fattura {number}")
        lines.append(told.format(day=day(reading.deducted_on), number=number))
    return lines


def _is_breach(period: LevelPeriod) -> bool:
    return period.judged is not None and period.judged.outcome is Outcome.BREACH
