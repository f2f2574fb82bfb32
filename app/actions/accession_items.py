# SPDX-License-Identifier: EUPL-1.2
"""The lines of a checklist: the clerk's own due day, a line that does not apply, one more line."""

import secrets
from collections.abc import Mapping
from datetime import date

from app.actions.changes import Changes
from app.domain.accession_states import Actor
from app.domain.accessions import AccessionId, ChecklistItem, ItemId
from app.errors import UserError
from app.store import Session, Store
from app.store import accessions as statements

_CHANGED = Changes(accessions=True)


def set_due(store: Store, item_id: ItemId, seen: int, on: date | None, reason: str) -> Changes:
    """Put a day of ours in place of the computed one, with the reason; None goes back to the computed one."""
    if on is not None and not reason.strip():
        raise UserError("accession.due_reason_missing")
    values = {"due_on": on, "due_reason": reason.strip() if on else ""}
    return _change(store, "accession.due_set", item_id, seen, values)


def skip_item(store: Store, item_id: ItemId, seen: int, reason: str) -> Changes:
    """Set aside a line that does not apply here, and say why."""
    if not reason.strip():
        raise UserError("accession.skip_reason_missing")
    return _change(store, "accession.item_skipped", item_id, seen, {"skipped_reason": reason.strip()})


def take_up_item(store: Store, item_id: ItemId, seen: int) -> Changes:
    """Take up again a line that was set aside."""
    return _change(store, "accession.item_taken_up", item_id, seen, {"skipped_reason": ""})


def note_item(store: Store, item_id: ItemId, seen: int, note: str) -> Changes:
    """Replace the note of a line as it is typed."""
    return _change(store, "accession.item_noted", item_id, seen, {"note": note}, goes_on=True)


def mark_done(store: Store, item_id: ItemId, seen: int, on: date | None) -> Changes:
    """Say when a line that the clerk added was done; None: not yet."""
    if not _read(store, item_id).is_custom:
        raise UserError("accession.item_not_ours")
    return _change(store, "accession.item_done" if on else "accession.item_undone", item_id, seen, {"done_on": on})


def add_item(store: Store, accession_id: AccessionId, title: str, actor: Actor = Actor.CLERK) -> tuple[ItemId, Changes]:
    """Add a line of our own at the end."""
    if not title.strip():
        raise UserError("accession.item_without_title")
    with store.write("accession.item_added", item=title.strip()) as session:
        there = statements.list_items(session, accession_id)
        key = f"own_{secrets.token_hex(4)}"
        statements.add_items(session, accession_id, [_own(key, title.strip(), actor, len(there))])
        item_id = _of_key(session, accession_id, key).id
    return item_id, _CHANGED


def drop_item(store: Store, item_id: ItemId) -> Changes:
    """Take out a line that the clerk added; those of the template are set aside, never taken out."""
    item = _read(store, item_id)
    if not item.is_custom:
        raise UserError("accession.item_not_ours")
    with store.write("accession.item_dropped", item=item.title) as session:
        statements.remove_item(session, item_id)
    return _CHANGED


def _change(
    store: Store, title: str, item_id: ItemId, seen: int, values: Mapping[str, object], *, goes_on: bool = False
) -> Changes:
    item = _read(store, item_id)
    with store.write(title, goes_on=goes_on, item=item.title) as session:
        statements.change_item(session, item_id, seen, **values)
    return _CHANGED


def _read(store: Store, item_id: ItemId) -> ChecklistItem:
    with store.read() as session:
        return statements.read_item(session, item_id)


def _of_key(session: Session, accession_id: AccessionId, key: str) -> ChecklistItem:
    return next(item for item in statements.list_items(session, accession_id) if item.key == key)


def _own(key: str, title: str, actor: Actor, position: int) -> dict[str, object]:
    texts = dict.fromkeys(("act_kind", "law", "why", "why_en", "due_reason", "skipped_reason", "note"), "")
    return {
        **texts,
        "key": key,
        "title": title,
        "title_en": title,
        "actor": actor.value,
        "position": position,
        "slots": [],
        "is_custom": True,
        "due_on": None,
        "done_on": None,
    }
