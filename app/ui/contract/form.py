# SPDX-License-Identifier: EUPL-1.2
"""What the parts of a contract share: built at the first look, fields that keep themselves, finding a field by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.concessions import ConcessionId
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import Entry
from app.ui.accession.form import grid_of
from app.ui.contract.place import OwnerPlace, contract_of, owner_of
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.panel import rule

if TYPE_CHECKING:
    from pathlib import Path

    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.desk import Desk


class Piece(Protocol):
    """A piece of a section that has fields of its own."""

    def flush(self) -> None:
        """Keep what was typed."""

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field; False where there is none of that name."""

    def take_files(self, files: list[Path]) -> bool:
        """Take files that were dropped; False where none are asked for."""


class FormSection(QWidget):
    """A part of a contract or of a concession; a subclass builds it once and shows what is kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.saves: list[Autosave] = []
        self.pieces: list[Piece] = []
        self._place: OwnerPlace | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(unit(8))

    @property
    def place(self) -> OwnerPlace:
        """Whose part it is; known from the first showing on."""
        if self._place is None:
            raise RuntimeError("nothing was shown yet")
        return self._place

    def show_contract(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show what is kept."""
        if self._place is None:
            self._place = OwnerPlace(self.desk, owner_of(view), self.read_again)
            self.build(view)
        self.show_view(view)

    def build(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Lay the fields out."""

    def show_view(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show what is kept; what is being typed stays."""

    def on_changed(self, changes: Changes) -> None:
        """The page shows the contract again by itself."""

    def read_again(self) -> None:
        """Somebody else changed it meanwhile."""
        self.desk.tasks.query(self, self.place.read, self.show_contract)

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field; False where this part has none of that name."""
        return any(save.focus(name) for save in self.saves) or any(one.focus_field(name) for one in self.pieces)

    def flush(self) -> None:
        """Keep what was typed."""
        for save in self.saves:
            save.flush()
        for piece in self.pieces:
            piece.flush()

    def take_files(self, files: list[Path]) -> bool:
        """Files that were let go anywhere go where this part asks for some."""
        return any(piece.take_files(files) for piece in self.pieces)

    def add_heading(self, text: str) -> None:
        """A piece of the part begins."""
        if self.body.count():
            self.body.addSpacing(unit(6))
            self.body.addWidget(rule())
        self.body.addWidget(Label(text, "strong", wraps=True))

    def add_text(self, text: str = "", role: str = "muted") -> Label:
        """A remark."""
        told = Label(text, role, wraps=True)
        self.body.addWidget(told)
        return told

    def add_piece(self, piece: Any) -> None:  # noqa: ANN401 - a widget that is a Piece
        """Something with fields of its own."""
        self.body.addWidget(piece)
        self.pieces.append(piece)

    def add_rows(self, entries: Mapping[str, Entry], *rows: tuple[str, ...]) -> None:
        """Lay fields out; those of one row share its width."""
        self.body.addLayout(grid_of(entries, *rows))

    def keep(self, entries: Mapping[str, Entry], part: str, blamed: Mapping[str, str] | None = None) -> Autosave:
        """Keep fields of the contract or of the concession itself as they are typed."""
        place = self.place
        made = Autosave(
            self.desk.tasks,
            entries,
            place.drafts,
            place.of(part),
            _saver(place),
            self,
            blamed={"contract.term_reversed": "ends_on", **(blamed or {})},
        )
        made.stale.connect(self.read_again)
        self.saves.append(made)
        return made


def _saver(place: OwnerPlace) -> Any:  # noqa: ANN401 - what Autosave calls to save
    def save_contract(store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.contracts import correct_contract, show_contract

        contract_id = contract_of(place.owner)
        changes = correct_contract(store, contract_id, seen, **values)
        return show_contract(store, contract_id).contract.version, changes

    def save_concession(store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.concessions import correct_concession, show_concession

        concession_id = ConcessionId(place.owner.concession_id or 0)
        changes = correct_concession(store, concession_id, seen, **values)
        return show_concession(store, concession_id).concession.version, changes

    return save_contract if place.owner.contract_id is not None else save_concession
