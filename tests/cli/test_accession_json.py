# SPDX-License-Identifier: EUPL-1.2
"""Procedures as the command line tells them."""

import json

from app.actions.accessions import show_accession, survey_accessions
from app.cli.accession_json import finding_json, row_json, view_json
from app.domain.accession_states import State
from app.store import Store
from tests.accessions import carry, open_join


def test_a_whole_procedure_is_one_json_document(store: Store) -> None:
    accession = carry(store, open_join(store), State.UNDER_REVIEW)
    view = show_accession(store, accession.id)
    told = json.loads(json.dumps(view_json(view)))
    assert told["state"] == "under_review"
    assert [step["step"] for step in told["steps"]][-1] == "register"
    assert {item["key"] for item in told["items"]} >= {"services", "sending", "outcome"}
    assert told["documents"][0]["sha256"] == view.case.documents[0].sha256
    assert [duty["key"] for duty in told["duties"]] == ["answer"]
    assert [finding_json(finding)["code"] for finding in view.findings] == [one["code"] for one in told["findings"]]


def test_a_row_says_how_far_a_procedure_has_come(store: Store) -> None:
    accession = carry(store, open_join(store), State.UNDER_REVIEW)
    (row,) = survey_accessions(store)
    done = show_accession(store, accession.id).done
    assert (row_json(row)["done"], row_json(row)["state"]) == (done, "under_review")
