# SPDX-License-Identifier: EUPL-1.2
"""What each form of a procedure is given: the desk, which procedure it is, what was typed, the way to another line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.accessions import AccessionId
from app.domain.dates import to_rome

if TYPE_CHECKING:
    from app.ui.desk import Desk

Drafts = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """One procedure, as its forms see it."""

    desk: Desk
    accession_id: AccessionId
    reference: str  # names what was typed: a number may come again, this never does
    go: Callable[[str, str], None]  # to a line of the checklist, into a field of it
    read_again: Callable[[], None]

    def today(self) -> date:
        """The day on the clock of Rome."""
        return to_rome(self.desk.workspace.clock()).date()

    @property
    def drafts(self) -> Drafts:
        """What was typed into any procedure and is not in the store, by thing and field."""
        found: Any = self.desk.typed.setdefault("accession", {})
        return found if isinstance(found, dict) else {}

    def of(self, part: str) -> str:
        """The key of what is typed into a part of this procedure."""
        return f"{self.reference}:{part}"
