# SPDX-License-Identifier: EUPL-1.2
"""The list of projects: call, CUP, amount, state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from app.domain.funding import Project, Status
from app.text import _, amount
from app.text.labels import status_label
from app.ui.funding.words import STATUS_TONES
from app.ui.widgets.table import Column, DataTable

_MONTH = re.compile(r"· (\w{3})\w* (\d{4})$")  # "· settembre 2022" in a narrow column is "· set 2022"
_STATUS_ORDER = (Status.FUNDED, Status.RENUNCIATION_PENDING, Status.PAID, Status.RENOUNCED)


class ProjectTable(DataTable):
    """Rows are projects; a call reads by its short name."""

    def __init__(self) -> None:
        self._labels: Mapping[str, str] = {}
        columns = [
            Column(
                "call", _("Avviso"), self._label, _call_place, stretch=True, width=150, tooltip=_call, elide="middle"
            ),
            Column("cup", _("CUP"), _cup, kind="code"),
            Column("amount", _("Importo €"), _amount, lambda project: project.amount, kind="money"),
            Column("status", _("Stato"), _status, _status_place, kind="status", tone=_tone),
        ]
        super().__init__(columns, name=_("Progetti finanziati"), identity=lambda project: project.id)
        self.sort_by("call")

    def show_labels(self, labels: Mapping[str, str]) -> None:
        """The short names of the calls, to be given before the rows."""
        self._labels = labels

    def _label(self, project: Project) -> str:
        return _MONTH.sub(r"· \1 \2", self._labels.get(project.call, project.call))


def _call(project: Project) -> str:
    return project.call


def _call_place(project: Project) -> tuple[str, date, str]:
    return project.measure, project.funded_on or date.max, project.call


def _cup(project: Project) -> str:
    return project.cup or _("non indicato")


def _amount(project: Project) -> str:
    return amount(project.amount)


def _status(project: Project) -> str:
    return status_label(project.status.value)


def _status_place(project: Project) -> int:
    return _STATUS_ORDER.index(project.status)


def _tone(project: Project) -> str:
    return STATUS_TONES[project.status]
