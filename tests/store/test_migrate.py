# SPDX-License-Identifier: EUPL-1.2
"""The schema: models equal the newest step, a step that fails leaves nothing, steps import nothing of ours."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect

from app.models import Base
from app.store import migrate
from app.store.engine import make_engine, pragma

_VERSIONS = sorted((Path(migrate.__file__).parent / "versions").glob("[0-9]*.py"))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = make_engine(tmp_path / "schema.sqlite")
    yield made
    made.dispose()


def test_models_equal_the_newest_step(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate.migrate(connection)
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours, "compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_version_is_the_number_of_the_newest_step(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate.migrate(connection)
        assert pragma(connection, "user_version") == migrate.SCHEMA_VERSION == int(_VERSIONS[-1].name[:4])


def test_a_cut_in_the_middle_leaves_nothing(engine: Engine) -> None:
    with pytest.raises(_CutError):
        _migrate_and_be_cut(engine)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
        assert pragma(connection, "user_version") == 0


def test_migrating_twice_is_migrating_once(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate.migrate(connection)
        before = _schema(connection)
    with engine.begin() as connection:
        migrate.migrate(connection)
        assert _schema(connection) == before


@pytest.mark.parametrize("step", _VERSIONS, ids=lambda path: path.stem)
def test_a_step_imports_nothing_of_ours(step: Path) -> None:
    imports = re.findall(r"^(?:from|import) (\w+)", step.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert imports
    assert "app" not in imports


class _CutError(Exception):
    pass


def _migrate_and_be_cut(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate.migrate(connection)
        raise _CutError


def _is_ours(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:  # noqa: FBT001 - alembic's signature
    return not (kind == "table" and (name or "").startswith(("search_index", "alembic")))


def _schema(connection: Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY name")]
