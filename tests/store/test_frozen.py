# SPDX-License-Identifier: EUPL-1.2
"""The store of every schema there ever was opens today, and reads as on the day it was frozen."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.actions import backup as actions
from app.actions import history, municipality
from app.actions.workspace import Workspace
from app.store import Store, backup
from app.store.migrate import SCHEMA_VERSION
from tests.stores.make import HERE, measure

FROZEN = sorted(HERE.glob("store_v*.sqlite"))
EACH = pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)


def expected(frozen: Path) -> Any:  # noqa: ANN401 - a document
    return json.loads(frozen.with_suffix(".json").read_text(encoding="utf-8"))


def version(frozen: Path) -> int:
    return int(frozen.stem.removeprefix("store_v"))


def opened(workspace: Workspace, frozen: Path) -> Store:
    shutil.copyfile(frozen, workspace.folder / "comune-x000.sqlite")
    workspace.change_settings(current_store="comune-x000.sqlite")
    return workspace.need_store()


def test_there_is_one_of_each_schema() -> None:
    assert [version(frozen) for frozen in FROZEN] == list(range(1, SCHEMA_VERSION + 1))


@EACH
def test_it_opens_is_sound_and_reads_as_before(workspace: Workspace, frozen: Path) -> None:
    store = opened(workspace, frozen)
    assert actions.check(store).is_sound
    told, read = expected(frozen)["read"], measure(store)["read"]
    assert {name: read[name] for name in told} == told  # what came with a later schema was not there to be told


def test_what_came_later_is_empty_in_an_older_store(workspace: Workspace) -> None:
    read = measure(opened(workspace, FROZEN[0]))["read"]
    assert [read[name] for name in ("accessions", "acts", "documents")] == [{}, [], []]
    assert [read[name] for name in ("concessions", "contracts", "invoices", "payments")] == [[], {}, {}, []]


@EACH
def test_it_is_copied_before_it_is_changed_and_only_then(workspace: Workspace, frozen: Path) -> None:
    store = opened(workspace, frozen)
    copies = backup.list_backups(backup.folder_of(store.path))
    assert [copy.reason for copy in copies] == ([] if version(frozen) == SCHEMA_VERSION else ["migration"])
    if version(frozen) == SCHEMA_VERSION:
        assert measure(store)["rows"] == expected(frozen)["rows"]


@EACH
def test_one_can_work_in_it_and_step_back_over_what_was_done_then(workspace: Workspace, frozen: Path) -> None:
    store = opened(workspace, frozen)
    office = municipality.show_office(store)
    municipality.correct_office(store, office.version, phone="0342 000000")
    history.undo_last(store)
    entry, _changes = history.undo_last(store)
    assert entry.title == expected(frozen)["read"]["history"][0]
    assert measure(store)["read"]["notes"] == []
