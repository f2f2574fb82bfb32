# SPDX-License-Identifier: EUPL-1.2
"""The tables of the sheet of a concession; each has so many rows at most, and counts those that it leaves out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from app.domain.budget import YearMoney
from app.domain.fees import Instalment
from app.reports import publication, style
from app.reports.concession_facts import missing
from app.text import _, amount, day, money, ngettext
from app.text.change_words import change_kind_label
from app.text.concession_labels import contract_state_label, guarantee_label, role_label
from app.text.contract_duty_words import contract_duty_label
from app.text.distance import days_away

if TYPE_CHECKING:
    from app.reports.concession import ConcessionSheet, LeftOut

Say = Callable[[str], str]
Room = Mapping[str, int]
"""How many rows each table may have."""
Rows = Sequence[Sequence[str]]
_LONG = 60
_YEARS_AHEAD = 3
_MOST_ROWS = 9
_LETTERS = 70
DUTIES_FIRST = "duties first"
"""The key of a room for whether the days stand on the first page; else they end the second."""
OF_FIRST_PAGE = ("warnings",)
OF_SECOND_PAGE = ("contracts", "instalments", "years", "levels", "guarantees", "people", "changes", "duties")


def second_page(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    """What the concession consists of; what was left out for publication stands last."""
    return [
        *_contracts(sheet, room, say),
        *_instalments(sheet, room, say),
        *_years(sheet, room),
        *_levels(sheet, room, say),
        *_guarantees(sheet, room, say),
        *_people(sheet, room),
        *_changes(sheet, room, say),
        *([] if room[DUTIES_FIRST] else duties(sheet, room, say)),
        *(_left_out(sheet.left_out) if sheet.left_out else []),
    ]


def whole_room(sheet: "ConcessionSheet") -> dict[str, int]:
    """Every row that there is, as far as a table of a sheet goes."""
    counts = {
        "warnings": sheet.warnings,
        "duties": sheet.duties,
        "contracts": sheet.contracts,
        "instalments": sheet.instalments,
        "years": shown_years(sheet),
        "levels": sheet.levels,
        "guarantees": sheet.guarantees,
        "people": sheet.contacts,
        "changes": sheet.changes,
    }
    room = {name: min(len(found), _MOST_ROWS) for name, found in counts.items()}
    return {**room, "letters": _LETTERS, DUTIES_FIRST: 1}


def warnings(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    """What does not fit; none of it in the version for publication."""
    if not sheet.warnings:
        return []
    from app.text.contract_words import warning_words

    told = [
        style.item(_cut(say(warning_words(one.code, one.params)), 160)) for one in sheet.warnings[: room["warnings"]]
    ]
    return style.section(_("Da guardare"), *told, *_more(len(sheet.warnings), room["warnings"]))


def _contracts(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    heads = (_("Contratto"), _("Stato"), _("CIG"), _("Fine"))
    cells = [
        (
            _cut(say(one.title)),
            contract_state_label(one.state.value),
            one.cig or missing(),
            day(one.ends_on) or missing(),
        )
        for one in sheet.contracts
    ]
    return _table(_("Contratti di servizio"), heads, cells, room["contracts"], (70, 30, 34, 30))


def _instalments(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    heads = (_("Periodo"), _("Voce"), _("Da pagare entro"), _("Netto"), _("Con IVA"))
    cells = [
        (
            _period(one.starts_on, one.ends_on),
            _cut(say(one.title), 40),
            day(one.due_on) or missing(),
            _owed(one, one.net),
            _owed(one, one.gross),
        )
        for one in sheet.instalments
    ]
    total = None
    if len(cells) > 1 and all(one.net is not None and one.gross is not None for one in sheet.instalments):
        sums = [sum((one.net or Decimal(0) for one in sheet.instalments), Decimal(0)),
                sum((one.gross or Decimal(0) for one in sheet.instalments), Decimal(0))]  # fmt: skip
        total = (_("Totale {year}").format(year=sheet.year), "", "", amount(sums[0]), amount(sums[1]))
    heading = _("Rate del canone {year}, in euro").format(year=sheet.year)
    if not cells:
        return style.section(heading, style.text(_("Nessuna rata: il canone è da inserire."))) if sheet.contract else []
    return _table(heading, heads, cells, room["instalments"], (40, 56, 32, 24, 24), (3, 4), total)


def _period(start: date, end: date) -> str:
    """`01/01 – 31/03/2026`."""
    first = day(start)[:5] if start.year == end.year else day(start)
    return f"{first} – {day(end)}"


def _owed(one: Instalment, value: Decimal | None) -> str:
    if one.is_free:
        return _("gratuita")
    if value is None:
        return missing()
    return _("{amount} (finanziata)").format(amount=amount(value)) if one.is_funded else amount(value)


def _years(sheet: "ConcessionSheet", room: Room) -> list[Flowable]:
    heads = (_("Anno"), _("Capitolo"), _("Previsto"), _("Impegnato"), _("Fatturato"), _("Pagato"), _("Resta"))
    cells = [
        (
            str(one.year),
            " · ".join(part for part in (one.chapter, _short_spending(one.spending)) if part) or missing(),
            *(missing() if each is None else amount(each) for each in (one.planned, one.committed)),
            amount(one.invoiced),
            amount(one.paid),
            missing() if one.left is None else amount(one.left),
        )
        for one in shown_years(sheet)
    ]
    heading = _("Spesa per anno e capitolo, in euro con IVA")
    if not cells:
        return style.section(heading, style.text(_("Nessuna spesa scritta per quest'anno e per i prossimi tre.")))
    return _table(heading, heads, cells, room["years"], (12, 46, 23, 23, 23, 23, 23), (2, 3, 4, 5, 6))


def shown_years(sheet: "ConcessionSheet") -> tuple[YearMoney, ...]:
    """The running year and the three that follow."""
    return tuple(one for one in sheet.money if sheet.year <= one.year <= sheet.year + _YEARS_AHEAD)


def _short_spending(spending: str) -> str:
    return {"purchase": _("acquisto"), "transfer": _("trasferimento")}.get(spending, "")


def _levels(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    heads = (_("Livello di servizio"), _("Promesso"), _("Letture"), _("Non rispettate"), _("Penale"))
    cells = [
        (
            _cut(say(one.indicator.name)),
            _promise(one.indicator.direction, one.indicator.target, one.indicator.unit),
            str(one.readings),
            str(one.breaches),
            one.penalty,
        )
        for one in sheet.levels
    ]
    heading = _("Livelli di servizio {year}").format(year=sheet.year)
    return _table(heading, heads, cells, room["levels"], (62, 36, 18, 28, 26), (2, 3, 4))


def _promise(direction: str, target: Decimal | None, unit: str) -> str:
    if target is None:
        return missing()
    told = _("almeno {value} {unit}") if direction == "at_least" else _("al più {value} {unit}")
    value = f"{target.normalize():f}".replace(".", ",")
    return told.format(value=value, unit=unit).strip()


def _guarantees(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    heads = (_("Garanzia"), _("Chi l'ha data"), _("Importo"), _("Fino al"))
    cells = [
        (
            guarantee_label(one.kind),
            _cut(say(" ".join(part for part in (one.issuer, one.number) if part))),
            money(one.amount) if one.amount is not None else missing(),
            _until(one.ends_on, one.released_on, sheet.today),
        )
        for one in sheet.guarantees
    ]
    return _table(_("Garanzie e polizze"), heads, cells, room["guarantees"], (44, 58, 28, 36), (2,))


def _until(ends_on: date | None, released_on: date | None, today: date) -> str:
    if released_on:
        return _("svincolata il {day}").format(day=day(released_on))
    if ends_on and ends_on < today:
        return _("{day} (scaduta)").format(day=day(ends_on))
    return day(ends_on) or missing()


def _people(sheet: "ConcessionSheet", room: Room) -> list[Flowable]:
    heads = (_("Incarico"), _("Chi"), _("Recapito"), _("Fino al"))
    cells = [
        (
            role_label(one.role),
            _cut(one.name),
            _cut(" · ".join(part for part in (one.email, one.phone) if part)),
            day(one.until),
        )
        for one in sheet.contacts
    ]
    return _table(_("Persone"), heads, cells, room["people"], (50, 38, 64, 22))


def _changes(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    heads = (_("Data"), _("Modifica"), _("Atto"), _("Variazione"))
    cells = [
        (
            day(one.on) or missing(),
            "\n".join(part for part in (change_kind_label(one.kind), _cut(say(one.subject))) if part),
            _cut(say(one.act)),
            money(one.value) if one.value is not None else "",
        )
        for one in sheet.changes
    ]
    return _table(_("Modifiche"), heads, cells, room["changes"], (22, 70, 44, 30), (3,))


def duties(sheet: "ConcessionSheet", room: Room, say: Say) -> list[Flowable]:
    """What is late or to come."""
    heads = (_("Scadenza"), _("Che cosa"), _("Quanto manca"))
    cells = [
        (
            day(one.on),
            _cut(say(contract_duty_label(one.key, one.name, one.point)), 90),
            days_away((one.on - sheet.today).days),
        )
        for one in sheet.duties
    ]
    return _table(_("Prossime scadenze"), heads, cells, room["duties"], (26, 100, 40))


def _left_out(left_out: "LeftOut") -> list[Flowable]:
    told = [_("I nomi, gli incarichi e i recapiti delle persone, anche dove erano scritti in un testo.")]
    if left_out.people:
        counted = ngettext("{count} persona tolta", "{count} persone tolte", left_out.people)
        told = [f"{told[0]} {counted.format(count=left_out.people)}."]
    if left_out.has_account:
        told.append(_("Il conto dedicato del fornitore."))
    if left_out.notes:
        counted = ngettext("{count} nota dell'ufficio.", "{count} note dell'ufficio.", left_out.notes)
        told.append(counted.format(count=left_out.notes))
    if left_out.has_warnings:
        told.append(_("Gli avvisi e le scadenze interne dell'ufficio."))
    return publication.left_out(told)


def _table(
    heading: str,
    heads: Sequence[str],
    cells: Rows,
    most: int,
    widths: Sequence[float],
    right: Sequence[int] = (),
    total: Sequence[str] | None = None,
) -> list[Flowable]:
    if not cells:
        return []
    table = [style.listing(heads, cells[:most], style.spread(widths), right, total)] if most else []
    return style.section(heading, *table, *_more(len(cells), most))


def _more(count: int, most: int) -> list[Flowable]:
    left = count - most
    if left <= 0:
        return []
    told = ngettext("e {count} altra riga, in Campanile", "e altre {count} righe, in Campanile", left)
    return [style.text(told.format(count=left), style.SMALL)]


def _cut(words: str, most: int = _LONG) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
