# SPDX-License-Identifier: EUPL-1.2
"""What an act must be before it is written down: days that do not run backwards, a reason beside an own day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.domain.acts import ACT_KINDS, BODIES, Act
from app.domain.terms import enforceable_on, publication_ends
from app.errors import UserError

FIELDS = (
    *("kind", "body", "number", "on", "subject", "is_immediate", "published_on", "published_until"),
    *("publication_place", "enforceable_on", "enforceable_reason", "technical_opinion_on", "accounting_opinion_on"),
    *("auditor_opinion_on", "document_id", "note", "accession_id"),
)
"""What a clerk may write of an act."""


def checked_act(before: Act | None, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with their texts trimmed; UserError `act.*` for what cannot stand beside what is there already."""
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise UserError("act.unknown_field", name=", ".join(unknown))
    values = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    whole = {name: getattr(before, name) if before else _empty(name) for name in FIELDS} | values
    if whole["kind"] not in ACT_KINDS:
        raise UserError("act.unknown_kind", kind=whole["kind"] or "–", known=", ".join(ACT_KINDS))
    if whole["body"] not in ("", *BODIES):
        raise UserError("act.unknown_body", body=whole["body"], known=", ".join(BODIES))
    _check_days(whole)
    return values


def computed_enforceable(act: Act) -> date | None:
    """The day from which an act is enforceable by the law, whatever the clerk wrote; None while it is not known."""
    return enforceable_on(act.published_on, is_immediate=act.is_immediate, resolved_on=act.on)


def computed_until(act: Act) -> date | None:
    """The last day of publication by the law; None while it has not begun."""
    return publication_ends(act.published_on) if act.published_on else None


def _empty(name: str) -> object:
    if name.endswith(("_on", "_id", "_until")) or name == "on":
        return None
    return False if name == "is_immediate" else ""


def _check_days(whole: Mapping[str, Any]) -> None:
    on, since, until, own = (whole[name] for name in ("on", "published_on", "published_until", "enforceable_on"))
    if since and until and until < since:
        raise UserError("act.publication_reversed", since=since, until=until)
    if on and since and since < on:
        raise UserError("act.published_before", published=since, on=on)
    if on and own and own < on:
        raise UserError("act.enforceable_before", enforceable=own, on=on)
    computed = enforceable_on(since, is_immediate=whole["is_immediate"], resolved_on=on)
    if own and own != computed and not whole["enforceable_reason"]:
        raise UserError("act.enforceable_reason_missing")
