# SPDX-License-Identifier: EUPL-1.2
"""Who, to whom, and the codes and acts that an invoice must name."""

import re
from collections.abc import Iterator

from app.domain.codes import check_cig, check_cup
from app.domain.concessions import ServiceContract
from app.domain.invoice_checks import CheckResult, InvoiceCase, not_told, ok, unsure, wrong
from app.domain.invoice_matching import bare_vat, plain_code
from app.domain.invoices import InvoiceReference

_AGREEMENT = ("contract", "order", "convention")
_FRAME = ("convention", "order")
"""Where the CIG of the concession may stand beside that of the contract."""


def code_checks(case: InvoiceCase) -> Iterator[CheckResult]:
    """Supplier, addressee, CIG, CUP, contract, determina."""
    yield _addressee(case)
    if case.contract is None:
        for code in ("supplier", "cig", "cup", "contract_reference", "determination"):
            yield not_told(code, "no_contract")
        return
    yield _supplier(case, case.contract)
    yield _cig(case, case.contract)
    yield _cup(case, case.contract)
    yield _reference(case, case.contract)
    yield check_determination(case, case.contract)


def _supplier(case: InvoiceCase, contract: ServiceContract) -> CheckResult:
    invoice = case.invoice
    found = invoice.supplier_vat or invoice.supplier_fiscal_code
    if not contract.supplier_vat:
        return not_told("supplier", found=found)
    mine = {bare_vat(invoice.supplier_vat), bare_vat(invoice.supplier_fiscal_code)} - {""}
    if bare_vat(contract.supplier_vat) in mine:
        return ok("supplier", found=found)
    return wrong("supplier", "supplier.other", found=found, expected=contract.supplier_vat)


def _addressee(case: InvoiceCase) -> CheckResult:
    invoice = case.invoice
    code, ours = invoice.recipient_fiscal_code, case.fiscal_code
    if code and ours and bare_vat(code) != bare_vat(ours):
        return wrong("addressee", "addressee.other_body", found=code, expected=ours, name=invoice.recipient)
    office = case.contract.office_code if case.contract else ""
    found = invoice.recipient_code
    if not office:
        return not_told("addressee", found=found)
    if plain_code(found) == plain_code(office):
        return ok("addressee", found=found)
    if plain_code(found) in map(plain_code, case.offices):
        return unsure("addressee", "addressee.other_office", found=found, expected=office)
    return wrong("addressee", "addressee.unknown_office", found=found, expected=office)


def _cig(case: InvoiceCase, contract: ServiceContract) -> CheckResult:
    named = [one for one in case.invoice.references if one.cig]
    found = " ".join(dict.fromkeys(one.cig for one in named))
    codes = {plain_code(one.cig) for one in named}
    ours, parent = plain_code(contract.cig), plain_code(case.parent_cig)
    if not codes:
        return wrong("cig", "cig.missing", expected=contract.cig) if ours else not_told("cig", "cig.nobody_tells")
    if ours and ours in codes:
        return _beside(named, ours, parent, found)
    if parent and parent in codes and parent != ours:
        return wrong("cig", "cig.is_parent", found=found, expected=contract.cig)
    malformed = next((one.cig for one in named if not check_cig(one.cig).is_well_formed), "")
    if malformed:
        return wrong("cig", "cig.malformed", found=malformed, expected=contract.cig)
    if not ours:
        return not_told("cig", found=found)
    return wrong("cig", "cig.other", found=found, expected=contract.cig)


def _beside(named: list[InvoiceReference], ours: str, parent: str, found: str) -> CheckResult:
    """The CIG is there; another one beside it is looked at, that of the concession in its own node is not."""
    others = [one for one in named if plain_code(one.cig) != ours]
    strange = [one for one in others if plain_code(one.cig) != parent or one.node not in _FRAME]
    return unsure("cig", "cig.several", found=found) if strange else ok("cig", found=found)


def _cup(case: InvoiceCase, contract: ServiceContract) -> CheckResult:
    named = tuple(dict.fromkeys(one.cup for one in case.invoice.references if one.cup))
    found, ours = " ".join(named), plain_code(contract.cup)
    if not ours:
        return not_told("cup", found=found) if named else not_told("cup", "cup.nobody_tells")
    if not named:
        return wrong("cup", "cup.missing", expected=contract.cup)
    if {plain_code(one) for one in named} == {ours}:
        return ok("cup", found=found)
    if ours in map(plain_code, named):
        return unsure("cup", "cup.several", found=found)
    malformed = next((one for one in named if not check_cup(one).is_well_formed), "")
    reason = "cup.malformed" if malformed else "cup.other"
    return wrong("cup", reason, found=malformed or found, expected=contract.cup)


def _reference(case: InvoiceCase, contract: ServiceContract) -> CheckResult:
    if not contract.reference:
        return not_told("contract_reference")
    named = [one for one in case.invoice.references if one.node in _AGREEMENT]
    same = [one for one in named if plain_code(one.document) == plain_code(contract.reference)]
    expected = {"expected": contract.reference, "on": contract.signed_on}
    if not same:
        others = [one.document for one in named if one.node == "contract"]
        reason = "contract_reference.other" if others else "contract_reference.missing"
        return wrong("contract_reference", reason, found=" ".join(others), **expected)
    days = [one.on for one in same if one.on]
    if contract.signed_on and days and contract.signed_on not in days:
        return wrong("contract_reference", "contract_reference.other_day", found=days[0], **expected)
    return ok("contract_reference", found=contract.reference)


def check_determination(case: InvoiceCase, contract: ServiceContract) -> CheckResult:
    """Number and date of the determina di impegno, wherever the supplier wrote them."""
    number, on = contract.determination, contract.determination_on
    if not number:
        return not_told("determination")
    named = [one for one in case.invoice.references if _names(one.document, number)]
    texts = [text for text in (case.body.texts if case.body else (case.invoice.purpose,)) if _names(text, number)]
    if not named and not texts:
        return wrong("determination", "determination.missing", expected=number, on=on)
    if on is None:
        return ok("determination", found=number)
    days = [one.on for one in named if one.on]
    if on in days or any(str(on) in text or f"{on:%d/%m/%Y}" in text for text in texts):
        return ok("determination", found=number)
    if days:
        return wrong("determination", "determination.other_day", found=days[0], expected=number, on=on)
    return unsure("determination", "determination.no_day", expected=number, on=on)


def _names(text: str, number: str) -> bool:
    """Whether a text names the number of an act, as a word of its own."""
    bare = r"\W*".join(map(re.escape, re.findall(r"\w+", number)))
    return bool(bare) and re.search(rf"(?<!\w){bare}(?![\w/])", text, re.IGNORECASE) is not None
