# SPDX-License-Identifier: EUPL-1.2
"""Who signs, by what title, and whom the centre may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.text import _
from app.text.labels import role_label
from app.ui.accession.entries import line, tick
from app.ui.accession.form import LineForm, texts_of
from app.ui.accession.place import Place
from app.ui.widgets.link import LongLink

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.domain.municipality import Person


class PeopleForm(LineForm):
    """The mayor in office is one click away; a delegate needs the delegation in the file."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.entries = {
            "signer_name": line(_("Chi firma (obbligatorio)")),
            "signer_role": line(_("Carica (obbligatoria)")),
            "signer_fiscal_code": line(_("Codice fiscale")),
            "signer_is_delegate": tick(_("Firma un delegato del Sindaco")),
            "contact_name": line(_("Chi segue la richiesta (obbligatorio)")),
            "contact_email": line(_("Posta elettronica (obbligatoria)")),
            "contact_phone": line(_("Telefono")),
        }
        self.save = self.fields_of_accession(self.entries, "people")
        self.add_rows(self.entries, ("signer_name",), ("signer_role", "signer_fiscal_code"), ("signer_is_delegate",))
        self.mayor = LongLink("", self._take_mayor)
        self.body.addWidget(self.mayor, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_rows(self.entries, ("contact_name",), ("contact_email", "contact_phone"))
        self._mayor: Person | None = None

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept, and the mayor where somebody else stands there."""
        accession = view.accession
        self.save.show_values(accession.version, texts_of(accession, self.entries))
        self._mayor = _mayor_of(view)
        is_offered = self._mayor is not None and self._mayor.name != self.entries["signer_name"].text
        self.mayor.setVisible(is_offered and not accession.signer_is_delegate)
        if self._mayor is not None:
            told = _("Firma {name}, {role}").format(name=self._mayor.name, role=role_label("mayor"))
            self.mayor.setText(told)
            self.mayor.setAccessibleName(told)

    def _take_mayor(self) -> None:
        if self._mayor is not None:
            self.save.write("signer_name", self._mayor.name)
            self.save.write("signer_role", role_label("mayor"))


def _mayor_of(view: AccessionView) -> Person | None:
    today = view.case.today
    for person in view.case.people:
        if person.role == "mayor" and (person.until is None or person.until >= today):
            return person
    return None
