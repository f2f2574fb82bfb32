# SPDX-License-Identifier: EUPL-1.2
"""What is done with a breach: contest it by letter, note the answer, decide the penalty, take it from an invoice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.dates import to_rome
from app.domain.level_stages import Stage
from app.text import _, day, money
from app.ui.accession.entries import amount_line, day_line, line, shown
from app.ui.contract.entry_dialog import EntryDialog
from app.ui.contract.level_words import penalty_cell, period_words, value_words
from app.ui.documents import options
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.actions.level_views import LevelPeriod, LevelsYear
    from app.domain.documents import DocumentId
    from app.domain.invoices import Invoice
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
            "reply_by": day_line(_("Il fornitore risponde entro il"), _clock(desk)),
            "on": day_line(_("Inviata il (obbligatorio)"), _clock(desk)),
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
            "on": day_line(_("Ricevuta il (obbligatorio)"), _clock(desk)),
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
            "on": day_line(_("Detratta il"), _clock(desk)),
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


def _office(store: Store) -> Office:
    from app.actions.municipality import show_office

    return show_office(store)


def _clock(desk: Desk) -> Callable[[], date]:
    return lambda: to_rome(desk.workspace.clock()).date()


def _breach_box(row: LevelPeriod, *, is_on: bool) -> QCheckBox:
    told = f"{period_words(row)} · {value_words(row)} · {_('penale {amount}').format(amount=penalty_cell(row))}"
    box = QCheckBox(told.replace("&", "&&"))
    box.setAccessibleName(f"{row.indicator.name} · {told}")
    box.setChecked(is_on)
    return box


def _title(row: LevelPeriod) -> str:
    return f"{row.indicator.name} · {period_words(row)} · {value_words(row)}"


def _computed(row: LevelPeriod) -> str:
    computed = row.judged.computed if row.judged else None
    return _("da inserire") if computed is None else money(computed)


def _invoice_words(invoice: Invoice) -> str:
    told = _("n. {number} del {day}, {amount}")
    return told.format(number=invoice.number, day=day(invoice.on), amount=money(invoice.total))
