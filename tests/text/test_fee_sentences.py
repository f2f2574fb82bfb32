# SPDX-License-Identifier: EUPL-1.2
"""What a fee refuses: what happened, what was kept, what to do."""

from app.text.fee_sentences import FEE_SENTENCES
from app.text.sentences import SENTENCES


def test_each_says_three_things_and_is_known_to_the_program() -> None:
    for code, words in FEE_SENTENCES.items():
        assert code.startswith(("fee.", "index.")), code
        assert SENTENCES[code] == words
        assert words.count(". ") >= 1, code
        assert words.endswith("."), code
