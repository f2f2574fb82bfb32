# SPDX-License-Identifier: EUPL-1.2
"""What an action changed, so that screens know whether to read again."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Changes:
    """One flag a subject; the history changes with every action."""

    municipality: bool = False
    catalogue: bool = False
    funding: bool = False
    accessions: bool = False
    documents: bool = False
    concessions: bool = False
    invoices: bool = False
    history: bool = True
    backups: bool = False

    @classmethod
    def all(cls) -> Changes:
        """Everything may have changed."""
        return cls(**{field.name: True for field in fields(cls)})

    def __or__(self, other: Changes) -> Changes:
        """Both together."""
        return Changes(
            **{field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)}
        )


_BY_TABLE = {
    "municipality": Changes(municipality=True),
    "person": Changes(municipality=True),
    "project": Changes(funding=True),
    "funding_import": Changes(funding=True),
    "funding_change": Changes(funding=True),
    "accession": Changes(accessions=True),
    "accession_item": Changes(accessions=True),
    "accession_service": Changes(accessions=True),
    "accession_step": Changes(accessions=True),
    "act": Changes(accessions=True, documents=True),
    "document": Changes(accessions=True, documents=True),
    "concession": Changes(concessions=True),
    "service_contract": Changes(concessions=True),
    "milestone": Changes(concessions=True),
    "contract_step": Changes(concessions=True),
    "contact": Changes(concessions=True),
    "guarantee": Changes(concessions=True),
    "contract_paper": Changes(concessions=True),
    "closing_item": Changes(concessions=True),
    "contract_change": Changes(concessions=True),
    "fee": Changes(concessions=True),
    "fee_suspension": Changes(concessions=True),
    "fee_reading": Changes(concessions=True),
    "index_value": Changes(concessions=True),
    "indicator": Changes(concessions=True),
    "indicator_reading": Changes(concessions=True),
    "budget_line": Changes(concessions=True, invoices=True),
    "invoice": Changes(concessions=True, invoices=True),
    "invoice_match": Changes(concessions=True, invoices=True),
    "invoice_step": Changes(concessions=True, invoices=True),
    "payment": Changes(concessions=True, invoices=True),
}


def changes_of_tables(tables: set[str]) -> Changes:
    """The changes that touching these tables means; the catalogue owns all others."""
    found = Changes()
    for table in tables:
        found |= _BY_TABLE.get(table, Changes(catalogue=True))
    return found
