# SPDX-License-Identifier: EUPL-1.2
"""A print in two versions, such as that for the offices and that for publication: look at each, save both at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.actions.output import writing
from app.errors import CampanileError
from app.files import write_atomically
from app.text import _, language
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.chips import Chip, Chips
from app.ui.widgets.pdf_preview import PdfPreview
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from app.store import Store
    from app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions: what a chip calls it, what writes it, the name of its file."""

    label: str
    draw: Callable[[Path], Any]
    file_name: str


def both_versions(report: str, key: str, name: str) -> Callable[[Store], list[Version]]:
    """What reads a print for the offices and for publication; `name` is that of the first file."""
    from app.actions.reporting import prepare_report

    spoken = language()
    told = (
        (False, _("Per gli uffici"), f"{name}.pdf"),
        (True, _("Per la pubblicazione"), _("{name}, per la pubblicazione").format(name=name) + ".pdf"),
    )

    def prepare(store: Store) -> list[Version]:
        return [
            Version(label, prepare_report(store, report, key, spoken, for_publication=is_public), file)
            for is_public, label, file in told
        ]

    return prepare


class PdfVersions(PdfPreview):
    """Shows the first version; the others are drawn when they are looked at or saved."""

    def __init__(self, tasks: Tasks, title: str, versions: Sequence[Version], parent: QWidget) -> None:
        self._versions = tuple(versions)
        self.chips = Chips(name=_("Quale versione"))
        self.save_both = button(_("Salva tutte e due…"), self._on_save_both, role="primary")
        super().__init__(tasks, title, versions[0].draw, versions[0].file_name, parent)

    def show_version(self, label: str) -> None:
        """Show another version; what is saved or printed is what is shown."""
        chosen = next(one for one in self._versions if one.label == label)
        self.chips.choose(label)
        self.show_print(chosen.draw, chosen.file_name)

    def _lay_out(self, title: str, parent: QWidget) -> None:
        super()._lay_out(title, parent)
        self.save_button.setProperty("role", "secondary")
        self.chips.set_chips(Chip(one.label, one.label) for one in self._versions)
        self.chips.chosen.connect(self.show_version)
        row = QHBoxLayout()
        row.setSpacing(unit(10))
        row.addWidget(self.chips, 1)
        row.addWidget(self.save_both)
        self.rows.insertLayout(1, row)

    def _on_drawn(self, drawn: Any) -> None:  # noqa: ANN401 - DrawnPages
        super()._on_drawn(drawn)
        self.save_both.setFocus()

    def _on_save_both(self) -> None:
        ask_where(self, _("Salva tutte e due le versioni"), self._versions[0].file_name, [("PDF", "pdf")], self._both)

    def _both(self, target: Path) -> None:
        """The first under the name that was chosen, the others beside it under their own, none written over."""
        names = [target, *(_free(target.with_name(one.file_name), target) for one in self._versions[1:])]
        self.save_both.setEnabled(False)
        folder, versions = self._file.parent, self._versions
        self._tasks.draw(self, lambda: _write_all(versions, names, folder), self._on_both, self._on_not_both)

    def _on_both(self, names: list[Path]) -> None:
        self.save_both.setEnabled(True)
        told = " · ".join(name.name for name in names)
        self.state.setText(_("Salvati: {files}").format(files=told))

    def _on_not_both(self, error: CampanileError) -> None:
        self.save_both.setEnabled(True)
        self._on_failed(error)


def _free(wanted: Path, taken: Path) -> Path:
    """The name itself, or the first with a number that nothing has."""
    number, name = 1, wanted
    while name == taken or name.exists():
        number += 1
        name = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}")
    return name


def _write_all(versions: Sequence[Version], names: Sequence[Path], folder: Path) -> list[Path]:
    """Draw every version before the first is written; UserError `file.not_written` where one cannot be."""
    drawn = []
    for number, one in enumerate(versions):
        file = folder / f"versione-{number}.pdf"
        one.draw(file)
        drawn.append(file.read_bytes())
    for name, content in zip(names, drawn, strict=True):
        with writing(name):
            write_atomically(name, content)
    return list(names)
