# SPDX-License-Identifier: EUPL-1.2
"""Invented rows of open data, written as the two producers write them, in each of the six header versions.

The body, the comune and the codes do not exist; only the titles of the calls are real.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Row = dict[str, str]

IPA_CODE = "c_x999"
ISTAT = "999001"
CLOUD = "1.2 Abilitazione al cloud - Comuni - Aprile 2022"
SPID = "1.4.4 Adozione SPID CIE  - Comuni - Aprile 2022"  # two spaces, as published
SEND = "1.4.5 'Piattaforma Notifiche Digitali' Comuni (Settembre 2022)"

_V1 = (
    "codice_ipa comune provincia regione importo_finanziamento avviso data_invio_candidatura"
    " data_finanziamento codice_cup numero_finestra_temporale numero_di_protocollo"
)


def _after(columns: Sequence[str], place: str, *added: str) -> tuple[str, ...]:
    at = columns.index(place) + 1
    return (*columns[:at], *added, *columns[at:])


def _source_columns() -> dict[int, tuple[str, ...]]:
    first = tuple(_V1.split())
    second = _after(_after(first, "provincia", "cod_provincia"), "regione", "cod_regione")
    third = (*_after(second, "comune", "cod_comune"), "stato_candidatura")
    fourth = _after(third, "codice_ipa", "ente")
    fifth = _after(fourth, "numero_di_protocollo", "decreto_finanziamento")
    sixth = (*_after(fifth, "ente", "tipologia_ente"), "data_stato_candidatura")
    return {1: first, 2: second, 3: third, 4: fourth, 5: fifth, 6: sixth}


SOURCE_COLUMNS = _source_columns()
"""Header versions of the source files (funding.md 3.2)."""

SPLIT_COLUMNS = {
    version: (*columns, "misura") if version in (3, 6) else (*columns, "misura", "tipologia_ente")
    for version, columns in SOURCE_COLUMNS.items()
    if version >= 3
} | {version: SOURCE_COLUMNS[version] for version in (1, 2)}
"""Header versions of the files per measure: `misura` since 2022-11, `tipologia_ente` too since 2022-12."""


def row(**changes: str) -> Row:
    """A whole invented row of the newest version and its measure; the arguments replace fields."""
    return {
        "codice_ipa": IPA_CODE,
        "ente": "Comune di Borgo Inventato",
        "tipologia_ente": "Comuni",
        "comune": "Borgo Inventato",
        "cod_comune": ISTAT,
        "provincia": "XX",
        "cod_provincia": "999",
        "regione": "Regione d'esempio",
        "cod_regione": "99",
        "importo_finanziamento": "14000.0",
        "avviso": SPID,
        "data_invio_candidatura": "2022-04-21T14:25:25.000+0000",
        "data_finanziamento": "2022-08-02",
        "codice_cup": "J91F22099990006",
        "numero_finestra_temporale": "1",
        "numero_di_protocollo": "25",
        "decreto_finanziamento": "Decreto n.25 - 1 / 2022 - PNRR",
        "stato_candidatura": "A",
        "data_stato_candidatura": "2022-08-02",
        "misura": "1.4.4 Adozione identità digitale",
    } | changes


def of_others(count: int) -> list[Row]:
    """Rows of other bodies: each has its own code and comune."""
    return [
        row(
            codice_ipa=f"altro_{number}",
            ente=f"Comune di Altrove {number}",
            comune=f"Altrove {number}",
            cod_comune=f"{998000 - number:06d}",
            codice_cup=f"B{number % 9 + 1}1F22{number:07d}06"[:15],
        )
        for number in range(count)
    ]


def source_csv(rows: Iterable[Mapping[str, str]], version: int = 6) -> str:
    """Text of a source file: strings in quotes, the amount without."""
    columns = SOURCE_COLUMNS[version]
    lines = [",".join(columns), *(",".join(_source_field(fields, name) for name in columns) for fields in rows)]
    return "\n".join(lines) + "\n"


def _source_field(fields: Mapping[str, str], name: str) -> str:
    return fields[name] if name == "importo_finanziamento" else '"' + fields[name].replace('"', '""') + '"'


def split_csv(rows: Iterable[Mapping[str, str]], version: int = 6) -> str:
    """Text of a file per measure: as few quotes as possible, whole numbers with `.0` before 2023-04."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(SPLIT_COLUMNS[version])
    for fields in rows:
        writer.writerow([_number_text(name, fields[name], version) for name in SPLIT_COLUMNS[version]])
    return out.getvalue()


def source_json(rows: Iterable[Mapping[str, str]], version: int = 6) -> str:
    """Text of a source file: window and protocol are strings, letters with accents are escaped."""
    return json.dumps([_record(fields, SOURCE_COLUMNS[version]) for fields in rows])


def split_json(rows: Iterable[Mapping[str, str]], version: int = 6) -> str:
    """Text of a file per measure: compact, slashes escaped, window and protocol numbers, missing null."""
    records = [_record(fields, SPLIT_COLUMNS[version]) for fields in rows]
    for record in records:
        for name in ("numero_finestra_temporale", "numero_di_protocollo"):
            record[name] = int(str(record[name]))
        record.update({name: None for name, value in record.items() if value == ""})
    return json.dumps(records, separators=(",", ":")).replace("/", "\\/")


WRITERS = {
    ("source", "csv"): source_csv,
    ("source", "json"): source_json,
    ("split", "csv"): split_csv,
    ("split", "json"): split_json,
}


def write_open_data(
    path: Path,
    rows: Iterable[Mapping[str, str]],
    *,
    version: int = 6,
    family: str = "split",
    form: str = "csv",
) -> Path:
    """Write a file of `family` "source" or "split", in `form` "csv" or "json"; gives the path back."""
    path.write_bytes(WRITERS[family, form](rows, version).encode())
    return path


def _number_text(name: str, text: str, version: int) -> str:
    is_number = name in ("numero_finestra_temporale", "numero_di_protocollo") and text.isdigit()
    return f"{text}.0" if is_number and version < 5 else text


def _record(fields: Mapping[str, str], columns: Sequence[str]) -> dict[str, object]:
    return {name: float(fields[name]) if name == "importo_finanziamento" else fields[name] for name in columns}
