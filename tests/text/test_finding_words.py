# SPDX-License-Identifier: EUPL-1.2
"""What is missing and what does not fit, in the words of the office."""

from datetime import date

import pytest

from app.text import set_language
from app.text.finding_words import _MISSING, finding_words, missing_words


def test_a_day_a_body_and_a_name_are_said_in_full() -> None:
    assert "14/10/2026" in finding_words("act.not_enforceable", {"on": date(2026, 10, 14)}).text
    words = finding_words("body.not_competent", {"body": "executive", "due": "council"})
    assert "Giunta comunale" in words.text
    assert "Consiglio comunale" in words.text
    order = {"later": "signed", "earlier": "enforceable", "later_on": date(2026, 1, 2), "earlier_on": date(2026, 1, 3)}
    assert finding_words("dates.reversed", order).text.startswith(
        "La firma (02/01/2026) viene prima del giorno dell'esecutività (03/01/2026)"
    )


def test_text_of_the_office_stays_as_it_is() -> None:
    assert "{name} & <b>" in finding_words("signer.no_delegation", {"name": "{name} & <b>"}).text


@pytest.mark.parametrize("code", _MISSING)
@pytest.mark.parametrize("language", ["it", "en"])
def test_everything_that_can_be_missing_has_words(code: str, language: str) -> None:
    set_language(language)
    name = "2026-10-14" if code == "act.not_yet_enforceable" else "signer_name"
    assert "{" not in missing_words(code, name)


def test_a_missing_document_is_called_by_its_name() -> None:
    assert missing_words("document.none", "resolution", "Delibera") == "Manca il documento: Delibera"
    assert missing_words("field.empty", "technical_opinion_on") == "Manca: data del parere di regolarità tecnica"
    assert missing_words("service.prerequisite", "PAB-01") == "Serve prima PAB-01"
