# SPDX-License-Identifier: EUPL-1.2
"""Money by financial year and chapter: planned, committed, invoiced, paid, left (concessions.md 4.6).

Planned is what the budget lines of a year and chapter say, else the fee schedule with VAT; invoiced and paid are what
the archive holds, so nothing registered is zero; planned and committed are None while nobody typed them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.concessions import BudgetLine
from app.domain.fees import FeeId, Instalment
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceState, Payment

Share = tuple[int, FeeId | None, Decimal]
NOTHING = Decimal("0.00")
FROM_LINE, FROM_SCHEDULE = "line", "schedule"
COMMITTED, PLANNED = "committed", "planned"


class Heading(NamedTuple):
    """What money is booked under."""

    year: int
    chapter: str  # "" while nobody said which
    spending: str  # a key of SPENDINGS, or ""


@dataclass(frozen=True, slots=True)
class YearMoney:
    """The money of one heading; euro, with VAT."""

    year: int
    chapter: str
    spending: str
    planned: Decimal | None = None
    committed: Decimal | None = None
    invoiced: Decimal = NOTHING
    paid: Decimal = NOTHING
    planned_from: str = ""  # FROM_LINE, FROM_SCHEDULE or both; "" where nothing is planned
    is_partial: bool = False  # an amount of the plan is still missing
    before_vat: Decimal = NOTHING  # net of the instalments that are missing from the plan for want of their VAT alone
    commitments: tuple[str, ...] = ()  # numbers of the impegni
    split_vat: Decimal = NOTHING  # of what was paid, the VAT that goes to the treasury (scissione dei pagamenti)
    deducted: Decimal = NOTHING  # of what is invoiced, the penalties taken from it
    left: Decimal | None = None  # what may still be paid; below zero where more was paid; `settled` reckons it
    left_of: str = ""  # COMMITTED, PLANNED or both: what `left` is left of
    is_over: bool = False  # more was paid or invoiced than was committed, or than planned where nothing is committed

    @property
    def heading(self) -> Heading:
        """What it is booked under."""
        return Heading(self.year, self.chapter, self.spending)

    @property
    def owed(self) -> Decimal:
        """What is invoiced, without the penalties taken from it."""
        return self.invoiced - self.deducted

    def __add__(self, other: "YearMoney") -> "YearMoney":
        """Both together under the heading of the first."""
        return YearMoney(
            *self.heading,
            planned=known_sum((self.planned, other.planned)),
            committed=known_sum((self.committed, other.committed)),
            invoiced=self.invoiced + other.invoiced,
            paid=self.paid + other.paid,
            planned_from=_both(self.planned_from, other.planned_from),
            is_partial=self.is_partial or other.is_partial,
            before_vat=self.before_vat + other.before_vat,
            commitments=tuple(dict.fromkeys((*self.commitments, *other.commitments))),
            split_vat=self.split_vat + other.split_vat,
            deducted=self.deducted + other.deducted,
            left=known_sum((self.left, other.left)),
            left_of=_both(self.left_of, other.left_of),
            is_over=self.is_over or other.is_over,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What an invoice asks for; less than zero for a credit note."""

    payable: Decimal  # to the supplier: penalties taken off, without the VAT that is split
    split_vat: Decimal  # to the treasury (scissione dei pagamenti)
    deducted: Decimal = NOTHING  # the penalties taken from it


@dataclass(frozen=True, slots=True)
class MoneyCase:
    """All that is known of the money of one contract or of one concession."""

    chapter: str = ""
    spending: str = ""
    lines: tuple[BudgetLine, ...] = ()
    instalments: tuple[Instalment, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    matches: tuple[InvoiceMatch, ...] = ()
    payments: tuple[Payment, ...] = ()
    asked: Mapping[InvoiceId, Asked] = field(default_factory=dict)  # where more than the invoice tells it


def reckon(case: MoneyCase) -> tuple[YearMoney, ...]:
    """The money of a contract by heading, in the order of years and chapters."""
    parts = [*_planned(case), *_committed(case), *_invoiced(case), *_paid(case)]
    return tuple(settled(money) for money in by_heading(parts))


def settled(money: YearMoney) -> YearMoney:
    """The same with what is left: of the commitment, else of the plan.

    It is reckoned for one contract and heading, so that the rows of a table add up to its total.
    """
    base = money.committed if money.committed is not None else money.planned
    if base is None:
        return money
    return replace(
        money,
        left=base - money.paid,
        left_of=COMMITTED if money.committed is not None else PLANNED,
        is_over=max(money.paid, money.owed) > base,
    )


def _both(one: str, other: str) -> str:
    """The words of both, each once."""
    return one if one == other else " ".join(sorted({*one.split(), *other.split()}))


def by_heading(parts: Iterable[YearMoney]) -> tuple[YearMoney, ...]:
    """Those of the same heading together, in the order of years, chapters and spendings."""
    found: dict[Heading, YearMoney] = {}
    for part in parts:
        found[part.heading] = found[part.heading] + part if part.heading in found else part
    return tuple(found[heading] for heading in sorted(found))


def total_of(parts: Iterable[YearMoney], year: int) -> YearMoney:
    """All that belongs to a year, under no chapter."""
    total = YearMoney(year, "", "")
    for part in parts:
        if part.year == year:
            total += part
    return total


def is_uncommitted(total: YearMoney) -> bool:
    """Something is due in the year and nothing is committed for it: spending without cover (art. 183 TUEL)."""
    is_due = bool(total.planned) or total.invoiced > 0 or total.paid > 0
    return is_due and not total.committed


def known_sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of those that are known; None where none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOTHING) if known else None


