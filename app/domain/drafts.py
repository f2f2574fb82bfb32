# SPDX-License-Identifier: EUPL-1.2
"""Drafts of acts: which there are, for which procedure, and the facts that fill them."""

from dataclasses import dataclass
from datetime import date

from app.errors import UserError


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that we can write; `key` is what a line of a checklist names."""

    key: str
    title: str
    title_en: str
    kinds: tuple[str, ...]  # the procedures it belongs to: "join", "renewal", "withdrawal"; () for a contract
    document_kind: str  # a key of DOCUMENT_KINDS
    act_kind: str = ""  # the act of the register that it prepares, or ""
    is_for_signature: bool = False  # goes out as a file to be signed, so in the end without the mark of a draft

    @property
    def file(self) -> str:
        """The name of its template."""
        return f"{self.key}.odt"


_ALL = ("join", "renewal", "withdrawal")
DRAFTS = {
    draft.key: draft
    for draft in (
        Draft(
            "proposta_delibera_consiglio",
            "Proposta di delibera (Consiglio)",
            "Draft resolution (council)",
            ("join",),
            "proposal",
            "proposal",
        ),
        Draft(
            "proposta_delibera_giunta",
            "Proposta di delibera (Giunta)",
            "Draft resolution (executive)",
            ("join",),
            "proposal",
            "proposal",
        ),
        Draft(
            "proposta_delibera_rinnovo",
            "Proposta di delibera di rinnovo",
            "Draft resolution for renewal",
            ("renewal",),
            "proposal",
            "proposal",
        ),
        Draft(
            "delibera_recesso",
            "Proposta di delibera di recesso",
            "Draft resolution for withdrawal",
            ("withdrawal",),
            "proposal",
            "proposal",
        ),
        Draft(
            "domanda_adesione",
            "Domanda di adesione",
            "Request to join",
            ("join", "renewal"),
            "request",
            is_for_signature=True,
        ),
        Draft(
            "lettera_recesso",
            "Comunicazione di recesso",
            "Notice of withdrawal",
            ("withdrawal",),
            "request",
            is_for_signature=True,
        ),
        Draft("lettera_pec", "Lettera di trasmissione", "Cover letter", _ALL, "letter", is_for_signature=True),
        Draft("determina", "Determina", "Determination", ("join", "renewal"), "determination", "determination"),
        Draft(
            "richiesta_attivazione",
            "Richiesta di attivazione dei servizi",
            "Request to start the services",
            ("join", "renewal"),
            "activation",
            is_for_signature=True,
        ),
        Draft(
            "contestazione_livelli",
            "Contestazione dei livelli di servizio",
            "Notice of breach of service levels",
            (),
            "letter",
            is_for_signature=True,
        ),
    )
}
"""Every draft by its key; the name of its template is the key with `.odt`."""
_OF_THE_EXECUTIVE = {"proposta_delibera_consiglio": "proposta_delibera_giunta"}


def find_draft(key: str, body: str = "council") -> Draft:
    """The draft of a key, for the body that deliberates; UserError `draft.unknown` where there is none."""
    asked = _OF_THE_EXECUTIVE.get(key, key) if body == "executive" else key
    if asked not in DRAFTS:
        raise UserError("draft.unknown", name=key, known=", ".join(DRAFTS))
    return DRAFTS[asked]


@dataclass(frozen=True, slots=True)
class DraftService:
    """A service as an act lists it, in words."""

    code: str
    name: str
    quantity: str = ""  # "3 caselle"
    cup: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActFacts:
    """An act that a draft refers to."""

    number: str = ""
    on: date | None = None
    body: str = ""  # "council" or "executive"
    enforceable_on: date | None = None


@dataclass(frozen=True, slots=True)
class BreachFacts:
    """A service level that was not kept, in words."""

    indicator: str
    period: str
    limit: str
    value: str
    penalty: str  # "" where the contract sets none
    working: str
    source: str  # the clause


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """What a draft is filled with, in plain words; what is empty is shown in the act as a gap."""

    today: date
    kind: str = "join"  # "join", "renewal" or "withdrawal"
    body: str = "council"  # or "executive": who deliberates
    body_reason: str = ""  # why that body, where it is not the usual one
    subject: str = ""  # in place of the one that the template words itself
    is_draft: bool = True  # False: a letter that goes out to be signed, without mark and notes
    is_example: bool = False  # of the invented comune
    is_immediate: bool = False  # the resolution is to be declared immediately enforceable
    # our comune
    comune: str = ""  # "Comune di Aprica"
    place: str = ""  # "Aprica"
    province: str = ""  # "SO"
    address: str = ""
    pec: str = ""
    phone: str = ""
    fiscal_code: str = ""
    # the centre
    centre: str = ""
    lead_authority: str = ""
    centre_pec: str = ""
    # people
    signer_name: str = ""
    signer_role: str = ""
    signer_fiscal_code: str = ""
    is_delegate: bool = False
    rup: str = ""
    secretary: str = ""
    finance: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    # the agreement
    purpose: str = ""
    consultation: str = ""
    financial_relations: str = ""
    obligations: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    current_ends_on: date | None = None  # of the membership that is renewed or left
    agreement_on: date | None = None  # when that membership was signed
    notice: str = ""  # "6 mesi"
    leaves_on: date | None = None
    reason: str = ""  # why we join, renew or leave
    # acts
    proposal: ActFacts = ActFacts()
    resolution: ActFacts = ActFacts()
    determination: ActFacts = ActFacts()
    technical_opinion_on: date | None = None
    accounting_opinion_on: date | None = None
    auditor_opinion_on: date | None = None
    # lists
    services: tuple[DraftService, ...] = ()
    costs: tuple[str, ...] = ()  # one line each, with where the figure comes from
    cups: tuple[str, ...] = ()
    cigs: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    # a running contract
    supplier: str = ""
    supplier_pec: str = ""
    contract: str = ""
    contract_number: str = ""
    contract_on: date | None = None
    breaches: tuple[BreachFacts, ...] = ()
    penalties: str = ""  # their sum; "" while one is not known
    has_penalties: bool = False
    reply_by: date | None = None
    # how the request is found again
    reference: str = ""
    protocol_number: str = ""
    protocol_on: date | None = None
