# SPDX-License-Identifier: EUPL-1.2
"""Invoices as received, what they pay, what was done with them, and the money that left."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Moment

_STATES = "'received', 'approved', 'refused', 'committed', 'settled', 'paid'"


class InvoiceRecord(Base):
    """One body of a file of FatturaPA; amounts in euro as written, a credit note positive as it comes."""

    __tablename__ = "invoice"
    __table_args__ = (
        UniqueConstraint("document_id", "body"),
        CheckConstraint(f"state IN ({_STATES})", name="state_known"),
        CheckConstraint("body >= 0", name="body_not_negative"),
        CheckConstraint("state <> 'refused' OR refusal_cause <> ''", name="refused_with_cause"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    body: Mapped[int]
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("service_contract.id"), index=True)
    file_name: Mapped[str] = mapped_column(String(255))
    format_version: Mapped[str] = mapped_column(String(20))
    type: Mapped[str] = mapped_column(String(10))
    number: Mapped[str] = mapped_column(String(60))
    on: Mapped[date] = mapped_column(Date)
    supplier: Mapped[str] = mapped_column(String(300))
    supplier_vat: Mapped[str] = mapped_column(String(40))
    supplier_fiscal_code: Mapped[str] = mapped_column(String(40))
    recipient_code: Mapped[str] = mapped_column(String(10))
    recipient: Mapped[str] = mapped_column(String(300))
    recipient_fiscal_code: Mapped[str] = mapped_column(String(40))
    currency: Mapped[str] = mapped_column(String(10))
    total_cents: Mapped[int]
    taxable_cents: Mapped[int]
    vat_cents: Mapped[int]
    due_vat: Mapped[str] = mapped_column(String(20))
    due_on: Mapped[date | None] = mapped_column(Date)
    iban: Mapped[str] = mapped_column(String(40))
    period_from: Mapped[date | None] = mapped_column(Date)
    period_to: Mapped[date | None] = mapped_column(Date)
    references: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    purpose: Mapped[str] = mapped_column(Text)
    signature: Mapped[str] = mapped_column(String(40))
    sdi_id: Mapped[str] = mapped_column(String(40))
    received_on: Mapped[date | None] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(20), index=True)
    refusal_cause: Mapped[str] = mapped_column(Text)
    commitment: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class InvoiceMatchRecord(Base):
    """So much of an invoice, net of VAT, pays one instalment, named by fee and first day."""

    __tablename__ = "invoice_match"
    __table_args__ = (CheckConstraint("amount_cents <> 0", name="amount_not_zero"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), index=True)
    fee_id: Mapped[int] = mapped_column(ForeignKey("fee.id"), index=True)
    period_on: Mapped[date] = mapped_column(Date)
    amount_cents: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class InvoiceStepRecord(Base):
    """One thing done with an invoice."""

    __tablename__ = "invoice_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    from_state: Mapped[str] = mapped_column(String(20))
    to_state: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column(Date)
    number: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text)
    overridden: Mapped[list[str]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Moment)


class PaymentRecord(Base):
    """Money that left, for a contract or for a concession, with or without an invoice of ours."""

    __tablename__ = "payment"
    __table_args__ = (
        CheckConstraint("amount_cents <> 0", name="amount_not_zero"),
        CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name="of_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    concession_id: Mapped[int | None] = mapped_column(ForeignKey("concession.id"), index=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("service_contract.id"), index=True)
    invoice_id: Mapped[int | None] = mapped_column(ForeignKey("invoice.id"), index=True)
    on: Mapped[date] = mapped_column(Date)
    number: Mapped[str] = mapped_column(String(60))
    amount_cents: Mapped[int]
    chapter: Mapped[str] = mapped_column(String(60))
    year: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
