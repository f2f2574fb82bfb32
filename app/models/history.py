# SPDX-License-Identifier: EUPL-1.2
"""The history: one entry an action, one change a row."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Moment


class HistoryEntryRecord(Base):
    """One action, or one step back or forward."""

    __tablename__ = "history_entry"
    __table_args__ = (CheckConstraint("kind IN ('action', 'undo', 'redo')", name="kind_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    who: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(String(100))
    params: Mapped[dict[str, str]] = mapped_column(JSON)
    of_entry_id: Mapped[int | None] = mapped_column(ForeignKey("history_entry.id"))  # undone or redone action
    is_undone: Mapped[bool] = mapped_column(index=True)
    is_undoable: Mapped[bool]


class HistoryChangeRecord(Base):
    """One row that the action touched: its columns before and after, null where it was not there."""

    __tablename__ = "history_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("history_entry.id"), index=True)
    table_name: Mapped[str] = mapped_column(String(60))
    row_key: Mapped[str] = mapped_column(String(400))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
