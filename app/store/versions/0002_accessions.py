# SPDX-License-Identifier: EUPL-1.2
"""Accessions, acts, documents, keys of publishers; editions of more than one publisher; the patron saint.

The rows of the search index get places that leave room for further kinds of thing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OLD_KINDS = ("project", "service", "centre")
_ROOM = 16
_STATES = (
    "'draft', 'proposed', 'resolved', 'enforceable', 'signed', 'sent', 'under_review', 'additions', "
    "'rejection_notice', 'accepted', 'active', 'rejected', 'renewing', 'withdrawing', 'ceased', 'expired'"
)


def upgrade() -> None:
    """Create the new tables, widen the old ones."""
    _create_accession()
    _create_document()
    _create_lines_of_accession()
    _create_act()
    _create_step()
    _widen_catalogue()
    op.add_column("municipality", sa.Column("patron", sa.String(length=5), nullable=False, server_default=""))
    _move_search_rows()


def _create_accession() -> None:
    op.create_table(
        "accession",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("of_accession_id", sa.Integer(), nullable=True),
        sa.Column("centre_code", sa.String(length=40), nullable=False),
        sa.Column("centre_name", sa.String(length=200), nullable=False),
        sa.Column("lead_authority", sa.String(length=200), nullable=False),
        sa.Column("centre_pec", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("body", sa.String(length=20), nullable=False),
        sa.Column("body_reason", sa.Text(), nullable=False),
        sa.Column("signer_name", sa.String(length=200), nullable=False),
        sa.Column("signer_role", sa.String(length=100), nullable=False),
        sa.Column("signer_fiscal_code", sa.String(length=16), nullable=False),
        sa.Column("signer_is_delegate", sa.Boolean(), nullable=False),
        sa.Column("contact_name", sa.String(length=200), nullable=False),
        sa.Column("contact_email", sa.String(length=200), nullable=False),
        sa.Column("contact_phone", sa.String(length=60), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("consultation", sa.Text(), nullable=False),
        sa.Column("financial_relations", sa.Text(), nullable=False),
        sa.Column("obligations", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("answer_days", sa.Integer(), nullable=True),
        sa.Column("notice_months", sa.Integer(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("renewal_months", sa.Integer(), nullable=True),
        sa.Column("terms_source", sa.String(length=300), nullable=False),
        sa.Column("package_sha256", sa.String(length=64), nullable=False),
        sa.Column("answer_sequence", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("body IN ('council', 'executive')", name=op.f("ck_accession_body_known")),
        sa.CheckConstraint("kind IN ('join', 'renewal', 'withdrawal')", name=op.f("ck_accession_kind_known")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_accession_revision_positive")),
        sa.CheckConstraint(f"state IN ({_STATES})", name=op.f("ck_accession_state_known")),
        sa.CheckConstraint(
            "starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_accession_term_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["of_accession_id"], ["accession.id"], name=op.f("fk_accession_of_accession_id_accession")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accession")),
        sa.UniqueConstraint("reference", name=op.f("uq_accession_reference")),
    )
    op.create_index(op.f("ix_accession_centre_code"), "accession", ["centre_code"], unique=False)
    op.create_index(op.f("ix_accession_state"), "accession", ["state"], unique=False)


def _create_document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("accession_id", sa.Integer(), nullable=True),
        sa.Column("item_key", sa.String(length=40), nullable=False),
        sa.Column("given_out_id", sa.Integer(), nullable=True),
        sa.Column("protocol_number", sa.String(length=60), nullable=False),
        sa.Column("protocol_on", sa.Date(), nullable=True),
        sa.Column("document_on", sa.Date(), nullable=True),
        sa.Column("signature", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("bytes >= 0", name=op.f("ck_document_bytes_not_negative")),
        sa.CheckConstraint(
            "origin IN ('added', 'draft', 'received', 'package', 'receipt')", name=op.f("ck_document_origin_known")
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_document_sha256_whole")),
        sa.ForeignKeyConstraint(["accession_id"], ["accession.id"], name=op.f("fk_document_accession_id_accession")),
        sa.ForeignKeyConstraint(["given_out_id"], ["document.id"], name=op.f("fk_document_given_out_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_accession_id"), "document", ["accession_id"], unique=False)
    op.create_index(op.f("ix_document_sha256"), "document", ["sha256"], unique=False)


def _create_lines_of_accession() -> None:
    op.create_table(
        "accession_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("accession_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("actor", sa.String(length=20), nullable=False),
        sa.Column("law", sa.String(length=300), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("why_en", sa.Text(), nullable=False),
        sa.Column("act_kind", sa.String(length=40), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.Column("is_custom", sa.Boolean(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_reason", sa.Text(), nullable=False),
        sa.Column("skipped_reason", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["accession_id"], ["accession.id"], name=op.f("fk_accession_item_accession_id_accession")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accession_item")),
        sa.UniqueConstraint("accession_id", "key", name=op.f("uq_accession_item_accession_id_key")),
    )
    op.create_index(op.f("ix_accession_item_accession_id"), "accession_item", ["accession_id"], unique=False)
    op.create_table(
        "accession_service",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("accession_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("choice", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("cup", sa.String(length=40), nullable=False),
        sa.Column("cig", sa.String(length=20), nullable=False),
        sa.Column("once_cents", sa.Integer(), nullable=True),
        sa.Column("yearly_cents", sa.Integer(), nullable=True),
        sa.Column("cost_source", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "choice IN ('requested', 'declined', 'already')", name=op.f("ck_accession_service_choice_known")
        ),
        sa.CheckConstraint(
            "choice <> 'declined' OR reason <> ''", name=op.f("ck_accession_service_declined_with_reason")
        ),
        sa.CheckConstraint(
            "once_cents IS NULL OR once_cents >= 0", name=op.f("ck_accession_service_once_not_negative")
        ),
        sa.CheckConstraint("quantity IS NULL OR quantity > 0", name=op.f("ck_accession_service_quantity_positive")),
        sa.CheckConstraint(
            "yearly_cents IS NULL OR yearly_cents >= 0", name=op.f("ck_accession_service_yearly_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["accession_id"], ["accession.id"], name=op.f("fk_accession_service_accession_id_accession")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accession_service")),
        sa.UniqueConstraint("accession_id", "code", name=op.f("uq_accession_service_accession_id_code")),
    )
    op.create_index(op.f("ix_accession_service_accession_id"), "accession_service", ["accession_id"], unique=False)


def _create_act() -> None:
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("accession_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("subject", sa.String(length=500), nullable=False),
        sa.Column("is_immediate", sa.Boolean(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_until", sa.Date(), nullable=True),
        sa.Column("publication_place", sa.String(length=300), nullable=False),
        sa.Column("enforceable_on", sa.Date(), nullable=True),
        sa.Column("enforceable_reason", sa.Text(), nullable=False),
        sa.Column("technical_opinion_on", sa.Date(), nullable=True),
        sa.Column("accounting_opinion_on", sa.Date(), nullable=True),
        sa.Column("auditor_opinion_on", sa.Date(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind <> ''", name=op.f("ck_act_kind_present")),
        sa.CheckConstraint(
            "published_on IS NULL OR published_until IS NULL OR published_until >= published_on",
            name=op.f("ck_act_publication_in_order"),
        ),
        sa.ForeignKeyConstraint(["accession_id"], ["accession.id"], name=op.f("fk_act_accession_id_accession")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_act_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
    )
    op.create_index(op.f("ix_act_accession_id"), "act", ["accession_id"], unique=False)


def _create_step() -> None:
    op.create_table(
        "accession_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("accession_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("from_state", sa.String(length=20), nullable=False),
        sa.Column("to_state", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("number_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("overridden", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["accession_id"], ["accession.id"], name=op.f("fk_accession_step_accession_id_accession")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_accession_step_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accession_step")),
    )
    op.create_index(op.f("ix_accession_step_accession_id"), "accession_step", ["accession_id"], unique=False)


def _widen_catalogue() -> None:
    """An edition is named by an id of ours: two publishers may use the same number."""
    for table in ("service", "centre"):
        op.add_column(table, sa.Column("key_id", sa.String(length=16), nullable=False, server_default=""))
        op.add_column(table, sa.Column("is_withdrawn", sa.Boolean(), nullable=False, server_default="0"))
    op.rename_table("catalogue_edition", "catalogue_edition_before")
    op.create_table(
        "catalogue_edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("publisher", sa.String(length=200), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_edition")),
    )
    op.execute(
        "INSERT INTO catalogue_edition"
        " (id, number, title, publisher, published_on, loaded_at, key_id, sequence, sha256)"
        " SELECT number, number, title, publisher, published_on, loaded_at, '', number, ''"
        " FROM catalogue_edition_before"
    )
    op.drop_table("catalogue_edition_before")
    op.create_table(
        "publisher_key",
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("publisher", sa.String(length=200), nullable=False),
        sa.Column("public_key", sa.String(length=44), nullable=False),
        sa.Column("fingerprint", sa.String(length=100), nullable=False),
        sa.Column("centre_codes", sa.JSON(), nullable=False),
        sa.Column("pinned_at", sa.DateTime(), nullable=False),
        sa.Column("replaced_by", sa.String(length=16), nullable=False),
        sa.Column("is_revoked", sa.Boolean(), nullable=False),
        sa.Column("highest_sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_publisher_key")),
    )


def _move_search_rows() -> None:
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT rowid, kind, key, title, words FROM search_index").fetchall()
    op.execute("DELETE FROM search_index")
    for place, kind, key, title, words in rows:
        order = _OLD_KINDS.index(kind)
        number = (place - order) // len(_OLD_KINDS)
        connection.exec_driver_sql(
            "INSERT INTO search_index (rowid, kind, key, title, words) VALUES (?, ?, ?, ?, ?)",
            (_ROOM * number + order, kind, key, title, words),
        )
    op.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
