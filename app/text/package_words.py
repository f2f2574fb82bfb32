# SPDX-License-Identifier: EUPL-1.2
"""What the clerk calls a place of the data of a package, which a refusal names as the file writes it."""

import re

from app.domain.exchange import RequestData
from app.text.accession_labels import accession_field_label
from app.text.labels import field_label

_PLACE = re.compile(r"([a-z_]+)(?:\[([0-9]+)\])?(?:\.([a-z_]+))?")
_NAMES = {
    "contact.name": "contact_name",
    "contact.email": "contact_email",
    "contact.phone": "contact_phone",
    "signer.name": "signer_name",
    "signer.role": "signer_role",
    "signer.fiscal_code": "signer_fiscal_code",
    "centre.name": "centre_name",
    "protocol.number": "protocol_number",
    "note": "reason",
}


def package_place_label(where: str, request: RequestData) -> str:
    """`contact.name` as "Chi segue la richiesta", `services[2].unit` as "Unità, PAB-01"; the place where none fits."""
    place = _PLACE.match(where)
    if place is None:
        return where
    group, row, field = place.groups()
    name = _NAMES.get(where, field or group)
    label = accession_field_label(name) or field_label(name) or where
    owner = _owner(group, int(row), request) if row else request.body.name if group == "body" else ""
    return f"{label}, {owner}" if owner else label


def _owner(group: str, row: int, request: RequestData) -> str:
    named = {
        "services": [one.code for one in request.services],
        "documents": [one.title for one in request.documents],
        "acts": [one.number for one in request.acts],
    }.get(group, [])
    return named[row] if row < len(named) else ""
