# SPDX-License-Identifier: EUPL-1.2
"""A fee in words: its periods and rules, what an instalment is, and each line of how it was reckoned."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from app.text import _, day, language, money, month, ngettext


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_PERIOD = {
    "monthly": _n("Ogni mese"),
    "bimonthly": _n("Ogni due mesi"),
    "quarterly": _n("Ogni tre mesi"),
    "four_monthly": _n("Ogni quattro mesi"),
    "half_yearly": _n("Ogni sei mesi"),
    "yearly": _n("Ogni anno"),
    "once": _n("Una volta sola"),
}
_PRO_RATA = {
    "days": _n("A giorni"),
    "months": _n("A mesi interi: un mese incompleto non conta"),
    "full": _n("Per intero, anche se incompleto"),
}
_THRESHOLD = {"whole": _n("Oltre la soglia conta tutta la variazione"), "excess": _n("Conta solo ciò che la supera")}
_ROUNDING = {"half_up": _n("Al centesimo più vicino"), "down": _n("Per difetto"), "up": _n("Per eccesso")}
_STATE = {
    "free": _n("Gratuita"),
    "funded": _n("Dal contributo"),
    "suspended": _n("Sospesa"),
    "missing": _n("Da completare"),
    "provisional": _n("Provvisoria"),
    "due": _n("Dal bilancio"),
}
_MISSING = {
    "amount": _n("l'importo"),
    "reading": _n("la lettura del periodo"),
    "index": _n("l'indice"),
    "vat": _n("l'aliquota IVA"),
    "start": _n("l'inizio"),
    "end": _n("la fine"),
}
_STEP = {
    "yearly_amount": _n("Importo dell'anno: {result}"),
    "unit_amount": _n("{unit_price} {unit} × {quantity} = {result} all'anno"),
    "quantity_from": _n("Dal {on} la quantità è {quantity}"),
    "index": _n("Adeguamento del {on}: indice {name} di {month}, base {base_month}{source}"),
    "index_missing": _n("Adeguamento del {on}: manca l'indice {name} di {month}. Resta l'ultimo importo noto"),
    "index_variation": _n("Variazione dell'indice: {value} / {base_value} − 1 = {result} %"),
    "index_unchanged": _n("Non supera la soglia del {threshold} %: resta {result}"),
    "index_same": _n("L'indice non è cambiato: resta {result}"),
    "index_share": _n("{amount} × (1 + {share} % × ({value} / {base_value} − 1)) = {result}"),
    "index_excess": _n("{amount} × (1 + {share} % × ({value} / {base_value} − 1 − {threshold} %)) = {result}"),
    "index_excess_down": _n("{amount} × (1 + {share} % × ({value} / {base_value} − 1 + {threshold} %)) = {result}"),
    "index_capped": _n("Oltre il massimo, che vale: {amount} × (1 + {cap} %) = {result}"),
    "index_capped_down": _n("Oltre il massimo, che vale: {amount} × (1 − {cap} %) = {result}"),
    "share_whole": _n("Tutto l'anno: {result}"),
    "share_none": _n("Nessun mese intero: {result}"),
    "share_of_year": _n("{amount} × {months}/12 = {result}"),
    "share_of_days": _n("Dal {starts_on} al {ends_on}: {amount} × {months}/12 × {days}/{of_days} giorni = {result}"),
    "suspended": _n("Sospeso dal {starts_on} al {ends_on}: {counted}{reason}"),
    "free": _n("Gratuito fino al {until}: {result}"),
    "funded": _n("Pagato dal contributo fino al {until}"),
    "step_up": _n("Dal {on} è a carico del bilancio"),
    "rounding": _n("Arrotondamento, perché le rate dell'anno diano il totale: {lines} {difference} = {result}"),
    "lump": _n("Una volta, il {on}: {result}"),
    "beyond": _n("Oltre i {included} compresi: {quantity} − {included} = {beyond} {unit}"),
    "within": _n("{quantity} {unit}: entro i {included} compresi"),
    "units": _n("{quantity} × {unit_price} = {result}"),
    "collected": _n("Riscosso {collected}: {collected} × {percent} % = {result}"),
    "vat": _n("IVA: {net} × {rate} % = {result}"),
    "no_vat": _n("Senza IVA: {result}{note}"),
    "gross": _n("Totale: {net} + {vat} = {result}"),
    "split": _n("Totale: {net} + {vat} = {result}. Scissione: al fornitore {net}, all'Erario {vat}"),
}
_EURO = ("amount", "lines", "collected", "net", "vat")
_PUBLISHED = ("value", "base_value")
_MONTHS = ("month", "base_month")


class _Step(Protocol):
    @property
    def code(self) -> str: ...

    @property
    def params(self) -> Mapping[str, object]: ...

    @property
    def result(self) -> Decimal | None: ...


class Instalment(Protocol):
    """What the state of an instalment is told from."""

    @property
    def is_free(self) -> bool:
        """Nothing is due."""

    @property
    def is_funded(self) -> bool:
        """The lump sum pays it."""

    @property
    def net(self) -> Decimal | None:
        """None while something is missing."""

    @property
    def missing(self) -> Sequence[str]:
        """What is missing."""

    @property
    def working(self) -> Sequence[_Step]:
        """How it was reckoned."""


def period_label(period: str) -> str:
    """How often an instalment is due."""
    return _(_PERIOD[period])


def pro_rata_label(pro_rata: str) -> str:
    """How an incomplete period counts."""
    return _(_PRO_RATA[pro_rata])


def threshold_label(kind: str) -> str:
    """What counts beyond a threshold."""
    return _(_THRESHOLD[kind])


def rounding_label(rounding: str) -> str:
    """How an adjusted amount is rounded."""
    return _(_ROUNDING[rounding])


def instalment_state(one: Instalment) -> str:
    """A key of what an instalment is: "free", "funded", "suspended", "missing", "provisional" or "due"."""
    if one.is_free:
        return "free"
    if one.net is None:
        return "missing"
    if not one.net and any(step.code == "suspended" for step in one.working):
        return "suspended"
    if "index" in one.missing:
        return "provisional"
    return "funded" if one.is_funded else "due"


def state_label(state: str) -> str:
    """The words of `instalment_state`."""
    return _(_STATE[state])


def missing_words(gaps: Sequence[str]) -> str:
    """`Manca l'importo, l'indice`; nothing where nothing is missing."""
    return _("Manca {things}").format(things=", ".join(_(_MISSING[gap]) for gap in gaps)) if gaps else ""


def figure(value: Decimal) -> str:
    """`1,2345`: a number with the decimals that it has, up to six."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.######", locale=language())


