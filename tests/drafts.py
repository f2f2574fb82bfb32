# SPDX-License-Identifier: EUPL-1.2
"""Facts for drafts, all invented, and templates made on the spot."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from app.domain.draft_fields import field_values
from app.domain.draft_text import Block
from app.domain.drafts import DRAFTS, ActFacts, BreachFacts, Draft, DraftFacts, DraftService
from app.formats.odt import FilledDraft, fill_template, load_template, shipped_folder
from app.formats.odt_names import SPACES
from app.formats.odt_package import MIMETYPE, pack

TODAY = date(2026, 11, 25)
EMPTY = DraftFacts(today=TODAY)
FULL = DraftFacts(
    today=TODAY,
    body_reason="accordo senza gestione associata",
    comune="Comune di Borgo Inventato",
    place="Borgo Inventato",
    province="ZZ",
    address="Piazza Finta, 12",
    pec="comune@pec.example.it",
    phone="0000 111111",
    fiscal_code="00000000000",
    centre="Centro Finto & Figli <CF>",
    lead_authority="Provincia di Zeta",
    centre_pec="centro@pec.example.it",
    signer_name="Maria {{comune}} Bianchi",
    signer_role="Sindaca",
    signer_fiscal_code="BNCMRA80A41Z999X",
    rup="Anna Neri",
    secretary="Ugo Grigi",
    finance="Luca Verdi",
    contact_name="Ada Rosa",
    contact_email="ada@example.it",
    contact_phone="0000 222222",
    purpose="fini inventati",
    consultation="assemblea inventata",
    financial_relations="quota inventata",
    obligations="garanzie inventate",
    starts_on=date(2027, 1, 1),
    ends_on=date(2036, 12, 31),
    current_ends_on=date(2026, 12, 31),
    agreement_on=date(2021, 3, 4),
    notice="6 mesi",
    leaves_on=date(2027, 6, 30),
    reason="motivo inventato",
    proposal=ActFacts("41", date(2026, 9, 1), "council"),
    resolution=ActFacts("38", date(2026, 9, 20), "council", date(2026, 10, 3)),
    determination=ActFacts("77", date(2026, 10, 9)),
    technical_opinion_on=date(2026, 9, 2),
    accounting_opinion_on=date(2026, 9, 3),
    auditor_opinion_on=date(2026, 9, 4),
    services=(
        DraftService("ZZZ-01", "Posta inventata", "3 caselle", "J41C22000020006", "nota della posta"),
        DraftService("ZZZ-02", "Archivio inventato"),
    ),
    costs=("quota annua 1.200,00 € (atto inventato)", "una tantum 300,00 € (atto inventato)"),
    cups=("J41C22000020006",),
    cigs=("Z000000000",),
    attachments=("delibera_38.pdf.p7m", "convenzione.pdf"),
    supplier="Servizi Inventati s.p.a.",
    supplier_pec="servizi.inventati@pec.example",
    contract="Protocollo informatico",
    contract_number="CE-12/2025",
    contract_on=date(2025, 12, 1),
    breaches=(
        BreachFacts("Disponibilità", "marzo 2026", "almeno 99,5 %", "98,4 %", "300,00 €", "3 scaglioni", "art. 7"),
    ),
    penalties="300,00 €",
    has_penalties=True,
    reply_by=date(2026, 12, 10),
    reference="0123456789abcdef0123456789abcdef",
    protocol_number="4512/2026",
    protocol_on=date(2026, 11, 6),
)


def every_case() -> Iterator[tuple[Draft, str]]:
    """Each draft with each kind of procedure that it belongs to."""
    for draft in DRAFTS.values():
        for kind in draft.kinds or ("join",):
            yield draft, kind


def filled(key: str, facts: DraftFacts) -> FilledDraft:
    """A draft from the template that the program brings."""
    draft = DRAFTS[key]
    return fill_template(load_template(draft.file, (shipped_folder(),)), draft.file, field_values(facts), draft.title)


def words(blocks: tuple[Block, ...]) -> str:
    """All the words, with one space where lines or cells end."""
    return " ".join(" ".join(block.text for block in blocks).split())


def texts_of(facts: DraftFacts) -> set[str]:
    """What the facts hold as words of somebody."""
    found: set[str] = set()
    for field in fields(facts):
        value = getattr(facts, field.name)
        found |= {value} if isinstance(value, str) else set()
        if isinstance(value, tuple):
            found |= {part for part in value if isinstance(part, str)}
            found |= {part for row in value if isinstance(row, DraftService) for part in (row.code, row.name, row.note)}
    return found - {""}


_NAMES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
_STYLES = """<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/>
</style:default-style><style:style style:name="Forte" style:family="text"><style:text-properties
 fo:font-weight="bold"/></style:style>"""


def template(body: str, *, header: str = "", automatic: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """A small template with this body, written as an editor might."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    page = f"<style:header>{header}</style:header>" if header else ""
    styles = (
        f"<office:document-styles {_NAMES}><office:styles>{_STYLES}</office:styles><office:automatic-styles/>"
        f'<office:master-styles><style:master-page style:name="Standard">{page}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )
    entries = {"mimetype": MIMETYPE.encode(), "content.xml": content.encode(), "styles.xml": styles.encode()}
    return pack({**entries, **(extra or {})})


def fill_body(body: str, facts: DraftFacts = FULL, *, header: str = "", automatic: str = "") -> FilledDraft:
    """What such a template becomes."""
    return fill_template(template(body, header=header, automatic=automatic), "prova.odt", field_values(facts), "Prova")
