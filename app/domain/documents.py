# SPDX-License-Identifier: EUPL-1.2
"""Documents: what is known of a file that is kept by its SHA-256."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

DocumentId = NewType("DocumentId", int)

DOCUMENT_KINDS = (
    *("proposal", "resolution", "request", "agreement", "determination", "activation", "letter", "delegation"),
    *("opinion", "publication", "receipt_acceptance", "receipt_delivery", "package", "answer", "countersigned"),
    *("receipt", "acceptance", "invoice", "trust_list", "other"),
)
"""What a document of a procedure is (concessions.md 1.4); acceptance: the minutes of a service.

A trust list: certificates that the clerk vouches for.
"""
ORIGINS = ("added", "draft", "received", "package", "receipt")
"""Added by the clerk, given out by us, received from the centre, the package sent, a receipt of certified mail."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file with its name, kind and protocol; several may share the same bytes."""

    id: DocumentId
    sha256: str
    bytes: int
    name: str  # as it came: shown, never used as a path
    title: str
    kind: str  # a key of DOCUMENT_KINDS
    origin: str  # a key of ORIGINS
    accession_id: int | None
    item_key: str  # the line of the checklist that it belongs to, or ""
    given_out_id: DocumentId | None  # the draft of which it is the signed copy
    protocol_number: str
    protocol_on: date | None
    document_on: date | None
    signature: dict[str, object] | None  # as read when it was added; of a draft, what it could not say
    note: str
    added_at: datetime  # UTC
    version: int

    @property
    def is_package(self) -> bool:
        """True for a package of ours for the centre."""
        return self.kind == "package" and self.origin == "package"

    @property
    def gaps(self) -> tuple[str, ...]:
        """What a draft of ours left to be completed when it was given out."""
        listed = (self.signature or {}).get("gaps") if self.origin == "draft" else None
        return tuple(str(one) for one in listed) if isinstance(listed, list) else ()

    @property
    def unprinted(self) -> int:
        """How many characters the typeface of a draft of ours could not print."""
        count = (self.signature or {}).get("unprinted") if self.origin == "draft" else None
        return count if isinstance(count, int) else 0

    @property
    def stated_services(self) -> list[object] | None:
        """What a draft of ours said of each service when it was given out; None where that was not kept."""
        listed = (self.signature or {}).get("services") if self.origin == "draft" else None
        return listed if isinstance(listed, list) else None

    @property
    def is_fixed(self) -> bool:
        """True for what was given out, its signed copy and packages: what they are, and of which line, is settled."""
        return self.origin in ("draft", "package") or self.given_out_id is not None
