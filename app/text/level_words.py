# SPDX-License-Identifier: EUPL-1.2
"""The words for service levels: periods, outcomes, stages, rules of penalties, and how one was reckoned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.text import _, day, money, ngettext
from app.text.number_words import shown_number

if TYPE_CHECKING:
    from app.domain.fees import WorkingStep
    from app.domain.service_levels import Indicator

_NO_BREAK = "\N{NO-BREAK SPACE}"


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_MONTHS = (
    *(_n("gennaio"), _n("febbraio"), _n("marzo"), _n("aprile"), _n("maggio"), _n("giugno")),
    *(_n("luglio"), _n("agosto"), _n("settembre"), _n("ottobre"), _n("novembre"), _n("dicembre")),
)
_PARTS = {
    "bimonthly": (2, _n("{number}° bimestre {year}")),
    "quarterly": (3, _n("{number}° trimestre {year}")),
    "four_monthly": (4, _n("{number}° quadrimestre {year}")),
    "half_yearly": (6, _n("{number}° semestre {year}")),
}
_PERIOD = {
    "monthly": _n("ogni mese"),
    "bimonthly": _n("ogni bimestre"),
    "quarterly": _n("ogni trimestre"),
    "four_monthly": _n("ogni quadrimestre"),
    "half_yearly": _n("ogni semestre"),
    "yearly": _n("ogni anno"),
    "once": _n("una volta"),
}
_OUTCOME = {
    "met": _n("Rispettato"),
    "tolerated": _n("Entro la soglia"),
    "breach": _n("Non rispettato"),
    "no_target": _n("Senza obiettivo"),
}
_STAGE = {
    "not_yet": _n("In corso"),
    "to_read": _n("Da leggere"),
    "met": _n("Rispettato"),
    "tolerated": _n("Entro la soglia"),
    "no_target": _n("Senza obiettivo"),
    "to_contest": _n("Da contestare"),
    "contested": _n("Contestato"),
    "to_decide": _n("Da decidere"),
    "waived": _n("Non applicata"),
    "deducted": _n("Detratta"),
}
_DIRECTION = {"at_least": _n("almeno"), "at_most": _n("al massimo")}
_RULE = {
    "none": _n("Nessuna penale"),
    "fixed": _n("Un importo per ogni mancanza"),
    "per_step": _n("Un importo per ogni scaglione"),
    "percent": _n("Una percentuale per ogni mancanza"),
    "percent_per_step": _n("Una percentuale per ogni scaglione"),
}
_BASE = {
    "period_fee": _n("canone del periodo"),
    "year_fee": _n("canone dell'anno"),
    "contract_value": _n("valore del contratto"),
}
_MISSING = {
    "target": _n("l'obiettivo"),
    "penalty_amount": _n("l'importo della penale"),
    "penalty_percent": _n("la percentuale della penale"),
    "penalty_step": _n("lo scaglione"),
    "penalty_base": _n("la base della percentuale"),
    "period_fee": _n("il canone del periodo"),
    "year_fee": _n("il canone dell'anno"),
    "contract_value": _n("il valore del contratto"),
}


def period_label(period: str, start: date) -> str:
    """`marzo 2026`, `1° trimestre 2026`, `2026`; a day where there are no periods."""
    if period == "monthly":
        return f"{_(_MONTHS[start.month - 1])} {start.year}"
    if period == "yearly":
        return str(start.year)
    if period not in _PARTS:
        return day(start)
    months, words = _PARTS[period]
    return _(words).format(number=(start.month - 1) // months + 1, year=start.year)


def every_period(period: str) -> str:
    """How often it is measured."""
    return _(_PERIOD[period])


def outcome_label(outcome: str) -> str:
    """How a reading came out."""
    return _(_OUTCOME[outcome])


def stage_label(stage: str) -> str:
    """Where a reading stands."""
    return _(_STAGE[stage])


def direction_label(direction: str) -> str:
    """Whether a target is a floor or a ceiling."""
    return _(_DIRECTION[direction])


def rule_label(rule: str) -> str:
    """A kind of penalty, for a choice."""
    return _(_RULE[rule])


def base_label(base: str) -> str:
    """What a percentage is of."""
    return _(_BASE[base])


def number_words(value: Decimal | None, unit: str) -> str:
    """`99,5 %`: a value with its unit."""
    if value is None:
        return ""
    return f"{shown_number(value)}{_NO_BREAK}{unit}" if unit else shown_number(value)


def target_words(indicator: Indicator) -> str:
    """`almeno 99,5 %`, and the threshold where there is one."""
    if indicator.target is None and indicator.threshold is None:
        return _("obiettivo da inserire")
    direction = direction_label(indicator.direction)
    parts = []
    if indicator.target is not None:
        parts.append(f"{direction} {number_words(indicator.target, indicator.unit)}")
    if indicator.threshold is not None:
        parts.append(_("soglia {value}").format(value=number_words(indicator.threshold, indicator.unit)))
    return ", ".join(parts)


def penalty_words(indicator: Indicator) -> str:
    """The rule of the contract in a sentence: `100,00 € per ogni 0,5 % oltre la soglia`."""
    rule = indicator.penalty_rule
    if rule in ("", "none"):
        return _("Nessuna penale")
    limit = _("la soglia") if indicator.threshold is not None else _("l'obiettivo")
    each = number_words(indicator.penalty_step, indicator.unit) or _("scaglione da inserire")
    words = _("{what} per ogni {step} oltre {limit}") if rule.endswith("per_step") else _("{what} per ogni mancanza")
    return words.format(what=_what(indicator), step=each, limit=limit)


def cap_words(indicator: Indicator) -> str:
    """The most of a year; nothing where the contract sets none."""
    base = indicator.cap_base or "year_fee"
    parts = [] if indicator.cap_amount is None else [money(indicator.cap_amount)]
    if indicator.cap_percent is not None and base == "year_fee":  # it says the year itself
        parts = [_("{amount} all'anno").format(amount=one) for one in parts]
        parts.append(_share(indicator.cap_percent, base))
        return _("al massimo {caps}").format(caps=_(" e ").join(parts))
    if indicator.cap_percent is not None:
        parts.append(_share(indicator.cap_percent, base))
    return _("al massimo {caps} all'anno").format(caps=_(" e ").join(parts)) if parts else ""


def missing_words(missing: Iterable[str]) -> str:
    """What lacks to reckon a penalty."""
    return _("manca {what}").format(what=", ".join(_(_MISSING[name]) for name in missing))


def working_words(step: WorkingStep, unit: str = "") -> str:
    """One line of how a penalty was reckoned, with what it gave."""
    values = step.params
    if step.code == "level":
        words = _level_sentence(is_floor=values["direction"] == "at_least", is_threshold=bool(values["is_threshold"]))
        return words.format(
            value=_number(values["value"], unit), limit=_number(values["limit"], unit), gap=_number(step.result, unit)
        )
    if step.code == "steps":
        words = ngettext(
            "{gap} diviso {step}: {count} scaglione, anche se solo iniziato",
            "{gap} diviso {step}: {count} scaglioni, quelli iniziati contano interi",
            int(step.result or 0),
        )
        return words.format(
            gap=_number(values["shortfall"], unit), step=_number(values["step"], unit), count=_number(step.result, "")
        )
    return _money_words(step)


def _level_sentence(*, is_floor: bool, is_threshold: bool) -> str:
    if is_threshold:
        return (
            _("Misura {value}, soglia {limit}: sotto di {gap}")
            if is_floor
            else _("Misura {value}, soglia {limit}: oltre di {gap}")
        )
    return (
        _("Misura {value}, obiettivo {limit}: sotto di {gap}")
        if is_floor
        else _("Misura {value}, obiettivo {limit}: oltre di {gap}")
    )


def _money_words(step: WorkingStep) -> str:
    values, result = step.params, money(step.result or Decimal(0))
    if step.code == "amount":
        return _amount_words(values, result)
    if step.code == "percent":
        words = _("{percent} % di {of} ({base}): {result}")
        base = base_label(str(values["base"]))
        return words.format(percent=_number(values["percent"], ""), of=_euro(values["of"]), base=base, result=result)
    if step.code == "cap":
        words = _("Tetto del {year}: {cap}, già usati {used}; restano {result}")
        return words.format(year=values["year"], cap=_euro(values["cap"]), used=_euro(values["used"]), result=result)
    if step.code == "decided":
        return _("Penale decisa dall'ufficio: {result}").format(result=result)
    if step.code == "waived":
        return _("Non applicata: {reason}").format(reason=values["reason"])
    return _("Il contratto non prevede una penale")


def _amount_words(values: Mapping[str, object], result: str) -> str:
    if not values["is_stepped"]:
        return _("Importo fisso per ogni mancanza: {result}").format(result=result)
    times = int(str(values["times"]))
    words = ngettext(
        "{each} per {times} scaglione: {result}",
        "{each} per {times} scaglioni: {result}",
        times,
    )
    return words.format(each=_euro(values["each"]), times=times, result=result)


def _what(indicator: Indicator) -> str:
    if not indicator.penalty_rule.startswith("percent"):
        return _("importo da inserire") if indicator.penalty_amount is None else money(indicator.penalty_amount)
    if indicator.penalty_percent is None:
        return _("percentuale da inserire")
    return _share(indicator.penalty_percent, indicator.penalty_base)


def _share(percent: Decimal, base: str) -> str:
    number = f"{shown_number(percent)}{_NO_BREAK}%"
    return _("{percent} del {base}").format(percent=number, base=base_label(base)) if base in _BASE else number


def _number(value: object, unit: str) -> str:
    return number_words(value, unit) if isinstance(value, Decimal) else str(value)


def _euro(value: object) -> str:
    return money(value) if isinstance(value, Decimal) else str(value)
