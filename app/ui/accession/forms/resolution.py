# SPDX-License-Identifier: EUPL-1.2
"""The resolution: which body, number and day, whether it may be carried out at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _
from app.text.accession_labels import body_label
from app.ui.accession.entries import choice, day_line, line, tick
from app.ui.accession.form import LineForm, texts_of
from app.ui.accession.place import Place

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView


class ResolutionForm(LineForm):
    """Another body than the one of the template wants its reason, which is asked for only then."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        bodies = [(key, body_label(key)) for key in ("council", "executive")]
        self.whose = {
            "body": choice(_("Organo che delibera"), bodies),
            "body_reason": line(_("Perché questo organo (obbligatorio)")),
        }
        self.entries = {
            "number": line(_("Numero (obbligatorio)")),
            "on": day_line(_("Data (obbligatoria)"), place.today),
            "subject": line(_("Oggetto")),
            "is_immediate": tick(_("Dichiarata immediatamente eseguibile")),
        }
        self.save_body = self.fields_of_accession(self.whose, "resolution:body")
        self.save = self.fields_of_act(self.entries, "resolution", "resolution", lambda: self.whose["body"].text)
        self.add_rows(self.whose, ("body",), ("body_reason",))
        self.source = self.add_text()
        self.add_rows(self.entries, ("number", "on"), ("subject",), ("is_immediate",))

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept, and which body the template says."""
        act, accession = view.case.act("resolution"), view.accession
        self.save_body.show_values(accession.version, texts_of(accession, self.whose))
        self.save.show_values(act.version if act else 0, texts_of(act, self.entries))
        is_other = accession.body != view.template.body
        self.whose["body_reason"].field.setVisible(is_other or bool(accession.body_reason))
        told = _("Di regola delibera: {body}. Lo dice: {source}")
        self.source.setText(told.format(body=body_label(view.template.body), source=view.template.body_source))
        self.source.setVisible(bool(view.template.body_source))

    def focus_field(self, name: str) -> bool:
        """Beside the day and number of the act, the body with its reason."""
        if name == "body" and self.whose["body_reason"].field.isVisibleTo(self):
            return self.save_body.focus("body_reason")
        return super().focus_field(name)

    def focus_first(self) -> bool:
        """The number comes first: the body is chosen already."""
        return self.save.focus("number")
