# SPDX-License-Identifier: EUPL-1.2
"""Ricevi risposta: a file of the centre is looked at, shown, and only then applied; the same for the whole file out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import CampanileError
from app.text import _, ngettext
from app.ui import messages
from app.ui.accession.answer_dialog import AnswerDialog
from app.ui.widgets.save_as import ask_where, ask_which

if TYPE_CHECKING:
    from app.actions.accession_folder import WrittenFolder
    from app.actions.answers import AnswerPreview
    from app.domain.accessions import Accession, AccessionId
    from app.store import Store
    from app.ui.desk import Desk
    from app.ui.tasks import IsCancelled, Progress

Opened = Callable[["AccessionId"], object]


class Receiver:
    """Belongs to a page; `opened` gets the procedure that an answer was for."""

    def __init__(self, desk: Desk, page: QWidget, opened: Opened) -> None:
        self._desk = desk
        self._page = page
        self._opened = opened

    def ask(self) -> None:
        """Ask for the file of the centre."""
        ask_which(self._page, _("Ricevi la risposta del centro"), ((_("Risposta del centro"), "zip"),), self.look)

    def look(self, file: Path) -> None:
        """Read it, and show what it would change; a file that is no answer to us is refused with its reason."""
        from app.actions.answers import read_answer_file

        self._desk.tasks.query(
            self._page, lambda store: read_answer_file(store, file), lambda preview: self._show(file, preview)
        )

    def _show(self, file: Path, preview: AnswerPreview) -> None:
        dialog = AnswerDialog(preview, self._page.window())
        dialog.wanted.connect(lambda fingerprint: self._apply(file, preview, dialog, fingerprint))
        dialog.open()

    def _apply(self, file: Path, preview: AnswerPreview, dialog: AnswerDialog, fingerprint: str) -> None:
        from app.actions.answers import apply_answer

        self._desk.tasks.act(
            dialog,
            lambda store: apply_answer(store, file, pin_fingerprint=fingerprint, seen_sha256=preview.sha256),
            lambda done: self._on_applied(dialog, done[0]),
            dialog.show_trouble,
        )

    def _on_applied(self, dialog: AnswerDialog, accession_id: AccessionId) -> None:
        dialog.done(1)
        self._desk.window.toast(_("Risposta applicata"), with_undo=True)
        self._opened(accession_id)


def write_file_of(desk: Desk, page: QWidget, accession: Accession) -> None:
    """Ask where, then write the whole file of a procedure with its index, for the registry."""
    name = _("Fascicolo {centre}").format(centre=accession.centre_name)
    kinds = ((_("Fascicolo compresso"), "zip"),)
    ask_where(page, _("Scrivi il fascicolo"), name, kinds, lambda target: write_to(desk, page, accession.id, target))


def write_to(desk: Desk, page: QWidget, accession_id: AccessionId, target: Path) -> None:
    """Write the file of a procedure, with progress for a large one."""

    def write(store: Store, progress: Progress, is_cancelled: IsCancelled) -> WrittenFolder:
        from app.actions.accession_folder import write_folder

        return write_folder(store, accession_id, target, progress, is_cancelled)

    def tell(written: WrittenFolder) -> None:
        count = len(written.files)
        told = ngettext("Scritto {count} file in {place}", "Scritti {count} file in {place}", count)
        desk.window.toast(told.format(count=count, place=written.path.name))

    def refuse(error: CampanileError) -> None:
        messages.show_error(page, error)

    desk.tasks.long(page, write, tell, refuse, _("Scrivo il fascicolo…"))
