# SPDX-License-Identifier: EUPL-1.2
"""Which drafts there are, and for which procedure."""

import pytest

from app.domain.accession_states import Kind
from app.domain.documents import DOCUMENT_KINDS
from app.domain.drafts import DRAFTS, find_draft
from app.errors import UserError
from app.formats.odt import shipped_folder
from app.formats.procedures import read_template
from app.formats.procedures import shipped_folder as procedures_folder


def test_each_draft_has_its_template_and_no_template_is_of_nobody() -> None:
    shipped = {path.name for path in shipped_folder().glob("*.odt")}
    assert shipped == {draft.file for draft in DRAFTS.values()}


def test_each_draft_that_a_checklist_names_is_there_for_its_procedure() -> None:
    named = 0
    for path in sorted(procedures_folder().glob("*.json")):
        template = read_template(path)
        for slot in (slot for item in template.items for slot in item.slots if slot.draft):
            draft = DRAFTS[slot.draft]
            named += 1
            assert template.kind.value in draft.kinds, (path.name, slot.draft)
            assert draft.document_kind == slot.kind, (path.name, slot.draft)
            assert draft.is_for_signature or not slot.is_signed
    assert named > 5


def test_kinds_are_those_of_the_program() -> None:
    for draft in DRAFTS.values():
        assert set(draft.kinds) <= {kind.value for kind in Kind}
        assert draft.document_kind in DOCUMENT_KINDS
        assert draft.title != draft.title_en


def test_the_executive_has_a_proposal_of_its_own_and_else_the_same_drafts() -> None:
    assert find_draft("proposta_delibera_consiglio").key == "proposta_delibera_consiglio"
    assert find_draft("proposta_delibera_consiglio", "executive").key == "proposta_delibera_giunta"
    assert find_draft("determina", "executive") is DRAFTS["determina"]


def test_a_draft_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        find_draft("ordinanza")
    assert (refused.value.code, refused.value.params) == (
        "draft.unknown",
        {"name": "ordinanza", "known": ", ".join(DRAFTS)},
    )
