# SPDX-License-Identifier: EUPL-1.2
"""The register of invoices on paper: each with its contract, its state and its checks; then why some do not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.invoice_tables import chosen, set_aside, wrong_of
from app.actions.invoice_views import InvoiceRow, InvoiceView
from app.actions.invoices import list_invoices, show_invoice
from app.actions.municipality import show_office
from app.domain.dates import to_rome
from app.domain.invoice_checks import Outcome
from app.domain.invoice_groups import GROUPS
from app.domain.invoices import Invoice, InvoiceId, InvoiceState, InvoiceStepTaken
from app.domain.municipality import Office
from app.reports import page, publication, style, words
from app.store import Store
from app.text import _, day, money, ngettext, speaking
from app.text.distance import days_away
from app.text.invoice_labels import group_label, state_label, type_label
from app.text.invoice_words import cause_label, check_label, check_words


@dataclass(frozen=True, slots=True)
class InvoicesReport:
    """The invoices of a chip and a search; those to be examined of which a check does not fit."""

    office: Office
    rows: tuple[InvoiceRow, ...]
    wrong: tuple[InvoiceView, ...]
    aside: Mapping[InvoiceId, InvoiceStepTaken]  # approved although checks failed
    group: str  # a key of GROUPS, or "all"
    wanted: str  # the words that were looked for, or ""
    printed_at: datetime  # UTC
    names: tuple[str, ...] | None = None  # of the people to be left out; None: the version for the offices


def gather(store: Store, key: str = "", *, now: datetime, for_publication: bool = False) -> InvoicesReport:
    """Read what the screen shows; the key is a group, and after a colon the words that were looked for.

    The version for publication holds neither checks, with their IBAN, nor reasons written for the office.
    """
    group, _colon, wanted = key.partition(":")
    rows = sorted(chosen(list_invoices(store), group, wanted), key=lambda row: (row.invoice.on, row.invoice.id))
    wrong = tuple(show_invoice(store, row.invoice.id) for row in rows if row.wrong and not for_publication)
    return InvoicesReport(
        office=show_office(store),
        rows=tuple(rows),
        wrong=wrong,
        aside={} if for_publication else set_aside(store),
        group=group if group in GROUPS else "all",
        wanted=wanted.strip(),
        printed_at=now,
        names=publication.known_names(store) if for_publication else None,
    )


def draw(report: InvoicesReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: InvoicesReport) -> page.Sheet:
    filtered = _("Filtro: {filter}").format(filter=_filter_words(report))
    return page.Sheet(
        title=_("Registro delle fatture"),
        comune=words.comune_name(report.office),
        subject=_subject(report),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(filtered,),
        version=publication.version(report.names),
    )


def _subject(report: InvoicesReport) -> str:
    if report.names is not None:
        return _("Fatture elettroniche dei contratti di servizio")
    return _("Fatture elettroniche dei contratti di servizio, con i loro controlli")


def _story(report: InvoicesReport) -> list[Flowable]:
    count = len(report.rows)
    told = ngettext("{count} fattura", "{count} fatture", count).format(count=count)
    story: list[Flowable] = [
        style.text(_("Registro delle fatture"), style.TITLE),
        Spacer(0, 6),
        style.text(told, style.LEAD),
        Spacer(0, 8),
    ]
    if not report.rows:
        return story
    if report.names is not None:
        return [*story, *_published(report, report.names)]
    today = to_rome(report.printed_at).date()
    heads = (_("Fattura"), _("Contratto"), _("Importo"), _("Stato"), _("Controlli"))
    cells = [
        (_name(row), _contract(row), money(_signed(row)), _state(row, today), _checks(report, row))
        for row in report.rows
    ]
    total = ("", *_total(report.rows), "", "")
    widths = style.spread((44, 40, 26, 34, 30))
    return [*story, style.listing(heads, cells, widths, right=(2,), total=total), *_reasons(report)]


def _published(report: InvoicesReport, names: tuple[str, ...]) -> list[Flowable]:
    """Number, supplier, contract, amount and state."""
    say = publication.speaker(names)
    heads = (_("Fattura"), _("Contratto"), _("Importo"), _("Stato"))
    cells = [(say(_name(row)), say(_contract(row)), money(_signed(row)), _public_state(row)) for row in report.rows]
    total = ("", *_total(report.rows), "")
    listing = style.listing(heads, cells, style.spread((56, 52, 28, 38)), right=(2,), total=total)
    told = [
        _("I controlli, con gli IBAN confrontati, e i motivi scritti dall'ufficio."),
        _("Le note dell'ufficio e i nomi delle persone."),
    ]
    return [listing, *publication.left_out(told)]


def _public_state(row: InvoiceRow) -> str:
    paid = _("pagati {amount}").format(amount=money(row.money.paid)) if row.money.paid else ""
    return "\n".join(part for part in (state_label(row.invoice.state.value), paid) if part)


def _reasons(report: InvoicesReport) -> list[Flowable]:
    """Each check that does not fit with what was compared; each that was set aside with the reason."""
    story: list[Flowable] = []
    for view in report.wrong:
        wrong = [check for check in view.checks if check.outcome is Outcome.WRONG]
        items = [style.item(f"{check_label(one.code)}: {check_words(one)}") for one in wrong]
        story.append(style.together(style.text(_title(view.invoice), style.SUBHEADING), *items))
    for row in report.rows:
        taken = report.aside.get(row.invoice.id)
        if taken is not None and wrong_of(row, report.aside):
            told = _("Approvata il {day} mettendo da parte: {checks}. Motivo: {reason}")
            checks = ", ".join(check_label(code) for code in taken.overridden)
            said = told.format(day=day(taken.on), checks=checks, reason=taken.reason)
            story.append(style.together(style.text(_title(row.invoice), style.SUBHEADING), style.item(said)))
    return style.section(_("Controlli che non tornano"), *story) if story else []


def _title(invoice: Invoice) -> str:
    told = _("{type} {number} del {day}, {supplier}")
    kind = type_label(invoice.type)
    return told.format(type=kind, number=invoice.number, day=day(invoice.on), supplier=invoice.supplier)


def _total(rows: Sequence[InvoiceRow]) -> tuple[str, str]:
    """Nothing is owed for what was refused: it is summed only where nothing else is listed."""
    kept = [row for row in rows if row.invoice.state is not InvoiceState.REFUSED]
    label = _("Totale") if len(kept) in (0, len(rows)) else _("Totale senza le rifiutate")
    return label, money(sum((_signed(row) for row in kept or rows), Decimal(0)))


def _name(row: InvoiceRow) -> str:
    invoice = row.invoice
    kind = f"{type_label(invoice.type)} " if invoice.is_credit else ""
    told = _("{number} del {day}").format(number=invoice.number, day=day(invoice.on))
    return f"{kind}{told}\n{invoice.supplier}"


def _contract(row: InvoiceRow) -> str:
    if row.contract is None:
        return _("non indicato")
    cig = _("CIG {cig}").format(cig=row.contract.cig) if row.contract.cig else ""
    return "\n".join(part for part in (row.contract.title or row.contract.supplier, cig) if part)


def _signed(row: InvoiceRow) -> Decimal:
    return row.invoice.total * row.invoice.sign


def _state(row: InvoiceRow, today: date) -> str:
    told = [state_label(row.invoice.state.value)]
    if row.clock.is_running and row.clock.due_on is not None:
        away = days_away((row.clock.due_on - today).days)
        told.append(_("si rifiuta entro il {day}, {away}").format(day=day(row.clock.due_on), away=away))
    elif row.invoice.state is InvoiceState.REFUSED:
        told.append(cause_label(row.invoice.refusal_cause))
    elif row.money.paid:
        told.append(_("pagati {amount}").format(amount=money(row.money.paid)))
    return "\n".join(told)


def _checks(report: InvoicesReport, row: InvoiceRow) -> str:
    wrong = ", ".join(check_label(code) for code in wrong_of(row, report.aside))
    if row.invoice.state is InvoiceState.RECEIVED:
        told = _("non tornano: {checks}").format(checks=wrong)
        return told if wrong else _("tornano") if row.contract else _("senza contratto")
    if row.invoice.state is InvoiceState.REFUSED:
        return ""
    return _("messi da parte: {checks}").format(checks=wrong) if wrong else _("tornavano")


def _filter_words(report: InvoicesReport) -> str:
    group = group_label(report.group) if report.group in GROUPS else ""
    wanted = publication.speaker(report.names)(report.wanted)
    return ", ".join(part for part in (group, wanted) if part) or _("nessuno, tutte")
