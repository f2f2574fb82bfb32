# SPDX-License-Identifier: EUPL-1.2
"""Importing the open data: a look first, all or nothing, once."""

from datetime import date
from pathlib import Path

import pytest

from app.actions import funding, history, municipality, open_data
from app.actions.example import example_files
from app.actions.workspace import Workspace
from app.domain.funding import Difference
from app.domain.open_data import Status
from app.errors import UserError
from app.store import Store
from tests.open_data_rows import SEND, SPID, row, write_open_data
from tests.store.test_history import dump


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The invented open data, written as if they were Aprica's."""
    made = []
    for file in example_files():
        copy = tmp_path / file.name
        text = file.read_text(encoding="utf-8").replace("c_prova", "c_a337").replace(",000000,", ",014004,")
        copy.write_text(text, encoding="utf-8")
        made.append(copy)
    return made


def bring_in(store: Store, *files: Path) -> open_data.ImportOutcome:
    return open_data.import_previews(store, open_data.preview_files(store, files))


def test_a_look_writes_nothing(store: Store, files: list[Path]) -> None:
    before = dump(store)
    previews = open_data.preview_files(store, files[:1])
    assert previews[0].count(Difference.ADDED) == 8
    assert dump(store) == before


def test_the_same_file_again_adds_and_changes_nothing(store: Store, files: list[Path]) -> None:
    assert bring_in(store, files[0]).added == 8
    before, entries = dump(store), len(history.list_history(store))
    again = bring_in(store, files[0])
    assert (again.added, again.changed, again.unchanged, again.import_id) == (0, 0, 8, None)
    assert dump(store) == before
    assert len(history.list_history(store)) == entries


def test_a_newer_file_changes_states_and_says_what_changed(store: Store, files: list[Path]) -> None:
    bring_in(store, files[0])
    outcome = bring_in(store, files[1])
    assert (outcome.added, outcome.changed) == (1, 4)
    changes = funding.list_changes(store)
    assert ("status", "funded", "paid") in {(change.field, change.old, change.new) for change in changes}
    assert [change.kind for change in changes].count(Difference.ADDED) == 1


def test_an_older_file_does_not_win_whatever_the_order(store: Store, files: list[Path]) -> None:
    bring_in(store, files[1])
    before = [(project.cup, project.status, project.status_on) for project in funding.list_projects(store)]
    outcome = bring_in(store, files[0])
    assert (outcome.added, outcome.changed) == (0, 0)
    assert [(project.cup, project.status, project.status_on) for project in funding.list_projects(store)] == before


def test_one_import_of_both_files_counts_each_application_once(store: Store, files: list[Path]) -> None:
    outcome = bring_in(store, *files)
    assert (outcome.added, outcome.changed) == (9, 0)
    states = [project.status for project in funding.list_projects(store)]
    assert states.count(Status.PAID) == 5
    assert states.count(Status.RENUNCIATION_PENDING) == 1


def test_undo_brings_back_the_tables_as_they_were(store: Store, files: list[Path]) -> None:
    before = dump(store)
    bring_in(store, files[0])
    between = dump(store)
    bring_in(store, files[1])
    after = dump(store)
    history.undo_last(store)
    assert dump(store) == between
    history.undo_last(store)
    assert dump(store) == before
    history.redo_last(store)
    history.redo_last(store)
    assert dump(store) == after


