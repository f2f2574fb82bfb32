# SPDX-License-Identifier: EUPL-1.2
"""The requests that a centre has received: what is wrong in each, and which count."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.domain.collection import Judged, Received, Standing, find_flaws, judge_all, key_act
from app.domain.exchange import AskedService, AskingBody, Contact, FileSigner, NamedSigner, RequestData
from tests.packages import SIGNED, document, request_data

SOUND = request_data()
ACT = SOUND.acts[0]
ASKED = SOUND.services[0]


def codes(**fields: Any) -> list[str]:  # noqa: ANN401 - fields of the request
    return [flaw.code for flaw in find_flaws(request_data(**fields))]


def signed_by(name: str, signed_at: datetime | None) -> dict[str, Any]:
    signer = FileSigner(name, "", signed_at)
    return {"documents": (document("documents/001-x.pdf", "request", SIGNED, signed_by=(signer,)),)}


def act(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of the act
    return {"acts": (replace(ACT, **fields),)}


def test_nothing_is_wrong_in_a_sound_request() -> None:
    assert codes() == []
    assert codes(kind="withdrawal", services=()) == []
    assert codes(**act(enforceable_on=date(2026, 11, 3))) == []  # immediately enforceable


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"services": ()}, ["no_service"]),
        ({"services": (replace(ASKED, cup="J41C2200"),)}, ["cup_wrong"]),
        ({"services": (replace(ASKED, cup="J41C22000020006"),)}, []),
        ({"signer": NamedSigner("", "", "", is_delegate=False)}, ["no_signer"]),
        ({"signer": NamedSigner("Anna Prova", "", "", is_delegate=True)}, ["no_delegation"]),
        ({"contact": Contact("", "", ""), "body": replace(SOUND.body, pec="")}, ["no_contact"]),
        ({"acts": ()}, ["no_act"]),
        ({"acts": (replace(ACT, kind="proposal"),)}, ["no_act"]),
        (act(number=""), ["act_without_number"]),
        (act(on=date(2026, 11, 21)), ["act_after_request", "published_before_act", "enforceable_before_act"]),
        (act(published_on=None), ["act_not_published"]),
        (act(published_on=date(2026, 11, 2)), ["published_before_act"]),
        (act(enforceable_on=None), ["enforceability_unknown"]),
        (act(enforceable_on=date(2026, 11, 2)), ["enforceable_before_act"]),
        (act(enforceable_on=date(2026, 11, 21)), ["act_not_enforceable", "signed_before_enforceable"]),
        ({"documents": ()}, ["no_signed_request"]),
        ({"documents": SOUND.documents[1:]}, ["no_signed_request"]),
        ({"documents": (replace(SOUND.documents[0], signed_by=()),)}, ["request_not_signed"]),
        (signed_by("Altri Carla", None), ["other_signer"]),
        (signed_by("prova  ANNA", None), []),
        (signed_by("Prova Anna", datetime(2026, 11, 15, 22, 59, tzinfo=UTC)), ["signed_before_enforceable"]),
        (signed_by("Prova Anna", datetime(2026, 11, 15, 23, 1, tzinfo=UTC)), []),  # the 16th on the clock of Rome
    ],
)
def test_what_would_have_it_refused_is_told(fields: dict[str, Any], found: list[str]) -> None:
    assert codes(**fields) == found


def test_a_signature_is_old_after_thirty_days() -> None:
    dates = act(on=date(2026, 9, 1), published_on=date(2026, 9, 2), enforceable_on=date(2026, 9, 13))
    assert codes(**dates, **signed_by("Anna Prova", datetime(2026, 10, 21, 10, 0, tzinfo=UTC))) == []
    assert codes(**dates, **signed_by("Anna Prova", datetime(2026, 10, 20, 10, 0, tzinfo=UTC))) == ["signature_old"]


def test_a_flaw_of_a_service_names_it() -> None:
    wrong = replace(request_data().services[1], cup="x")
    (flaw,) = find_flaws(request_data(services=(ASKED, wrong)))
    assert (flaw.service, flaw.params) == ("PAB-01", {"cup": "x"})


def received(file: str, sha256: str = "", request: RequestData = SOUND, **fields: Any) -> Received:  # noqa: ANN401 - fields of the request
    return Received(file, sha256 or file, replace(request, **fields))


def judged(*packages: Received) -> dict[str, Judged]:
    return {one.received.file: one for one in judge_all(packages)}


def standings(*packages: Received) -> list[str]:
    return [one.standing.value for one in judge_all(packages)]


def test_each_package_is_judged_in_the_order_given() -> None:
    assert standings(received("b"), received("a", reference="f" * 32, acts=())) == ["sound", "to_check"]
    assert judge_all(()) == ()


def test_a_later_revision_supersedes_the_earlier_ones() -> None:
    found = judged(received("1"), received("3", revision=3), received("2", revision=2))
    assert {file: one.standing for file, one in found.items()} == {
        "1": Standing.SUPERSEDED,
        "2": Standing.SUPERSEDED,
        "3": Standing.SOUND,
    }
    assert found["1"].flaws[0].params == {"revision": 3}


def test_the_same_package_counts_once() -> None:
    found = judged(received("a", "x"), received("b", "x"))
    assert (found["a"].standing, found["b"].standing) == (Standing.SOUND, Standing.DUPLICATE)
    assert found["b"].flaws[0].params == {"file": "a"}


def test_two_contents_of_one_revision_are_both_told() -> None:
    found = judged(received("a"), received("b", note="altro"))
    assert [[flaw.code for flaw in one.flaws] for one in found.values()] == [["two_versions"]] * 2


def test_nobody_supersedes_the_request_of_another() -> None:
    other = AskingBody("Comune Altro", "000002", "", "BS", "", "", "altro@pec.example", "")
    found = judged(received("a"), received("b", body=other, revision=9))
    assert found["a"].standing is Standing.TO_CHECK
    assert [[flaw.code for flaw in one.flaws] for one in found.values()] == [["reference_of_two_bodies"]] * 2


def test_services_are_those_of_the_request() -> None:
    assert isinstance(SOUND.services[0], AskedService)
    assert {one.standing for one in judged(received("a", services=SOUND.services[:1])).values()} == {Standing.SOUND}


def test_of_two_resolutions_the_last_is_the_one_on_which_the_request_stands() -> None:
    before = replace(ACT, number="9", on=date(2026, 11, 21))
    assert codes(acts=(before, ACT)) == []
    assert key_act(request_data(acts=(before, ACT))) == ACT
