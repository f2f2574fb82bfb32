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
from app.models.document import DocumentRecord
from app.models.funding import FundingChangeRecord, ImportRecord, ProjectRecord
from app.models.history import HistoryChangeRecord, HistoryEntryRecord
from app.models.municipality import OfficeRecord, PersonRecord

__all__ = [
    "AccessionItemRecord",
    "AccessionRecord",
    "AccessionServiceRecord",
    "AccessionStepRecord",
    "ActRecord",
    "Base",
    "CentreRecord",
    "DocumentRecord",
    "EditionRecord",
    "FundingChangeRecord",
    "HistoryChangeRecord",
    "HistoryEntryRecord",
    "ImportRecord",
    "OfficeRecord",
    "PersonRecord",
    "ProjectRecord",
    "PublisherKeyRecord",
    "ServiceMarkRecord",
    "ServiceRecord",
]
