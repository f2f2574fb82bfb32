# SPDX-License-Identifier: EUPL-1.2
"""The search index: one row of words for each thing that can be found, kept by the store itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from app.domain.catalogue_search import fts_query, search_text
from app.models import CentreRecord, ProjectRecord, ServiceRecord
from app.store import catalogue


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that the words lead to."""

    kind: str  # "service", "project", "centre"
    key: str
    title: str


_KINDS = {"service": "service", "project": "project", "centre": "centre"}
_DROP = text("DELETE FROM search_index WHERE kind = :kind AND key = :key")
_ADD = text("INSERT INTO search_index (kind, key, title, words) VALUES (:kind, :key, :title, :words)")
_FIND = text(
    "SELECT kind, key, title FROM search_index WHERE search_index MATCH :words AND kind IN :kinds"
    " ORDER BY bm25(search_index, 0, 0, 10, 1), title LIMIT :most"
).bindparams(bindparam("kinds", expanding=True))


def refresh(session: Session, touched: Iterable[tuple[str, str]]) -> None:
    """Bring the index up to date with rows, named by table and key, that were written or removed."""
    for table, key in dict.fromkeys(touched):
        if table not in _KINDS:
            continue
        session.execute(_DROP, {"kind": _KINDS[table], "key": key})
        words = _words(session, table, key)
        if words:
            title, rest = words
            session.execute(_ADD, {"kind": _KINDS[table], "key": key, "title": title, "words": rest})


def find(session: Session, wanted: str, kinds: Iterable[str], most: int) -> list[Found]:
    """What matches every word of the text, each as a beginning; nothing for a text without words."""
    query = fts_query(wanted)
    if not query:
        return []
    rows = session.execute(_FIND, {"words": query, "kinds": list(kinds), "most": most})
    return [Found(row.kind, row.key, row.title) for row in rows]


def _words(session: Session, table: str, key: str) -> tuple[str, str] | None:
    if table == "service":
        if session.get(ServiceRecord, key) is None:
            return None
        service = catalogue.read_service(session, key)
        return service.name, search_text(service)
    if table == "project":
        project = session.get(ProjectRecord, int(key))
        return _project_words(project) if project else None
    centre = session.get(CentreRecord, key)
    return (centre.name, f"{centre.code} {centre.lead_authority}") if centre else None


def _project_words(project: ProjectRecord) -> tuple[str, str]:
    return project.call, f"{project.cup} {project.measure} {project.decree} {project.body} {project.note}"


def has_words(wanted: str) -> bool:
    """True when the text holds at least one word to look for."""
    return bool(fts_query(wanted))
