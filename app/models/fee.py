# SPDX-License-Identifier: EUPL-1.2
"""Fees as their act says them, days on which nothing is due, what was measured, published indices."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Exact


class FeeRecord(Base):
    """One fee of a contract; euro, per year unless its model or period says otherwise."""

    __tablename__ = "fee"
    __table_args__ = (
        CheckConstraint("amount_cents IS NULL OR amount_cents >= 0", name="amount_not_negative"),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name="term_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("service_contract.id"), index=True)
    position: Mapped[int]
    model: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(300))
    amount_cents: Mapped[int | None]
    unit: Mapped[str] = mapped_column(String(60))
    unit_price: Mapped[Decimal | None] = mapped_column(Exact)
    quantity: Mapped[Decimal | None] = mapped_column(Exact)
    included: Mapped[Decimal | None] = mapped_column(Exact)
    percent: Mapped[Decimal | None] = mapped_column(Exact)
    period: Mapped[str] = mapped_column(String(20))
    is_in_advance: Mapped[bool]
    is_calendar: Mapped[bool]
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    pro_rata: Mapped[str] = mapped_column(String(20))
    free_until: Mapped[date | None] = mapped_column(Date)
    funded_until: Mapped[date | None] = mapped_column(Date)
    vat_rate: Mapped[Decimal | None] = mapped_column(Exact)
    vat_note: Mapped[str] = mapped_column(String(300))
    is_split: Mapped[bool]
    due_days: Mapped[int | None]
    index_name: Mapped[str] = mapped_column(String(100))
    index_base: Mapped[date | None] = mapped_column(Date)
    index_lag: Mapped[int | None]
    index_share: Mapped[Decimal | None] = mapped_column(Exact)
    index_threshold: Mapped[Decimal | None] = mapped_column(Exact)
    index_threshold_kind: Mapped[str] = mapped_column(String(20))
    index_cap: Mapped[Decimal | None] = mapped_column(Exact)
    index_first_on: Mapped[date | None] = mapped_column(Date)
    index_rounding: Mapped[str] = mapped_column(String(20))
    index_clause: Mapped[str] = mapped_column(Text)
    spending: Mapped[str] = mapped_column(String(20))
    chapter: Mapped[str] = mapped_column(String(60))
    source: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class FeeSuspensionRecord(Base):
    """Days on which nothing is due; the last one None while it lasts."""

    __tablename__ = "fee_suspension"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="term_in_order"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("service_contract.id"), index=True)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class FeeReadingRecord(Base):
    """What was measured or collected in a period that begins on a day."""

    __tablename__ = "fee_reading"
    __table_args__ = (UniqueConstraint("fee_id", "period_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    fee_id: Mapped[int] = mapped_column(ForeignKey("fee.id"), index=True)
    period_on: Mapped[date] = mapped_column(Date)
    quantity: Mapped[Decimal] = mapped_column(Exact)
    source: Mapped[str] = mapped_column(String(300))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class IndexValueRecord(Base):
    """A published index of a month, typed or imported."""

    __tablename__ = "index_value"
    __table_args__ = (UniqueConstraint("name", "base", "month"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    month: Mapped[date] = mapped_column(Date)
    value: Mapped[Decimal] = mapped_column(Exact)
    base: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(300))
    taken_on: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
