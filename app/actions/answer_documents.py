# SPDX-License-Identifier: EUPL-1.2
"""The files of an answer as documents of the procedure: the package itself first, then what it encloses."""

from typing import Any

from app.actions.documents import keep_document
from app.domain.accession_case import AccessionCase
from app.domain.documents import DOCUMENT_KINDS
from app.domain.exchange import AnswerData, AnswerDocument
from app.domain.file_names import ending
from app.formats.exchange import Package
from app.store import Store

_OUTCOME, _START, _END, _SENDING = "outcome", "start", "end", "sending"
_COUNTERSIGNED = "countersigned"


def answer_documents(
    store: Store, case: AccessionCase, package: Package[AnswerData], content: bytes, name: str
) -> list[dict[str, Any]]:
    """Keep the bytes; gives what `store.documents.add_document` takes for each."""
    answer = package.data
    protocol: dict[str, Any] = {"protocol_number": answer.protocol.number, "protocol_on": answer.protocol.on}
    common: dict[str, Any] = {"accession_id": case.accession.id, "origin": "received", "document_on": answer.on}
    line = _line(case, answer.outcome)
    found = [keep_document(store, content, name, kind="answer", item_key=line, **common, **protocol)]
    for listed in answer.documents:
        kind = listed.kind if listed.kind in DOCUMENT_KINDS else "other"
        values = keep_document(
            store,
            package.read(listed.file),
            _name(listed),
            kind=kind,
            item_key=_line(case, _COUNTERSIGNED if kind == _COUNTERSIGNED else answer.outcome),
            title=listed.title,
            **common,
        )
        found.append(values)
    return found


def _line(case: AccessionCase, outcome: str) -> str:
    """The line of the checklist that an answer belongs to; a withdrawal has fewer of them."""
    keys = {item.key for item in case.items}
    wanted = (_START, _OUTCOME) if outcome == _COUNTERSIGNED else (_OUTCOME,)
    return next((key for key in (*wanted, _END, _SENDING) if key in keys), "")


def _name(listed: AnswerDocument) -> str:
    """Its own name where the title is one, else that in the package."""
    inside = listed.file.rpartition("/")[2]
    return listed.title if ending(listed.title) == ending(inside) else inside