def test_a_bad_file_among_good_ones_writes_nothing(store: Store, files: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "tagliato.csv"
    bad.write_bytes(files[1].read_bytes()[:-40])
    before = dump(store)
    with pytest.raises(UserError):
        bring_in(store, files[0], bad)
    assert dump(store) == before


def test_another_ipa_code_with_our_istat_code_is_proposed_and_kept(store: Store, files: list[Path]) -> None:
    files[0].write_text(files[0].read_text(encoding="utf-8").replace("c_a337", "C_Q999"), encoding="utf-8")
    previews = open_data.preview_files(store, files[:1])
    assert (previews[0].ipa_code.lower(), previews[0].ipa_code_proposed, len(previews[0].lines)) == ("c_q999", True, 8)
    open_data.import_previews(store, previews)
    office = municipality.show_office(store)
    assert (office.ipa_code.lower(), office.ipa_code_confirmed) == ("c_q999", True)
    history.undo_last(store)
    assert municipality.show_office(store).ipa_code == "c_a337"


def test_rows_of_another_comune_under_the_assumed_code_are_not_ours(store: Store, files: list[Path]) -> None:
    text = files[0].read_text(encoding="utf-8").replace("Borgo di Prova", "Altrove").replace(",014004,", ",014005,")
    files[0].write_text(text, encoding="utf-8")
    (preview,) = open_data.preview_files(store, files[:1])
    assert (preview.lines, preview.file.rejected, preview.ipa_code_proposed) == ((), (), False)
    bring_in(store, files[0])
    assert funding.list_projects(store) == []
    assert municipality.show_office(store).ipa_code_confirmed is False


def test_a_wrong_istat_code_beside_our_name_is_forgiven(store: Store, files: list[Path]) -> None:
    text = files[0].read_text(encoding="utf-8").replace("Borgo di Prova", "APRICA").replace(",014004,", ",014005,")
    files[0].write_text(text, encoding="utf-8")
    assert bring_in(store, files[0]).added == 8


def test_a_later_file_with_a_new_code_is_found_and_its_code_kept(store: Store, files: list[Path]) -> None:
    bring_in(store, files[0])
    files[1].write_text(files[1].read_text(encoding="utf-8").replace("c_a337", "40B59AWR"), encoding="utf-8")
    assert bring_in(store, files[1]).added == 9
    assert municipality.show_office(store).ipa_code == "40B59AWR"


def _ours(folder: Path, day: str, *rows: dict[str, str]) -> Path:
    whose = {"codice_ipa": "c_a337", "cod_comune": "014004", "comune": "Aprica", "ente": "Comune di Aprica"}
    return write_open_data(
        folder / f"candidature_finanziate_144_{day}.csv", [row(**whose, **changes) for changes in rows]
    )


def test_quirk_a_cup_that_changed_is_the_same_project(store: Store, tmp_path: Path) -> None:
    bring_in(store, _ours(tmp_path, "2025-01", {"codice_cup": "J41F22000000006"}))
    (before,) = funding.list_projects(store)
    outcome = bring_in(store, _ours(tmp_path, "2025-06", {"codice_cup": "J41F22000000016"}))
    assert (outcome.added, outcome.changed) == (0, 1)
    (after,) = funding.list_projects(store)
    assert (after.id, after.cup) == (before.id, "J41F22000000016")
    changed = [(change.field, change.old, change.new) for change in funding.list_changes(store)]
    assert changed == [("cup", "J41F22000000006", "J41F22000000016")]


def test_quirk_rows_that_vanish_without_a_renunciation_stay(store: Store, tmp_path: Path) -> None:
    bring_in(store, _ours(tmp_path, "2025-01", {"avviso": SPID}, {"avviso": SEND}))
    outcome = bring_in(store, _ours(tmp_path, "2025-06", {"avviso": SPID}))
    assert (outcome.added, outcome.changed) == (0, 0)
    assert [(project.call, project.status) for project in funding.list_projects(store)] == [
        (SPID, Status.FUNDED),
        (SEND, Status.FUNDED),
    ]


def test_quirk_a_payment_published_months_later_is_a_change(store: Store, tmp_path: Path) -> None:
    """Paid on 5 April 2024 and first published on 9 July: the file of May does not know it yet."""
    funded = {"stato_candidatura": "A", "data_stato_candidatura": "2022-08-02"}
    paid = {"stato_candidatura": "E", "data_stato_candidatura": "2024-04-05"}
    bring_in(store, _ours(tmp_path, "2024-05-01", funded))
    assert bring_in(store, _ours(tmp_path, "2024-07-09", paid)).changed == 1
    (project,) = funding.list_projects(store)
    assert (project.status, project.status_on, project.as_of) == (Status.PAID, date(2024, 4, 5), date(2024, 7, 9))
    assert bring_in(store, _ours(tmp_path, "2024-06-01", funded)).changed == 0


def test_a_file_without_measures_takes_them_from_the_calls(store: Store, files: list[Path]) -> None:
    header, *rows = files[0].read_text(encoding="utf-8").splitlines()
    without = [line.rsplit(",", 1)[0] for line in (header, *rows)]
    files[0].write_text("\n".join(without) + "\n", encoding="utf-8")
    bring_in(store, files[0])
    measures = {project.measure for project in funding.list_projects(store)}
    assert "1.2 Abilitazione e facilitazione migrazione al Cloud" in measures
    assert "" not in measures


def test_a_cancelled_look_changes_nothing(store: Store, files: list[Path]) -> None:
    before = dump(store)
    with pytest.raises(UserError, match=r"open_data\.cancelled"):
        open_data.preview_files(store, files, is_cancelled=lambda: True)
    assert dump(store) == before


def test_no_file_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match=r"funding\.no_files"):
        open_data.preview_files(store, [])


REAL = ("12_2023-03", "144_2025-03", "145_2026-08")


def _real(shared: Path) -> list[Path]:
    return [shared / "opendata" / f"candidature_finanziate_{name}.csv" for name in REAL]


def test_aprica_of_the_real_files(store: Store, shared: Path) -> None:
    bring_in(store, *_real(shared))
    amounts = sorted(str(project.amount) for project in funding.list_projects(store))
    assert amounts == ["23147.00", "3928.40", "47427.00"]
    again = bring_in(store, *_real(shared))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 3)


@pytest.mark.parametrize(
    ("istat", "code", "count"),
    [("017191", "c_mo7", 6), ("017087", "c_e497d", 6), ("021014", "c_b364", 3), ("025075", "RHARNICS", 2)],
    ids=["Treviso Bresciano, not Casto", "Lavenone, not Idro", "Caines, under the ISTAT code of Rifiano", "Setteville"],
)
def test_comuni_whose_code_is_not_the_assumed_one(
    workspace: Workspace, shared: Path, istat: str, code: str, count: int
) -> None:
    store = workspace.choose(istat)
    bring_in(store, *_real(shared))
    office, projects = municipality.show_office(store), funding.list_projects(store)
    assert (office.ipa_code, len(projects)) == (code, count)
    assert all(office.name.lower() in project.body.lower() for project in projects)


def test_other_bodies_of_the_real_files_are_not_ours(store: Store, shared: Path) -> None:
    (preview,) = open_data.preview_files(store, [shared / "opendata" / "candidature_altrienti_finanziate_2026-08.json"])
    assert (preview.lines, preview.file.rejected) == ((), ())
    assert preview.file.rows > 1000
