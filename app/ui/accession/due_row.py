# SPDX-License-Identifier: EUPL-1.2
"""By when a line is to be done: the computed day, and the clerk's own in its place, with the reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.accession_dates import Duty
from app.domain.checklist import ItemState
from app.text import _, day
from app.text.duty_words import duty_away, duty_day, duty_label, duty_why
from app.text.reckoning_words import reckoning_words
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.entries import day_line, line
from app.ui.accession.place import Place
from app.ui.accessions.words import near_tone
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.accessions import ItemView
    from app.domain.accessions import ChecklistItem


class DueRow(QWidget):
    """The day with its weekday and how far it is, what it is, and "Cambia…"."""

    def __init__(self, place: Place, key: str) -> None:
        super().__init__()
        self._place = place
        self._item: ChecklistItem | None = None
        self.day = Label("", wraps=True)
        self.what = Label("", "small", wraps=True)
        self.change = Link(_("Cambia…"), self._open)
        self.back = Link(_("Torna a quella calcolata"), self._go_back)
        self.ask = Ask(
            {
                "on": day_line(_("Scadenza dell'ufficio (obbligatoria)"), place.today),
                "reason": line(_("Perché (obbligatorio)")),
            },
            _("Metti questa scadenza"),
            self._set,
            place.drafts,
            place.of(f"{key}:due"),
            blamed={"accession.due_reason_missing": "reason"},
        )
        self._lay_out()

    def show_line(self, line: ItemView, actor: str) -> None:
        """Show who acts and when the line is due."""
        self._item = line.item
        is_over = line.state in (ItemState.DONE, ItemState.SKIPPED)
        duty, today = None if is_over else line.due, self._place.today()
        when = _("nessuna scadenza")
        if duty:
            when = f"{duty_day(duty.key, duty.on)}, {duty_away(duty.key, (duty.on - today).days)}"
        self.day.setText(actor if is_over else f"{actor} · {when}")
        tone = near_tone(duty.on, today) if duty else "neutral"
        self.day.set_role({"bad": "bad", "warning": "warning"}.get(tone, "muted"))
        self.what.setText(_told(duty) if duty else "")
        self.what.setVisible(duty is not None)
        self.change.setText(_("Cambia…") if duty else _("Metti una scadenza…"))
        self.change.setVisible(not is_over)
        self.back.setVisible(line.item.due_on is not None and not is_over)
        self.ask.show_usual({"on": day(line.item.due_on), "reason": line.item.due_reason})

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(unit(10))
        top.addWidget(self.day, 1)
        top.addWidget(self.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        layout.addLayout(top)
        for widget in (self.what, self.back, self.ask):
            layout.addWidget(widget)

    def _open(self) -> None:
        self.ask.open_it()

    def _go_back(self) -> None:
        self._write(None, "", _("Scadenza tornata a quella calcolata"))

    def _set(self, answers: Answers) -> None:
        on = answers["on"]
        if not isinstance(on, date):
            self.ask.entries["on"].field.set_error(_("Manca la data. Scrivila come 05/03/2027."))
            self.ask.entries["on"].field.field.setFocus()
            self.ask.confirm.setEnabled(True)
            return
        self._write(on, str(answers["reason"]), _("Scadenza cambiata: {day}").format(day=day(on)))

    def _write(self, on: date | None, reason: str, told: str) -> None:
        from app.actions.accession_items import set_due

        item = self._item
        if item is None:
            return
        self._place.desk.tasks.act(
            self,
            lambda store: set_due(store, item.id, item.version, on, reason),
            lambda _changes: self._done(told),
            self.ask.refused,
        )

    def _done(self, told: str) -> None:
        self.ask.done()
        self._place.desk.window.toast(told, with_undo=True)


def _told(duty: Duty) -> str:
    """What falls due, why, and the computed day that another one stands for."""
    told = " ".join((f"{duty_label(duty.key)}. {duty_why(duty.key)}", *reckoning_words(duty)))
    if duty.reason:
        told = _("{reason} (scritto dall'ufficio).").format(reason=duty.reason)
        if duty.computed_on:
            told += " " + _("Quella calcolata: {day}, {what}.").format(
                day=day(duty.computed_on), what=duty_label(duty.key)
            )
    return told
