# SPDX-License-Identifier: EUPL-1.2
"""The first schema: municipality, catalogue, funding, history and the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables."""
    _create_municipality()
    _create_catalogue()
    _create_funding()
    _create_history()
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5("
        "kind UNINDEXED, key UNINDEXED, title, words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )


def _create_municipality() -> None:
    op.create_table(
        "municipality",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("istat", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("other_name", sa.String(length=200), nullable=False),
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("province_name", sa.String(length=100), nullable=False),
        sa.Column("region", sa.String(length=100), nullable=False),
        sa.Column("belfiore", sa.String(length=4), nullable=False),
        sa.Column("previous_istat", sa.JSON(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("ipa_code", sa.String(length=40), nullable=False),
        sa.Column("ipa_code_confirmed", sa.Boolean(), nullable=False),
        sa.Column("fiscal_code", sa.String(length=16), nullable=False),
        sa.Column("pec", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_municipality_name_present")),
        sa.CheckConstraint("id = 1", name=op.f("ck_municipality_only_one")),
        sa.CheckConstraint(
            "population IS NULL OR population >= 0", name=op.f("ck_municipality_population_not_negative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_person_name_present")),
        sa.CheckConstraint("until IS NULL OR since IS NULL OR until >= since", name=op.f("ck_person_dates_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )


def _create_catalogue() -> None:
    op.create_table(
        "catalogue_edition",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("publisher", sa.String(length=200), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_catalogue_edition")),
    )
    op.create_table(
        "centre",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("lead_authority", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("catchment", sa.JSON(), nullable=False),
        sa.Column("services", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_centre")),
    )
    op.create_table(
        "service",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("summary_en", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("description_en", sa.Text(), nullable=False),
        sa.Column("addressees", sa.JSON(), nullable=False),
        sa.Column("measure", sa.String(length=200), nullable=False),
        sa.Column("measure_inferred", sa.Boolean(), nullable=False),
        sa.Column("legal_basis", sa.JSON(), nullable=False),
        sa.Column("is_mandatory", sa.Boolean(), nullable=True),
        sa.Column("fee_models", sa.JSON(), nullable=False),
        sa.Column("fee_inferred", sa.Boolean(), nullable=False),
        sa.Column("prerequisites", sa.JSON(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_service")),
    )
    op.create_index(op.f("ix_service_area"), "service", ["area"], unique=False)
    op.create_index(op.f("ix_service_measure"), "service", ["measure"], unique=False)
    op.create_table(
        "service_mark",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("is_starred", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_service_mark")),
    )


def _create_funding() -> None:
    op.create_table(
        "funding_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_import")),
    )
    op.create_table(
        "project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("natural_key", sa.String(length=400), nullable=False),
        sa.Column("ipa_code", sa.String(length=40), nullable=False),
        sa.Column("body", sa.String(length=300), nullable=False),
        sa.Column("call", sa.String(length=300), nullable=False),
        sa.Column("measure", sa.String(length=200), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("funded_on", sa.Date(), nullable=True),
        sa.Column("cup", sa.String(length=40), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("status_on", sa.Date(), nullable=True),
        sa.Column("decree", sa.String(length=100), nullable=False),
        sa.Column("window", sa.String(length=10), nullable=False),
        sa.Column("protocol", sa.String(length=20), nullable=False),
        sa.Column("source_file", sa.String(length=255), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('funded', 'paid', 'renounced', 'renunciation_pending')",
            name=op.f("ck_project_status_known"),
        ),
        sa.CheckConstraint("amount_cents >= 0", name=op.f("ck_project_amount_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("natural_key", name=op.f("uq_project_natural_key")),
    )
    op.create_index(op.f("ix_project_call"), "project", ["call"], unique=False)
    op.create_index(op.f("ix_project_cup"), "project", ["cup"], unique=False)
    op.create_table(
        "funding_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("natural_key", sa.String(length=400), nullable=False),
        sa.Column("source_file", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("call", sa.String(length=300), nullable=False),
        sa.Column("cup", sa.String(length=40), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("old", sa.String(length=400), nullable=False),
        sa.Column("new", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["funding_import.id"], name=op.f("fk_funding_change_import_id_funding_import")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_change")),
    )
    op.create_index(op.f("ix_funding_change_import_id"), "funding_change", ["import_id"], unique=False)


def _create_history() -> None:
    op.create_table(
        "history_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("of_entry_id", sa.Integer(), nullable=True),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.Column("is_undoable", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('action', 'undo', 'redo')", name=op.f("ck_history_entry_kind_known")),
        sa.ForeignKeyConstraint(
            ["of_entry_id"], ["history_entry.id"], name=op.f("fk_history_entry_of_entry_id_history_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_entry")),
    )
    op.create_index(op.f("ix_history_entry_is_undone"), "history_entry", ["is_undone"], unique=False)
    op.create_table(
        "history_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_key", sa.String(length=400), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["history_entry.id"], name=op.f("fk_history_change_entry_id_history_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_change")),
    )
    op.create_index(op.f("ix_history_change_entry_id"), "history_change", ["entry_id"], unique=False)
