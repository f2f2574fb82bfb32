# SPDX-License-Identifier: EUPL-1.2
"""The card of a service: always the same questions in the same order, each fact with its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.text import _, in_language, money, ngettext
from app.text.catalogue_labels import area_label
from app.text.labels import status_label
from app.ui.catalogue import words as say
from app.ui.catalogue.note import PrivateNote
from app.ui.catalogue.sheet import PillRow, Sheet, links, words
from app.ui.catalogue.tab_order import in_order
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.catalogue import ServiceCard
    from app.domain.catalogue import Service
    from app.store import Store
    from app.ui.desk import Desk

Opens = Callable[[str, str], Callable[[], object]]
_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the card says: the service, and the short names of the calls of our projects."""

    card: ServiceCard
    call_labels: tuple[str, ...]


def read_service(store: Store, code: str) -> Shown:
    """What the card shows, read in the thread of the store."""
    from app.actions.catalogue import show_service
    from app.actions.funding import call_label

    card = show_service(store, code)
    return Shown(card, tuple(call_label(project.call) for project in card.projects))


class ServiceSheet(Sheet):
    """`opens` makes what a link does; `star_wanted` gives code and new state."""

    star_wanted = Signal(str, bool)
    all_wanted = Signal()

    def __init__(self, desk: Desk, opens: Opens, parent: QWidget | None = None) -> None:
        self._opens = opens
        self._shown: Shown | None = None
        self._is_filtered_out = False
        self._is_opened_wide = False
        super().__init__(_("Scheda del servizio"), parent)
        self.note = PrivateNote(desk, self)
        self.note.hide()
        self.star = Button("")

    @property
    def card(self) -> ServiceCard | None:
        """What is shown."""
        return self._shown.card if self._shown else None

    def show_service(self, shown: Shown, *, is_filtered_out: bool) -> None:
        """Show a service; one that is shown already keeps its place and what is being typed."""
        before, self._shown = self._shown, shown
        same = before is not None and before.card.service.code == shown.card.service.code
        if not same:
            self._is_opened_wide = False
        is_known = before is not None and same and _without_mark(before) == _without_mark(shown)
        if not is_known or is_filtered_out != self._is_filtered_out:
            self._is_filtered_out = is_filtered_out
            self._rebuild(keeps_place=same)
        self._show_mark()

    def show_nothing(self, title: str, text: str) -> None:
        """Say that no service is chosen."""
        self.leave()
        self._take_note_out()
        self._shown = None
        self.show_empty(title, text, "list")

    def leave(self) -> None:
        """Keep what was typed, before something else is shown."""
        self.note.flush()

    def toggle_star(self) -> None:
        """Ask for the other state of the star."""
        if self.card is not None:
            self.note.flush()
            self.star_wanted.emit(self.card.service.code, not self.card.mark.is_starred)

    def _rebuild(self, *, keeps_place: bool) -> None:
        had_keyboard, was_typing = self.has_keyboard(), self.note.field.editor.hasFocus()
        place = self.scroll_area.verticalScrollBar().value() if keeps_place else 0
        self._take_note_out()
        self.clear()
        if self._shown is not None:
            self._build(self._shown)
        if was_typing and keeps_place:
            self.note.field.editor.setFocus()
        elif had_keyboard:
            self.scroll_area.setFocus()
        self._inside.adjustSize()
        self.scroll_area.verticalScrollBar().setValue(place)

    def _take_note_out(self) -> None:
        self.body.removeWidget(self.note)
        self.note.setParent(self)
        self.note.hide()

    def _build(self, shown: Shown) -> None:
        service = shown.card.service
        self.set_title(say.service_name(service), f"{service.code} · {area_label(service.area)}")
        self.add_widget(PillRow(_at_first_sight(shown.card)))
        if self._is_filtered_out:
            self.add_widget(words(_("Non è tra quelli filtrati nell'elenco."), "small"))
            self.add_link(_("Azzera i filtri"), self.all_wanted.emit)
        if service.is_withdrawn:
            told = _("L'ultima edizione del suo editore non lo contiene più. Chiedi al centro prima di contarci.")
            self.add_callout(_("Ritirato dal catalogo"), told)
        self.add_widget(Label(_("Che cos'è"), "section"))
        self.add_text(in_language(service.summary, service.summary_en), role="strong")
        self.add_text(in_language(service.description, service.description_en))
        self.add_answer(_("Per chi"), words(say.addressees(service)))
        self.add_answer(_("Chi lo offre"), *self._offers(shown.card))
        if shown.card.uses:
            self.add_answer(_("È già nostro?"), *self._ours(shown.card))
        self.add_answer(_("Chi lo paga"), *self._payers(shown))
        self.add_answer(
            _("Come si paga"),
            words(say.fees(service)),
            words(_("Il prezzo sta solo negli atti del centro."), "small"),
        )
        nothing = _("Nessun altro servizio del catalogo.")
        self.add_answer(_("Serve prima"), *self._neighbours(shown.card.prerequisites, nothing))
        self.add_answer(_("Serve a"), *self._neighbours(shown.card.needed_by, nothing))
        self.add_answer(
            _("È obbligatorio?"), words(say.duty(service)), *(words(say.sourced(law)) for law in service.legal_basis)
        )
        self.add_answer(_("Fonti"), *(words(say.sourced(source), "small") for source in service.sources))
        self.add_widget(self.note)
        self.note.show()
        self.star = Button("", icon_name="star")
        self.star.clicked.connect(lambda _checked=False: self.toggle_star())
        self.star.setToolTip("Ctrl+D")
        self.set_footer(say.edition_line(shown.card.edition), self.star)
        in_order(self.scroll_area, *self.body_links(), *self.note.stops(), self.star)

    def _show_mark(self) -> None:
        if self.card is None:
            return
        is_starred = self.card.mark.is_starred
        self.star.setText(_("Togli la stella") if is_starred else _("Metti la stella"))
        self.star.set_icon("star_full" if is_starred else "star")
        self.note.show_mark(self.card.mark)

    def _offers(self, card: ServiceCard) -> list[QWidget]:
        if not card.centres:
            return [words(_("Nessuna fonte consultata mostra un centro che lo offre."))]
        shown: list[QWidget] = []
        for centre in card.centres:
            name = say.withdrawn(centre.name) if centre.is_withdrawn else centre.name
            shown += links([(name, self._opens("centres", centre.code))])
            shown.append(words(say.centre_place(centre), "small"))
        return shown

    def _ours(self, card: ServiceCard) -> list[QWidget]:
        told = {"membership": _("Sì, con {centre}"), "request": _("Già nella richiesta a {centre}")}
        return links((told[use.kind].format(centre=use.detail), self._opens("accession", use.key)) for use in card.uses)

    def _payers(self, shown: Shown) -> list[QWidget]:
        card = shown.card
        answers: list[QWidget] = [words(say.measure(card.service))]
        if card.calls:
            answers.append(words(say.calls(card.calls)))
            answers.append(words(_("Fonte: {source}").format(source=card.calls[0].source), "small"))
        for project, label in zip(card.projects, shown.call_labels, strict=True):
            answers += links([(_("Nostro: {call}").format(call=label), self._opens("funding", str(project.id)))])
            answers.append(words(f"{money(project.amount)} · {status_label(project.status)}", "small"))
        return answers

    def _neighbours(self, services: tuple[Service, ...], nothing: str) -> list[QWidget]:
        if not services:
            return [words(nothing)]
        seen = services if self._is_opened_wide or len(services) <= _AT_MOST + 1 else services[:_AT_MOST]
        found = links((say.service_line(other), self._opens("catalogue", other.code)) for other in seen)
        if len(seen) < len(services):
            found += links([(_("Mostra tutti e {count}").format(count=len(services)), self._open_wide)])
        return found

    def _open_wide(self) -> None:
        self._is_opened_wide = True
        self._rebuild(keeps_place=True)
        self._show_mark()


def _at_first_sight(card: ServiceCard) -> list[tuple[str, str]]:
    pills = []
    if card.service.is_withdrawn:
        pills.append((_("Ritirato"), "warning"))
    if card.service.is_mandatory:
        pills.append((_("Obbligatorio"), "warning"))
    if card.service.measure:
        pills.append((_("Misura {measure}").format(measure=card.service.measure), "info"))
    if card.centres:
        offered = ngettext("{count} centro", "{count} centri", len(card.centres))
        pills.append((offered.format(count=len(card.centres)), "good"))
    else:
        pills.append((_("Nessun centro noto"), "neutral"))
    return pills


def _without_mark(shown: Shown) -> Shown:
    return replace(shown, card=replace(shown.card, mark=None))  # type: ignore[arg-type] # only to compare all else
