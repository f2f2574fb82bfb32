# SPDX-License-Identifier: EUPL-1.2
"""Each gap of the drafts that we ship is completed somewhere, or is for the hand that finishes the act."""

from dataclasses import replace

from app.actions.accessions import FIELDS
from app.domain.draft_gaps import OFFICE, find_gaps, gap_words
from app.store.municipality import OFFICE_FIELDS
from tests.drafts import EMPTY, filled


def gaps_of(key: str) -> dict[str, tuple[str, str]]:
    shown = filled(key, replace(EMPTY, is_draft=False)).gaps
    return {gap.what: (gap.item_key, gap.field) for gap in find_gaps(map(gap_words, shown))}


def test_each_gap_of_the_request_has_its_field() -> None:
    found = gaps_of("domanda_adesione")
    assert found["codice fiscale del comune"] == (OFFICE, "fiscal_code")
    assert found["fini della convenzione"] == ("proposal", "purpose")
    assert found["servizi richiesti"] == ("services", "")
    without = {what for what, (item_key, _field) in found.items() if not item_key}
    ours = {"centro di aggregazione", "ente capofila", "sigla della provincia"}  # always known
    assert without == {*ours, "riferimento della pratica", "elenco degli allegati"}
    fields = {field for item_key, field in found.values() if item_key in ("people", "sending", "start")}
    assert fields <= set(FIELDS)
    assert {field for item_key, field in found.values() if item_key == OFFICE} <= set(OFFICE_FIELDS)


def test_what_a_template_asks_by_itself_has_no_field() -> None:
    (gap,) = find_gaps([gap_words("[da completare: estremi [del decreto]]")])
    assert (gap.what, gap.item_key, gap.is_vital) == ("estremi [del decreto]", "", False)


def test_without_who_signs_there_is_no_request() -> None:
    vital = [gap.what for gap in find_gaps(["nome di chi firma", "nome del comune", "luogo"]) if gap.is_vital]
    assert vital == ["nome di chi firma", "nome del comune"]
