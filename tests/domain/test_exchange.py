# SPDX-License-Identifier: EUPL-1.2
"""Requests and answers: what must be in them, and whether an answer is one to our request."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from app.domain.exchange import (
    AgreementTerm,
    AnsweringCentre,
    SentRequest,
    check_answer,
    check_answer_data,
    check_request_data,
)
from app.domain.publisher_keys import PinnedKey, PublicKey
from app.errors import UserError
from tests.packages import REFERENCE, answer_data, request_data

KEY = PublicKey("A" * 43 + "=")
OTHER = PublicKey("B" * 42 + "A=")
PINNED = PinnedKey(KEY, "Provincia di Brescia", ("CIT-BRESCIA",))
SENT = SentRequest(REFERENCE, 2, "ab" * 32, "CIT-BRESCIA", last_sequence=4)
TODAY = date(2026, 11, 25)


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refused:
        call()
    return refused.value.code


def judge(pinned: tuple[PinnedKey, ...] = (PINNED,), **fields: Any) -> PinnedKey:  # noqa: ANN401 - fields of the answer
    return check_answer(answer_data(**{"revision": 2, "sequence": 5, **fields}), KEY, SENT, pinned, TODAY)


def test_the_answer_that_is_awaited_is_vouched_for() -> None:
    assert judge() is PINNED
    assert judge(sequence=1004) is PINNED
    assert judge(on=TODAY, issued_at=datetime(2026, 11, 26, 0, 30, tzinfo=UTC)) is PINNED


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"reference": "0" * 32}, "foreign"),
        ({"centre": AnsweringCentre("CST-LECCO", "Lecco")}, "foreign"),
        ({"revision": 1}, "other_revision"),
        ({"revision": 3}, "other_revision"),
        ({"request_sha256": "00" * 32}, "other_request"),
        ({"sequence": 4}, "replayed"),
        ({"sequence": 1}, "replayed"),
        ({"sequence": 1005}, "jump"),
        ({"on": TODAY + timedelta(days=1)}, "in_future"),
        ({"issued_at": datetime(2026, 11, 27, 0, 0, tzinfo=UTC)}, "in_future"),
    ],
)
def test_any_other_answer_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code_of(lambda: judge(**fields)) == f"answer.{code}"


@pytest.mark.parametrize(
    ("pinned", "code"),
    [
        ((), "unknown_key"),
        ((PinnedKey(OTHER, "Altri", ("CST-LECCO",)),), "unknown_key"),
        ((PinnedKey(OTHER, "Altri", ("CIT-BRESCIA",)),), "wrong_key"),
        ((PinnedKey(OTHER, "Altri", ("CIT-BRESCIA",), is_revoked=True),), "unknown_key"),
        ((replace(PINNED, is_revoked=True),), "revoked_key"),
        ((replace(PINNED, replaced_by=OTHER.key_id),), "replaced_key"),
        ((replace(PINNED, centre_codes=("CST-LECCO",)),), "key_of_another_centre"),
    ],
)
def test_only_the_key_of_the_centre_answers(pinned: tuple[PinnedKey, ...], code: str) -> None:
    assert code_of(lambda: judge(pinned=pinned)) == f"answer.{code}"


@pytest.mark.parametrize("outcome", ["additions", "rejection_notice", "rejected"])
def test_what_may_be_contested_has_a_reason(outcome: str) -> None:
    check_answer_data(answer_data(outcome=outcome, text="Manca la delega"))
    assert code_of(lambda: check_answer_data(answer_data(outcome=outcome, text=" \n"))) == "answer.text_missing"


def test_days_of_an_answer_run_forwards() -> None:
    start, end = date(2027, 1, 1), date(2036, 12, 31)
    check_answer_data(answer_data(agreement=AgreementTerm(start, end), answer_by=date(2026, 11, 21)))
    check_answer_data(answer_data(agreement=AgreementTerm(None, end)))
    for fields in ({"agreement": AgreementTerm(end, start)}, {"answer_by": date(2026, 11, 20)}):
        assert code_of(lambda fields=fields: check_answer_data(answer_data(**fields))) == "answer.term_reversed"  # type: ignore[misc] # a default for the loop


def test_a_request_says_each_thing_once_and_its_times_in_utc() -> None:
    request = request_data()
    check_request_data(request)
    here = datetime(2026, 11, 20, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    for wrong in (
        replace(request, services=request.services * 2),
        replace(request, documents=request.documents * 2),
        replace(request, created_at=here),
        replace(request, created_at=here.replace(tzinfo=None)),
    ):
        assert code_of(lambda wrong=wrong: check_request_data(wrong)) == "package.wrong_value"  # type: ignore[misc] # a default for the loop
