# SPDX-License-Identifier: EUPL-1.2
"""Our own comune and the people of its office."""

from datetime import date

from sqlalchemy import JSON, CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class OfficeRecord(Base):
    """The one comune of this store."""

    __tablename__ = "municipality"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("name <> ''", name="name_present"),
        CheckConstraint("population IS NULL OR population >= 0", name="population_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    istat: Mapped[str] = mapped_column(String(6))
    name: Mapped[str] = mapped_column(String(200))
    other_name: Mapped[str] = mapped_column(String(200))
    province: Mapped[str] = mapped_column(String(2))
    province_name: Mapped[str] = mapped_column(String(100))
    region: Mapped[str] = mapped_column(String(100))
    belfiore: Mapped[str] = mapped_column(String(4))
    previous_istat: Mapped[list[str]] = mapped_column(JSON)
    population: Mapped[int | None]
    ipa_code: Mapped[str] = mapped_column(String(40))
    ipa_code_confirmed: Mapped[bool]
    fiscal_code: Mapped[str] = mapped_column(String(16))
    pec: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(300))
    phone: Mapped[str] = mapped_column(String(60))
    website: Mapped[str] = mapped_column(String(200))
    is_example: Mapped[bool]
    patron: Mapped[str] = mapped_column(String(5), server_default="")  # day of the patron saint, MM-DD
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class PersonRecord(Base):
    """Someone with a role in the office."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("name <> ''", name="name_present"),
        CheckConstraint("until IS NULL OR since IS NULL OR until >= since", name="dates_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str] = mapped_column(String(60))
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper
