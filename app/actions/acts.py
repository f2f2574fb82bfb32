# SPDX-License-Identifier: EUPL-1.2
"""The register of acts: writing one down, correcting it, taking it out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.actions.changes import Changes
from app.domain.accessions import Accession, AccessionId
from app.domain.act_rules import checked_act, computed_enforceable, computed_until
from app.domain.acts import Act, ActId
from app.domain.documents import Document
from app.store import Session, Store
from app.store import accessions as accession_statements
from app.store import acts as statements
from app.store import documents as document_statements
from app.text.document_labels import act_kind_label, act_name

CHANGED = Changes(accessions=True, documents=True)


@dataclass(frozen=True, slots=True)
class ActView:
    """An act with what belongs to it, and the days that the law gives it."""

    act: Act
    accession: Accession | None
    document: Document | None
    computed_enforceable_on: date | None
    computed_published_until: date | None
    namesakes: tuple[Act, ...]  # of the same kind and body with the same number in the same year

    @property
    def enforceable_on(self) -> date | None:
        """The day that holds: the clerk's, else the computed one."""
        return self.act.enforceable_on or self.computed_enforceable_on


def list_acts(store: Store, accession_id: AccessionId | None = None) -> list[Act]:
    """The acts of a procedure, or all of them, in the order in which they were registered."""
    with store.read() as session:
        return statements.list_acts(session, accession_id)


def show_act(store: Store, act_id: ActId) -> ActView:
    """One act; UserError `act.unknown`."""
    with store.read() as session:
        act = statements.read_act(session, act_id)
        others = [other for other in statements.list_acts(session) if other.id != act_id]
        return ActView(
            act=act,
            accession=_accession(session, act),
            document=document_statements.read_document(session, act.document_id) if act.document_id else None,
            computed_enforceable_on=computed_enforceable(act),
            computed_published_until=computed_until(act),
            namesakes=tuple(other for other in others if _is_namesake(act, other)),
        )


def register_act(store: Store, **fields: Any) -> tuple[ActId, Changes]:  # noqa: ANN401 - FIELDS of the rules
    """Write an act down; `kind` is all it must have. UserError `act.*` for days that run backwards."""
    values = checked_act(None, fields)
    with store.write("act.registered", act=_name(values)) as session:
        _check_links(session, values)
        return statements.add_act(session, **values), CHANGED


def correct_act(store: Store, act_id: ActId, seen: int | None, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Change fields of an act as they are typed; Stale when it changed since version `seen` (None: as it is now)."""
    with store.read() as session:
        before = statements.read_act(session, act_id)
    values = checked_act(before, fields)
    kind = act_kind_label(values.get("kind", before.kind))  # not the number: it may be what is being typed
    with store.write("act.corrected", goes_on=True, act=kind) as session:
        _check_links(session, values)
        statements.correct_act(session, act_id, seen, **values)
    return CHANGED


def remove_act(store: Store, act_id: ActId) -> Changes:
    """Take an act out of the register; its file stays among the documents."""
    with store.read() as session:
        act = statements.read_act(session, act_id)
    with store.write("act.removed", act=act_name(act.kind, act.number)) as session:
        statements.remove_act(session, act_id)
    return CHANGED


def _accession(session: Session, act: Act) -> Accession | None:
    if act.accession_id is None:
        return None
    return accession_statements.read_accession(session, AccessionId(act.accession_id))


def _check_links(session: Session, values: dict[str, Any]) -> None:
    """UserError where the document or the procedure that is named is not there."""
    if values.get("document_id") is not None:
        document_statements.read_document(session, values["document_id"])
    if values.get("accession_id") is not None:
        accession_statements.read_accession(session, values["accession_id"])


def _is_namesake(act: Act, other: Act) -> bool:
    if not act.number or (act.kind, act.body, act.number) != (other.kind, other.body, other.number):
        return False
    return act.on is None or other.on is None or act.on.year == other.on.year


def _name(values: dict[str, Any]) -> str:
    return act_name(values["kind"], values.get("number", ""))
