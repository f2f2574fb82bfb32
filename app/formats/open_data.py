# SPDX-License-Identifier: EUPL-1.2
"""Open data of PA digitale 2026: the rows of one comune in a file of funded applications (funding.md 3).

CSV or JSON by content, six header versions, source or split family. A file that is not whole is refused
whole; a row of ours that cannot be read is reported and the others go on.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from pathlib import Path

from app.domain.funding import told_rank
from app.domain.open_data import Application, Key, OpenDataFile, OtherBody, RejectedRow
from app.errors import UserError
from app.formats.open_data_bytes import Watch, check_text, is_json, read_bytes, shown_name
from app.formats.open_data_columns import RowReader, Table, header_version, printable
from app.formats.open_data_csv import read_csv
from app.formats.open_data_json import read_json

FIRST_PUBLISHED = date(2022, 3, 2)
"""The first day of the published history (funding.md 3): how fresh a file is that tells no date at all."""

_EVERY = 2000  # rows between two words of progress
_COMUNI = ("comuni", "comune")  # "Comune" to mid 2023-07
_DATED = ("data_invio_candidatura", "data_finanziamento", "data_stato_candidatura")
_NAMED = re.compile(r"(?<![0-9])(20[0-9]{2})-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?(?![0-9])")


def read_open_data(
    path: Path,
    ipa_code: str,
    istat_codes: Collection[str],
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    *,
    not_after: date | None = None,
) -> OpenDataFile:
    """Select the rows of one body, IPA code compared without regard to case.

    `progress(rows read, rows in all)` is called about every 2,000 rows. Dates after `not_after` (today, where
    the caller knows it) do not make the file fresher. Raises UserError `open_data.*` with `file`.
    """
    watch = Watch(shown_name(path), progress, is_cancelled)
    watch.check()
    raw, sha256 = read_bytes(path, watch)
    check_text(raw, watch.name)
    table = read_json(raw, watch.name) if is_json(raw) else read_csv(raw, watch.name)
    scan = _Scan(table.header, ipa_code, istat_codes)
    scan.read(table, watch)
    if not scan.rows:
        raise UserError("open_data.empty", file=watch.name)
    ours, rejected = _typed(table.header, scan.mine)
    published_on, named = date_in_name(watch.name)
    return OpenDataFile(
        name=watch.name,
        sha256=sha256,
        rows=scan.rows,
        columns=header_version(table.header),
        published_on=published_on,
        as_of=_newest([*_days(scan.dates), *([named] if named else [])], not_after),
        ours=ours,
        rejected=rejected,
        other_bodies=scan.other_bodies(),
    )


def date_in_name(name: str) -> tuple[str, date | None]:
    """What a file name says of its day: ("2026-08-22", that day), ("2026-08", its first) or ("", None)."""
    found = _NAMED.search(name)
    if not found:
        return "", None
    year, month, day = found.groups()
    if day:
        try:
            return found[0], date.fromisoformat(found[0])
        except ValueError:
            pass
    return f"{year}-{month}", date(int(year), int(month), 1)


class _Scan:
    """One pass over all rows: ours aside, the dates, and the other comuni with our ISTAT code."""

    def __init__(self, header: Sequence[str], ipa_code: str, istat_codes: Collection[str]) -> None:
        self._at = {name: position for position, name in enumerate(header)}
        self._ours = ipa_code.strip().casefold()
        self._istat_codes = frozenset(istat_codes)
        self._others: Counter[str] = Counter()
        self._names: dict[str, tuple[str, str]] = {}
        self.rows = 0
        self.mine: list[tuple[int, Sequence[str]]] = []
        self.dates: set[str] = set()

    def read(self, table: Table, watch: Watch) -> None:
        """Read every row, so that a fault in any of them refuses the file."""
        ipa_at = self._at["codice_ipa"]
        istat_at = self._at.get("cod_comune", ipa_at)
        dated = [self._at[name] for name in _DATED if name in self._at]
        watch.tell(0, table.total)
        for number, row in table.rows:
            self.rows += 1
            if not self.rows % _EVERY:
                watch.tell(self.rows, table.total)
            for position in dated:
                self.dates.add(row[position][:10])
            if row[ipa_at].strip().casefold() == self._ours:
                self.mine.append((number, row))
            elif row[istat_at] in self._istat_codes:
                self._note_other(row)
        watch.tell(max(table.total, self.rows), max(table.total, self.rows))

    def other_bodies(self) -> tuple[OtherBody, ...]:
        """The likeliest first: not suppressed, most rows."""
        found = [OtherBody(*self._names[key], rows=rows) for key, rows in self._others.items()]
        return tuple(sorted(found, key=lambda body: ("SOPPRESSO" in body.name, -body.rows, body.ipa_code)))

    def _note_other(self, row: Sequence[str]) -> None:
        code, name = self._field(row, "codice_ipa").strip(), self._field(row, "ente")
        if code and _is_comune(self._field(row, "tipologia_ente"), name, self._field(row, "comune")):
            self._others[code.casefold()] += 1
            self._names.setdefault(code.casefold(), (printable(code), printable(name)))

    def _field(self, row: Sequence[str], column: str) -> str:
        position = self._at.get(column)
        return "" if position is None else row[position]


def _is_comune(kind: str, name: str, comune: str) -> bool:
    """Kind Comuni and a name to match, for a housing institute was once tagged Comune (funding.md 3.4)."""
    name, comune = name.strip().casefold(), comune.strip().casefold()
    has_name = "comune di" in name or name.startswith("comune") or bool(comune and name.startswith(comune))
    return has_name and (not kind or kind.strip().casefold() in _COMUNI)


def _typed(
    header: Sequence[str], mine: Iterable[tuple[int, Sequence[str]]]
) -> tuple[tuple[Application, ...], tuple[RejectedRow, ...]]:
    reader = RowReader(header)
    tellings: dict[Key, list[tuple[int, Application]]] = {}
    rejected: list[RejectedRow] = []
    for number, row in mine:
        try:
            application = reader.application(row)
        except UserError as error:
            rejected.append(RejectedRow(number, error.code, str(error.params["value"])))
        else:
            tellings.setdefault(application.key, []).append((number, application))
    ours = []
    for told in tellings.values():
        best = max((application for _number, application in told), key=told_rank)
        ours.append(best)
        rejected += [
            RejectedRow(number, "open_data.row_repeated", other.cup) for number, other in told if other != best
        ]
    return tuple(ours), tuple(sorted(rejected, key=lambda refusal: refusal.row))


def _newest(days: Sequence[date], not_after: date | None) -> date:
    passed = [day for day in days if not_after is None or day <= not_after]
    return max(passed or days, default=FIRST_PUBLISHED)


def _days(texts: Iterable[str]) -> list[date]:
    days = []
    for text in texts:
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            continue  # "None", nothing, or a fault that only matters in a row of ours
    return days
