# SPDX-License-Identifier: EUPL-1.2
"""What the clerk calls a place of the data of a package, which a refusal names as the file writes it."""

import re
from collections.abc import Mapping, Sequence

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


def package_place_label(where: str, rows: Mapping[str, Sequence[str]]) -> str:
    """`contact.name` as "Chi segue la richiesta", `services[2].unit` as "Unità, PAB-01"; `rows` names each list."""
    place = _PLACE.match(where)
    if place is None:
        return where
    group, row, field = place.groups()
    name = _NAMES.get(where, field or group)
    label = accession_field_label(name) or field_label(name) or where
    named = rows.get(group, ())
    place_in_list = int(row or 0)
    return f"{label}, {named[place_in_list]}" if place_in_list < len(named) else label
