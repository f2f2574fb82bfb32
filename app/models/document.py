# SPDX-License-Identifier: EUPL-1.2
"""Documents: what is known of a file that the attachments keep by its SHA-256."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Moment


class DocumentRecord(Base):
    """One file with its name, kind and protocol; several may share the same bytes."""

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256_whole"),
        CheckConstraint("bytes >= 0", name="bytes_not_negative"),
        CheckConstraint("origin IN ('added', 'draft', 'received', 'package', 'receipt')", name="origin_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    bytes: Mapped[int]
    name: Mapped[str] = mapped_column(String(255))  # as it came, shown and never used as a path
    title: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(40))
    origin: Mapped[str] = mapped_column(String(20))
    accession_id: Mapped[int | None] = mapped_column(ForeignKey("accession.id"), index=True)
    item_key: Mapped[str] = mapped_column(String(40))  # the line of the checklist that it belongs to
    given_out_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id")
    )  # the draft of which it is the signed copy
    protocol_number: Mapped[str] = mapped_column(String(60))
    protocol_on: Mapped[date | None] = mapped_column(Date)
    document_on: Mapped[date | None] = mapped_column(Date)
    signature: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # as read when it was added
    note: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
