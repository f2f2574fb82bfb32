# SPDX-License-Identifier: EUPL-1.2
"""Which word of the command line completes a gap of a draft."""

from app.actions.accessions import FIELDS
from app.domain.accessions import AccessionId
from app.domain.draft_gaps import OFFICE, OFFICE_PEOPLE, Gap

_STEPS = {"proposal": "propose", "resolution": "resolve", "publication": "enforce"}


def gap_line(gap: Gap, accession_id: AccessionId) -> str:
    """`  fini della convenzione: accession set 1 purpose=…`; alone where the hand that finishes the act writes it."""
    word = _word(gap, accession_id)
    return f"  {gap.what}: {word}" if word else f"  {gap.what}"


def _word(gap: Gap, accession_id: AccessionId) -> str:
    if gap.item_key == OFFICE:
        return f"comune correct {gap.field}=…"
    if gap.item_key == OFFICE_PEOPLE:
        return f"comune person {gap.field} …"
    if gap.field in FIELDS:
        return f"accession set {accession_id} {gap.field}=…"
    if gap.item_key == "services":
        return f"accession service {accession_id} …"
    option = f"--{gap.field.replace('_', '-')} …"
    if gap.item_key in _STEPS:
        return f"accession record {accession_id} {_STEPS[gap.item_key]} {option}"
    return f"act add determination --accession {accession_id} {option}" if gap.item_key == "commitment" else ""
