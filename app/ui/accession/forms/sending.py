# SPDX-License-Identifier: EUPL-1.2
"""Sending: the address of the centre, the checks, the package, the message; the receipts stand below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.text import _
from app.ui.accession.aside_box import AsideBox
from app.ui.accession.checks import summary_words
from app.ui.accession.entries import line
from app.ui.accession.form import LineForm, texts_of
from app.ui.accession.package_box import PackageBox
from app.ui.accession.place import Place
from app.ui.accession.words import CHECKS
from app.ui.widgets.link import LongLink

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView


class SendingForm(LineForm):
    """What is set aside here counts for the package and for the step."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.entries = {"centre_pec": line(_("PEC del centro"), _("Si trova sull'IPA, indicepa.gov.it"))}
        self.save = self.fields_of_accession(self.entries, "sending")
        self.add_rows(self.entries, ("centre_pec",))
        self.checks = LongLink("", lambda: place.go(CHECKS, ""))
        self.body.addWidget(self.checks, 0, Qt.AlignmentFlag.AlignLeft)
        self.aside_box = AsideBox(place, lambda: None)
        self.package = PackageBox(place, self.aside)
        self.body.addWidget(self.aside_box)
        self.body.addWidget(self.package)

    def aside(self) -> tuple[tuple[str, ...], str]:
        """The checks that are set aside, and why."""
        return self.aside_box.codes, self.aside_box.reason_typed()

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept, what the checks say and whether the package is there."""
        self.save.show_values(view.accession.version, texts_of(view.accession, self.entries))
        told = _("Controlli: {found}").format(found=summary_words(view.findings))
        self.checks.setText(told)
        self.checks.setAccessibleName(told)
        self.aside_box.show_view(view)
        self.package.show_view(view)

    def focus_field(self, name: str) -> bool:
        """The package, beside the address."""
        if name == "package.none":
            self.package.focus()
            return True
        return super().focus_field(name)
