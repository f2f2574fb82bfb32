# SPDX-License-Identifier: EUPL-1.2
"""Concessions, service contracts, fees, invoices, payments, service levels, changes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the new tables, each after those that it names."""
    _create_concession()
    _create_index_value()
    _create_service_contract()
    _create_budget_line()
    _create_closing_item()
    _create_contact()
    _create_contract_change()
    _create_contract_paper()
    _create_contract_step()
    _create_fee()
    _create_fee_suspension()
    _create_guarantee()
    _create_indicator()
    _create_invoice()
    _create_milestone()
    _create_fee_reading()
    _create_indicator_reading()
    _create_invoice_match()
    _create_invoice_step()
    _create_payment()


def _create_concession() -> None:
    op.create_table(
        "concession",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("centre_code", sa.String(length=40), nullable=False),
        sa.Column("is_ours", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("granting_authority", sa.String(length=300), nullable=False),
        sa.Column("concessionaire", sa.String(length=300), nullable=False),
        sa.Column("concessionaire_vat", sa.String(length=40), nullable=False),
        sa.Column("project_company", sa.String(length=300), nullable=False),
        sa.Column("parent_cig", sa.String(length=20), nullable=False),
        sa.Column("cup", sa.String(length=40), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("value_cents", sa.Integer(), nullable=True),
        sa.Column("may_be_extended", sa.Boolean(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("publication", sa.String(length=300), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_concession_title_present")),
        sa.CheckConstraint(
            "starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_concession_term_in_order")
        ),
        sa.CheckConstraint("value_cents IS NULL OR value_cents >= 0", name=op.f("ck_concession_value_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concession")),
    )


def _create_index_value() -> None:
    op.create_table(
        "index_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("base", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_value")),
        sa.UniqueConstraint("name", "base", "month", name=op.f("uq_index_value_name_base_month")),
    )


def _create_service_contract() -> None:
    op.create_table(
        "service_contract",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concession_id", sa.Integer(), nullable=True),
        sa.Column("accession_id", sa.Integer(), nullable=True),
        sa.Column("service_code", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("supplier", sa.String(length=300), nullable=False),
        sa.Column("supplier_vat", sa.String(length=40), nullable=False),
        sa.Column("reference", sa.String(length=100), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("cig", sa.String(length=20), nullable=False),
        sa.Column("cup", sa.String(length=40), nullable=False),
        sa.Column("iban", sa.String(length=40), nullable=False),
        sa.Column("office_code", sa.String(length=10), nullable=False),
        sa.Column("determination", sa.String(length=60), nullable=False),
        sa.Column("determination_on", sa.Date(), nullable=True),
        sa.Column("value_cents", sa.Integer(), nullable=True),
        sa.Column("spending", sa.String(length=20), nullable=False),
        sa.Column("chapter", sa.String(length=60), nullable=False),
        sa.Column("account", sa.String(length=60), nullable=False),
        sa.Column("dpa", sa.String(length=300), nullable=False),
        sa.Column("dpa_on", sa.Date(), nullable=True),
        sa.Column("cloud_level", sa.String(length=40), nullable=False),
        sa.Column("cloud_id", sa.String(length=100), nullable=False),
        sa.Column("cloud_until", sa.Date(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("asseveration", sa.String(length=20), nullable=False),
        sa.Column("funded_until", sa.Date(), nullable=True),
        sa.Column("is_funded", sa.Boolean(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("spending IN ('', 'purchase', 'transfer')", name=op.f("ck_service_contract_spending_known")),
        sa.CheckConstraint(
            "state IN ('requested', 'activating', 'accepted', 'active', 'suspended', 'closing', 'ceased', 'refused')",
            name=op.f("ck_service_contract_state_known"),
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_service_contract_title_present")),
        sa.CheckConstraint(
            "starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_service_contract_term_in_order"),
        ),
        sa.CheckConstraint(
            "value_cents IS NULL OR value_cents >= 0", name=op.f("ck_service_contract_value_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["accession_id"], ["accession.id"], name=op.f("fk_service_contract_accession_id_accession")
        ),
        sa.ForeignKeyConstraint(
            ["concession_id"], ["concession.id"], name=op.f("fk_service_contract_concession_id_concession")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_contract")),
    )
    op.create_index(op.f("ix_service_contract_accession_id"), "service_contract", ["accession_id"], unique=False)
    op.create_index(op.f("ix_service_contract_concession_id"), "service_contract", ["concession_id"], unique=False)
    op.create_index(op.f("ix_service_contract_state"), "service_contract", ["state"], unique=False)


def _create_budget_line() -> None:
    op.create_table(
        "budget_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concession_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("chapter", sa.String(length=60), nullable=False),
        sa.Column("spending", sa.String(length=20), nullable=False),
        sa.Column("planned_cents", sa.Integer(), nullable=True),
        sa.Column("committed_cents", sa.Integer(), nullable=True),
        sa.Column("commitment", sa.String(length=60), nullable=False),
        sa.Column("committed_on", sa.Date(), nullable=True),
        sa.Column("act", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name=op.f("ck_budget_line_of_one")),
        sa.CheckConstraint(
            "committed_cents IS NULL OR committed_cents >= 0", name=op.f("ck_budget_line_committed_not_negative")
        ),
        sa.CheckConstraint(
            "planned_cents IS NULL OR planned_cents >= 0", name=op.f("ck_budget_line_planned_not_negative")
        ),
        sa.CheckConstraint("year BETWEEN 1900 AND 2199", name=op.f("ck_budget_line_year_likely")),
        sa.ForeignKeyConstraint(
            ["concession_id"], ["concession.id"], name=op.f("fk_budget_line_concession_id_concession")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_budget_line_contract_id_service_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
    )
    op.create_index(op.f("ix_budget_line_concession_id"), "budget_line", ["concession_id"], unique=False)
    op.create_index(op.f("ix_budget_line_contract_id"), "budget_line", ["contract_id"], unique=False)


def _create_closing_item() -> None:
    op.create_table(
        "closing_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("skipped_reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_closing_item_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_closing_item_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing_item")),
    )
    op.create_index(op.f("ix_closing_item_contract_id"), "closing_item", ["contract_id"], unique=False)
    op.create_index(op.f("ix_closing_item_document_id"), "closing_item", ["document_id"], unique=False)


def _create_contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concession_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("mandate", sa.String(length=300), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name=op.f("ck_contact_of_one")),
        sa.ForeignKeyConstraint(["concession_id"], ["concession.id"], name=op.f("fk_contact_concession_id_concession")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_contact_contract_id_service_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_concession_id"), "contact", ["concession_id"], unique=False)
    op.create_index(op.f("ix_contact_contract_id"), "contact", ["contract_id"], unique=False)


def _create_contract_change() -> None:
    op.create_table(
        "contract_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concession_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("reason_code", sa.String(length=40), nullable=False),
        sa.Column("letter", sa.String(length=2), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("act", sa.String(length=300), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("value_cents", sa.Integer(), nullable=True),
        sa.Column("new_ends_on", sa.Date(), nullable=True),
        sa.Column("new_cig", sa.String(length=20), nullable=False),
        sa.Column("new_cup", sa.String(length=40), nullable=False),
        sa.Column("new_supplier", sa.String(length=300), nullable=False),
        sa.Column("new_supplier_vat", sa.String(length=40), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("override_reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name=op.f("ck_contract_change_of_one")),
        sa.ForeignKeyConstraint(
            ["concession_id"], ["concession.id"], name=op.f("fk_contract_change_concession_id_concession")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_contract_change_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_contract_change_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_change")),
    )
    op.create_index(op.f("ix_contract_change_concession_id"), "contract_change", ["concession_id"], unique=False)
    op.create_index(op.f("ix_contract_change_contract_id"), "contract_change", ["contract_id"], unique=False)
    op.create_index(op.f("ix_contract_change_document_id"), "contract_change", ["document_id"], unique=False)


def _create_contract_paper() -> None:
    op.create_table(
        "contract_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("concession_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name=op.f("ck_contract_paper_of_one")),
        sa.ForeignKeyConstraint(
            ["concession_id"], ["concession.id"], name=op.f("fk_contract_paper_concession_id_concession")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_contract_paper_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_contract_paper_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_paper")),
    )
    op.create_index(op.f("ix_contract_paper_concession_id"), "contract_paper", ["concession_id"], unique=False)
    op.create_index(op.f("ix_contract_paper_contract_id"), "contract_paper", ["contract_id"], unique=False)
    op.create_index(op.f("ix_contract_paper_document_id"), "contract_paper", ["document_id"], unique=False)


def _create_contract_step() -> None:
    op.create_table(
        "contract_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("from_state", sa.String(length=20), nullable=False),
        sa.Column("to_state", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("overridden", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_contract_step_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_contract_step_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_step")),
    )
    op.create_index(op.f("ix_contract_step_contract_id"), "contract_step", ["contract_id"], unique=False)
    op.create_index(op.f("ix_contract_step_document_id"), "contract_step", ["document_id"], unique=False)


def _create_fee() -> None:
    op.create_table(
        "fee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("unit_price", sa.String(length=40), nullable=True),
        sa.Column("quantity", sa.String(length=40), nullable=True),
        sa.Column("included", sa.String(length=40), nullable=True),
        sa.Column("percent", sa.String(length=40), nullable=True),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("is_in_advance", sa.Boolean(), nullable=False),
        sa.Column("is_calendar", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("pro_rata", sa.String(length=20), nullable=False),
        sa.Column("free_until", sa.Date(), nullable=True),
        sa.Column("funded_until", sa.Date(), nullable=True),
        sa.Column("vat_rate", sa.String(length=40), nullable=True),
        sa.Column("vat_note", sa.String(length=300), nullable=False),
        sa.Column("is_split", sa.Boolean(), nullable=False),
        sa.Column("due_days", sa.Integer(), nullable=True),
        sa.Column("index_name", sa.String(length=100), nullable=False),
        sa.Column("index_base", sa.Date(), nullable=True),
        sa.Column("index_lag", sa.Integer(), nullable=True),
        sa.Column("index_share", sa.String(length=40), nullable=True),
        sa.Column("index_threshold", sa.String(length=40), nullable=True),
        sa.Column("index_threshold_kind", sa.String(length=20), nullable=False),
        sa.Column("index_cap", sa.String(length=40), nullable=True),
        sa.Column("index_first_on", sa.Date(), nullable=True),
        sa.Column("index_rounding", sa.String(length=20), nullable=False),
        sa.Column("index_clause", sa.Text(), nullable=False),
        sa.Column("spending", sa.String(length=20), nullable=False),
        sa.Column("chapter", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("amount_cents IS NULL OR amount_cents >= 0", name=op.f("ck_fee_amount_not_negative")),
        sa.CheckConstraint(
            "starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_fee_term_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_fee_contract_id_service_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee")),
    )
    op.create_index(op.f("ix_fee_contract_id"), "fee", ["contract_id"], unique=False)


def _create_fee_suspension() -> None:
    op.create_table(
        "fee_suspension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_fee_suspension_term_in_order")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_fee_suspension_contract_id_service_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_suspension")),
    )
    op.create_index(op.f("ix_fee_suspension_contract_id"), "fee_suspension", ["contract_id"], unique=False)


def _create_guarantee() -> None:
    op.create_table(
        "guarantee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concession_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('bond', 'insurance')", name=op.f("ck_guarantee_kind_known")),
        sa.CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name=op.f("ck_guarantee_of_one")),
        sa.CheckConstraint("amount_cents IS NULL OR amount_cents >= 0", name=op.f("ck_guarantee_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["concession_id"], ["concession.id"], name=op.f("fk_guarantee_concession_id_concession")
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_guarantee_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_guarantee_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guarantee")),
    )
    op.create_index(op.f("ix_guarantee_concession_id"), "guarantee", ["concession_id"], unique=False)
    op.create_index(op.f("ix_guarantee_contract_id"), "guarantee", ["contract_id"], unique=False)
    op.create_index(op.f("ix_guarantee_document_id"), "guarantee", ["document_id"], unique=False)


def _create_indicator() -> None:
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("formula", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("direction", sa.String(length=20), nullable=False),
        sa.Column("target", sa.String(length=40), nullable=True),
        sa.Column("threshold", sa.String(length=40), nullable=True),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("penalty_rule", sa.String(length=40), nullable=False),
        sa.Column("penalty_amount_cents", sa.Integer(), nullable=True),
        sa.Column("penalty_percent", sa.String(length=40), nullable=True),
        sa.Column("penalty_step", sa.String(length=40), nullable=True),
        sa.Column("penalty_base", sa.String(length=40), nullable=False),
        sa.Column("cap_amount_cents", sa.Integer(), nullable=True),
        sa.Column("cap_percent", sa.String(length=40), nullable=True),
        sa.Column("cap_base", sa.String(length=40), nullable=False),
        sa.Column("reading_source", sa.String(length=300), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_indicator_contract_id_service_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
    )
    op.create_index(op.f("ix_indicator_contract_id"), "indicator", ["contract_id"], unique=False)


def _create_invoice() -> None:
    op.create_table(
        "invoice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("format_version", sa.String(length=20), nullable=False),
        sa.Column("type", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("supplier", sa.String(length=300), nullable=False),
        sa.Column("supplier_vat", sa.String(length=40), nullable=False),
        sa.Column("supplier_fiscal_code", sa.String(length=40), nullable=False),
        sa.Column("recipient_code", sa.String(length=10), nullable=False),
        sa.Column("recipient", sa.String(length=300), nullable=False),
        sa.Column("recipient_fiscal_code", sa.String(length=40), nullable=False),
        sa.Column("currency", sa.String(length=10), nullable=False),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.Column("taxable_cents", sa.Integer(), nullable=False),
        sa.Column("vat_cents", sa.Integer(), nullable=False),
        sa.Column("due_vat", sa.String(length=20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("iban", sa.String(length=40), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("references", sa.JSON(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("signature", sa.String(length=40), nullable=False),
        sa.Column("sdi_id", sa.String(length=40), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("refusal_cause", sa.Text(), nullable=False),
        sa.Column("commitment", sa.String(length=60), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state <> 'refused' OR refusal_cause <> ''", name=op.f("ck_invoice_refused_with_cause")),
        sa.CheckConstraint(
            "state IN ('received', 'approved', 'refused', 'committed', 'settled', 'paid')",
            name=op.f("ck_invoice_state_known"),
        ),
        sa.CheckConstraint("body >= 0", name=op.f("ck_invoice_body_not_negative")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_invoice_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_invoice_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("document_id", "body", name=op.f("uq_invoice_document_id_body")),
    )
    op.create_index(op.f("ix_invoice_contract_id"), "invoice", ["contract_id"], unique=False)
    op.create_index(op.f("ix_invoice_document_id"), "invoice", ["document_id"], unique=False)
    op.create_index(op.f("ix_invoice_state"), "invoice", ["state"], unique=False)


def _create_milestone() -> None:
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_milestone_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_milestone_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
    )
    op.create_index(op.f("ix_milestone_contract_id"), "milestone", ["contract_id"], unique=False)
    op.create_index(op.f("ix_milestone_document_id"), "milestone", ["document_id"], unique=False)


def _create_fee_reading() -> None:
    op.create_table(
        "fee_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fee_id", sa.Integer(), nullable=False),
        sa.Column("period_on", sa.Date(), nullable=False),
        sa.Column("quantity", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["fee_id"], ["fee.id"], name=op.f("fk_fee_reading_fee_id_fee")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_reading")),
        sa.UniqueConstraint("fee_id", "period_on", name=op.f("uq_fee_reading_fee_id_period_on")),
    )
    op.create_index(op.f("ix_fee_reading_fee_id"), "fee_reading", ["fee_id"], unique=False)


def _create_indicator_reading() -> None:
    op.create_table(
        "indicator_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("period_on", sa.Date(), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("contested_on", sa.Date(), nullable=True),
        sa.Column("protocol", sa.String(length=60), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("penalty_cents", sa.Integer(), nullable=True),
        sa.Column("waived_reason", sa.Text(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=True),
        sa.Column("deducted_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_indicator_reading_indicator_id_indicator")
        ),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_indicator_reading_invoice_id_invoice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_reading")),
        sa.UniqueConstraint("indicator_id", "period_on", name=op.f("uq_indicator_reading_indicator_id_period_on")),
    )
    op.create_index(op.f("ix_indicator_reading_indicator_id"), "indicator_reading", ["indicator_id"], unique=False)
    op.create_index(op.f("ix_indicator_reading_invoice_id"), "indicator_reading", ["invoice_id"], unique=False)


def _create_invoice_match() -> None:
    op.create_table(
        "invoice_match",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("fee_id", sa.Integer(), nullable=False),
        sa.Column("period_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("amount_cents <> 0", name=op.f("ck_invoice_match_amount_not_zero")),
        sa.ForeignKeyConstraint(["fee_id"], ["fee.id"], name=op.f("fk_invoice_match_fee_id_fee")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_match_invoice_id_invoice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_match")),
    )
    op.create_index(op.f("ix_invoice_match_fee_id"), "invoice_match", ["fee_id"], unique=False)
    op.create_index(op.f("ix_invoice_match_invoice_id"), "invoice_match", ["invoice_id"], unique=False)


def _create_invoice_step() -> None:
    op.create_table(
        "invoice_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("from_state", sa.String(length=20), nullable=False),
        sa.Column("to_state", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("overridden", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_step_invoice_id_invoice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_step")),
    )
    op.create_index(op.f("ix_invoice_step_invoice_id"), "invoice_step", ["invoice_id"], unique=False)


def _create_payment() -> None:
    op.create_table(
        "payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concession_id", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Integer(), nullable=True),
        sa.Column("invoice_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("chapter", sa.String(length=60), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(concession_id IS NULL) <> (contract_id IS NULL)", name=op.f("ck_payment_of_one")),
        sa.CheckConstraint("amount_cents <> 0", name=op.f("ck_payment_amount_not_zero")),
        sa.ForeignKeyConstraint(["concession_id"], ["concession.id"], name=op.f("fk_payment_concession_id_concession")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["service_contract.id"], name=op.f("fk_payment_contract_id_service_contract")
        ),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_payment_invoice_id_invoice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    op.create_index(op.f("ix_payment_concession_id"), "payment", ["concession_id"], unique=False)
    op.create_index(op.f("ix_payment_contract_id"), "payment", ["contract_id"], unique=False)
    op.create_index(op.f("ix_payment_invoice_id"), "payment", ["invoice_id"], unique=False)
