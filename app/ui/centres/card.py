# SPDX-License-Identifier: EUPL-1.2
"""The card of a centre: who leads it, whom it is for, what it offers, where we stand; each fact with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, day, in_language
from app.text.accession_labels import kind_label, state_label
from app.text.catalogue_labels import fact_label
from app.text.centre_labels import centre_kind_label, inferred_mark, not_told, place_label
from app.ui.catalogue.sheet import PillRow, Sheet, links, words
from app.ui.catalogue.words import edition_line, service_line
from app.ui.centres import words as say

if TYPE_CHECKING:
    from app.actions.centres import CentreView
    from app.domain.catalogue import Fact

Opens = Callable[[str, str], Callable[[], object]]

_CONCESSION = (
    *("legal_form", "partner", "partner_note", "tender", "concession_start", "concession_years", "concession_end"),
    *("total_value", "private_money", "public_money"),
)
_JOINING = (
    *("joining", "agreement", "agreement_start", "agreement_end", "agreement_change", "agreement_previous"),
    *("renewal", "fee", "fee_before", "cost_per_workstation"),
)
_MEMBERS = ("members", "members_outside", "catchment", "member_example", "governance")


class CentreSheet(Sheet):
    """`opens` makes what a link does."""

    def __init__(self, opens: Opens, parent: QWidget | None = None) -> None:
        super().__init__(_("Scheda del centro"), parent)
        self._opens = opens
        self.view: CentreView | None = None

    def show_centre(self, view: CentreView) -> None:
        """Show a centre; the same one again keeps its place, and is not built anew where nothing changed."""
        if view == self.view:
            return
        is_same = self.view is not None and self.view.centre.code == view.centre.code
        place = self.scroll_area.verticalScrollBar().value() if is_same else 0
        had_keyboard = self.has_keyboard()
        self.view = view
        self.clear()
        self._build(view)
        if had_keyboard:
            self.scroll_area.setFocus()
        self._inside.adjustSize()
        self.scroll_area.verticalScrollBar().setValue(place)

    def show_nothing(self) -> None:
        """No centre is chosen."""
        self.view = None
        self.show_empty(_("Nessun centro scelto"), _("La scheda di un centro compare qui."), "list")

    def _build(self, view: CentreView) -> None:
        centre = view.centre
        self.set_title(centre.name, centre_kind_label(centre.kind))
        self.add_widget(PillRow(_at_first_sight(view)))
        self._add_remarks(view)
        self.add_answer(_("Capofila"), words(centre.lead_authority or not_told()))
        self.add_answer(_("Provincia"), words(centre.province or not_told()))
        self.add_answer(_("Aderenti"), *_members(view))
        self.add_answer(_("Noi"), *self._ours(view))
        self.add_answer(_("Contatti"), *self._contacts(view))
        self.add_answer(_("Servizi offerti"), *self._services(view))
        rest = [fact.field for fact in centre.facts if fact.field not in (*_CONCESSION, *_JOINING, *_MEMBERS)]
        self._add_facts(_("La concessione e la forma"), _CONCESSION, view)
        self._add_facts(_("Aderire e pagare"), _JOINING, view)
        self._add_facts(_("Aderenti e bacino"), _MEMBERS, view)
        self._add_facts(_("Altro dalle fonti"), rest, view)
        self.set_footer(edition_line(view.edition))

    def _add_remarks(self, view: CentreView) -> None:
        if view.centre.is_withdrawn:
            told = _("L'ultima edizione del suo editore non lo contiene più. Chiedi al centro prima di aderire.")
            self.add_callout(_("Ritirato dal catalogo"), told)
        if view.expired_on:
            told = _("Per leggere va bene; per aderire serve un'edizione nuova: chiedila al centro.")
            self.add_callout(_("Il suo catalogo è scaduto il {day}").format(day=day(view.expired_on)), told)
        if view.place.value != "inside":
            self.add_callout(*say.place_told(view.centre, view.province), tone="info")

    def _ours(self, view: CentreView) -> list[QWidget]:
        if not view.ours:
            return [words(_("Nessuna pratica con questo centro."))]
        return links(
            (
                _("{kind} n. {id}: {state}").format(
                    kind=kind_label(one.kind.value), id=one.id, state=state_label(one.state.value).lower()
                ),
                self._opens("accession", str(one.id)),
            )
            for one in view.ours
        )

    def _contacts(self, view: CentreView) -> list[QWidget]:
        """What our office knows: no source gives it, so it stands in our procedure."""
        latest = view.latest
        if latest is None:
            return [words(_("Nessuna fonte li dà: la PEC si scrive nell'adesione."))]
        if not latest.centre_pec:
            write = (_("Scrivi la PEC nell'adesione"), self._opens("accession", f"{latest.id}:sending"))
            return [words(_("Nessuna fonte li dà.")), *links([write])]
        told = _("PEC {pec}").format(pec=latest.centre_pec)
        return [words(told), words(_("Scritta dal nostro ufficio nell'adesione n. {id}").format(id=latest.id), "small")]

    def _services(self, view: CentreView) -> list[QWidget]:
        if not view.services:
            return [words(_("Nessuna fonte consultata mostra quali servizi offre."))]
        found = links((service_line(one), self._opens("catalogue", one.code)) for one in view.services)
        if len(view.services) > 1:
            found += links([(_("Mostrali nel catalogo"), self._opens("catalogue", f"centre:{view.centre.code}"))])
        return found

    def _add_facts(self, title: str, fields: Iterable[str], view: CentreView) -> None:
        facts = {field: [fact for fact in view.centre.facts if fact.field == field] for field in fields}
        told = {field: found for field, found in facts.items() if found}
        if not told:
            return
        self.add_heading(title)
        for field, found in told.items():
            self.add_answer(fact_label(field), *(answer for fact in found for answer in _fact(fact)))


def _at_first_sight(view: CentreView) -> list[tuple[str, str]]:
    pills = [(place_label(view.place.value), say.PLACE_TONES[view.place])]
    latest = view.latest
    if latest is not None:
        pills.append((_("Adesione: {state}").format(state=state_label(latest.state.value).lower()), "info"))
    if view.centre.is_withdrawn:
        pills.append((_("Ritirato"), "warning"))
    return pills


def _members(view: CentreView) -> list[QWidget]:
    told = say.membership_words(view.membership)
    catchment = say.catchment_words(view.centre)
    lines: list[QWidget] = [words(told or not_told())]
    facts = (view.membership.members_fact, view.membership.catchment_fact)
    sources = dict.fromkeys(fact.source for fact in facts if fact)
    if sources:
        lines.append(words(_("Fonte: {source}").format(source="; ".join(sources)), "small"))
    if catchment:
        lines.append(words(_("Bacino: {words}").format(words=catchment), "small"))
    return lines


def _fact(fact: Fact) -> list[QWidget]:
    source = _("Fonte: {source}").format(source=fact.source)
    value = in_language(fact.value, fact.value_en)
    return [words(value), words(f"{source} {inferred_mark()}" if fact.inferred else source, "small")]
