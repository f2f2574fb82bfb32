# SPDX-License-Identifier: EUPL-1.2
"""Accessions: the procedure by which our comune joins a centre, renews or withdraws, and the membership it leads to."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Moment

_STATES = (
    "'draft', 'proposed', 'resolved', 'enforceable', 'signed', 'sent', 'under_review', 'additions', "
    "'rejection_notice', 'accepted', 'active', 'rejected', 'renewing', 'withdrawing', 'ceased', 'expired'"
)


class AccessionRecord(Base):
    """One procedure towards a centre; once active it is the membership with its own clock."""

    __tablename__ = "accession"
    __table_args__ = (
        UniqueConstraint("reference"),
        CheckConstraint("kind IN ('join', 'renewal', 'withdrawal')", name="kind_known"),
        CheckConstraint(f"state IN ({_STATES})", name="state_known"),
        CheckConstraint("body IN ('council', 'executive')", name="body_known"),
        CheckConstraint("revision >= 1", name="revision_positive"),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name="term_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(32))  # random: what an answer of the centre must name
    kind: Mapped[str] = mapped_column(String(20))
    of_accession_id: Mapped[int | None] = mapped_column(ForeignKey("accession.id"))  # membership renewed or left
    centre_code: Mapped[str] = mapped_column(String(40), index=True)
    centre_name: Mapped[str] = mapped_column(String(200))
    lead_authority: Mapped[str] = mapped_column(String(200))
    centre_pec: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20), index=True)
    revision: Mapped[int]
    opened_on: Mapped[date] = mapped_column(Date)
    body: Mapped[str] = mapped_column(String(20))  # which body deliberates
    body_reason: Mapped[str] = mapped_column(Text)  # why another than the template says
    signer_name: Mapped[str] = mapped_column(String(200))
    signer_role: Mapped[str] = mapped_column(String(100))
    signer_fiscal_code: Mapped[str] = mapped_column(String(16))
    signer_is_delegate: Mapped[bool]
    contact_name: Mapped[str] = mapped_column(String(200))
    contact_email: Mapped[str] = mapped_column(String(200))
    contact_phone: Mapped[str] = mapped_column(String(60))
    purpose: Mapped[str] = mapped_column(Text)  # art. 30 TUEL: what an agreement must state
    consultation: Mapped[str] = mapped_column(Text)
    financial_relations: Mapped[str] = mapped_column(Text)
    obligations: Mapped[str] = mapped_column(Text)
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    answer_days: Mapped[int | None]  # where the agreement says other than 30
    notice_months: Mapped[int | None]  # of withdrawal, from the agreement
    notice_days: Mapped[int | None]
    renewal_months: Mapped[int | None]  # before the end, from the agreement
    terms_source: Mapped[str] = mapped_column(String(300))  # the act from which the clerk typed them
    package_sha256: Mapped[str] = mapped_column(String(64))  # of the manifest last given out, which an answer names
    answer_sequence: Mapped[int]  # highest answer applied
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class AccessionItemRecord(Base):
    """One line of the checklist, taken from the template of the centre and the clerk's to change."""

    __tablename__ = "accession_item"
    __table_args__ = (UniqueConstraint("accession_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    accession_id: Mapped[int] = mapped_column(ForeignKey("accession.id"), index=True)
    position: Mapped[int]
    key: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200))
    actor: Mapped[str] = mapped_column(String(20))
    law: Mapped[str] = mapped_column(String(300))
    why: Mapped[str] = mapped_column(Text)
    why_en: Mapped[str] = mapped_column(Text)
    act_kind: Mapped[str] = mapped_column(String(40))  # the act that it brings into the register, or ""
    slots: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # the documents that it asks for
    is_custom: Mapped[bool]
    due_on: Mapped[date | None] = mapped_column(Date)
    due_reason: Mapped[str] = mapped_column(Text)
    skipped_reason: Mapped[str] = mapped_column(Text)  # why it does not apply
    done_on: Mapped[date | None] = mapped_column(Date)  # of a line that the clerk added
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class AccessionServiceRecord(Base):
    """A service of a request: asked for, declined though something needs it, or had already."""

    __tablename__ = "accession_service"
    __table_args__ = (
        UniqueConstraint("accession_id", "code"),
        CheckConstraint("choice IN ('requested', 'declined', 'already')", name="choice_known"),
        CheckConstraint("quantity IS NULL OR quantity > 0", name="quantity_positive"),
        CheckConstraint("once_cents IS NULL OR once_cents >= 0", name="once_not_negative"),
        CheckConstraint("yearly_cents IS NULL OR yearly_cents >= 0", name="yearly_not_negative"),
        CheckConstraint("choice <> 'declined' OR reason <> ''", name="declined_with_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    accession_id: Mapped[int] = mapped_column(ForeignKey("accession.id"), index=True)
    code: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    choice: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    quantity: Mapped[int | None]
    unit: Mapped[str] = mapped_column(String(60))
    cup: Mapped[str] = mapped_column(String(40))
    cig: Mapped[str] = mapped_column(String(20))
    once_cents: Mapped[int | None]
    yearly_cents: Mapped[int | None]
    cost_source: Mapped[str] = mapped_column(String(300))  # the act that gives the figures
    answer: Mapped[str] = mapped_column(String(20))  # of the centre: "", "accepted", "refused"
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class AccessionStepRecord(Base):
    """One transition that was taken: from where to where, on which day, by which act."""

    __tablename__ = "accession_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    accession_id: Mapped[int] = mapped_column(ForeignKey("accession.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    from_state: Mapped[str] = mapped_column(String(20))
    to_state: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column(Date)
    number: Mapped[str] = mapped_column(String(60))  # of protocol or of the act
    number_on: Mapped[date | None] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Text)
    answer_by: Mapped[date | None] = mapped_column(Date)  # the day that the other side set
    revision: Mapped[int]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    overridden: Mapped[list[str]] = mapped_column(JSON)  # codes of the checks that the clerk set aside, with `reason`
    at: Mapped[datetime] = mapped_column(Moment)


class ActRecord(Base):
    """An act: kind, body, number, day, publication, enforceability."""

    __tablename__ = "act"
    __table_args__ = (
        CheckConstraint("kind <> ''", name="kind_present"),
        CheckConstraint(
            "published_on IS NULL OR published_until IS NULL OR published_until >= published_on",
            name="publication_in_order",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    accession_id: Mapped[int | None] = mapped_column(ForeignKey("accession.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    body: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(String(60))
    on: Mapped[date | None] = mapped_column(Date)
    subject: Mapped[str] = mapped_column(String(500))
    is_immediate: Mapped[bool]
    published_on: Mapped[date | None] = mapped_column(Date)
    published_until: Mapped[date | None] = mapped_column(Date)
    publication_place: Mapped[str] = mapped_column(String(300))  # section or address
    enforceable_on: Mapped[date | None] = mapped_column(Date)
    enforceable_reason: Mapped[str] = mapped_column(Text)  # why another day than the computed one
    technical_opinion_on: Mapped[date | None] = mapped_column(Date)  # art. 49 TUEL
    accounting_opinion_on: Mapped[date | None] = mapped_column(Date)
    auditor_opinion_on: Mapped[date | None] = mapped_column(Date)  # art. 239 TUEL
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
