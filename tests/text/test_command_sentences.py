# SPDX-License-Identifier: EUPL-1.2
"""What a refusal says to who types words: never a button, a list or a page of the window."""

import re

import pytest

from app.actions.contract_changes import FIELDS as CHANGE_FIELDS
from app.cli.main import WORDS
from app.errors import UserError
from app.text.command_sentences import COMMAND_SENTENCES, command_sentence
from app.text.sentences import SENTENCES


@pytest.mark.parametrize("code", sorted(COMMAND_SENTENCES))
def test_each_stands_for_a_sentence_of_the_window_and_names_real_words(code: str) -> None:
    words = COMMAND_SENTENCES[code]
    assert code in SENTENCES
    assert len(re.findall(r"\.(?: |$)", words)) >= 2
    for command in re.findall(r"«(accession|centre) [a-z]+", words):
        assert command in WORDS
    assert not re.search(r"elenco|lista|pagina|pulsante|«[A-Z]", words)


def test_what_a_refusal_carries_fills_it() -> None:
    told = command_sentence(UserError("accession.step_not_now", step="send", state="draft", open="propose"))
    assert "«send»" in told
    assert "propose" in told


def test_another_code_keeps_its_own_sentence() -> None:
    assert "Manca il numero" in command_sentence(UserError("accession.number_missing", step="send"))


@pytest.mark.parametrize("code", ["change.extension_needs_reason", "change.half_needs_reason"])
def test_a_stop_that_a_reason_opens_names_the_field_of_the_reason(code: str) -> None:
    assert "override_reason=" in command_sentence(UserError(code, percent=46))
    assert "override_reason" in CHANGE_FIELDS
