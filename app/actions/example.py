# SPDX-License-Identifier: EUPL-1.2
"""The invented comune: every name, code and date of it is made up, and it says so on every page.

Its projects come in through the same import as real ones, from the files of `resources/example`.
The calls are the real ones, with their titles, decrees and lump sums, and so are the centres; nothing else is.
"""

from pathlib import Path

from app.actions import municipality, open_data
from app.actions.catalogue import load_first_edition, note_service, star_service
from app.actions.example_accessions import add_membership, add_request
from app.actions.example_concessions import add_concessions
from app.actions.example_invoices import add_invoices
from app.domain.municipality import Municipality
from app.paths import resources
from app.store import Store
from app.store import municipality as statements

INVENTED = Municipality(
    istat="000000",
    name="Borgo di Prova",
    other_name="",
    province="XX",
    province_name="Prova",
    region="Regione di prova",
    belfiore="X000",
    population=1_500,
    source="inventato",
)
_IPA_CODE = "c_prova"
_PEOPLE = (
    ("mayor", "Ada Inventata", "sindaca@borgodiprova.example"),
    ("secretary", "Bruno Finto", "segretario@borgodiprova.example"),
    ("rup", "Carla Esempi", "rup@borgodiprova.example"),
)
_STARRED = ("PAB-01", "SIT-01", "PAB-10")


def fill(store: Store) -> None:
    """Fill the store of the example, unless it was filled before."""
    with store.read() as session:
        if statements.read_office(session) is not None:
            return
    with store.write("example.filled", is_undoable=False) as session:
        office = municipality.new_office(INVENTED, ipa_code=_IPA_CODE, is_example=True)
        statements.add_office(session, office)
    load_first_edition(store)
    add_membership(store)
    _fill_office(store)
    add_request(store)
    add_invoices(store, add_concessions(store))
    for file in example_files():
        open_data.import_previews(store, open_data.preview_files(store, [file]))
    for code in _STARRED:
        star_service(store, code, is_starred=True)
    note_service(store, "PAB-01", 1, "Nota di prova: chiedere in ragioneria quali incassi mancano.")


def example_files() -> list[Path]:
    """The invented open data, oldest first."""
    return sorted((resources() / "example").glob("candidature_*.csv"))


def _fill_office(store: Store) -> None:
    office = municipality.show_office(store)
    municipality.correct_office(
        store,
        office.version,
        pec="protocollo@pec.borgodiprova.example",
        address="Piazza della Prova 1",
        website="www.borgodiprova.example",
    )
    for role, name, email in _PEOPLE:
        municipality.add_person(store, role, name, email=email)
