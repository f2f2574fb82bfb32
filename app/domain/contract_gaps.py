# SPDX-License-Identifier: EUPL-1.2
"""What a contract cannot be without, and nobody has typed yet."""

from app.domain.concessions import ServiceContract
from app.domain.contract_states import OVER

GAPS = ("supplier", "supplier_vat", "starts_on", "ends_on", "cig", "fee", "vat")
"""In the order of the page; each is a field of the contract, but the fee and its VAT."""


def gaps_of(contract: ServiceContract, *, has_fee: bool, lacks_vat: bool = False) -> tuple[str, ...]:
    """Those of GAPS that are missing; a transfer to another body has no CIG, and what is over wants nothing more."""
    if contract.state in OVER:
        return ()
    is_there = {name: bool(getattr(contract, name)) for name in GAPS if name not in ("fee", "vat")}
    is_there |= {"fee": has_fee, "vat": not lacks_vat, "cig": bool(contract.cig) or contract.spending == "transfer"}
    return tuple(name for name in GAPS if not is_there[name])
