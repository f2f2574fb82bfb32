# SPDX-License-Identifier: EUPL-1.2
"""Tables: columns and constraints, nothing else."""

from app.models.base import Base
from app.models.catalogue import CentreRecord, EditionRecord, ServiceMarkRecord, ServiceRecord
from app.models.funding import FundingChangeRecord, ImportRecord, ProjectRecord
from app.models.history import HistoryChangeRecord, HistoryEntryRecord
from app.models.municipality import OfficeRecord, PersonRecord

__all__ = [
    "Base",
    "CentreRecord",
    "EditionRecord",
    "FundingChangeRecord",
    "HistoryChangeRecord",
    "HistoryEntryRecord",
    "ImportRecord",
    "OfficeRecord",
    "PersonRecord",
    "ProjectRecord",
    "ServiceMarkRecord",
    "ServiceRecord",
]
