# SPDX-License-Identifier: EUPL-1.2
"""The fields of our office, two a line, with a doubt beside those codes that look wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.codes import check_fiscal_code, check_ipa
from app.domain.municipality import Office
from app.text import _
from app.text.code_reasons import code_reason
from app.ui.theme import unit
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.link import Link
from app.ui.widgets.pill import Pill

FIELDS = ("name", "population", "address", "phone", "pec", "website", "fiscal_code", "ipa_code", "patron")


class IpaField(LabeledField):
    """The IPA code with its state: assumed until a file or the clerk says so."""

    def __init__(self) -> None:
        super().__init__(_("Codice IPA"), QLineEdit(), _("Vedi indicepa.gov.it"))
        self.state = Pill(parent=self)
        self.confirm = Link(_("Conferma"), parent=self)
        self.confirm.setAccessibleName(_("Conferma il codice IPA"))
        row = QHBoxLayout()
        row.setSpacing(unit(8))
        row.addWidget(self.state)
        row.addWidget(self.confirm)
        row.addWidget(self.hint, 1)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertLayout(layout.indexOf(self.field) + 1, row)

    def show_state(self, *, is_confirmed: bool) -> None:
        """Say whether the code is only assumed."""
        self.state.show_state(_("confermato") if is_confirmed else _("presunto"), "good" if is_confirmed else "warning")
        self.confirm.setVisible(not is_confirmed)


def office_fields() -> dict[str, LabeledField]:
    """The fields in the order of the form."""
    return {
        "name": LabeledField(_("Nome del comune (obbligatorio)"), QLineEdit(), _("Senza «Comune di»")),
        "population": LabeledField(_("Abitanti"), QLineEdit(), _("Numero intero: decide la fascia degli importi")),
        "address": LabeledField(_("Indirizzo"), QLineEdit(), _("Via, numero, CAP")),
        "phone": LabeledField(_("Telefono"), QLineEdit(), _("Il centralino o l'ufficio")),
        "pec": LabeledField(_("PEC"), QLineEdit(), _("La casella di posta certificata del protocollo")),
        "website": LabeledField(_("Sito"), QLineEdit(), _("Comincia con https://")),
        "fiscal_code": LabeledField(_("Codice fiscale dell'ente"), QLineEdit(), _("11 cifre")),
        "ipa_code": IpaField(),
        "patron": LabeledField(_("Santo patrono"), QLineEdit(), _("Giorno e mese, per esempio 29/6: non è lavorativo")),
    }


def lay_out(fields: dict[str, LabeledField]) -> QWidget:
    """Two fields a line, of one width."""
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(unit(18))
    grid.setVerticalSpacing(unit(10))
    for place, labeled in enumerate(fields.values()):
        grid.addWidget(labeled, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, unit(150))
    return widget


def office_values(office: Office) -> dict[str, str]:
    """What is kept, as the fields show it."""
    values = {name: str(getattr(office, name) or "") for name in FIELDS}
    month, dash, day = office.patron.partition("-")
    values["patron"] = f"{day}/{month}" if dash else ""
    values["population"] = "" if office.population is None else str(office.population)
    return values


def doubts(values: dict[str, str], office: Office) -> dict[str, str]:
    """What looks wrong and may be right all the same; an IPA code that is confirmed is right."""
    fiscal, pec, ipa = values["fiscal_code"], values["pec"], values["ipa_code"]
    is_known = office.ipa_code_confirmed and ipa == office.ipa_code
    found = {
        "fiscal_code": code_reason(check_fiscal_code(fiscal).reason) if fiscal else "",
        "ipa_code": code_reason(check_ipa(ipa).reason) if ipa and not is_known else "",
        "pec": "" if not pec or "@" in pec[1:-1] else _("In un indirizzo di posta c'è una @ tra nome e dominio."),
    }
    return {name: text for name, text in found.items() if text}
