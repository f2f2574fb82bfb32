# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a concession on two pages: its three terms, its money, its codes, what is due, what it promises.

The version for publication holds no person from the start, and tells what was left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from app.domain.accessions import Accession
from app.domain.budget import YearMoney
from app.domain.clocks import Clock, ClockEnd
from app.domain.concessions import Concession, Contact, Guarantee, ServiceContract
from app.domain.contract_changes import ContractChange
from app.domain.contract_duties import ContractDuty
from app.domain.contract_warnings import ContractWarning
from app.domain.dates import to_rome
from app.domain.fees import Fee, Instalment
from app.domain.municipality import Office
from app.domain.personal import without_people
from app.domain.service_levels import Indicator
from app.reports import concession_pages as pages
from app.reports import concession_tables as tables
from app.reports import page, words
from app.store import Store
from app.text import _, speaking

_LETTERS_AT_ONCE = 10
_PUBLIC_DAYS = (
    *("service_ends", "concession_ends", "maintenance_ends", "funded_ends", "cloud_ends", "guarantee_ends", "index"),
    "suspension_ends",
)
"""What ends or begins for everybody; disputes, plans and mandates are the office's own."""
Half = Callable[..., list[Flowable]]


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One promise, and what came of its readings in the year."""

    indicator: Indicator
    readings: int
    breaches: int
    penalty: str  # in words of amounts, "" where nothing is due


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the version for publication does not hold."""

    people: int = 0
    notes: int = 0
    has_account: bool = False
    has_warnings: bool = False
    names: tuple[str, ...] = field(default=(), repr=False)  # only to find them in words written by hand


@dataclass(frozen=True, slots=True)
class ConcessionSheet:
    """What the sheet shows of a contract (L2), or of a concession (L0) without one."""

    office: Office
    printed_at: datetime  # UTC
    title: str
    contract: ServiceContract | None = None
    concession: Concession | None = None
    accession: Accession | None = None
    service_name: str = ""
    clocks: tuple[Clock, ...] = ()
    end: ClockEnd | None = None
    warnings: tuple[ContractWarning, ...] = ()
    fees: tuple[Fee, ...] = ()
    instalments: tuple[Instalment, ...] = ()  # of the year
    money: tuple[YearMoney, ...] = ()
    levels: tuple[LevelLine, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    contacts: tuple[Contact, ...] = ()
    changes: tuple[ContractChange, ...] = ()
    duties: tuple[ContractDuty, ...] = ()  # late or to come
    contracts: tuple[ServiceContract, ...] = ()  # of a concession
    left_out: LeftOut | None = None  # None: the version for the offices

    @property
    def today(self) -> date:
        """The day of the print, in Rome."""
        return to_rome(self.printed_at).date()

    @property
    def year(self) -> int:
        """The financial year of the print."""
        return self.today.year

    @property
    def is_publication(self) -> bool:
        """The version for publication."""
        return self.left_out is not None


def cleared(sheet: ConcessionSheet) -> ConcessionSheet:
    """The same without persons, notes, account and our own warnings; what was written by hand is cleared of names."""
    names = tuple(one.name for one in sheet.contacts)
    if sheet.accession:
        names += (sheet.accession.signer_name, sheet.accession.contact_name)
    noted = (sheet.contract, sheet.concession, *sheet.fees, *sheet.guarantees, *sheet.changes)
    left_out = LeftOut(
        people=len({name.casefold() for name in names if name}),
        notes=sum(bool(one is not None and one.note) for one in noted),
        has_account=bool(sheet.contract and sheet.contract.iban),
        has_warnings=bool(sheet.warnings) or any(one.key not in _PUBLIC_DAYS for one in sheet.duties),
        names=names,
    )
    return replace(
        sheet,
        contacts=(),
        warnings=(),
        left_out=left_out,
        contract=replace(sheet.contract, note="", iban="") if sheet.contract else None,
        concession=replace(sheet.concession, note="") if sheet.concession else None,
        accession=replace(sheet.accession, signer_name="", contact_name="") if sheet.accession else None,
        duties=tuple(one for one in sheet.duties if one.key in _PUBLIC_DAYS),
        guarantees=tuple(replace(one, note="") for one in sheet.guarantees),
        changes=tuple(replace(one, note="", override_reason="") for one in sheet.changes),
        fees=tuple(replace(one, note="") for one in sheet.fees),
    )


def gather(store: Store, key: str, *, now: datetime, for_publication: bool = False) -> ConcessionSheet:
    """Read a contract by its number, or a concession by `c` and its number."""
    from app.reports.concession_reading import read_sheet

    sheet = read_sheet(store, key, now=now)
    return cleared(sheet) if for_publication else sheet


def draw(sheet: ConcessionSheet, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF of exactly two pages: the same sheet gives the same bytes."""
    with speaking(language):
        around = _around(sheet)
        page.write(around, _fitting(sheet, around, language), target, language)


def _fitting(sheet: ConcessionSheet, around: page.Sheet, language: str) -> Callable[[], list[Flowable]]:
    """The story with as many rows as fit: the longest table of a page gives one up until the page is one."""
    say = _speaker(sheet)
    room = tables.whole_room(sheet)

    def overflows(half: Half) -> bool:
        return page.count_pages(around, partial(half, sheet, room, say), language) > 1

    if overflows(pages.first_page):
        room[tables.DUTIES_FIRST] = 0
    for half, names in (
        (pages.first_page, (*tables.OF_FIRST_PAGE, pages.LETTERS)),
        (tables.second_page, tables.OF_SECOND_PAGE),
    ):
        while overflows(half) and _give_up_one(room, names):
            pass
    return partial(pages.story, sheet, room, say)


def _give_up_one(room: dict[str, int], names: Sequence[str]) -> bool:
    """Take a row from the longest table; where none has any, letters from what is written by hand."""
    longest = max(names, key=lambda name: (name != pages.LETTERS, room[name]) if room[name] else (False, -1))
    if longest == pages.LETTERS:
        room[longest] -= _LETTERS_AT_ONCE
        return room[longest] >= _LETTERS_AT_ONCE
    if not room[longest]:
        return False
    room[longest] -= 1
    return True


def _speaker(sheet: ConcessionSheet) -> Callable[[str], str]:
    """How words written by hand are shown: as they are, or cleared of persons."""
    left_out = sheet.left_out
    if left_out is None:
        return lambda told: told
    instead = _("[omesso]")
    return lambda told: without_people(told, left_out.names, instead)


def _around(sheet: ConcessionSheet) -> page.Sheet:
    say = _speaker(sheet)
    version = _("Versione per la pubblicazione, testi da rileggere")
    return page.Sheet(
        title=_("Scheda della concessione"),
        comune=words.comune_name(sheet.office),
        subject=say(sheet.title),
        printed_at=sheet.printed_at,
        is_example=sheet.office.is_example,
        notices=(pages.source_words(sheet),),
        version=version if sheet.is_publication else _("Per gli uffici: non pubblicare"),
    )
