# SPDX-License-Identifier: EUPL-1.2
"""What is done with a breach once it was contested: note the answer, decide the penalty, take it from an invoice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.dates import to_rome
from app.text import _, day, money
from app.ui.accession.entries import amount_line, day_line, line, shown
from app.ui.contract.entry_dialog import EntryDialog
from app.ui.contract.level_words import penalty_cell, period_words, value_words
from app.ui.documents import options
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import date

    from app.actions.level_views import LevelPeriod, LevelsYear
    from app.domain.invoices import Invoice
    from app.ui.desk import Desk


class ReplyDialog(EntryDialog):
    """The answer of the supplier to a contestation."""

    required = {"on": "level.day_missing"}  # noqa: RUF012 - never changed

    def __init__(self, desk: Desk, row: LevelPeriod, parent: QWidget) -> None:
        reading = row.reading
        key = f"reply:{reading.id}:{reading.version}" if reading else "reply"
        super().__init__(desk, parent, _("Risposta del fornitore"), key)
        self._row = row
        self.register_button.setText(_("Registra la risposta"))
        self.entries = {
            "on": day_line(_("Ricevuta il (obbligatorio)"), office_day(desk)),
            "reply": line(_("Che cosa risponde")),
        }
        kept = {"on": shown(reading.replied_on), "reply": reading.reply} if reading else {}
        self.body.addWidget(Label(_title(row), "strong", wraps=True))
        self.show_fields((("on",), ("reply",)), kept, is_removable=False)
        self.show_foot()

    def send(self, values: dict[str, Any]) -> None:
        """Register the answer."""
        from app.actions.level_penalties import record_reply

        reading = self._row.reading
        if reading is not None:
            told = _("Registrata la risposta del {day}").format(day=day(values["on"]))
            self.act(
                lambda store: record_reply(store, reading.id, reading.version, values["on"], values["reply"]), told
            )


class DecideDialog(EntryDialog):
    """A penalty other than the computed one, or none at all with the reason."""

    def __init__(self, desk: Desk, row: LevelPeriod, parent: QWidget) -> None:
        reading = row.reading
        key = f"decide:{reading.id}:{reading.version}" if reading else "decide"
        super().__init__(desk, parent, _("Decidi la penale"), key)
        self._row = row
        self.register_button.setText(_("Salva la decisione"))
        self.entries = {
            "penalty": amount_line(_("Penale decisa"), _("Vuota: vale quella calcolata.")),
            "reason": line(_("Non si applica perché"), _("Compila solo se la penale non si applica.")),
        }
        kept = {"penalty": shown(reading.penalty), "reason": reading.waived_reason} if reading else {}
        self.body.addWidget(Label(_title(row), "strong", wraps=True))
        self.body.addWidget(Label(_("Penale calcolata: {amount}").format(amount=_computed(row)), "muted", wraps=True))
        self.show_fields((("penalty",), ("reason",)), kept, is_removable=False)
        self.show_foot()

    def send(self, values: dict[str, Any]) -> None:
        """Write the decision down."""
        from app.actions.level_penalties import decide_penalty, waive

        reading = self._row.reading
        if reading is None:
            return
        if values["reason"]:
            told = _("La penale di {period} non si applica").format(period=period_words(self._row))
            self.act(lambda store: waive(store, reading.id, reading.version, values["reason"]), told)
        else:
            told = _("Decisa la penale di {period}").format(period=period_words(self._row))
            self.act(lambda store: decide_penalty(store, reading.id, reading.version, values["penalty"]), told)


class DeductDialog(EntryDialog):
    """The invoice from which the penalty is taken: the oldest that is not paid is proposed."""

    def __init__(self, desk: Desk, year: LevelsYear, row: LevelPeriod, parent: QWidget) -> None:
        key = f"deduct:{row.reading.id if row.reading else 0}"
        super().__init__(desk, parent, _("Detrai da una fattura"), key)
        self._row = row
        self.register_button.setText(_("Detrai {amount}").format(amount=penalty_cell(row)))
        named = [(str(one.id), _invoice_words(one)) for one in year.invoices]
        self.entries = {
            "invoice": options.number_choice(_("Fattura"), named),
            "on": day_line(_("Detratta il"), office_day(desk)),
        }
        self.body.addWidget(Label(_title(row), "strong", wraps=True))
        if row.reading is not None and row.reading.contested_on is None:
            told = _("Questa mancanza non risulta contestata: di solito si contesta prima di detrarre.")
            self.body.addWidget(Label(told, "warning", wraps=True))
        kept = {"invoice": named[0][0] if named else "", "on": day(year.today)}
        self.show_fields((("invoice",), ("on",)), kept, is_removable=False)
        self.show_foot()

    def send(self, values: dict[str, Any]) -> None:
        """Take it."""
        from app.actions.level_penalties import deduct

        reading = self._row.reading
        if reading is not None:
            told = _("Detratta la penale di {period}").format(period=period_words(self._row))
            self.act(lambda store: deduct(store, reading.id, values["invoice"], values["on"]), told)


def office_day(desk: Desk) -> Callable[[], date]:
    """What day it is in the office."""
    return lambda: to_rome(desk.workspace.clock()).date()


def _title(row: LevelPeriod) -> str:
    return f"{row.indicator.name} · {period_words(row)} · {value_words(row)}"


def _computed(row: LevelPeriod) -> str:
    computed = row.judged.computed if row.judged else None
    return _("da inserire") if computed is None else money(computed)


def _invoice_words(invoice: Invoice) -> str:
    told = _("n. {number} del {day}, {amount}")
    return told.format(number=invoice.number, day=day(invoice.on), amount=money(invoice.total))
