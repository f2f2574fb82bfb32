# SPDX-License-Identifier: EUPL-1.2
"""Where the data will lie, with a warning if that is a folder of a cloud or of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.text import _
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel
from app.ui.widgets.tip import tip

if TYPE_CHECKING:
    from app.actions.data_folder import DataFolder


class FolderPanel(Panel):
    """The proposed folder in full, to be copied, and what is to be known of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Dove restano i dati"), parent)
        self.path = Label("", "mono", wraps=True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.path.setAccessibleName(_("Cartella dei dati"))
        self.warning = Callout("", "", "warning")
        self.warning.hide()
        told = _("Solo su questo computer: archivio e copie di sicurezza stanno in questa cartella.")
        self.add(Label(told, "muted", wraps=True))
        self.add(self.path)
        self.add(self.warning)

    def show_folder(self, folder: DataFolder) -> None:
        """Show the folder; warn where a store may come to harm."""
        self.path.setText(_breakable(str(folder.path)))
        self.path.setToolTip(tip(str(folder.path)))
        self.warning.setVisible(folder.harm is not None)
        if folder.harm is not None:
            title, text = _warning(folder)
            self.warning.show_words(title, text, "warning")


def _warning(folder: DataFolder) -> tuple[str, str]:
    way_out = _("Puoi continuare; è più sicura una cartella del computer: «campanile --data CARTELLA».")
    if folder.harm == "cloud":
        title = _("La cartella è tenuta uguale da {cloud}").format(cloud=folder.harm_name)
        told = _("{cloud} può scambiare l'archivio mentre è aperto e rovinarlo.").format(cloud=folder.harm_name)
    else:
        title = _("La cartella è su un disco di rete")
        told = _("Se la rete cade o un altro computer apre l'archivio, l'archivio può rovinarsi.")
    return title, f"{told} {way_out}"


def _breakable(path: str) -> str:
    """The path with places where a line may end, which are not seen."""
    return "".join(f"{letter}\N{ZERO WIDTH SPACE}" if letter in "/\\" else letter for letter in path)
