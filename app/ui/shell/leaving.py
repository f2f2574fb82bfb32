# SPDX-License-Identifier: EUPL-1.2
"""Leaving the window: the copy of the day first; a question only where that copy fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from app.errors import CampanileError
from app.text import _, sentence
from app.ui import messages

if TYPE_CHECKING:
    from app.actions.workspace import Workspace
    from app.ui.tasks import Tasks


class Leaving(QObject):
    """Closes its window a second time once the copy is made; nothing can be changed meanwhile."""

    def __init__(self, window: QMainWindow, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._is_decided = False
        self._is_refused = False  # what was typed last could not be saved
        tasks.failed.connect(self._on_action_failed)

    def may_go(self, workspace: Workspace | None) -> bool:
        """Whether the window may close now; without a workspace there is nothing to copy.

        A note that is being typed is told first: it saves itself on losing the keyboard. Where it cannot be saved,
        the window stays.
        """
        if not self._is_decided:
            self._is_refused = False
        focused = self._window.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if self._is_decided or workspace is None:
            return True
        from app.actions.backup import back_up_if_due

        self._is_decided = True
        self._let_in(is_open=False)
        self._tasks.query(self, lambda store: back_up_if_due(workspace, store), self._on_copied, self._on_failed)
        return False

    def _on_action_failed(self, _error: object) -> None:
        self._is_refused = True

    def _on_copied(self, _made: object) -> None:
        if self._is_refused:
            self._stay()
        else:
            self._window.close()

    def _on_failed(self, error: CampanileError) -> None:
        question = _("La copia di sicurezza non è riuscita. Chiudere lo stesso?")
        if messages.ask(self._window, question, sentence(error), _("Chiudi lo stesso")):
            self._window.close()
        else:
            self._stay()

    def _stay(self) -> None:
        self._is_decided = False
        self._let_in(is_open=True)

    def _let_in(self, *, is_open: bool) -> None:
        central = self._window.centralWidget()
        if central is not None:
            central.setEnabled(is_open)
