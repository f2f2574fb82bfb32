# SPDX-License-Identifier: EUPL-1.2
"""One box for all."""

import pytest

from app.actions import history
from app.actions.catalogue import show_service
from app.actions.search import find_everywhere
from app.store import Store
from app.text import set_language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("pagopa", "service"),
        ("J91F22000000016", "project"),
        ("j91f22", "project"),
        ("brescia", "centre"),
        ("ansc 2024", "call"),
    ],
)
def test_each_kind_is_found(example: Store, text: str, kind: str) -> None:
    assert kind in {hit.kind for hit in find_everywhere(example, text)}


def test_what_was_undone_is_no_longer_found(example: Store) -> None:
    for _step in range(4):
        history.undo_last(example)
    while find_everywhere(example, "J91J25000000003"):
        history.undo_last(example)
    assert history.undo_state(example).redo is not None
    while not find_everywhere(example, "J91J25000000003"):
        history.redo_last(example)


def test_nothing_is_found_for_nothing(example: Store) -> None:
    assert find_everywhere(example, "") == find_everywhere(example, " -!") == []
    assert len(find_everywhere(example, "comune", 5)) <= 5


def test_services_are_named_in_the_language_in_use(example: Store) -> None:
    (service,) = (hit for hit in find_everywhere(example, "PAB-01") if hit.key == "PAB-01")
    set_language("en")
    (in_english,) = (hit for hit in find_everywhere(example, "PAB-01") if hit.key == "PAB-01")
    assert in_english.title == show_service(example, "PAB-01").service.name_en != service.title
