# SPDX-License-Identifier: EUPL-1.2
"""What a contract can hang on: the concessions, the memberships, the services that are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.text import _, in_language
from app.ui.accession.entries import ChoiceField, Entry
from app.ui.accessions.words import name_of

if TYPE_CHECKING:
    from app.store import Store

Options = list[tuple[str, str]]
_ALL = 100_000


@dataclass(frozen=True, slots=True)
class Choices:
    """For each field of the contract the keys with their words."""

    concession_id: Options
    accession_id: Options
    service_code: Options


def read_choices(store: Store) -> Choices:
    """Everything that can be chosen, each list with "none" first."""
    from app.actions.accessions import list_accessions
    from app.actions.catalogue import CatalogueFilter, search_services
    from app.actions.concessions import list_concessions

    concessions = [(str(one.id), one.title) for one in list_concessions(store)]
    accessions = [
        (str(one.id), _("{name} (n. {id})").format(name=name_of(one), id=one.id)) for one in list_accessions(store)
    ]
    found = search_services(store, CatalogueFilter(limit=_ALL)).services
    services = [
        (row.service.code, f"{in_language(row.service.name, row.service.name_en)} ({row.service.code})")
        for row in found
    ]
    return Choices(
        [("", _("Nessuna")), *concessions],
        [("", _("Nessuna")), *accessions],
        [("", _("Nessuno")), *sorted(services, key=lambda one: one[1].casefold())],
    )


def show_choices(entry: Entry, options: Options, chosen: str) -> None:
    """Offer these; what is chosen stays among them, even where it is known no more."""
    field = entry.field
    if not isinstance(field, ChoiceField):
        raise TypeError(field)
    wanted = options if any(key == chosen for key, _words in options) else [*options, (chosen, chosen)]
    box = field.box
    if [box.itemData(place) for place in range(box.count())] == [key for key, _words in wanted]:
        return
    now = field.text()
    box.clear()
    for key, words in wanted:
        box.addItem(words, key)
    field.set_text(now)
