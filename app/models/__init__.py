# SPDX-License-Identifier: EUPL-1.2
"""Tables: columns and constraints, nothing else."""

from app.models.accession import (
    AccessionItemRecord,
    AccessionRecord,
    AccessionServiceRecord,
    AccessionStepRecord,
    ActRecord,
)
from app.models.base import Base
from app.models.catalogue import CentreRecord, EditionRecord, PublisherKeyRecord, ServiceMarkRecord, ServiceRecord
from app.models.concession import (
    BudgetLineRecord,
    ClosingItemRecord,
    ConcessionRecord,
    ContactRecord,
    ContractChangeRecord,
    ContractPaperRecord,
    ContractStepRecord,
    GuaranteeRecord,
    MilestoneRecord,
    ServiceContractRecord,
)
from app.models.document import DocumentRecord
from app.models.fee import FeeReadingRecord, FeeRecord, FeeSuspensionRecord, IndexValueRecord
from app.models.funding import FundingChangeRecord, ImportRecord, ProjectRecord
from app.models.history import HistoryChangeRecord, HistoryEntryRecord
from app.models.invoice import InvoiceMatchRecord, InvoiceRecord, InvoiceStepRecord, PaymentRecord
from app.models.municipality import OfficeRecord, PersonRecord
from app.models.service_level import IndicatorRecord, ReadingRecord

__all__ = [
    "AccessionItemRecord",
    "AccessionRecord",
    "AccessionServiceRecord",
    "AccessionStepRecord",
    "ActRecord",
    "Base",
    "BudgetLineRecord",
    "CentreRecord",
    "ClosingItemRecord",
    "ConcessionRecord",
    "ContactRecord",
    "ContractChangeRecord",
    "ContractPaperRecord",
    "ContractStepRecord",
    "DocumentRecord",
    "EditionRecord",
    "FeeReadingRecord",
    "FeeRecord",
    "FeeSuspensionRecord",
    "FundingChangeRecord",
    "GuaranteeRecord",
    "HistoryChangeRecord",
    "HistoryEntryRecord",
    "ImportRecord",
    "IndexValueRecord",
    "IndicatorRecord",
    "InvoiceMatchRecord",
    "InvoiceRecord",
    "InvoiceStepRecord",
    "MilestoneRecord",
    "OfficeRecord",
    "PaymentRecord",
    "PersonRecord",
    "ProjectRecord",
    "PublisherKeyRecord",
    "ReadingRecord",
    "ServiceContractRecord",
    "ServiceMarkRecord",
    "ServiceRecord",
]
