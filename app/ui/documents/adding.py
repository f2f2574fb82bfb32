# SPDX-License-Identifier: EUPL-1.2
"""Adding files: with a question for what they are (this page), or straight to a known line (any page).

For another page that knows where a file belongs:

    add_to_line(desk, self, files, kind="resolution", accession_id=..., item_key="resolution",
                then=self._on_added, failed=self._on_refused)
    add_to_line(desk, self, files, given_out_id=draft.id, ...)      # the signed copy of a draft of ours

`then` gets the `AddOutcome` of `app.actions.document_adding`: what was added, and each refused file with its reason.
Without it what was added is told in a toast, and what was not in a box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import CampanileError
from app.text import _, ngettext, sentence
from app.ui import messages
from app.ui.widgets.progress import of_bytes

if TYPE_CHECKING:
    from app.actions.document_adding import AddOutcome
    from app.domain.documents import DocumentId
    from app.store import Store
    from app.ui.desk import Desk
    from app.ui.tasks import IsCancelled, Progress


def add_to_line(
    desk: Desk,
    asker: QWidget,
    files: Sequence[Path],
    *,
    then: Callable[[AddOutcome], object] | None = None,
    failed: Callable[[CampanileError], None] | None = None,
    **facts: Any,  # noqa: ANN401 - app.actions.documents.DocumentFacts
) -> None:
    """Add files whose place is known, away from the window, with progress for large ones."""

    def add(store: Store, progress: Progress, is_cancelled: IsCancelled) -> AddOutcome:
        from app.actions.document_adding import add_documents

        return add_documents(store, files, progress=of_bytes(progress), is_cancelled=is_cancelled, **facts)

    def on_added(outcome: AddOutcome) -> None:
        if then is not None:
            then(outcome)
            return
        tell_added(desk, outcome)
        if outcome.refused:
            messages.show_error(asker, outcome.refused[0].error)

    desk.tasks.long(asker, add, on_added, failed, _("Aggiungo i documenti…"))


def tell_added(desk: Desk, outcome: AddOutcome) -> None:
    """Say how many were added, with the way back."""
    count = len(outcome.added)
    if count:
        told = ngettext("Aggiunto {count} documento", "Aggiunti {count} documenti", count)
        desk.window.toast(told.format(count=count), with_undo=True)


def refusal_words(outcome: AddOutcome) -> str:
    """Each reason once, one a line."""
    return "\n".join(dict.fromkeys(sentence(one.error) for one in outcome.refused))


class Adding(QObject):
    """Asks what files are and where they belong, then adds them; belongs to a page."""

    def __init__(self, desk: Desk, page: QWidget, then: Callable[[tuple[DocumentId, ...]], object]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._then = then

    def ask(self, files: Sequence[Path] = (), kind: str = "") -> None:
        """Open the question; without files it begins with the place to drop or choose them."""
        from app.actions.document_survey import survey_documents
        from app.ui.documents.add_dialog import AddDialog

        def show(survey: Any) -> None:  # noqa: ANN401 - Survey, imported late
            dialog = AddDialog(self._desk, survey, self._page.window())
            dialog.added.connect(self._on_added)
            if kind:
                dialog.entries["kind"].show(kind)
            dialog.open()
            dialog.take(list(files))

        self._desk.tasks.query(self._page, survey_documents, show)

    def _on_added(self, outcome: AddOutcome) -> None:
        tell_added(self._desk, outcome)
        self._then(outcome.added)
