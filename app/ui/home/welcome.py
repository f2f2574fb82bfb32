# SPDX-License-Identifier: EUPL-1.2
"""What stands on Inizio before there are projects: what will be here, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, day, moment
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.ui.home.reading import HomeView


class WelcomePanel(Panel):
    """Says why it is empty; the button that fills it is the primary one of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Qui vedrai i tuoi finanziamenti"), parent)
        self.told = Label("", wraps=True)
        self.found_nothing = Callout("", "", "info")
        self.add(self.told)
        self.add(self.found_nothing)
        for line in (
            _("Quanto è stato concesso, quanto erogato, quanto deve ancora arrivare."),
            _("Le scadenze passate e quelle dei prossimi 30 giorni, con i giorni che mancano."),
            _("Che cosa è cambiato dall'ultima volta."),
        ):
            self.add(Label(f"–  {line}", "muted", wraps=True))

    def show_view(self, view: HomeView) -> None:
        """Tell what is missing, or that the import found nothing of this comune."""
        last = view.seen.last_import
        self.found_nothing.setVisible(last is not None)
        if last is None:
            self.told.setText(
                _(
                    "Non ci sono ancora progetti. Importa i file «candidature finanziate» "
                    "dei dati aperti di PA digitale 2026."
                )
            )
            return
        self.told.setText(_("Non ci sono progetti di {name}.").format(name=view.seen.office.name))
        self.found_nothing.show_words(
            _("L'ultima importazione non ha trovato progetti di questo comune"),
            _("Importazione del {moment}, dati al {day}. Controlla il codice IPA in Impostazioni: {ipa}.").format(
                moment=moment(last.at), day=day(last.as_of), ipa=view.seen.office.ipa_code
            ),
            "info",
        )
