# SPDX-License-Identifier: EUPL-1.2
"""The schema, one step a file in `versions/`; all due steps in one transaction.

The number of a step is its revision and the file's `user_version`. Alembic is imported only when a
step is due. There is no way down: the backup made before is the way back.
"""

from pathlib import Path

from sqlalchemy import Connection

from app.store.engine import APPLICATION_ID

SCHEMA_VERSION = 3

_FOLDER = Path(__file__).parent


def migrate(connection: Connection) -> None:
    """Bring the schema to `SCHEMA_VERSION` inside the transaction that is open on the connection."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.runtime.migration import MigrationContext, RevisionStep
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_FOLDER), version_locations=[str(_FOLDER / "versions")])

    def steps(revision: object, _context: MigrationContext) -> list[RevisionStep]:
        return script._upgrade_revs("head", revision)  # type: ignore[arg-type] # noqa: SLF001 - as alembic's own command does

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection, transaction_per_migration=False)
        environment.run_migrations()
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
