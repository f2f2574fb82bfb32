# SPDX-License-Identifier: EUPL-1.2
"""What all short forms share: fields in rows that keep themselves, and finding a field by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import Entry, shown
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.actions.changes import Changes
    from app.store import Store

_COLUMNS = 6
_BLAMED_OF_ACT = {
    "act.publication_reversed": "published_until",
    "act.published_before": "published_on",
    "act.enforceable_before": "enforceable_on",
    "act.enforceable_reason_missing": "enforceable_on",
}


class LineForm(QWidget):
    """The form of one line; a subclass lays out its fields and shows what is kept."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.saves: list[Autosave] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(unit(8))

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept."""

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field; False where this form has none of that name."""
        return any(save.focus(name) for save in self.saves)

    def focus_first(self) -> bool:
        """Put the keyboard into the first field; False where there is none."""
        return bool(self.saves) and self.saves[0].focus(next(iter(self.saves[0].entries)))

    def aside(self) -> tuple[tuple[str, ...], str]:
        """The checks that are set aside for a step of this line, and why."""
        return (), ""

    def flush(self) -> None:
        """Keep what was typed."""
        for save in self.saves:
            save.flush()

    def add_rows(self, entries: Mapping[str, Entry], *rows: tuple[str, ...]) -> None:
        """Lay fields out; those of one row share its width."""
        self.body.addLayout(grid_of(entries, *rows))

    def add_heading(self, text: str) -> None:
        """A part of the form begins."""
        self.body.addWidget(Label(text, "strong", wraps=True))

    def add_text(self, text: str = "") -> Label:
        """A remark."""
        told = Label(text, "muted", wraps=True)
        self.body.addWidget(told)
        return told

    def fields_of_accession(self, entries: Mapping[str, Entry], part: str) -> Autosave:
        """Fields of the procedure itself, kept by `fill_in`."""
        accession_id = self.place.accession_id

        def save(store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
            from app.actions.accessions import fill_in, show_accession

            changes = fill_in(store, accession_id, seen, **values)
            return show_accession(store, accession_id).accession.version, changes

        blamed = {"accession.term_reversed": "ends_on"}
        made = Autosave(
            self.place.desk.tasks, entries, self.place.drafts, self.place.of(part), save, self, blamed=blamed
        )
        return self.watched(made)

    def fields_of_act(self, entries: Mapping[str, Entry], part: str, kind: str, body: Callable[[], str]) -> Autosave:
        """Fields of the act of a kind, which is registered with the first of them."""
        accession_id = self.place.accession_id

        def save(store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
            from app.actions.accessions import show_accession
            from app.actions.acts import correct_act, register_act, show_act

            act = show_accession(store, accession_id).case.act(kind)
            if act is None:
                act_id, changes = register_act(store, accession_id=accession_id, kind=kind, body=body(), **values)
            else:
                act_id, changes = act.id, correct_act(store, act.id, seen or None, **values)
            return show_act(store, act_id).act.version, changes

        made = Autosave(
            self.place.desk.tasks, entries, self.place.drafts, self.place.of(part), save, self, blamed=_BLAMED_OF_ACT
        )
        return self.watched(made)

    def watched(self, save: Autosave) -> Autosave:
        """Read the procedure again where somebody else changed it meanwhile."""
        save.stale.connect(self.place.read_again)
        self.saves.append(save)
        return save


def grid_of(entries: Mapping[str, Entry], *rows: tuple[str, ...]) -> QGridLayout:
    """Fields in rows; those of one row share its width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(unit(10))
    grid.setVerticalSpacing(unit(8))
    for number, row in enumerate(rows):
        span = _COLUMNS // len(row)
        for place, name in enumerate(row):
            entries[name].field.label.setWordWrap(True)  # a longer language must not widen the form
            grid.addWidget(entries[name].field, number, place * span, 1, span, Qt.AlignmentFlag.AlignTop)
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
    return grid


def texts_of(thing: object, names: Mapping[str, Entry]) -> dict[str, str]:
    """The kept values of a thing as the fields show them; of nothing, empty fields."""
    return {name: shown(getattr(thing, name)) if thing is not None else "" for name in names}
