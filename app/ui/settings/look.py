# SPDX-License-Identifier: EUPL-1.2
"""Aspetto e lingua: zoom, colours, language; each change is seen at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import CampanileError
from app.settings import ZOOMS
from app.text import _, language
from app.ui import messages
from app.ui.settings.section import Section
from app.ui.widgets.chips import Chip, Chips
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.ui.desk import Desk


class LookSection(Section):
    """What belongs to this computer; the archive is the same in each language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Le scelte valgono subito, su questo computer, e restano per le prossime volte."))
        self.zooms = self._choice(
            _("Ingrandimento"),
            _("Ingrandisce scritte, tabelle e pulsanti. Da tastiera: Ctrl e + oppure −; Ctrl e 0 torna al normale."),
            {str(zoom): f"{zoom} %" for zoom in ZOOMS},
            lambda key: desk.window.set_zoom(int(key)),
        )
        self.themes = self._choice(
            _("Colori"),
            _("«Come il sistema» segue il giorno e la notte del computer. Il contrasto alto aiuta chi vede poco."),
            {
                "system": _("Come il sistema"),
                "light": _("Chiaro"),
                "dark": _("Scuro"),
                "contrast": _("Contrasto alto"),
            },
            desk.window.set_theme,
        )
        self.languages = self._choice(
            _("Lingua"),
            _("Cambia le parole del programma; ciò che hai scritto tu resta com'è."),
            {"it": "Italiano", "en": "English"},
            desk.window.set_language,
        )
        self.getting_started = self._choice(
            _("Per iniziare"),
            _("L'elenco delle prime cinque cose da fare, nella pagina Inizio, finché non sono tutte fatte."),
            {"shown": _("Mostra l'elenco"), "hidden": _("Nascondi l'elenco")},
            self._on_getting_started,
        )
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Mark what is in use, also where the menus changed it."""
        self.zooms.choose(str(self.desk.theme.zoom))
        self.themes.choose(self.desk.theme.name)
        self.languages.choose(language())
        is_hidden = self.desk.workspace.settings.hides_getting_started
        self.getting_started.choose("hidden" if is_hidden else "shown")

    def _on_getting_started(self, key: str) -> None:
        from app.actions.changes import Changes

        try:
            self.desk.workspace.change_settings(hides_getting_started=key == "hidden")
        except CampanileError as error:
            messages.show_error(self, error)
            self.refresh()
            return
        self.desk.tasks.changed.emit(Changes(municipality=True, history=False))

    def _choice(self, title: str, about: str, choices: dict[str, str], slot: Callable[[str], object]) -> Chips:
        panel = Panel(title)
        panel.add(Label(about, "muted", wraps=True))
        chips = Chips(name=title)
        chips.set_chips(Chip(key, words) for key, words in choices.items())
        chips.chosen.connect(slot)
        panel.add(chips)
        self.body.addWidget(panel)
        return chips
