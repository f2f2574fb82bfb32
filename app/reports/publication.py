# SPDX-License-Identifier: EUPL-1.2
"""Versions for publication of lists: the people whom we know are taken out of every word written by hand."""

from collections.abc import Callable, Iterable

from reportlab.platypus import Flowable

from app.actions.municipality import list_people
from app.domain.concessions import Contact
from app.domain.personal import without_people
from app.reports import style
from app.store import Store, accessions, rows
from app.text import _


def known_names(store: Store) -> tuple[str, ...]:
    """Whoever the office, a contract, a concession or a procedure names."""
    with store.read() as session:
        named = [one.name for one in rows.every(session, Contact)]
        for accession in accessions.list_accessions(session):
            named += (accession.signer_name, accession.contact_name)
    named += (one.name for one in list_people(store))
    return tuple(sorted({name for name in named if name}))


def speaker(names: tuple[str, ...] | None) -> Callable[[str], str]:
    """How words written by hand are shown: as they are (None: for the offices), or cleared of persons."""
    if names is None:
        return lambda told: told
    instead = _("[omesso]")
    return lambda told: without_people(told, names, instead)


def version(names: tuple[str, ...] | None) -> str:
    """For whom the print is, beside its date."""
    is_internal = names is None
    return "" if is_internal else _("Versione per la pubblicazione, testi da rileggere")


def left_out(told: Iterable[str]) -> list[Flowable]:
    """What the version does not hold, at its end, and what may still stand in it."""
    items = (*told, to_read_again())
    return style.section(_("Che cosa non c'è in questa versione"), *(style.item(one) for one in items))


def to_read_again() -> str:
    """Why a version for publication is read before it goes out: a name that nobody registered stays."""
    return _(
        "Nei testi scritti a mano sono tolti i nomi registrati, gli IBAN, i recapiti e i codici fiscali. "
        "Un nome che Campanile non conosce resta: vanno riletti prima di pubblicare."
    )
