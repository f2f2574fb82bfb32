# SPDX-License-Identifier: EUPL-1.2
"""Every way in which a signed file is not the one given out is said, with what to do."""

from app.domain.signatures import Match
from app.text.match_words import match_words


def test_every_mismatch_has_its_own_words() -> None:
    said = {match: match_words(match.value) for match in Match if match is not Match.SAME}
    assert all(why and todo.endswith(".") for why, todo in said.values())
    assert len({why for why, _todo in said.values()}) == len(said)
    assert match_words(Match.SAME.value) == ("", "")
