# SPDX-License-Identifier: EUPL-1.2
"""The newest file wins per application: in any order of imports, at once or one by one, twice as once."""

import dataclasses
import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.funding import (
    Application,
    Difference,
    FilePreview,
    Key,
    OpenDataFile,
    PreviewLine,
    Project,
    ProjectId,
    Status,
    application_key,
    compare,
    merge_within,
    preview_lines,
    totals,
)

DAY = date(2026, 8, 1)
SENT = datetime(2022, 4, 21, 14, 25, 25, tzinfo=UTC)
CALLS = {"Avviso uno": "1.1", "Avviso due": "1.2", "Avviso tre": "1.3"}

APPLICATION = Application(
    ipa_code="c_x999",
    body="Comune di Borgo Inventato",
    body_kind="Comuni",
    istat="999001",
    call="Avviso uno",
    measure="1.1",
    sent_at=SENT,
    funded_on=date(2022, 8, 2),
    cup="J91F22099990006",
    amount=Decimal("14000.00"),
    status=Status.FUNDED,
    status_on=date(2022, 8, 2),
    decree="Decreto n.25 - 1 / 2022 - PNRR",
    window="1",
    protocol="25",
)

Stored = dict[Key, Project]


def open_data(*ours: Application, as_of: date = DAY, name: str = "file.csv") -> OpenDataFile:
    digest = hashlib.sha256(repr((ours, as_of)).encode()).hexdigest()
    return OpenDataFile(name, digest, len(ours), 6, "", as_of, ours, (), ())


def project(application: Application, as_of: date = DAY, **changes: object) -> Project:
    names = [field.name for field in dataclasses.fields(Project) if hasattr(application, field.name)]
    fields: dict[str, object] = {name: getattr(application, name) for name in names}
    fields |= {"id": ProjectId(1), "source_file": "", "as_of": as_of, "note": "", "version": 1}
    return Project(**(fields | changes))  # type: ignore[arg-type]


def write(stored: Stored, lines: Iterable[PreviewLine], as_of: date) -> None:
    """What the store does with the lines of a file."""
    for line in lines:
        known = stored.get(line.application.key)
        if line.difference is not Difference.OLDER:
            newest = max(as_of, known.as_of) if known else as_of
            stored[line.application.key] = project(line.application, newest)


def import_at_once(stored: Stored, files: Sequence[OpenDataFile]) -> list[Difference]:
    previews = preview_lines(files, stored)
    for file, lines in zip(files, previews, strict=True):
        write(stored, lines, file.as_of)
    return [line.difference for lines in previews for line in lines]


def import_one_by_one(stored: Stored, files: Iterable[OpenDataFile]) -> None:
    for file in files:
        import_at_once(stored, [file])


def difference(application: Application, stored: Project | None, as_of: date = DAY) -> Difference:
    return compare(application, as_of, stored).difference


def test_unknown_is_added() -> None:
    assert compare(APPLICATION, DAY, None) == PreviewLine(APPLICATION, Difference.ADDED, ())


def test_equal_is_unchanged() -> None:
    assert compare(APPLICATION, DAY, project(APPLICATION)) == PreviewLine(APPLICATION, Difference.UNCHANGED, ())


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("amount", Decimal("14000.10"), "14000.00", "14000.10"),
        ("status", Status.PAID, "funded", "paid"),
        ("status_on", date(2024, 4, 5), "2022-08-02", "2024-04-05"),
        ("status_on", None, "2022-08-02", ""),
        ("funded_on", date(2022, 8, 3), "2022-08-02", "2022-08-03"),
        ("cup", "J91F22099980006", "J91F22099990006", "J91F22099980006"),
        ("cup", "", "J91F22099990006", ""),
        (
            "decree",
            "Decreto n.26 - 1 / 2022 - PNRR",
            "Decreto n.25 - 1 / 2022 - PNRR",
            "Decreto n.26 - 1 / 2022 - PNRR",
        ),
        ("body", "(SOPPRESSO) Comune", "Comune di Borgo Inventato", "(SOPPRESSO) Comune"),
        ("ipa_code", "C_X999", "c_x999", "C_X999"),
        ("measure", "1.9", "1.1", "1.9"),
        ("window", "2", "1", "2"),
        ("protocol", "26", "25", "26"),
    ],
)
def test_each_field_that_changes_is_told(field: str, value: object, old: str, new: str) -> None:
    changed = dataclasses.replace(APPLICATION, **{field: value})  # type: ignore[arg-type]
    line = compare(changed, DAY, project(APPLICATION))
    assert (line.difference, line.changes) == (Difference.CHANGED, ((field, old, new),))
    assert line.application == changed


def test_cup_of_another_case_is_the_same() -> None:
    assert difference(APPLICATION, project(APPLICATION, cup="j91f22099990006")) is Difference.UNCHANGED


def test_an_older_file_changes_nothing() -> None:
    paid = project(dataclasses.replace(APPLICATION, status=Status.PAID), DAY)
    assert difference(APPLICATION, paid, DAY - timedelta(days=1)) is Difference.OLDER
    assert difference(APPLICATION, paid, DAY) is Difference.CHANGED


@pytest.mark.parametrize("field", ["body", "measure", "decree"])
def test_a_column_the_file_does_not_have_is_no_change(field: str) -> None:
    untold = dataclasses.replace(APPLICATION, **{field: ""})  # type: ignore[arg-type]
    assert compare(untold, DAY, project(APPLICATION)) == PreviewLine(APPLICATION, Difference.UNCHANGED, ())


