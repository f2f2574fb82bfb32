# SPDX-License-Identifier: EUPL-1.2
"""Whether a receipt speaks of the message that we sent."""

from dataclasses import replace

from app.domain.pec_receipts import PecReceipt, ReceiptKind, receipt_findings

GOOD = PecReceipt(
    ReceiptKind.DELIVERY, None, "<1@x>", "r", "noi@pec.it", ("centro@pec.it",), "centro@pec.it",
    "Adesione rif. 887ea5ad", "G", "", is_certified=True,
)  # fmt: skip


def findings(receipt: PecReceipt, ids: tuple[str, ...] = ("<1@x>",)) -> tuple[str, ...]:
    return receipt_findings(receipt, mark="887EA5AD", recipient=" Centro@PEC.it ", other_message_ids=ids)


def test_a_receipt_of_ours_has_nothing_to_say() -> None:
    assert findings(GOOD) == ()
    assert findings(replace(GOOD, kind=ReceiptKind.ACCEPTANCE, delivered_to="")) == ()
    assert receipt_findings(GOOD, mark="", recipient="", other_message_ids=()) == ()


def test_what_does_not_fit_is_told() -> None:
    assert findings(replace(GOOD, kind=ReceiptKind.NO_DELIVERY)) == ("failed",)
    assert findings(replace(GOOD, subject="Altro")) == ("other_message",)
    assert findings(replace(GOOD, delivered_to="altri@pec.it")) == ("other_recipient",)
    assert findings(GOOD, ("<2@x>",)) == ("other_id",)
    assert findings(replace(GOOD, is_certified=False)) == ("not_certified",)
