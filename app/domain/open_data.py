# SPDX-License-Identifier: EUPL-1.2
"""What the open data of PA digitale 2026 say: the typed rows of one file (funding.md 3)."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.folding import fold

_ISTAT = re.compile(r"[0-9]{6}")
_OFFICE = re.compile(r"^(soppresso )?(comune )?(di |d )?")

Key = tuple[str, str, str]
"""Small-letter IPA code, call to the letter, moment of sending in UTC or nothing."""


class Status(StrEnum):
    """State of a project in the open data (funding.md 3.3)."""

    FUNDED = "funded"  # A: funded by decree, not yet paid
    PAID = "paid"  # E: paid after the check of the result
    RENOUNCED = "renounced"  # R: renunciation decreed
    RENUNCIATION_PENDING = "renunciation_pending"  # A with a state date that is not the decree's (inferred)


@dataclass(frozen=True, slots=True)
class Application:
    """One row of the open data (a candidatura), typed; texts stand as they came."""

    ipa_code: str
    body: str
    body_kind: str
    istat: str
    call: str  # title of the avviso, to the letter, double spaces included
    measure: str
    sent_at: datetime | None  # UTC
    funded_on: date | None
    cup: str
    amount: Decimal
    status: Status
    status_on: date | None
    decree: str
    window: str
    protocol: str

    @property
    def key(self) -> Key:
        """The natural key, unique in all known files (funding.md 3.4)."""
        return application_key(self.ipa_code, self.call, self.sent_at)


def application_key(ipa_code: str, call: str, sent_at: datetime | None) -> Key:
    """The natural key; a moment without a zone is taken as UTC, as the files and the store write it."""
    if sent_at is None:
        return ipa_code.lower(), call, ""
    moment = sent_at.astimezone(UTC) if sent_at.tzinfo else sent_at.replace(tzinfo=UTC)
    return ipa_code.lower(), call, moment.isoformat()


def is_of(application: Application, istat_codes: Collection[str], names: Collection[str]) -> bool:
    """Whether a row that an assumed IPA code found is that comune's own: by its ISTAT code, else by its name.

    Some sixty comuni bear in their IPA code the codice catastale of another one (c_l406 is Casto, not Treviso
    Bresciano); a row that tells no ISTAT code is believed.
    """
    if not _ISTAT.fullmatch(application.istat) or application.istat in istat_codes:
        return True
    return is_named(application.body, names)


def is_named(body: str, names: Collection[str]) -> bool:
    """Whether "Comune di ..." is one of the names, whatever the accents and the case."""
    return _OFFICE.sub("", fold(body)) in {fold(name) for name in names if name}


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row of ours that could not be read: its number in the file and why.

    In CSV the line of the file (the header is 1), in JSON the object in the list (the first is 1).
    """

    row: int
    code: str  # an error code of app.text
    value: str


@dataclass(frozen=True, slots=True)
class OtherBody:
    """A body of kind Comuni with our ISTAT code and another IPA code than the one we assumed."""

    ipa_code: str
    name: str
    rows: int


@dataclass(frozen=True, slots=True)
class OpenDataFile:
    """What one file of the open data holds for our comune."""

    name: str
    sha256: str
    rows: int  # data rows in the whole file
    columns: int  # which header version of funding.md 3.2, 1 to 6
    published_on: str  # "2026-08-22" or "2026-08" where the file name says so, else ""
    as_of: date  # newest date told by the name or by any row: newer files win by it
    ours: tuple[Application, ...]
    rejected: tuple[RejectedRow, ...]
    other_bodies: tuple[OtherBody, ...]
