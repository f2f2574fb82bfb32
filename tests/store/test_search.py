# SPDX-License-Identifier: EUPL-1.2
"""The search index follows every action and every step back, to the byte, and forgets what is removed."""

import pytest
from sqlalchemy import inspect

from app.actions import funding, history
from app.actions.accession_opening import remove_accession
from app.actions.accession_services import choose_services
from app.actions.catalogue import CatalogueFilter, search_services
from app.actions.search import find_everywhere
from app.store import Store
from tests.accessions import open_join

# what a clerk types without thinking of any query language; unquoted, FTS5 raises on most of them (reliability D16)
HOSTILE = (
    "l'acqua", "12-AB", "C.I.G.", "a OR", "a AND", "NOT", "NEAR(", "a NEAR b", '"', "''", "*", "a*b", "col:x", "^", "-",
    "+", "(", ")", "{x}", "\\", "%", "_", "è'", "😀",
)  # fmt: skip


def index_rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables in which SQLite keeps the index."""
    with store.read() as session:
        connection = session.connection()
        names = [name for name in inspect(connection).get_table_names() if name.startswith("search_index_")]
        assert len(names) == 5
        return {
            name: sorted((tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')), key=repr)  # noqa: S608 - our own names
            for name in names
        }


def test_there_are_twenty_four_of_them() -> None:
    assert len(set(HOSTILE)) == 24


@pytest.mark.parametrize("text", HOSTILE)
def test_no_search_text_is_an_error(example: Store, text: str) -> None:
    """Reliability D16."""
    assert 0 <= search_services(example, CatalogueFilter(text=text)).total <= 93
    assert isinstance(find_everywhere(example, text), list)


@pytest.mark.parametrize("text", ["", " ", "*", '"', "(", "-"])
def test_a_text_without_words_is_no_filter(store: Store, text: str) -> None:
    """Reliability D16: an empty query filters nothing."""
    assert search_services(store, CatalogueFilter(text=text)).total == 93


def test_ten_thousand_characters_are_a_text_like_any_other(store: Store) -> None:
    assert search_services(store, CatalogueFilter(text="acqua " * 1700)).total >= 0


@pytest.mark.parametrize("text", ["pagopa", "PAGOPÀ", "incassi pag", "Pago Incassi"])
def test_accents_case_order_and_unfinished_words_are_forgiven(store: Store, text: str) -> None:
    found = search_services(store, CatalogueFilter(text=text)).services
    assert "PAB-01" in [row.service.code for row in found]


def test_a_step_back_leaves_the_index_as_it_was_to_the_byte(example: Store) -> None:
    project = funding.list_projects(example)[0]
    before = index_rows(example)
    funding.annotate_project(example, project.id, project.version, "lavatoio settecentesco")
    assert [hit.key for hit in find_everywhere(example, "settecen")] == [str(project.id)]
    after = index_rows(example)
    history.undo_last(example)
    assert index_rows(example) == before
    assert find_everywhere(example, "settecen") == []
    history.redo_last(example)
    assert index_rows(example) == after


def test_no_word_of_a_removed_note_stays_in_the_index(example: Store) -> None:
    project = funding.list_projects(example)[0]
    funding.annotate_project(example, project.id, project.version, "xwkzriservato")
    assert b"wkzriservato" in _blocks(example)  # the index writes only what differs from the word before
    funding.annotate_project(example, project.id, project.version + 1, "")
    assert b"wkzriservato" not in _blocks(example)


def test_a_procedure_is_found_by_what_hangs_on_it_and_forgotten_with_it(store: Store) -> None:
    accession_id = open_join(store, ())
    before = index_rows(store)
    choose_services(store, accession_id, ["GES-01"])
    assert [hit.key for hit in find_everywhere(store, "lecce GES-01") if hit.kind == "accession"] == [str(accession_id)]
    history.undo_last(store)
    assert index_rows(store) == before
    remove_accession(store, accession_id)
    assert [hit for hit in find_everywhere(store, "lecce") if hit.kind == "accession"] == []
    history.undo_last(store)
    assert index_rows(store) == before


def _blocks(store: Store) -> bytes:
    return b"".join(row[1] for row in index_rows(store)["search_index_data"] if isinstance(row[1], bytes))
