# SPDX-License-Identifier: EUPL-1.2
"""The catalogue in the store: edition, services, centres, and what our office added."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Moment


class EditionRecord(Base):
    """An edition that was loaded; of each publisher the last is in force."""

    __tablename__ = "catalogue_edition"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    publisher: Mapped[str] = mapped_column(String(200))
    published_on: Mapped[date] = mapped_column(Date)
    loaded_at: Mapped[datetime] = mapped_column(Moment)
    key_id: Mapped[str] = mapped_column(String(16))  # of the publisher; "" for the edition that the program brings
    sequence: Mapped[int]
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)
    sha256: Mapped[str] = mapped_column(String(64))


class PublisherKeyRecord(Base):
    """A public key that the clerk compared and took, or that a known key has handed over to."""

    __tablename__ = "publisher_key"

    key_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    publisher: Mapped[str] = mapped_column(String(200))
    public_key: Mapped[str] = mapped_column(String(44))  # base64 of 32 bytes
    fingerprint: Mapped[str] = mapped_column(String(100))
    centre_codes: Mapped[list[str]] = mapped_column(JSON)  # the centres for which it may speak
    pinned_at: Mapped[datetime] = mapped_column(Moment)
    replaced_by: Mapped[str] = mapped_column(String(16))
    is_revoked: Mapped[bool]
    highest_sequence: Mapped[int]


class ServiceRecord(Base):
    """One service of the edition in force."""

    __tablename__ = "service"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[int]  # order in the edition
    area: Mapped[str] = mapped_column(String(100), index=True)
    name: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text)
    summary_en: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    description_en: Mapped[str] = mapped_column(Text)
    addressees: Mapped[list[str]] = mapped_column(JSON)
    measure: Mapped[str] = mapped_column(String(200), index=True)
    measure_inferred: Mapped[bool]
    legal_basis: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    is_mandatory: Mapped[bool | None]
    fee_models: Mapped[list[str]] = mapped_column(JSON)
    fee_inferred: Mapped[bool]
    prerequisites: Mapped[list[str]] = mapped_column(JSON)
    keywords: Mapped[list[str]] = mapped_column(JSON)
    sources: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    key_id: Mapped[str] = mapped_column(String(16), server_default="")  # of the publisher that last told of it
    is_withdrawn: Mapped[bool] = mapped_column(server_default="0")


class CentreRecord(Base):
    """One aggregation centre and its sourced facts."""

    __tablename__ = "centre"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    lead_authority: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(40))
    province: Mapped[str] = mapped_column(String(2))
    catchment: Mapped[list[str]] = mapped_column(JSON)
    services: Mapped[list[str]] = mapped_column(JSON)
    facts: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    key_id: Mapped[str] = mapped_column(String(16), server_default="")
    is_withdrawn: Mapped[bool] = mapped_column(server_default="0")


class ServiceMarkRecord(Base):
    """What our office added to a service; it outlives every edition, so there is no foreign key."""

    __tablename__ = "service_mark"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    is_starred: Mapped[bool]
    note: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
