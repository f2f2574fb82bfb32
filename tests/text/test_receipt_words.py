# SPDX-License-Identifier: EUPL-1.2
"""Every receipt and everything that may not fit has its words."""

import pytest

from app.domain.pec_receipts import PecReceipt, ReceiptKind, receipt_findings
from app.text.receipt_words import receipt_finding, receipt_label


@pytest.mark.parametrize("kind", ReceiptKind)
def test_every_kind_has_a_name(kind: ReceiptKind) -> None:
    assert receipt_label(kind)[0].isupper()


def test_everything_that_does_not_fit_has_a_sentence() -> None:
    wrong = PecReceipt(ReceiptKind.ERROR, None, "<2>", "", "", (), "", "", "", "", is_certified=False)
    codes = receipt_findings(wrong, mark="887e", recipient="a@b.it", other_message_ids=("<1>",))
    assert len(codes) == 5
    assert all(receipt_finding(code).endswith(".") for code in codes)
