# SPDX-License-Identifier: EUPL-1.2
"""Funded projects, the imports that brought them, and what each import changed."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Moment


class ImportRecord(Base):
    """One import of open data files."""

    __tablename__ = "funding_import"

    id: Mapped[int] = mapped_column(primary_key=True)
    imported_at: Mapped[datetime] = mapped_column(Moment)
    as_of: Mapped[date] = mapped_column(Date)
    files: Mapped[list[dict[str, str]]] = mapped_column(JSON)  # name, sha256, rows, ours, published_on, as_of
    added: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]


class ProjectRecord(Base):
    """One funded project: the last word of the freshest file, and our note."""

    __tablename__ = "project"
    __table_args__ = (
        UniqueConstraint("natural_key"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        CheckConstraint("status IN ('funded', 'paid', 'renounced', 'renunciation_pending')", name="status_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    natural_key: Mapped[str] = mapped_column(String(400))  # IPA code in lower case, call, time sent
    ipa_code: Mapped[str] = mapped_column(String(40))
    body: Mapped[str] = mapped_column(String(300))
    call: Mapped[str] = mapped_column(String(300), index=True)
    measure: Mapped[str] = mapped_column(String(200))
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    funded_on: Mapped[date | None] = mapped_column(Date)
    cup: Mapped[str] = mapped_column(String(40), index=True)
    amount_cents: Mapped[int]
    status: Mapped[str] = mapped_column(String(20))
    status_on: Mapped[date | None] = mapped_column(Date)
    decree: Mapped[str] = mapped_column(String(100))
    window: Mapped[str] = mapped_column(String(10))
    protocol: Mapped[str] = mapped_column(String(20))
    source_file: Mapped[str] = mapped_column(String(255))
    as_of: Mapped[date] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class FundingChangeRecord(Base):
    """One thing that one import changed."""

    __tablename__ = "funding_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("funding_import.id"), index=True)
    natural_key: Mapped[str] = mapped_column(String(400))
    source_file: Mapped[str] = mapped_column(String(255))
    kind: Mapped[str] = mapped_column(String(20))
    call: Mapped[str] = mapped_column(String(300))
    cup: Mapped[str] = mapped_column(String(40))
    field: Mapped[str] = mapped_column(String(40))
    old: Mapped[str] = mapped_column(String(400))
    new: Mapped[str] = mapped_column(String(400))
