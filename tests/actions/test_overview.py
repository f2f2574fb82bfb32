# SPDX-License-Identifier: EUPL-1.2
"""The figures of the first page are those of the projects."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from app.actions import backup, funding, municipality, open_data
from app.actions.overview import look_over
from app.actions.workspace import Workspace
from app.domain.open_data import Status
from app.store import Store
from tests.example import forget_contracts
from tests.open_data_rows import of_others, row, write_open_data

TODAY = date(2026, 11, 23)


def test_an_empty_store_has_nothing_but_its_comune(store: Store) -> None:
    overview = look_over(store, TODAY)
    assert (overview.office.name, overview.totals.projects, overview.by_year, overview.news) == ("Aprica", 0, (), ())
    assert [point.is_done for point in overview.starting_points] == [True, False, False, True, False]


def test_sums_by_year_and_by_measure_are_the_whole(example: Store) -> None:
    overview = look_over(example, TODAY)
    projects = [item for item in funding.list_projects(example) if item.status is not Status.RENOUNCED]
    whole = sum((item.amount for item in projects), Decimal())
    paid = sum((item.amount for item in projects if item.status is Status.PAID), Decimal())
    assert sum((year.granted for year in overview.by_year), Decimal()) == whole == overview.totals.awarded
    assert sum((year.paid for year in overview.by_year), Decimal()) == paid == overview.totals.paid
    assert sum((part.granted for part in overview.by_measure), Decimal()) == whole


def test_deadlines_are_counted_by_day(example: Store) -> None:
    forget_contracts(example)
    overview = look_over(example, TODAY)
    assert overview.overdue == 2
    assert look_over(example, date(2026, 3, 31)).overdue == 0
    assert look_over(example, date(2026, 3, 15)).next_30_days == 2
    assert look_over(example, date(2026, 3, 15)).days_to_next == 16


def test_the_five_points_tick_themselves(workspace: Workspace, example: Store) -> None:
    office = municipality.show_office(example)
    assert office.is_example
    assert not look_over(example, TODAY).starting_points[4].is_done
    backup.back_up(workspace, example)
    assert all(point.is_done for point in look_over(example, TODAY).starting_points)


def test_news_are_those_of_the_last_import(example: Store) -> None:
    news = look_over(example, TODAY).news
    assert {change.source_file for change in news} == {"candidature_di_prova_2026-08.csv"}
    assert len(news) > 4


def test_what_contracts_cost_and_owe_is_counted_with_the_rest(example: Store) -> None:
    seen = look_over(example, TODAY)
    assert (seen.running.counts.coming, seen.running.counts.running, seen.running.counts.over) == (1, 6, 1)
    assert seen.running.year_fee > 0
    assert seen.running.first is not None
    late = [one for one in seen.running.standing(TODAY) if one.duty.is_late(TODAY)]
    assert late
    with_contracts = seen.overdue
    forget_contracts(example)
    assert look_over(example, TODAY).overdue == with_contracts - len(late)
    assert look_over(example, TODAY).running.counts.standing == 0


def test_duty_of_keeping_that_has_run_out_is_not_late(example: Store) -> None:
    forget_contracts(example)
    kept = [row for row in look_over(example, TODAY).deadlines if row.event == "maintenance"]
    after = max(row.due_on for row in kept).replace(year=2040)
    seen = look_over(example, after)
    of_procedures = sum(known.duty.is_late(after) for known in seen.procedures.duties)
    assert seen.overdue - of_procedures == look_over(example, TODAY).overdue == 2
    assert seen.days_to_next is None


def test_a_later_file_of_others_makes_our_data_no_fresher(store: Store, tmp_path: Path) -> None:
    ours = row(codice_ipa="c_a337", cod_comune="014004", comune="Aprica", ente="Comune di Aprica")
    assert look_over(store, TODAY).fresh is None
    for name, rows in (("145_2023-03", [ours]), ("145_2026-08", of_others(3))):
        file = write_open_data(tmp_path / f"candidature_finanziate_{name}.csv", rows)
        open_data.import_previews(store, open_data.preview_files(store, [file]))
    overview = look_over(store, TODAY)
    assert overview.last_import is not None
    assert overview.last_import.as_of == date(2026, 8, 1)
    assert overview.fresh == (date(2023, 3, 1), date(2023, 3, 1))
