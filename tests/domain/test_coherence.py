# SPDX-License-Identifier: EUPL-1.2
"""What would have a request refused: each cause alone, with the field to mend and a sentence of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.actions.accessions import show_accession
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Kind, State
from app.domain.acts import Act
from app.domain.coherence import Finding, blocks, find_incoherences
from app.domain.documents import Document
from app.domain.draft_gaps import OFFICE
from app.domain.funding import Project, ProjectId, Status
from app.store import Store
from app.text import set_language
from app.text.finding_words import _FINDINGS, finding_words  # every sentence is to be said once
from tests.accessions import SIGNED, carry, open_join

CUP = "J41F22000340006"
WARNED = ["services.not_offered", "centre.outside_catchment", "term.outlasts_concession"]
"""BAS-01 of Lecce, for a comune of Sondrio, until after the concession behind the centre."""
PROJECT = Project(
    id=ProjectId(1), ipa_code="c_a337", body="COMUNE DI APRICA", call="Avviso 1.4.5 Piattaforma Notifiche Digitali",
    measure="1.4.5 Digitalizzazione degli avvisi pubblici", sent_at=None, funded_on=None, cup=CUP, amount=Decimal(1),
    status=Status.FUNDED, status_on=None, decree="", window="", protocol="", source_file="", as_of=date(2026, 8, 22),
    note="", version=1,
)  # fmt: skip


@pytest.fixture
def case(store: Store) -> AccessionCase:
    """A request in which everything fits."""
    accession = carry(store, open_join(store), State.SIGNED)
    return show_accession(store, accession.id).case


def codes(case: AccessionCase) -> list[str]:
    return [finding.code for finding in find_incoherences(case)]


def with_act(case: AccessionCase, **changed: object) -> AccessionCase:
    def change(act: Act) -> Act:
        return replace(act, **changed) if act.kind == "resolution" else act  # type: ignore[arg-type] # fields of an act

    return replace(case, acts=tuple(change(act) for act in case.acts))


def with_accession(case: AccessionCase, **changed: object) -> AccessionCase:
    return replace(case, accession=replace(case.accession, **changed))  # type: ignore[arg-type] # fields of it


def with_signature(case: AccessionCase, **told: object) -> AccessionCase:
    def change(doc: Document) -> Document:
        return replace(doc, signature={**(doc.signature or {}), **told}) if doc.given_out_id else doc

    return replace(case, documents=tuple(change(doc) for doc in case.documents))


def with_gaps(case: AccessionCase, *gaps: str) -> AccessionCase:
    def change(doc: Document) -> Document:
        return replace(doc, signature={"gaps": list(gaps), "unprinted": 0}) if doc.origin == "draft" else doc

    return replace(case, documents=tuple(change(doc) for doc in case.documents))


def with_service(case: AccessionCase, **changed: object) -> AccessionCase:
    return replace(case, services=tuple(replace(one, **changed) for one in case.services))  # type: ignore[arg-type] # its fields


def funded(case: AccessionCase) -> AccessionCase:
    """The same, with a project that pays every service."""
    known = {code: replace(one, measure="1.4.5") for code, one in case.catalogue.items()}
    return replace(case, catalogue=known, projects=(PROJECT,))


def with_stated(case: AccessionCase, *services: list[str]) -> AccessionCase:
    """The same, where the request that was given out named these services."""

    def change(doc: Document) -> Document:
        is_draft = doc.origin == "draft" and doc.kind == "request"
        return replace(doc, signature={"gaps": [], "services": list(services)}) if is_draft else doc

    return replace(case, documents=tuple(change(doc) for doc in case.documents))


def test_where_everything_fits_only_what_no_source_shows_is_told(case: AccessionCase) -> None:
    assert codes(case) == WARNED
    assert blocks(find_incoherences(case)) == ()


def wrong_ones(case: AccessionCase) -> Iterator[tuple[str, str, AccessionCase]]:
    """Code, field and a case that breaks just that."""
    yield "services.none", "", replace(case, services=())
    yield "services.prerequisite", "BAS-05", replace(case, services=case.services[1:])
    yield (
        "services.withdrawn",
        "BAS-01",
        replace(case, catalogue={code: replace(one, is_withdrawn=True) for code, one in case.catalogue.items()}),
    )
    yield "services.not_offered", "BAS-01", case
    yield "services.cup_missing", "BAS-01:cup", funded(case)
    yield "services.cup_wrong", "BAS-01:cup", with_service(case, cup="NONSO")
    yield "services.cup_other", "BAS-01:cup", with_service(funded(case), cup="J41F22000340999")
    yield "services.cig_wrong", "BAS-01:cig", with_service(case, cig="B00012EADC")
    yield "services.cig_missing", "BAS-01:cig", _with_determination(with_service(case, yearly=Decimal(9)))
    yield "services.double_funding", "BAS-01", with_service(funded(case), cup=CUP, once=Decimal(9))
    yield "signer.none", "signer_name", with_accession(case, signer_name="")
    yield "signer.no_delegation", "delegation", with_accession(case, signer_is_delegate=True)
    yield "signer.not_representative", "signer_name", with_accession(case, signer_name="Ugo Neri")
    yield "contact.none", "contact_name", with_accession(case, contact_email="")
    yield "body.not_competent", "body", with_act(case, body="executive")
    yield "act.none", "on", replace(case, acts=())
    without = tuple(document for document in case.documents if document.kind != "resolution")
    yield "act.no_file", "resolution", replace(case, documents=without)
    yield "act.not_published", "published_on", with_act(case, published_on=None, enforceable_on=date(2026, 10, 3))
    yield "act.no_enforceability", "enforceable_on", with_act(case, published_on=None)
    yield "act.not_enforceable", "enforceable_on", with_act(case, enforceable_on=date(2026, 12, 24))
    yield (
        "act.opinions_missing",
        "technical_opinion_on",
        replace(case, acts=tuple(replace(act, technical_opinion_on=None) for act in case.acts)),
    )
    yield "dates.reversed", "published_on", with_act(case, published_on=date(2026, 8, 1))
    yield "signature.none", "request", replace(case, documents=())
    yield "signature.not_given_out", "request", with_signature(case, match="altered")
    yield "signature.services_changed", "request", with_stated(case, ["BAS-05", "3 utenze", ""])
    yield "signature.broken", "request", with_signature(case, is_intact=False)
    yield "signature.certificate_expired", "request", with_signature(case, was_certificate_valid=False)
    yield "signature.other_signer", "request", with_signature(case, signers=["Ugo Neri"])
    yield "request.gaps", "fiscal_code", with_gaps(case, "codice fiscale del comune")
    yield "request.unnamed", "signer_name", with_gaps(case, "nome di chi firma")
    yield "request.old", "request", replace(case, today=SIGNED + timedelta(days=31))
    yield "centre.no_pec", "centre_pec", with_accession(case, centre_pec="")
    yield "centre.outside_catchment", "", case
    yield "centre.already_member", "", replace(case, others=(replace(case.accession, state=State.ACTIVE),))
    yield "term.outlasts_concession", "ends_on", case
    yield "catalogue.expired", "", replace(case, edition_expired_on=date(2026, 11, 1))


def _with_determination(case: AccessionCase) -> AccessionCase:
    return replace(case, acts=(*case.acts, replace(case.acts[-1], kind="determination")))


def _found(case: AccessionCase, code: str) -> Finding | None:
    return next((finding for finding in find_incoherences(case) if finding.code == code), None)


def test_each_cause_is_found_alone_and_said_in_words(case: AccessionCase) -> None:
    known = {line.key for line in case.items}
    tried = set()
    for code, field, broken in wrong_ones(case):
        if code == "services.not_offered":
            broken = replace(case, centre=replace(case.centre, services=()) if case.centre else None)  # noqa: PLW2901 - one more case
        finding = _found(broken, code)
        assert finding is not None, code
        assert finding.field == field, code
        assert finding.item_key in {*known, OFFICE}
        for language in ("it", "en"):
            set_language(language)
            words = finding_words(finding.code, finding.params)
            assert "{" not in words.text + words.why
            assert words.why
        tried.add(code)
    assert tried == set(_FINDINGS)


@pytest.mark.parametrize("ends_on", [date(2032, 3, 15), date(2027, 12, 31), None])
def test_a_term_within_that_of_the_concession_is_not_told(case: AccessionCase, ends_on: date | None) -> None:
    assert "term.outlasts_concession" not in codes(with_accession(case, ends_on=ends_on))


def test_who_leaves_need_not_know_how_long_the_concession_lasts(case: AccessionCase) -> None:
    assert "term.outlasts_concession" not in codes(with_accession(case, kind=Kind.WITHDRAWAL))


def test_another_body_is_accepted_with_its_reason(case: AccessionCase) -> None:
    broken = with_accession(with_act(case, body="executive"), body_reason="Accordo atipico, parere del segretario")
    assert "body.not_competent" not in codes(broken)


def test_surname_and_name_are_the_same_person_in_any_order(case: AccessionCase) -> None:
    assert "signature.other_signer" not in codes(with_signature(case, signers=["BIANCHI MARIA"]))


def test_a_mayor_who_left_office_no_longer_signs(case: AccessionCase) -> None:
    people = tuple(replace(person, until=date(2026, 11, 1)) for person in case.people)
    assert "signer.not_representative" in codes(replace(case, people=people))


def test_immediate_enforceability_may_come_before_the_publication(case: AccessionCase) -> None:
    assert codes(with_act(case, is_immediate=True)) == WARNED


def test_the_gaps_of_a_request_are_counted_where_they_are_completed(case: AccessionCase) -> None:
    gaps = ("codice fiscale del comune", "fini della convenzione", "obblighi e garanzie", "voce del comune", "luogo")
    told = [finding for finding in find_incoherences(with_gaps(case, *gaps)) if finding.code == "request.gaps"]
    assert [(one.item_key, one.field, one.params["count"]) for one in told] == [
        ("office", "fiscal_code", 2),
        ("proposal", "purpose", 2),
        ("signature", "request", 1),  # of a template of the comune's own
    ]
    assert "lascia vuote 2 cose (fini della convenzione, obblighi e garanzie)" in words_of(told[1])
    assert "lascia vuota 1 cosa (voce del comune)" in words_of(told[2])
    assert not blocks(tuple(told))


def words_of(finding: Finding) -> str:
    return finding_words(finding.code, finding.params).text
