# SPDX-License-Identifier: EUPL-1.2
"""Writing what was read of a period, and the index published for a month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import to_rome
from app.domain.fee_lines import PER_UNIT
from app.formats.index_table import read_month
from app.text import _, day, month
from app.ui.accession.entries import Entry, day_line, line
from app.ui.contract.entry_dialog import EntryDialog
from app.ui.contract.fee_entries import figure_line, plain_figure
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.domain.fees import Fee, FeeReading, IndexValue
    from app.ui.desk import Desk


class ReadingDialog(EntryDialog):
    """Of a measured fee the period is that of the instalment; of a fee per unit the day is asked."""

    required = {"on": "day.empty", "quantity": "level.number_missing"}  # noqa: RUF012 - never changed

    def __init__(self, desk: Desk, parent: QWidget, fee: Fee, on: date, kept: FeeReading | None) -> None:
        is_count = fee.model in PER_UNIT
        title = _("Quantità da una data") if is_count else _("Lettura del periodo")
        super().__init__(desk, parent, title, f"fee_reading:{fee.id}:{on.isoformat()}")
        self._fee, self._on = fee, on
        self._known = kept
        what = _("Riscosso, in euro") if fee.model == "aggio" else _("Quantità")
        self.entries = {"quantity": figure_line(_("{what} (obbligatorio)").format(what=what), fee.unit)}
        if is_count:
            self.entries["on"] = day_line(_("Dal (obbligatorio)"), lambda: to_rome(desk.workspace.clock()).date())
        self.entries["source"] = line(_("Da dove viene"), _("Per esempio: rendiconto, protocollo e data"))
        told = fee.title if is_count else _("{title}, periodo dal {day}").format(title=fee.title, day=day(on))
        self.body.addWidget(Label(told, "strong", wraps=True))
        texts = {"on": day(on)}
        if kept:
            texts |= {"quantity": plain_figure(kept.quantity), "source": kept.source}
        self.show_fields(tuple((name,) for name in self.entries), texts, is_removable=kept is not None)
        self.show_foot()

    def send(self, values: dict[str, Any]) -> None:
        """Write it down."""
        from app.actions.fee_readings import type_reading

        fee_id, on = self._fee.id, values.get("on") or self._on
        words = _("Scritta la lettura di {title}").format(title=self._fee.title)
        self.act(lambda store: type_reading(store, fee_id, on, values["quantity"], values["source"]), words)

    def remove(self) -> None:
        """Take it out."""
        from app.actions.fee_readings import type_reading

        fee_id, on = self._fee.id, self._known.period_on if self._known else self._on
        words = _("Eliminata la lettura di {title}").format(title=self._fee.title)
        self.act(lambda store: type_reading(store, fee_id, on, None), words)


class IndexDialog(EntryDialog):
    """A new value, or one that was typed before; the month of a kept one stays."""

    required = {"month": "index.month_missing", "value": "index.value_missing"}  # noqa: RUF012 - never changed

    def __init__(self, desk: Desk, parent: QWidget, name: str, kept: IndexValue | None = None) -> None:
        draft = f"index:{kept.id}:{kept.version}" if kept else "index:new"
        super().__init__(desk, parent, _("Correggi un indice") if kept else _("Scrivi un indice"), draft)
        self._kept = kept
        self.entries = {
            "name": line(_("Indice (obbligatorio)"), _("Come nella clausola, per esempio FOI")),
            "month": _month_line(),
            "value": figure_line(_("Valore pubblicato (obbligatorio)"), _("Per esempio 121,4")),
            "base": line(_("Base"), _("L'anno che vale 100, per esempio 2015")),
            "source": line(_("Fonte"), _("Per esempio: ISTAT, comunicato e data")),
        }
        texts = {"name": name}
        if kept:
            texts = {"name": kept.name, "month": f"{kept.month:%m/%Y}", "value": f"{kept.value:f}".replace(".", ",")}
            texts |= {"base": kept.base, "source": kept.source}
        self.show_fields((("name", "month"), ("value", "base"), ("source",)), texts, is_removable=kept is not None)
        self.show_foot()

    def send(self, values: dict[str, Any]) -> None:
        """Write it down; another month than that of a kept value is one more value."""
        from app.actions.fee_readings import type_index

        told = {"base": values["base"], "source": values["source"]}
        words = _("Scritto l'indice {name} di {month}").format(name=values["name"], month=month(values["month"]))
        self.act(lambda store: type_index(store, values["name"], values["month"], values["value"], **told), words)

    def remove(self) -> None:
        """Take it out."""
        from app.actions.fee_readings import remove_index

        kept = self._kept
        if kept is not None:
            words = _("Eliminato l'indice {name} di {month}").format(name=kept.name, month=month(kept.month))
            self.act(lambda store: remove_index(store, kept.id), words)


def _month_line() -> Entry:
    return Entry(
        LabeledField(_("Mese (obbligatorio)"), QLineEdit(), _("Per esempio 10/2026")),
        lambda text: read_month(text) if text else None,
    )
