# SPDX-License-Identifier: EUPL-1.2
"""The package for the centre and the text of the certified mail, made and given out without a network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.accession_states import State
from app.errors import CampanileError
from app.text import _, day, sentence
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView
    from app.actions.sending import PecText
    from app.domain.documents import Document
    from app.store import Store

_PREPARED = (State.SIGNED, State.ADDITIONS)


class PackageBox(QWidget):
    """Before it: one button; after it: the file to save and what to copy into the message."""

    def __init__(self, place: Place, aside: Callable[[], tuple[tuple[str, ...], str]]) -> None:
        super().__init__()
        self._place = place
        self._aside = aside
        self._sha256 = ""
        self._is_made = False  # just now, by the button
        self.told = Label("", wraps=True)
        self.prepare = button(_("Prepara invio"), self._prepare, icon="upload")
        self.keep = button(_("Salva il pacchetto…"), self._save, icon="download")
        self.summary = button(_("Riepilogo…"), self._print, icon="print")
        self.summary.setToolTip(_("La richiesta con i suoi servizi, da leggere e stampare"))
        self.trouble = Label("", "error", wraps=True)
        self.old = Label(_("Dopo il pacchetto qualcosa è cambiato: preparalo di nuovo."), "doubt", wraps=True)
        self.mail = Expander(_("Testo della PEC"), is_open=True)
        self.parts: dict[str, QPlainTextEdit] = {}
        self._lay_out()

    def show_view(self, view: AccessionView) -> None:
        """Show whether the package is there."""
        accession = view.accession
        package = _package_of(view)
        may_prepare = accession.state in _PREPARED
        self.prepare.setText(_("Prepara di nuovo") if package else _("Prepara invio"))
        self.prepare.setEnabled(may_prepare)
        self.prepare.setVisible(may_prepare or package is None)
        self.keep.setVisible(package is not None)
        self.mail.setVisible(package is not None)
        sent = view.case.first_sending
        if package is not None and sent is not None:
            told = _("Pacchetto n. {number}, inviato il {day}: {file}.")
            self.told.setText(told.format(number=sent.revision, day=day(sent.on), file=package.name))
        elif package is not None:
            self.told.setText(_("Pronto: {file}. Si allega alla PEC così com'è.").format(file=package.name))
        elif may_prepare:
            self.told.setText(_("Un file solo con i dati della richiesta, gli atti e le loro impronte."))
        else:
            self.told.setText(_("Si prepara dopo la firma."))
        self._show_age(view if package is not None and not view.case.has_left(package) else None)
        if accession.package_sha256 != self._sha256:
            self._sha256 = accession.package_sha256
            self._show_trouble("")
            if package is not None and self._is_made:
                self._is_made = False
                self.keep.setFocus()
            if package is not None:
                self._place.desk.tasks.query(self, self._read_mail, self._on_mail, lambda _error: self.mail.hide())

    def focus(self) -> None:
        """Put the keyboard on what comes next."""
        (self.keep if self.keep.isVisibleTo(self) else self.prepare).setFocus()

    def save_to(self, target: Path) -> None:
        """Write the package to a file."""
        from app.actions.sending import save_package

        place = self._place
        place.desk.tasks.query(
            self,
            lambda store: save_package(store, place.accession_id, target),
            lambda _done: place.desk.window.toast(_("Salvato {file}").format(file=target.name)),
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(8))
        for one in (self.prepare, self.keep, self.summary):
            buttons.addWidget(one)
        buttons.addStretch(1)
        for name, label in (("to", _("A")), ("subject", _("Oggetto")), ("body", _("Testo"))):
            self._add_part(name, label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(6))
        layout.addWidget(Label(_("Il pacchetto"), "strong"))
        layout.addWidget(self.told)
        layout.addWidget(self.old)
        layout.addLayout(buttons)
        layout.addWidget(self.trouble)
        layout.addWidget(self.mail)
        self.trouble.hide()
        self.old.hide()

    def _add_part(self, name: str, label: str) -> None:
        head = QHBoxLayout()
        words = Label(label, "section")
        copy = Link(_("Copia"), partial(self._copy, name))
        copy.setAccessibleName(_("Copia {label}").format(label=label))
        head.addWidget(words)
        head.addWidget(copy)
        head.addStretch(1)
        field = QPlainTextEdit()
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName(label)
        field.setFixedHeight(unit(150 if name == "body" else 58 if name == "subject" else 40))
        words.setBuddy(field)
        self.parts[name] = field
        self.mail.body.addLayout(head)
        self.mail.body.addWidget(field)

    def _copy(self, name: str) -> None:
        QGuiApplication.clipboard().setText(self.parts[name].toPlainText())
        self._place.desk.window.toast(_("Copiato: incollalo nella PEC."))

    def _prepare(self) -> None:
        from app.actions.sending import prepare_package

        codes, reason = self._aside()
        place = self._place
        self._show_trouble("")
        place.desk.tasks.act(
            self,
            lambda store: prepare_package(store, place.accession_id, overridden=codes, reason=reason),
            lambda _done: place.desk.window.toast(_("Pacchetto pronto: salvalo e allegalo alla PEC."), with_undo=True),
            self._on_refused,
        )
        self._is_made = True

    def _print(self) -> None:
        from app.actions.accessions import show_accession
        from app.ui.accession.output import print_accession

        place = self._place
        place.desk.tasks.query(
            self,
            lambda store: show_accession(store, place.accession_id).accession,
            lambda accession: print_accession(place.desk, self, "request", accession),
        )

    def _save(self) -> None:
        name = self.told.text().partition(": ")[2].partition(".zip")[0]
        ask_where(self, _("Salva il pacchetto"), f"{name}.zip", ((_("Pacchetto di adesione"), "zip"),), self.save_to)

    def _read_mail(self, store: Store) -> PecText:
        from app.actions.sending import pec_text

        return pec_text(store, self._place.accession_id)

    def _on_mail(self, mail: PecText) -> None:
        for name, field in self.parts.items():
            field.setPlainText(getattr(mail, name))

    def _show_age(self, view: AccessionView | None) -> None:
        """Say that what is ready is no longer what we say; nothing of a package that left or is not there."""
        if view is None:
            self.old.hide()
            return
        self._place.desk.tasks.query(
            self, lambda store: _is_outdated(store, view), self.old.setVisible, lambda _error: self.old.hide()
        )

    def _on_refused(self, error: CampanileError) -> None:
        self._is_made = False
        self._show_trouble(sentence(error))

    def _show_trouble(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))


def _is_outdated(store: Store, view: AccessionView) -> bool:
    from app.actions.packages import is_outdated

    return is_outdated(store, view.case)


def _package_of(view: AccessionView) -> Document | None:
    from app.actions.sending import current_package

    if view.accession.state is State.ADDITIONS and not view.case.has_package_to_send:
        return None  # the one that is there has left: another is to be made
    return current_package(view.case)
