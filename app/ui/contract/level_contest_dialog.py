# SPDX-License-Identifier: EUPL-1.2
"""Contesting breaches: which of them, the letter to the supplier, the day on which it was sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.level_stages import Stage
from app.text import _, day
from app.ui.accession.entries import day_line, line
from app.ui.contract.entry_dialog import EntryDialog
from app.ui.contract.level_step_dialogs import office_day
from app.ui.contract.level_words import penalty_cell, period_words, value_words
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from pathlib import Path

    from app.actions.level_views import LevelPeriod, LevelsYear
    from app.domain.documents import DocumentId
    from app.domain.municipality import Office
    from app.domain.service_levels import ReadingId
    from app.store import Store
    from app.ui.desk import Desk

_LETTERS = (("odt", "LibreOffice (.odt)"), ("docx", "Word (.docx)"), ("pdf", "PDF"))


class ContestDialog(EntryDialog):
    """The breaches that are still to be contested, all ticked but when one was asked for; the letter, then the day."""

    required = {"on": "level.day_missing"}  # noqa: RUF012 - never changed

    def __init__(self, desk: Desk, year: LevelsYear, parent: QWidget, row: LevelPeriod | None = None) -> None:
        super().__init__(desk, parent, _("Contesta al fornitore"), f"contest:{year.contract.id}:{year.year}")
        self._year = year
        self.register_button.setText(_("Registra la contestazione"))
        breaches = [one for one in year.periods if one.stage is Stage.TO_CONTEST]
        self.boxes = [(_breach_box(one, is_on=row is None or one is row), one) for one in breaches]
        self.body.addWidget(Label(_("1. Scegli che cosa contesti"), "strong", wraps=True))
        named = ""
        for box, one in self.boxes:
            if one.indicator.name != named:
                named = one.indicator.name
                self.body.addWidget(Label(named, wraps=True))
            self.body.addWidget(box)
        self.entries = {
            "reply_by": day_line(_("Il fornitore risponde entro il"), office_day(desk)),
            "on": day_line(_("Inviata il (obbligatorio)"), office_day(desk)),
            "protocol": line(_("Protocollo n.")),
        }
        self._lay_out()
        desk.tasks.query(self, _office, self._on_office)

    @property
    def chosen(self) -> tuple[ReadingId, ...]:
        """The readings that are ticked."""
        return tuple(one.reading.id for box, one in self.boxes if box.isChecked() and one.reading is not None)

    def send(self, values: dict[str, Any]) -> None:
        """Register the contestation."""
        from app.actions.level_penalties import contest

        chosen = self.chosen
        told = _("Registrata la contestazione del {day}").format(day=day(values["on"]))
        self.act(lambda store: contest(store, chosen, values["on"], values["protocol"], values["reply_by"]), told)

    def write_letter(self, form: str) -> None:
        """Keep the letter with the contract, then ask where a copy of it goes."""
        from app.actions.level_letter import keep_letter, prepare_letter

        chosen, contract_id, reply_by = self.chosen, self._year.contract.id, self.readable("reply_by")

        def make(store: Store) -> object:
            prepared = prepare_letter(store, chosen, form, reply_by)
            document_id, changes = keep_letter(store, contract_id, prepared)
            return prepared.name, document_id, changes

        self.desk.tasks.act(self, make, lambda made: self._on_kept(made, form), self._on_refused)

    def _on_kept(self, made: object, form: str) -> None:
        name, document_id, _changes = made if isinstance(made, tuple) else ("", 0, None)
        self.kept.setText(_("La lettera è tra i documenti del contratto. Ciò che manca vi resta segnato in evidenza."))
        self.kept.show()
        ask_where(self, _("Salva la lettera"), str(name), ((form.upper(), form),), partial(self._save, document_id))

    def _save(self, document_id: DocumentId, target: Path) -> None:
        from app.actions.document_files import save_document_as

        told = _("Scritta la lettera {file}").format(file=target.name)
        self.desk.tasks.query(
            self, lambda store: save_document_as(store, document_id, target), lambda _path: self.desk.window.toast(told)
        )

    def _on_office(self, office: Office) -> None:
        self.office_link.setVisible(not office.fiscal_code)

    def _go_office(self) -> None:
        """What was typed here is there again afterwards."""
        self.reject()
        self.desk.window.open_page("settings", "office")

    def _lay_out(self) -> None:
        self.body.addWidget(Label(_("2. Prepara la lettera e inviala per PEC"), "strong", wraps=True))
        self.body.addWidget(self.entries["reply_by"].field)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=unit(8))
        self.letters = {
            form: button(words, partial(self.write_letter, form), icon="download") for form, words in _LETTERS
        }
        for one in self.letters.values():
            flow.addWidget(one)
        self.body.addWidget(buttons)
        self.office_link = LongLink(
            _("Manca il codice fiscale del comune: scrivilo nelle Impostazioni"), self._go_office
        )
        self.office_link.hide()
        self.body.addWidget(self.office_link)
        self.kept = Label("", "muted", wraps=True)
        self.kept.hide()
        self.body.addWidget(self.kept)
        self.body.addWidget(Label(_("3. Dopo l'invio, registra la contestazione"), "strong", wraps=True))
        self.show_fields((("on", "protocol"),), {}, is_removable=False)
        self.first = self.entries["reply_by"].field.field
        self.show_foot()


def _office(store: Store) -> Office:
    from app.actions.municipality import show_office

    return show_office(store)


def _breach_box(row: LevelPeriod, *, is_on: bool) -> QCheckBox:
    told = f"{period_words(row)} · {value_words(row)} · {_('penale {amount}').format(amount=penalty_cell(row))}"
    box = QCheckBox(told.replace("&", "&&"))
    box.setAccessibleName(f"{row.indicator.name} · {told}")
    box.setChecked(is_on)
    return box
