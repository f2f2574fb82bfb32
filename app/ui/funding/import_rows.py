# SPDX-License-Identifier: EUPL-1.2
"""The two tables of the preview: the files that were read, and what importing each row would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.funding import Difference, FilePreview
from app.text import _, day, money, reason
from app.ui.funding.words import DIFFERENCE_TONES, difference_words, line_words
from app.ui.theme import unit
from app.ui.widgets.table import Column, DataTable

_ORDER = (Difference.CHANGED, Difference.ADDED, None, Difference.OLDER, Difference.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ours as the preview tells it; without a difference it was refused."""

    difference: Difference | None
    call: str
    cup: str
    amount: str
    words: str
    file: str

    @property
    def outcome(self) -> str:
        """What will become of it."""
        return difference_words(self.difference) if self.difference else _("Rifiutata")

    @property
    def tone(self) -> str:
        """The tone of the outcome."""
        return DIFFERENCE_TONES[self.difference] if self.difference else "bad"

    @property
    def place(self) -> int:
        """What one must look at comes first."""
        return _ORDER.index(self.difference)


def rows_of(previews: Sequence[FilePreview]) -> list[Row]:
    """All rows of ours: news first, then what was refused, then what stays as it is."""
    from app.actions.funding import call_label

    rows = []
    for preview in previews:
        name = preview.file.name
        for line in preview.lines:
            told = line.application
            rows.append(
                Row(line.difference, call_label(told.call), told.cup, money(told.amount), line_words(line), name)
            )
        for refused in preview.file.rejected:
            where = _("Riga {row}").format(row=refused.row)
            rows.append(Row(None, where, "", "", reason(refused.code, refused.value), name))
    return sorted(rows, key=lambda row: row.place)


def rows_table() -> DataTable:
    """What importing would do, row by row."""
    columns = [
        Column("outcome", _("Differenza"), lambda row: row.outcome, lambda row: row.place, "status", tone=_tone),
        Column("call", _("Avviso"), lambda row: row.call, width=250, tooltip=_call, elide="middle"),
        Column("cup", _("CUP"), lambda row: row.cup, kind="code"),
        Column("amount", _("Importo"), lambda row: row.amount, kind="money"),
        Column("words", _("Che cosa cambia"), lambda row: row.words, stretch=True, width=160, tooltip=_words),
    ]
    table = DataTable(columns, name=_("Righe del comune nei file"))
    table.setMinimumHeight(unit(150))
    return table


def files_table() -> DataTable:
    """The files with the date of their data and what they hold for us."""
    columns = [
        Column("file", _("File"), _name, stretch=True, width=200, tooltip=_name, elide="middle"),
        Column("as_of", _("Dati fino al"), lambda preview: day(preview.file.as_of), lambda row: row.file.as_of, "date"),
        _count_column("rows", _("Righe"), lambda preview: preview.file.rows),
        _count_column("ours", _("Del comune"), lambda preview: len(preview.lines) + len(preview.file.rejected)),
        _count_column("news", _("Novità"), news_of),
        _count_column("rejected", _("Rifiutate"), lambda preview: len(preview.file.rejected)),
    ]
    return DataTable(columns, name=_("File letti"), selects_first=False)


def news_of(preview: FilePreview) -> int:
    """How many projects importing a file would add or change."""
    return preview.count(Difference.ADDED) + preview.count(Difference.CHANGED)


def _count_column(key: str, title: str, count: Callable[[FilePreview], int]) -> Column:
    return Column(key, title, lambda preview: _grouped(count(preview)), count, align="right")


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _tone(row: Row) -> str:
    return row.tone


def _call(row: Row) -> str:
    return row.call


def _words(row: Row) -> str:
    return row.words


def _name(preview: FilePreview) -> str:
    return preview.file.name