def shares_by_year(
    invoice: Invoice, matches: Sequence[InvoiceMatch], ends: Mapping[tuple[FeeId, date], int]
) -> list[Share]:
    """What an invoice charges: financial year, fee or None, amount with VAT; the shares add up to the invoice.

    An instalment that it pays takes it to its own year (`ends`: by fee and first day); what pays none goes to the
    year in which its period ends, else to that of its date. A credit note is less than zero.
    """
    default = (invoice.period_to or invoice.on).year
    total = invoice.total * invoice.sign
    matched = sum((abs(match.amount) for match in matches), NOTHING)
    whole = max(abs(invoice.taxable), matched)
    shares: list[Share] = []
    for match in matches if whole else ():
        year = ends.get((match.fee_id, match.period_on), match.period_on.year)
        shares.append((year, match.fee_id, (total * abs(match.amount) / whole).quantize(Decimal("0.01"))))
    rest = total - sum((share[2] for share in shares), NOTHING)
    if shares and matched == whole:
        year, fee_id, amount = shares[-1]
        shares[-1] = (year, fee_id, amount + rest)
    elif rest:
        shares.append((default, None, rest))
    return shares


def _planned(case: MoneyCase) -> list[YearMoney]:
    lines = [line for line in case.lines if line.planned is not None]
    told: dict[int, set[str]] = {}  # a line without a chapter is the plan of all its year
    for line in lines:
        told.setdefault(line.year, set()).add(line.chapter)
    found = [
        YearMoney(*_heading(case, line.year, line.chapter, line.spending), planned=line.planned, planned_from=FROM_LINE)
        for line in lines
    ]
    for one in case.instalments:
        if one.is_free or one.is_funded:
            continue
        heading = _heading(case, one.year, one.chapter, one.spending)
        chapters = told.get(one.year, ())
        is_told = bool(chapters) and (not heading.chapter or "" in chapters or heading.chapter in chapters)
        if is_told:
            continue
        is_known = one.gross is not None
        source, net = FROM_SCHEDULE if is_known else "", NOTHING if is_known else one.net or NOTHING
        part = YearMoney(*heading, one.gross, planned_from=source, is_partial=not is_known, before_vat=net)
        found.append(part)
    return found


def _committed(case: MoneyCase) -> list[YearMoney]:
    return [
        YearMoney(
            *_heading(case, line.year, line.chapter, line.spending),
            committed=line.committed,
            commitments=(line.commitment,) if line.commitment else (),
        )
        for line in case.lines
    ]


def _invoiced(case: MoneyCase) -> list[YearMoney]:
    ends = {(one.fee_id, one.starts_on): one.year for one in case.instalments}
    fees = {one.fee_id: one for one in case.instalments}
    found = []
    for invoice in case.invoices:
        if invoice.state is InvoiceState.REFUSED:
            continue
        own = [match for match in case.matches if match.invoice_id == invoice.id]
        shares = shares_by_year(invoice, own, ends)
        told = case.asked.get(invoice.id)
        off = _split(told.deducted if told else NOTHING, [amount for _year, _fee, amount in shares])
        for (year, fee_id, amount), less in zip(shares, off, strict=True):
            fee = fees.get(fee_id) if fee_id is not None else None
            heading = _heading(case, year, fee.chapter if fee else "", fee.spending if fee else "")
            found.append(YearMoney(*heading, invoiced=amount, deducted=less))
    return found


def _split(amount: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """An amount among shares by their size; the last takes what rounding leaves."""
    whole = sum(shares, NOTHING)
    if not amount or not whole:
        return [NOTHING] * len(shares)
    found = [(amount * share / whole).quantize(Decimal("0.01")) for share in shares[:-1]]
    return [*found, amount - sum(found, NOTHING)]


def _paid(case: MoneyCase) -> list[YearMoney]:
    found = [
        YearMoney(*_heading(case, one.year or one.on.year, one.chapter, ""), paid=one.amount) for one in case.payments
    ]
    for invoice in case.invoices:
        own = [one for one in case.payments if one.invoice_id == invoice.id]
        vat = split_vat_paid(case.asked.get(invoice.id) or asked_of(invoice), sum((one.amount for one in own), NOTHING))
        if vat:
            last = max(own, key=lambda one: (one.on, one.id))
            heading = _heading(case, last.year or last.on.year, last.chapter, "")
            found.append(YearMoney(*heading, paid=vat, split_vat=vat))
    return found


def split_vat_paid(asked: Asked, paid: Decimal) -> Decimal:
    """The VAT that the comune pays to the treasury when the supplier has got so much of an invoice.

    All of it once the supplier has got all that is due to him; nothing where the VAT is not split, and where more was
    paid than was due to him: the VAT is then in it.
    """
    if not asked.split_vat or not paid or not asked.payable or abs(paid) > abs(asked.payable):
        return NOTHING
    return (asked.split_vat * paid / asked.payable).quantize(Decimal("0.01"))


def asked_of(invoice: Invoice) -> Asked:
    """What an invoice asks for, where nobody said more than itself."""
    split = invoice.vat if set(invoice.due_vat.split()) == {"S"} else NOTHING
    return Asked((invoice.total - split) * invoice.sign, split * invoice.sign)


def _heading(case: MoneyCase, year: int, chapter: str, spending: str) -> Heading:
    """What is not told is that of the only budget line of the year, else that of the contract."""
    of_year = [line for line in case.lines if line.year == year]
    chapters = {line.chapter for line in of_year if line.chapter}
    where = chapter or (chapters.pop() if len(chapters) == 1 else case.chapter)
    spendings = {line.spending for line in of_year if line.spending and line.chapter in (where, "")}
    return Heading(year, where, spending or (spendings.pop() if len(spendings) == 1 else case.spending))
