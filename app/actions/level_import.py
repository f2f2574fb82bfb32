# SPDX-License-Identifier: EUPL-1.2
"""Importing readings from a table: a look first, then all of it as one action; nothing that is not told is removed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.actions.changes import Changes
from app.actions.level_views import indicators_in
from app.actions.levels import CHANGED
from app.domain.concessions import ContractId, ServiceContract
from app.domain.level_import import ImportRow, RowKind, TableRow, compare
from app.domain.service_levels import Reading
from app.errors import UserError
from app.formats.sheet_file import MAX_BYTES, SheetCell, SheetFile, read_sheet_file
from app.store import Session, Store, rows
from app.store.faults import sorting

COLUMNS = ("Indicatore", "Periodo", "Valore", "Fonte")
"""The columns of a table of readings; the first may be left out where there is one indicator, the last always."""


@dataclass(frozen=True, slots=True)
class LevelPreview:
    """What importing a table would do."""

    contract_id: ContractId
    file: str
    rows: tuple[ImportRow, ...]

    def count(self, kind: RowKind) -> int:
        """The rows of a kind."""
        return sum(one.kind is kind for one in self.rows)

    @property
    def written(self) -> int:
        """The rows that are written: new ones and those that change."""
        return self.count(RowKind.ADDED) + self.count(RowKind.CHANGED)

    @property
    def writes(self) -> bool:
        """False when there is nothing to write."""
        return bool(self.written)


def preview_readings(store: Store, contract_id: ContractId, path: Path) -> LevelPreview:
    """What importing a CSV or XLSX would do; nothing is written. UserError `sheet.*`, `level.*`."""
    with sorting(path), path.open("rb") as opened:
        content = opened.read(MAX_BYTES + 1)
    table = read_sheet_file(path.name, content)
    lines = _table_rows(table)
    with store.read() as session:
        found = _compared(session, contract_id, lines, store.today())
    return LevelPreview(contract_id, table.name, found)


def import_readings(store: Store, preview: LevelPreview) -> Changes:
    """Write what was previewed, all or nothing; what changed meanwhile is compared again."""
    if not preview.writes:
        raise UserError("level.nothing_to_import")
    with store.write("level.imported", file=preview.file, count=str(preview.written)) as session:
        kept = _kept(session, preview.contract_id)
        for row in preview.rows:
            if row.kind not in (RowKind.ADDED, RowKind.CHANGED) or row.indicator_id is None or row.period_on is None:
                continue
            before = kept.get((row.indicator_id, row.period_on))
            _write(session, row, before)
    return CHANGED


def _write(session: Session, row: ImportRow, before: Reading | None) -> None:
    if before is None:
        values = {"indicator_id": row.indicator_id, "period_on": row.period_on, "value": row.value}
        rows.add(session, Reading, **values, source=row.source)
    elif before.deducted_on is None:
        told = {"source": row.source} if row.source else {}
        rows.change(session, Reading, before.id, before.version, value=row.value, **told)


def _compared(session: Session, contract_id: ContractId, lines: list[TableRow], today: date) -> tuple[ImportRow, ...]:
    rows.read(session, ServiceContract, contract_id)
    return tuple(compare(lines, indicators_in(session, contract_id), _kept(session, contract_id), today))


def _kept(session: Session, contract_id: ContractId) -> dict[tuple[int, date], Reading]:
    return {
        (one.indicator_id, one.period_on): one
        for indicator in indicators_in(session, contract_id)
        for one in rows.every(session, Reading, indicator_id=indicator.id)
    }


def _table_rows(table: SheetFile) -> list[TableRow]:
    indicator = table.column("indicatore", "kpi", "indicator")
    period = table.column("periodo", "mese", "data", "period")
    value = table.column("valore", "misura", "lettura", "value")
    source = table.column("fonte", "source")
    for name, place in (("Periodo", period), ("Valore", value)):
        if place is None:
            raise UserError("sheet.no_column", file=table.name, column=name, columns=", ".join(COLUMNS))
    return [
        TableRow(number, _text(row, indicator), _cell(row, period), _cell(row, value), _text(row, source))
        for number, row in table.rows
    ]


def _cell(row: tuple[SheetCell, ...], place: int | None) -> SheetCell:
    return row[place] if place is not None else None


def _text(row: tuple[SheetCell, ...], place: int | None) -> str:
    cell = _cell(row, place)
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell or "")