@pytest.mark.parametrize("field", ["body", "measure", "decree"])
def test_an_older_file_tells_what_was_never_told(field: str) -> None:
    stored = dataclasses.replace(project(APPLICATION, amount=Decimal("1.00")), **{field: ""})  # type: ignore[arg-type]
    line = compare(APPLICATION, DAY - timedelta(days=9), stored)
    assert line.changes == ((field, "", getattr(APPLICATION, field)),)
    assert line.application.amount == Decimal("1.00")


def test_the_key_forgets_case_and_zone() -> None:
    rome = SENT.astimezone(timezone(timedelta(hours=2)))
    assert application_key("C_X999", "A", rome) == application_key("c_x999", "A", SENT.replace(tzinfo=None))
    assert application_key("c_x999", "A", None) == ("c_x999", "A", "")
    assert project(APPLICATION).key == APPLICATION.key


def test_the_freshest_file_of_one_import_wins() -> None:
    paid = dataclasses.replace(APPLICATION, status=Status.PAID, measure="")
    files = [open_data(paid, as_of=DAY), open_data(APPLICATION, as_of=DAY - timedelta(days=1))]
    (best,) = merge_within(files).values()
    assert (best.application.status, best.application.measure, best.file) == (Status.PAID, "1.1", files[0])
    assert import_at_once({}, files) == [Difference.ADDED, Difference.OLDER]


def test_the_same_file_twice_in_one_import_counts_once() -> None:
    assert import_at_once({}, [open_data(APPLICATION), open_data(APPLICATION)]) == [
        Difference.ADDED,
        Difference.OLDER,
    ]


def test_a_preview_counts_by_difference() -> None:
    lines = tuple(compare(APPLICATION, DAY, stored) for stored in (None, None, project(APPLICATION)))
    preview = FilePreview(open_data(APPLICATION), lines, "c_x999", ipa_code_proposed=False)
    assert [preview.count(kind) for kind in Difference] == [2, 0, 1, 0]


def test_totals_by_state() -> None:
    rows = [
        project(dataclasses.replace(APPLICATION, status=status, amount=Decimal(amount)))
        for status, amount in (
            (Status.FUNDED, "1.10"),
            (Status.RENUNCIATION_PENDING, "2.20"),
            (Status.PAID, "4.40"),
            (Status.RENOUNCED, "8.80"),
        )
    ]
    found = totals(rows)
    assert (found.projects, found.granted_count, found.granted) == (4, 2, Decimal("3.30"))
    assert (found.paid, found.renounced, found.pending) == (Decimal("4.40"), Decimal("8.80"), Decimal("2.20"))
    assert (found.awarded, found.outstanding) == (Decimal("7.70"), Decimal("1.10"))
    assert totals([]).granted == Decimal("0.00")


@st.composite
def tellings(draw: st.DrawFn, calls: Sequence[str] = tuple(CALLS)) -> Application:
    call = draw(st.sampled_from(calls))
    return dataclasses.replace(
        APPLICATION,
        call=call,
        measure=draw(st.sampled_from(["", CALLS[call]])),  # the source files have no measure
        ipa_code=draw(st.sampled_from(["c_x999", "C_X999"])),
        amount=Decimal(draw(st.integers(0, 10**7))).scaleb(-2),
        status=draw(st.sampled_from(Status)),
        status_on=draw(st.none() | st.dates(date(2022, 1, 1), date(2026, 8, 1))),
        cup=draw(st.sampled_from(["", "J91F22099990006", "J91F22099980006"])),
    )


@st.composite
def publications(draw: st.DrawFn) -> list[OpenDataFile]:
    """Files of different days, each with an application at most once."""
    days = draw(st.lists(st.integers(0, 900), unique=True, min_size=1, max_size=5))
    return [
        open_data(
            *draw(st.lists(tellings(), unique_by=lambda told: told.key, max_size=3)),
            as_of=date(2024, 1, 1) + timedelta(days=days_later),
        )
        for days_later in days
    ]


@given(publications(), st.randoms(use_true_random=False))
def test_the_order_of_imports_does_not_matter(files: list[OpenDataFile], chance: Random) -> None:
    first: Stored = {}
    import_one_by_one(first, files)
    turned = list(files)
    chance.shuffle(turned)
    second: Stored = {}
    import_one_by_one(second, turned)
    assert first == second


@given(publications())
def test_all_at_once_is_as_one_by_one(files: list[OpenDataFile]) -> None:
    at_once: Stored = {}
    import_at_once(at_once, files)
    one_by_one: Stored = {}
    import_one_by_one(one_by_one, files)
    assert at_once == one_by_one


@given(publications())
def test_importing_twice_adds_and_changes_nothing(files: list[OpenDataFile]) -> None:
    stored: Stored = {}
    import_at_once(stored, files)
    before = dict(stored)
    again = import_at_once(stored, files)
    assert set(again) <= {Difference.UNCHANGED, Difference.OLDER}
    assert stored == before


@given(publications(), st.randoms(use_true_random=False))
def test_merging_does_not_mind_order_or_repeats(files: list[OpenDataFile], chance: Random) -> None:
    turned = [*files, *files]
    chance.shuffle(turned)
    assert merge_within(turned) == merge_within(files)
