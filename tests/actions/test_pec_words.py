# SPDX-License-Identifier: EUPL-1.2
"""The message to the centre says what it carries, for each kind of procedure."""

from dataclasses import replace

import pytest

from app.actions.accessions import show_accession
from app.actions.pec_words import body_of, subject_of
from app.actions.sending import current_package, prepare_package
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Kind, State
from app.domain.documents import Document
from app.store import Store
from tests.sending import signed_join


@pytest.fixture
def case(store: Store) -> AccessionCase:
    accession_id = signed_join(store)
    prepare_package(store, accession_id)
    return show_accession(store, accession_id).case


@pytest.fixture
def package(case: AccessionCase) -> Document:
    found = current_package(case)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "state", "subject", "opening"),
    [
        (Kind.JOIN, State.SIGNED, "Richiesta di adesione a", "si trasmette la richiesta di adesione"),
        (Kind.RENEWAL, State.SIGNED, "Richiesta di rinnovo con", "si trasmette la richiesta di rinnovo"),
        (Kind.WITHDRAWAL, State.SIGNED, "Recesso da", "si trasmette il recesso"),
        (Kind.JOIN, State.ADDITIONS, "Integrazioni alla pratica con", "si trasmettono le integrazioni"),
    ],
)
def test_each_procedure_has_its_words(
    case: AccessionCase, package: Document, kind: Kind, state: State, subject: str, opening: str
) -> None:
    other = replace(case, accession=replace(case.accession, kind=kind, state=state))
    assert subject_of(other, "887ea5ad").startswith(f"Comune di Aprica - {subject} CST del Comune di Lecce")
    assert subject_of(other, "887ea5ad").endswith("rif. 887ea5ad v1")
    assert opening in body_of(other, package, ("Delibera",))
    assert package.sha256 in body_of(other, package, ())


def test_what_is_not_known_leaves_no_hole(case: AccessionCase, package: Document) -> None:
    bare = replace(
        case,
        acts=(),
        documents=(),
        accession=replace(case.accession, signer_name="", contact_name="", contact_email="", lead_authority=""),
    )
    body = body_of(bare, package, ())
    assert body.startswith("Spett.le CST del Comune di Lecce,\n")
    assert "L'allegato contiene" not in body
    assert "Referente" not in body
    assert "  " not in body
    assert "None" not in body
