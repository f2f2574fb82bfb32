# SPDX-License-Identifier: EUPL-1.2
"""The two pages of the sheet of a concession: how it stands, and what it consists of."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable, PageBreak, Spacer, Table

from app.domain.budget import YearMoney, total_of
from app.domain.clocks import Layer
from app.reports import concession_tables as tables
from app.reports import style
from app.reports.concession_facts import facts_of
from app.reports.money_lines import MoneyLine, MoneyLines
from app.reports.timeline import Span, Timeline
from app.text import _, day, money, ngettext
from app.text.concession_labels import concession_state_label, contract_state_label, layer_label

if TYPE_CHECKING:
    from app.reports.concession import ConcessionSheet

Say = Callable[[str], str]
LETTERS = "letters"
"""The key of a room for the letters of a value written by hand."""
_LONGEST = 110  # letters of a line written by hand
_COLUMN_GAP = 14


def story(sheet: "ConcessionSheet", room: tables.Room, say: Say) -> list[Flowable]:
    """Both pages, each table of so many rows at most."""
    return [*first_page(sheet, room, say), PageBreak(), *tables.second_page(sheet, room, say)]


def source_words(sheet: "ConcessionSheet") -> str:
    """Where what is printed was taken from."""
    source = sheet.concession.source if sheet.concession else ""
    if sheet.is_publication or not source:
        return _("Fonte: contratto e atti registrati dall'ente")
    return _("Fonte: {source}").format(source=short(source))


def short(words: str, most: int = _LONGEST) -> str:
    """One line of words written by hand, cut where it would break the sheet."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def first_page(sheet: "ConcessionSheet", room: tables.Room, say: Say) -> list[Flowable]:
    """How it stands: figures, terms, money, codes, what does not fit."""
    return [
        style.text(short(say(sheet.title), 80), style.TITLE),
        style.text(_under_title(sheet, say), style.SUBTITLE),
        Spacer(0, 8),
        style.figures(_figures(sheet)),
        *_terms(sheet, say),
        *_money(sheet),
        *_facts(sheet, room[LETTERS], say),
        *tables.warnings(sheet, room, say),
        *(tables.duties(sheet, room, say) if room[tables.DUTIES_FIRST] else []),
    ]


def _under_title(sheet: "ConcessionSheet", say: Say) -> str:
    contract, concession = sheet.contract, sheet.concession
    if contract:
        parts = (contract_state_label(contract.state.value), contract.supplier, sheet.service_name)
    else:
        state, who = (concession.state, concession.concessionaire) if concession else ("", "")
        parts = (concession_state_label(state) if state else "", who, "")
    return short(" · ".join(say(part) for part in parts if part), 120)


def _figures(sheet: "ConcessionSheet") -> list[tuple[str, str, str]]:
    total = total_of(sheet.money, sheet.year)
    later = total_of(sheet.money, sheet.year + 1)
    left_of = {"committed": _("dell'impegno"), "planned": _("del previsto")}.get(total.left_of, "")
    numbers = " ".join(total.commitments)
    return [
        (_("Previsto {year}").format(year=sheet.year), _sum(total.planned), _planned_from(total)),
        (_("Impegnato {year}").format(year=sheet.year), _sum(total.committed), short(numbers, 24)),
        (_("Resta {year}").format(year=sheet.year), _sum(total.left), left_of),
        (_("Previsto {year}").format(year=sheet.year + 1), _sum(later.planned), _planned_from(later)),
    ]


def _planned_from(total: YearMoney) -> str:
    names = {"line": _("dal bilancio"), "schedule": _("dal canone"), "line schedule": _("da bilancio e canone")}
    told = names.get(total.planned_from, "")
    return _("{source}, incompleto").format(source=told) if told and total.is_partial else told


def _sum(amount: Decimal | None) -> str:
    return _("da inserire") if amount is None else money(amount)


def _terms(sheet: "ConcessionSheet", say: Say) -> list[Flowable]:
    ending = sheet.end.layers if sheet.end else ()
    spans = [
        Span(
            f"{layer_label(clock.layer.value)} – {short(say(clock.name), 50)}",
            clock.starts_on,
            clock.ends_on,
            clock.layer in ending,
        )
        for clock in sheet.clocks
    ]
    heading = ngettext("Il termine", "I termini", len(spans))
    if not spans:
        return style.section(heading, style.text(_("Nessun termine scritto.")))
    return style.section(heading, Timeline(spans, sheet.today), Spacer(0, 4), style.text(_end_words(sheet), style.CELL))


def _end_words(sheet: "ConcessionSheet") -> str:
    """When the service ends and which term says so, and which of its terms nobody typed."""
    if sheet.end is None:
        return _("La fine è da inserire: nessuno dei termini la dice.")
    layers = _names(sheet.end.layers)
    told = _("Il servizio finisce il {day}, al primo dei termini ({layers}).")
    told = told.format(day=day(sheet.end.on), layers=layers)
    unknown = _names(clock.layer for clock in sheet.clocks if clock.ends_on is None)
    return f"{told} {_('Fine da inserire: {layers}.').format(layers=unknown)}" if unknown else told


def _names(layers: Iterable[Layer]) -> str:
    return ", ".join(layer_label(layer.value).lower() for layer in layers)


def _money(sheet: "ConcessionSheet") -> list[Flowable]:
    total = total_of(sheet.money, sheet.year)
    lines = (
        MoneyLine(_("Previsto"), total.planned, "outline"),
        MoneyLine(_("Impegnato"), total.committed, "hatch"),
        MoneyLine(_("Fatturato"), total.invoiced, "dense"),
        MoneyLine(_("Pagato"), total.paid, "solid"),
    )
    heading = _("Spesa {year}, in euro con IVA").format(year=sheet.year)
    told: list[Flowable] = [MoneyLines(lines)]
    if total.deducted:
        less = _("Del fatturato non si pagano {amount} di penali detratte.").format(amount=money(total.deducted))
        told.append(style.text(less, style.CELL))
    if total.is_over:
        told.append(style.text(_("Attenzione: si è speso più di quanto è impegnato."), style.CELL_STRONG))
    return style.section(heading, *told)


def _facts(sheet: "ConcessionSheet", letters: int, say: Say) -> list[Flowable]:
    """Codes and acts in two columns."""
    rows = [(label, short(say(value), letters)) for label, value in facts_of(sheet)]
    half = (len(rows) + 1) // 2
    width = (style.WIDTH - _COLUMN_GAP) / 2
    columns = [style.facts(part, width * 0.36, width) if part else "" for part in (rows[:half], rows[half:])]
    both = Table([columns], colWidths=[width + _COLUMN_GAP, width], hAlign="LEFT")
    both.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                   ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0)])  # fmt: skip
    heading = _("Contratto") if sheet.contract else _("Concessione")
    return style.section(heading, both) if rows else []
