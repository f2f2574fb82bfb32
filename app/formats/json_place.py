# SPDX-License-Identifier: EUPL-1.2
"""Where in a JSON file a value is not as it should be."""

import re

import msgspec

_FIELD = re.compile(r"^Object (?:missing required|contains unknown) field `([^`]{1,60})`")


def place_in(error: msgspec.ValidationError) -> str:
    """The place in the file, as `services[3].code`, with a field that is missing or too much; "" for the whole file."""
    _said, found, place = str(error).rpartition(" - at `$")
    field = _FIELD.match(str(error))
    parts = [place.rstrip("`").lstrip(".") if found else "", field.group(1) if field else ""]
    return ".".join(part for part in parts if part)