def published(value: Decimal) -> str:
    """`121,0`: an index as it was published, its last zero too."""
    from babel.numbers import format_decimal

    decimals = len(f"{value:f}".partition(".")[2])
    return format_decimal(value, format="#,##0" + ("." + "0" * decimals if decimals else ""), locale=language())


def unit_price(value: Decimal) -> str:
    """`0,0375 €`: a price with at least two decimals."""
    from babel.numbers import format_decimal

    return f"{format_decimal(value, format='#,##0.00####', locale=language())}\N{NO-BREAK SPACE}€"


def step_words(step: _Step) -> str:
    """One line of the reckoning; what stands before "=" gives, reckoned by hand, what stands behind it."""
    said = {name: _said(name, value) for name, value in step.params.items()}
    if step.result is not None:
        said["result"] = figure(step.result) if step.code == "index_variation" else money(step.result)
    said |= _more(step)
    return " ".join(_(_STEP[_form(step)]).format(**said).split(" "))


def working_lines(working: Sequence[_Step]) -> list[str]:
    """The whole reckoning."""
    return [step_words(step) for step in working]


def _form(step: _Step) -> str:
    """Which of the sentences of a step says it."""
    told = step.params
    if step.code == "share_of_year":
        months = told["months"]
        return "share_whole" if months == 12 else "share_of_year" if months else "share_none"  # noqa: PLR2004 - a year
    if step.code == "index_unchanged":
        return step.code if told["threshold"] else "index_same"
    if step.code in ("index_excess", "index_capped") and told["is_down"]:
        return f"{step.code}_down"
    return "within" if step.code == "beyond" and not told["beyond"] else step.code


def _said(name: str, value: object) -> str:
    if isinstance(value, date):
        return month(value) if name in _MONTHS else day(value)
    if isinstance(value, Decimal):
        if name == "unit_price":
            return unit_price(value)
        if name in _PUBLISHED:
            return published(value)
        return money(value) if name in _EURO else figure(value)
    return str(value) if value is not None else _("data da inserire")


def _more(step: _Step) -> dict[str, str]:
    """What is told beside the figures, where it is."""
    told = step.params
    if step.code == "unit_amount":
        return {"unit": _("per {unit}").format(unit=told["unit"]) if told["unit"] else ""}
    if step.code == "rounding":
        difference = told["difference"]
        assert isinstance(difference, Decimal)  # noqa: S101 - so it is written
        return {"difference": f"{'+' if difference >= 0 else '−'} {money(abs(difference))}"}
    if step.code == "suspended":
        days = int(str(told["days"]))
        return {
            "counted": ngettext("{count} giorno", "{count} giorni", days).format(count=days),
            **_after(told, "reason"),
        }
    if step.code == "index":
        return _after(told, "source")
    if step.code == "index_missing" and told["month"] is None:
        return {"month": _("un mese da inserire")}
    return _after(told, "note") if step.code == "no_vat" else {}


def _after(told: Mapping[str, object], name: str) -> dict[str, str]:
    return {name: f" ({told[name]})" if told[name] else ""}
