# SPDX-License-Identifier: EUPL-1.2
"""A procedure as the centre reads it: the data of the accession package and the names of its files."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from app.actions.draft_facts import document_title
from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import enforceable_day
from app.domain.accession_states import Step
from app.domain.accessions import Accession, RequestedService
from app.domain.documents import Document
from app.domain.exchange import (
    AskedService,
    AskingBody,
    Contact,
    EnclosedDocument,
    FileSigner,
    NamedCentre,
    NamedSigner,
    ProtocolNumber,
    RequestData,
    StatedAct,
)
from app.domain.municipality import Office
from app.domain.package_documents import documents_to_send
from app.domain.package_names import document_name

_OURS_ALONE = "proposal"  # the act that never leaves the office


def request_of(case: AccessionCase, revision: int, created_at: datetime) -> tuple[RequestData, Mapping[str, Document]]:
    """The data of a package, and its documents by the name that each has in it."""
    accession = case.accession
    sent = {document_name(place, doc.name): doc for place, doc in enumerate(documents_to_send(case), start=1)}
    signed = case.signed_copy("request")
    data = RequestData(
        reference=accession.reference,
        revision=revision,
        kind=accession.kind.value,
        created_at=created_at,
        centre=NamedCentre(accession.centre_code, _line(accession.centre_name), _line(accession.lead_authority)),
        body=_body(case.office),
        signer=_signer(accession),
        contact=Contact(_line(accession.contact_name), _line(accession.contact_email), _line(accession.contact_phone)),
        services=tuple(_service(service) for service in case.requested),
        acts=tuple(_acts(case)),
        documents=tuple(_document(case, name, document) for name, document in sent.items()),
        protocol=_protocol(signed),
        note=_prose(_why(case)),
    )
    return data, sent


def _body(office: Office) -> AskingBody:
    return AskingBody(
        name=_line(office.name),
        istat=office.istat,
        belfiore=office.belfiore,
        province=office.province,
        fiscal_code=_line(office.fiscal_code),
        ipa_code=_line(office.ipa_code),
        pec=_line(office.pec),
        address=_line(office.address),
    )


def _signer(accession: Accession) -> NamedSigner:
    return NamedSigner(
        name=_line(accession.signer_name),
        fiscal_code=_line(accession.signer_fiscal_code),
        role=_line(accession.signer_role),
        is_delegate=accession.signer_is_delegate,
    )


def _service(service: RequestedService) -> AskedService:
    return AskedService(
        code=service.code,
        name=_line(service.name),
        quantity=service.quantity,
        unit=_line(service.unit),
        cup=_line(service.cup),
        note=_prose(service.note),
    )


def _acts(case: AccessionCase) -> Iterator[StatedAct]:
    """The acts that have a day, without the proposal."""
    for act in case.acts:
        if act.kind != _OURS_ALONE and act.on is not None:
            yield StatedAct(
                kind=act.kind,
                body=act.body,
                number=_line(act.number),
                on=act.on,
                published_on=act.published_on,
                enforceable_on=enforceable_day(act),
                subject=_line(act.subject),
            )


def _document(case: AccessionCase, name: str, document: Document) -> EnclosedDocument:
    return EnclosedDocument(
        file=name,
        kind=document.kind,
        title=_line(document_title(case, document)),
        sha256=document.sha256,
        bytes=document.bytes,
        protocol_number=_line(document.protocol_number),
        protocol_on=document.protocol_on,
        signed_by=tuple(_signers(document)),
    )


def _signers(document: Document) -> Iterator[FileSigner]:
    """Those whom we read in the file when it was added."""
    listed = (document.signature or {}).get("signatures")
    for one in listed if isinstance(listed, list) else ():
        at = str(one.get("signed_at") or "")
        yield FileSigner(
            _line(str(one.get("name", ""))),
            _line(str(one.get("fiscal_code", ""))),
            datetime.fromisoformat(at) if at else None,
        )


def _protocol(signed: Document | None) -> ProtocolNumber:
    """That of the signed request; empty when the protocol gives its number only on sending."""
    if signed is None or not signed.protocol_number:
        return ProtocolNumber("", None)
    return ProtocolNumber(_line(signed.protocol_number), signed.protocol_on)


def _why(case: AccessionCase) -> str:
    """Why there is a corrected version; the notes of the office stay in the office."""
    corrected = case.last(Step.CORRECT)
    return corrected.reason if corrected else ""


def _line(text: str) -> str:
    """One line: what is no printed sign has no place in a package."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _prose(text: str) -> str:
    return "\n".join(_line(line) for line in text.strip().splitlines())
