# SPDX-License-Identifier: EUPL-1.2
"""Indicators of a contract and what was read of them."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Exact


class IndicatorRecord(Base):
    """One promise of a contract with its penalty, as the contract says it."""

    __tablename__ = "indicator"

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("service_contract.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    formula: Mapped[str] = mapped_column(Text)
    unit: Mapped[str] = mapped_column(String(60))
    direction: Mapped[str] = mapped_column(String(20))
    target: Mapped[Decimal | None] = mapped_column(Exact)
    threshold: Mapped[Decimal | None] = mapped_column(Exact)
    period: Mapped[str] = mapped_column(String(20))
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    penalty_rule: Mapped[str] = mapped_column(String(40))
    penalty_amount_cents: Mapped[int | None]
    penalty_percent: Mapped[Decimal | None] = mapped_column(Exact)
    penalty_step: Mapped[Decimal | None] = mapped_column(Exact)
    penalty_base: Mapped[str] = mapped_column(String(40))
    cap_amount_cents: Mapped[int | None]
    cap_percent: Mapped[Decimal | None] = mapped_column(Exact)
    cap_base: Mapped[str] = mapped_column(String(40))
    reading_source: Mapped[str] = mapped_column(String(300))
    source: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class ReadingRecord(Base):
    """What was read of an indicator for a period, and what came of it."""

    __tablename__ = "indicator_reading"
    __table_args__ = (UniqueConstraint("indicator_id", "period_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), index=True)
    period_on: Mapped[date] = mapped_column(Date)
    value: Mapped[Decimal] = mapped_column(Exact)
    source: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text)
    contested_on: Mapped[date | None] = mapped_column(Date)
    protocol: Mapped[str] = mapped_column(String(60))
    reply_by: Mapped[date | None] = mapped_column(Date)
    replied_on: Mapped[date | None] = mapped_column(Date)
    reply: Mapped[str] = mapped_column(Text)
    penalty_cents: Mapped[int | None]
    waived_reason: Mapped[str] = mapped_column(Text)
    invoice_id: Mapped[int | None] = mapped_column(ForeignKey("invoice.id"), index=True)
    deducted_on: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
