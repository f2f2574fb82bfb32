# SPDX-License-Identifier: EUPL-1.2
"""What is missing in a contract is said in one list, which leads to each field; nothing is in order meanwhile."""

from app.ui.contract.page import ContractPage
from app.ui.contract.sections.contract import ContractSection
from app.ui.contract.sections.overview import OverviewSection
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit


def overview(page: ContractPage) -> OverviewSection:
    section = page.stack.panels["overview"].section
    assert isinstance(section, OverviewSection)
    return section


def test_what_is_missing_leads_to_its_field(new_clerk: Clerk, sit: Sit) -> None:
    page = sit(supplier="", cig="", starts_on=None, ends_on=None)
    told = next(row for row in page.table.rows() if row.key == "overview")
    assert told.told.endswith("6 da inserire")
    assert told.tone == "warning"
    box = overview(page).gaps
    assert list(box.links) == ["supplier", "supplier_vat", "starts_on", "ends_on", "cig", "fee"]
    new_clerk.clicks(box.links["ends_on"])
    section = page.stack.panels["contract"].section
    assert isinstance(section, ContractSection)
    assert section.entries["ends_on"].field.isAncestorOf(new_clerk.focus)
    page.go("overview")
    new_clerk.waits()
    new_clerk.clicks(box.links["fee"])
    new_clerk.waits()
    assert page.stack.key == "fees"
    assert page.stack.panels["fees"].isAncestorOf(new_clerk.focus)


def test_what_is_there_is_not_asked_for(sit: Sit) -> None:
    page = sit(supplier_vat="01234567890")
    assert list(overview(page).gaps.links) == ["fee"]
    assert overview(page).gaps.isVisible()
