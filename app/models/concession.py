# SPDX-License-Identifier: EUPL-1.2
"""Concessions, service contracts and what hangs on them: plan, steps, people, papers, end, money, changes."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Moment

_STATES = "'requested', 'activating', 'accepted', 'active', 'suspended', 'closing', 'ceased', 'refused'"


class ConcessionRecord(Base):
    """L0: between a granting authority and the concessionaire; the comune's own has no centre."""

    __tablename__ = "concession"
    __table_args__ = (
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name="term_in_order"),
        CheckConstraint("title <> ''", name="title_present"),
        CheckConstraint("value_cents IS NULL OR value_cents >= 0", name="value_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_code: Mapped[str] = mapped_column(String(40))
    is_ours: Mapped[bool]
    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(300))
    regime: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    granting_authority: Mapped[str] = mapped_column(String(300))
    concessionaire: Mapped[str] = mapped_column(String(300))
    concessionaire_vat: Mapped[str] = mapped_column(String(40))
    project_company: Mapped[str] = mapped_column(String(300))
    parent_cig: Mapped[str] = mapped_column(String(20))
    cup: Mapped[str] = mapped_column(String(40))
    signed_on: Mapped[date | None] = mapped_column(Date)
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    value_cents: Mapped[int | None]
    may_be_extended: Mapped[bool]
    reported_on: Mapped[date | None] = mapped_column(Date)
    publication: Mapped[str] = mapped_column(String(300))
    source: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class ServiceContractRecord(Base):
    """L2: contratto esecutivo or ordinativo for one service; amounts in euro."""

    __tablename__ = "service_contract"
    __table_args__ = (
        CheckConstraint(
            "state IN ('requested', 'activating', 'accepted', 'active', 'suspended', 'closing', 'ceased', 'refused')",
            name="state_known",
        ),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name="term_in_order"),
        CheckConstraint("title <> ''", name="title_present"),
        CheckConstraint("value_cents IS NULL OR value_cents >= 0", name="value_not_negative"),
        CheckConstraint("spending IN ('', 'purchase', 'transfer')", name="spending_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    concession_id: Mapped[int | None] = mapped_column(ForeignKey("concession.id"), index=True)
    accession_id: Mapped[int | None] = mapped_column(ForeignKey("accession.id"), index=True)
    service_code: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(300))
    state: Mapped[str] = mapped_column(String(20), index=True)
    supplier: Mapped[str] = mapped_column(String(300))
    supplier_vat: Mapped[str] = mapped_column(String(40))
    reference: Mapped[str] = mapped_column(String(100))
    signed_on: Mapped[date | None] = mapped_column(Date)
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    cig: Mapped[str] = mapped_column(String(20))
    cup: Mapped[str] = mapped_column(String(40))
    iban: Mapped[str] = mapped_column(String(40))
    office_code: Mapped[str] = mapped_column(String(10))
    determination: Mapped[str] = mapped_column(String(60))
    determination_on: Mapped[date | None] = mapped_column(Date)
    value_cents: Mapped[int | None]
    spending: Mapped[str] = mapped_column(String(20))
    chapter: Mapped[str] = mapped_column(String(60))
    account: Mapped[str] = mapped_column(String(60))
    dpa: Mapped[str] = mapped_column(String(300))
    dpa_on: Mapped[date | None] = mapped_column(Date)
    cloud_level: Mapped[str] = mapped_column(String(40))
    cloud_id: Mapped[str] = mapped_column(String(100))
    cloud_until: Mapped[date | None] = mapped_column(Date)
    completed_on: Mapped[date | None] = mapped_column(Date)
    asseveration: Mapped[str] = mapped_column(String(20))
    funded_until: Mapped[date | None] = mapped_column(Date)
    is_funded: Mapped[bool]
    paid_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class MilestoneRecord(Base):
    """One point of the plan of an activation."""

    __tablename__ = "milestone"

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("service_contract.id"), index=True)
    position: Mapped[int]
    key: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(300))
    planned_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class ContractStepRecord(Base):
    """One change of state that was recorded."""

    __tablename__ = "contract_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("service_contract.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    from_state: Mapped[str] = mapped_column(String(20))
    to_state: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column(Date)
    number: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    overridden: Mapped[list[str]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Moment)


