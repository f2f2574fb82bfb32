# SPDX-License-Identifier: EUPL-1.2
"""How often schedules are reckoned and their tables read; counted, since a time says nothing on another machine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import event

from app.actions import fee_schedules
from app.actions.budget import show_budget
from app.actions.contracts import survey_contracts
from app.actions.fees import correct_fee, read_fee, schedule_in, show_schedule
from app.actions.history import undo_last
from app.actions.invoices import list_invoices, show_invoice
from app.actions.overview import look_over
from app.actions.workspace import Workspace
from app.domain.concessions import ContractId
from app.domain.fee_schedule import instalments
from app.domain.fees import Fee, Instalment
from app.store import Store, rows
from tests.many_contracts import Size, fill

_SMALL = Size(concessions=3, contracts=4, fees=6, invoices=12, to_examine=8, payments=2, indicators=4)


@pytest.fixture
def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The fees whose instalments are reckoned, each time that they are."""
    found: list[int] = []
    fee_schedules._schedule_of.cache_clear()  # noqa: SLF001 - nothing is known of earlier tests

    def counted(fee: Fee, *terms: object) -> tuple[Instalment, ...]:
        found.append(fee.id)
        return instalments(fee, *terms)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(fee_schedules, "instalments", counted)
    return found


@contextmanager
def _statements(store: Store) -> Iterator[list[str]]:
    said: list[str] = []

    def note(*told: object) -> None:
        said.append(str(told[2]))

    event.listen(store.engine, "before_cursor_execute", note)
    yield said
    event.remove(store.engine, "before_cursor_execute", note)


def test_each_schedule_is_reckoned_once_for_a_list_and_not_again_while_nothing_changes(
    store: Store, reckoned: list[int]
) -> None:
    fill(store, _SMALL)
    reckoned.clear()
    list_invoices(store)
    assert sorted(reckoned) == list(range(1, _SMALL.fees + 1))
    reckoned.clear()
    survey_contracts(store)
    list_invoices(store)
    look_over(store, store.today())
    show_invoice(store, list_invoices(store)[0].invoice.id)
    assert not reckoned
    show_budget(store)  # looks further ahead
    assert sorted(reckoned) == list(range(1, _SMALL.fees + 1))


def test_what_changed_is_reckoned_anew_and_what_came_back_is_right(store: Store, reckoned: list[int]) -> None:
    fill(store, _SMALL)
    before = show_schedule(store, ContractId(1)).instalments
    reckoned.clear()
    fee = read_fee(store, before[0].fee_id)
    correct_fee(store, fee.id, fee.version, amount=Decimal(2400))
    after = show_schedule(store, ContractId(1)).instalments
    assert after != before
    assert set(reckoned) == {one.fee_id for one in before}
    undo_last(store)
    assert show_schedule(store, ContractId(1)).instalments == before


def test_within_one_change_a_schedule_follows_what_was_just_written(store: Store) -> None:
    fill(store, _SMALL)
    until = date(2024, 1, 31)
    with store.write("example.filled") as session:
        fee = rows.every(session, Fee, contract_id=1)[0]
        before = schedule_in(session, ContractId(1), until)
        rows.change(session, Fee, fee.id, None, amount=Decimal(2400))
        after = schedule_in(session, ContractId(1), until)
    assert [one.net for one in before] != [one.net for one in after]


@pytest.mark.parametrize("until", [date(2024, 1, 1), date(2025, 3, 14), date(2030, 12, 31)])
def test_a_schedule_cut_short_is_one_that_was_reckoned_so_far(store: Store, until: date) -> None:
    fill(store, _SMALL)
    with store.read() as session:
        read = fee_schedules.gathered(session).fees_of(ContractId(1))
        assert read is not None
        fee_schedules.schedule(read, date(2029, 6, 30))
        cut = fee_schedules.schedule(read, until)
    fee_schedules._schedule_of.cache_clear()  # noqa: SLF001 - as if it were asked first
    assert cut == fee_schedules.schedule(read, until)
    assert cut


def test_a_figure_typed_with_other_decimals_is_shown_as_it_was_typed(store: Store) -> None:
    fill(store, _SMALL)
    with store.read() as session:
        read = fee_schedules.gathered(session).fees_of(ContractId(1))
    assert read is not None
    shown = []
    for share in ("75.0", "75.00"):
        typed = replace(read, fees=tuple(replace(fee, index_share=Decimal(share)) for fee in read.fees))
        last = fee_schedules.schedule(typed, date(2026, 1, 31))[-1]
        shown += [str(step.params["share"]) for step in last.working if "share" in step.params]
    assert shown == ["75.0", "75.00"]


def test_no_read_asks_the_store_more_where_there_is_more(store: Store, workspace: Workspace) -> None:
    asks = (list_invoices, survey_contracts, show_budget, lambda one: look_over(one, one.today()))
    fill(store, _SMALL)
    few = [_asked(store, ask) for ask in asks]
    more = Size(concessions=6, contracts=8, fees=12, invoices=24, to_examine=16, payments=4, indicators=8)
    fill(workspace.choose("014009"), more)
    assert [_asked(workspace.need_store(), ask) for ask in asks] == few


def _asked(store: Store, ask: Callable[[Store], object]) -> int:
    with _statements(store) as said:
        ask(store)
    return len(said)
