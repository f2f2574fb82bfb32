# SPDX-License-Identifier: EUPL-1.2
"""Invented invoices of FatturaPA for tests, and the contracts that they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from app.domain.concessions import Concession, ContractId, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.fees import Fee, FeeId
from app.store import Session, Store, municipality, rows

OUR_CODE = "00107690143"
OFFICE_CODE = "UF1A2B"
_NAMESPACE = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"


def make_cig(number: int) -> str:
    """A CIG of the older form with its check number."""
    return f"{number:07d}{number * 211 % 4091:03X}"


def make_iban(account: int) -> str:
    """An Italian IBAN with its check figures."""
    bban = f"X0542811101{account:012d}"
    figures = "".join(str(int(sign, 36)) for sign in f"{bban}IT00")
    return f"IT{98 - int(figures) % 97:02d}{bban}"


PARENT_CIG = make_cig(8000001)
CUP = "J71F22000990006"


@dataclass(frozen=True)
class Ref:
    """A node of codes."""

    node: str = "DatiContratto"
    document: str = ""
    on: date | None = None
    cup: str = ""
    cig: str = ""
    lines: tuple[int, ...] = ()

    def xml(self) -> str:
        """As it stands in DatiGenerali."""
        inner = "".join(_tag("RiferimentoNumeroLinea", str(one)) for one in self.lines)
        inner += _tag("IdDocumento", self.document or "1") + _tag("Data", str(self.on) if self.on else "")
        inner += _tag("CodiceCUP", self.cup) + _tag("CodiceCIG", self.cig)
        return f"<{self.node}>{inner}</{self.node}>"


@dataclass(frozen=True)
class Body:
    """One invoice."""

    number: str = "1"
    on: date = date(2026, 2, 2)
    type: str = "TD01"
    net: Decimal = Decimal("100.00")
    rate: Decimal = Decimal("22.00")
    due: str = "S"
    period: tuple[date, date] | None = (date(2026, 1, 1), date(2026, 1, 31))
    refs: tuple[Ref, ...] = ()
    iban: str = ""
    purpose: str = ""
    total: Decimal | None = None
    more: str = ""

    @property
    def vat(self) -> Decimal:
        """The VAT, to the cent."""
        return (self.net * self.rate / 100).quantize(Decimal("0.01"))

    def xml(self) -> str:
        """A FatturaElettronicaBody."""
        total = self.total if self.total is not None else self.net + self.vat
        period = ""
        if self.period:
            period = _tag("DataInizioPeriodo", str(self.period[0])) + _tag("DataFinePeriodo", str(self.period[1]))
        order = ("DatiOrdineAcquisto", "DatiContratto", "DatiConvenzione", "DatiRicezione", "DatiFattureCollegate")
        refs = "".join(one.xml() for one in sorted(self.refs, key=lambda ref: order.index(ref.node)))
        payment = _tag("ModalitaPagamento", "MP05") + _tag("DataScadenzaPagamento", "2026-12-31")
        payment += _tag("ImportoPagamento", str(self.net)) + _tag("IBAN", self.iban)
        return (
            "<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento>"
            f"<TipoDocumento>{self.type}</TipoDocumento><Divisa>EUR</Divisa><Data>{self.on}</Data>"
            f"<Numero>{escape(self.number)}</Numero><ImportoTotaleDocumento>{total}</ImportoTotaleDocumento>"
            f"{_tag('Causale', self.purpose)}</DatiGeneraliDocumento>{refs}</DatiGenerali>"
            "<DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Canone</Descrizione>"
            f"<Quantita>1.00</Quantita>{period}<PrezzoUnitario>{self.net}</PrezzoUnitario>"
            f"<PrezzoTotale>{self.net}</PrezzoTotale><AliquotaIVA>{self.rate}</AliquotaIVA></DettaglioLinee>"
            f"<DatiRiepilogo><AliquotaIVA>{self.rate}</AliquotaIVA><ImponibileImporto>{self.net}</ImponibileImporto>"
            f"<Imposta>{self.vat}</Imposta>{_tag('EsigibilitaIVA', self.due)}</DatiRiepilogo></DatiBeniServizi>"
            "<DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento>"
            f"<DettaglioPagamento>{payment}</DettaglioPagamento></DatiPagamento>{self.more}</FatturaElettronicaBody>"
        )


@dataclass(frozen=True)
class Sent:
    """A whole file."""

    bodies: tuple[Body, ...] = (Body(),)
    vat: str = "01234567890"
    supplier: str = "Servizi Digitali Inventati S.r.l."
    office: str = OFFICE_CODE
    code: str = OUR_CODE
    version: str = "1.2.2"
    prefix: str = "p"  # of the namespace; "" for a default one, "-" for none at all

    def xml(self) -> bytes:
        """The file, in UTF-8."""
        place = f"{_NAMESPACE} Schema_del_file_xml_FatturaPA_versione_{self.version}.xsd"
        named = {"": f' xmlns="{_NAMESPACE}"', "-": ""}.get(self.prefix, f' xmlns:{self.prefix}="{_NAMESPACE}"')
        root = "FatturaElettronica" if self.prefix in ("", "-") else f"{self.prefix}:FatturaElettronica"
        schema = f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{place}"'
        party = "<Sede><Indirizzo>Via Prova 1</Indirizzo><CAP>23100</CAP><Comune>Sondrio</Comune></Sede>"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><{root}{named}{schema} versione="FPA12"><FatturaElettronicaHeader>'
            f"<DatiTrasmissione><IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>{self.vat}</IdCodice></IdTrasmittente>"
            "<ProgressivoInvio>00001</ProgressivoInvio><FormatoTrasmissione>FPA12</FormatoTrasmissione>"
            f"<CodiceDestinatario>{self.office}</CodiceDestinatario></DatiTrasmissione>"
            "<CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese>"
            f"<IdCodice>{self.vat}</IdCodice></IdFiscaleIVA><Anagrafica>{_tag('Denominazione', self.supplier)}"
            f"</Anagrafica></DatiAnagrafici>{party}</CedentePrestatore>"
            f"<CessionarioCommittente><DatiAnagrafici>{_tag('CodiceFiscale', self.code)}<Anagrafica>"
            f"<Denominazione>Comune</Denominazione></Anagrafica></DatiAnagrafici>{party}</CessionarioCommittente>"
            f"</FatturaElettronicaHeader>{''.join(one.xml() for one in self.bodies)}</{root}>"
        ).encode()


@dataclass(frozen=True)
class Agreed:
    """An invented contract with one fee."""

    title: str
    vat: str
    reference: str
    cig: str
    period: str
    year: Decimal  # what it costs, net
    iban: str
    cup: str = ""
    determination: str = ""
    ids: list[int] = field(default_factory=list)  # contract and fee once written

    @property
    def contract_id(self) -> ContractId:
        """The contract that was written."""
        return ContractId(self.ids[0])

    @property
    def fee_id(self) -> FeeId:
        """Its fee."""
        return FeeId(self.ids[1])

    def body(self, number: str, period: tuple[date, date], net: str, *nodes: str) -> Body:
        """An invoice as it should be, its codes in these nodes."""
        refs = [
            Ref(node, self.reference if place == 0 else "77", date(2025, 12, 1) if place == 0 else None, cig=self.cig)
            for place, node in enumerate(nodes or ("DatiContratto",))
        ]
        refs[0] = replace(refs[0], cup=self.cup)
        if self.determination:
            refs.append(Ref("DatiOrdineAcquisto", self.determination, date(2025, 11, 20), cig=self.cig, lines=(1,)))
        return Body(number, period[1], net=Decimal(net), period=period, refs=tuple(refs), iban=self.iban)

    def sent(self, *bodies: Body) -> Sent:
        """A file of the supplier of this contract."""
        return Sent(tuple(bodies), vat=self.vat)


def agreements() -> dict[str, Agreed]:
    """Four contracts of three suppliers."""
    first, second, third = "01234567890", "09876543217", "11223344551"
    return {
        "monthly": Agreed(
            "Protocollo", first, "12/2025", make_cig(8100001), "monthly", Decimal(1200), make_iban(1), CUP
        ),
        "quarterly": Agreed(
            "Pagamenti", second, "REP-31", make_cig(8100002), "quarterly", Decimal(4000), make_iban(2), "", "214/2025"
        ),
        "yearly": Agreed("Sito", third, "A 7", make_cig(8100003), "yearly", Decimal("999.99"), make_iban(3)),
        "other": Agreed("Notifiche", first, "13/2025", make_cig(8100004), "monthly", Decimal(2400), make_iban(4), CUP),
    }


def write_agreements(store: Store, agreed: Iterable[Agreed]) -> None:
    """Write the concession, the contracts and their fees for 2026."""
    with store.write("example.filled") as session:
        office = municipality.read_office(session)
        assert office is not None
        municipality.correct_office(session, office.version, {"fiscal_code": OUR_CODE})
        of_concession = {"kind": "service_concession", "state": "IN_ESEC", "parent_cig": PARENT_CIG}
        concession_id = rows.add(session, Concession, title="Concessione inventata", **of_concession)
        for one in agreed:
            contract_id = rows.add(
                session,
                ServiceContract,
                concession_id=concession_id,
                title=one.title,
                state=ContractState.ACTIVE,
                supplier_vat=one.vat,
                reference=one.reference,
                signed_on=date(2025, 12, 1),
                starts_on=date(2026, 1, 1),
                ends_on=date(2028, 12, 31),
                cig=one.cig,
                cup=one.cup,
                iban=one.iban,
                office_code=OFFICE_CODE,
                determination=one.determination,
                determination_on=date(2025, 11, 20) if one.determination else None,
                chapter="1010",
            )
            one.ids[:] = [contract_id, _write_fee(session, contract_id, one)]


def _write_fee(session: Session, contract_id: int, one: Agreed) -> int:
    return rows.add(
        session,
        Fee,
        contract_id=contract_id,
        model="canone_fisso",
        title="Canone",
        amount=one.year,
        period=one.period,
        is_calendar=True,
        pro_rata="days",
        vat_rate=Decimal(22),
        is_split=True,
        index_threshold_kind="whole",
        index_rounding="half_up",
    )


def month(number: int) -> tuple[date, date]:
    """First and last day of a month of 2026."""
    following = date(2026 + number // 12, number % 12 + 1, 1)
    return date(2026, number, 1), date.fromordinal(following.toordinal() - 1)


def months(first: int, last: int) -> tuple[date, date]:
    """First and last day of a run of months of 2026."""
    return month(first)[0], month(last)[1]


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def as_sequence(files: dict[str, bytes]) -> Sequence[tuple[str, bytes]]:
    """Files as an import takes them from memory."""
    return list(files.items())