class ContactRecord(Base):
    """Someone of a contract or of a concession, with the mandate."""

    __tablename__ = "contact"
    __table_args__ = (CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name="of_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    concession_id: Mapped[int | None] = mapped_column(ForeignKey("concession.id"), index=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("service_contract.id"), index=True)
    role: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str] = mapped_column(String(60))
    mandate: Mapped[str] = mapped_column(String(300))
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class GuaranteeRecord(Base):
    """A bond or an insurance."""

    __tablename__ = "guarantee"
    __table_args__ = (
        CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name="of_one"),
        CheckConstraint("kind IN ('bond', 'insurance')", name="kind_known"),
        CheckConstraint("amount_cents IS NULL OR amount_cents >= 0", name="amount_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    concession_id: Mapped[int | None] = mapped_column(ForeignKey("concession.id"), index=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("service_contract.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    issuer: Mapped[str] = mapped_column(String(300))
    number: Mapped[str] = mapped_column(String(60))
    amount_cents: Mapped[int | None]
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    released_on: Mapped[date | None] = mapped_column(Date)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class ContractPaperRecord(Base):
    """A document of the register that belongs to a contract or to a concession."""

    __tablename__ = "contract_paper"
    __table_args__ = (CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name="of_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    concession_id: Mapped[int | None] = mapped_column(ForeignKey("concession.id"), index=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("service_contract.id"), index=True)
    role: Mapped[str] = mapped_column(String(40))


class ClosingItemRecord(Base):
    """One line of what the end of a contract asks for."""

    __tablename__ = "closing_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("service_contract.id"), index=True)
    position: Mapped[int]
    key: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(300))
    done_on: Mapped[date | None] = mapped_column(Date)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    skipped_reason: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class BudgetLineRecord(Base):
    """What is planned and committed for a year and a chapter; both in euro, gross."""

    __tablename__ = "budget_line"
    __table_args__ = (
        CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name="of_one"),
        CheckConstraint("year BETWEEN 1900 AND 2199", name="year_likely"),
        CheckConstraint("planned_cents IS NULL OR planned_cents >= 0", name="planned_not_negative"),
        CheckConstraint("committed_cents IS NULL OR committed_cents >= 0", name="committed_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    concession_id: Mapped[int | None] = mapped_column(ForeignKey("concession.id"), index=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("service_contract.id"), index=True)
    year: Mapped[int]
    chapter: Mapped[str] = mapped_column(String(60))
    spending: Mapped[str] = mapped_column(String(20))
    planned_cents: Mapped[int | None]
    committed_cents: Mapped[int | None]
    commitment: Mapped[str] = mapped_column(String(60))
    committed_on: Mapped[date | None] = mapped_column(Date)
    act: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class ContractChangeRecord(Base):
    """One change with its act and its effects; amounts in euro, less is negative."""

    __tablename__ = "contract_change"
    __table_args__ = (CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name="of_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    concession_id: Mapped[int | None] = mapped_column(ForeignKey("concession.id"), index=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("service_contract.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    reason_code: Mapped[str] = mapped_column(String(40))
    letter: Mapped[str] = mapped_column(String(2))
    subject: Mapped[str] = mapped_column(Text)
    act: Mapped[str] = mapped_column(String(300))
    on: Mapped[date | None] = mapped_column(Date)
    effective_on: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    value_cents: Mapped[int | None]
    new_ends_on: Mapped[date | None] = mapped_column(Date)
    new_cig: Mapped[str] = mapped_column(String(20))
    new_cup: Mapped[str] = mapped_column(String(40))
    new_supplier: Mapped[str] = mapped_column(String(300))
    new_supplier_vat: Mapped[str] = mapped_column(String(40))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    override_reason: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
