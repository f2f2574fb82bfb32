# SPDX-License-Identifier: EUPL-1.2
"""Where in a JSON file a value is not as it should be."""

import msgspec


def place_in(error: msgspec.ValidationError) -> str:
    """The place in the file, as `services[3].code`; "" for the whole file."""
    _, found, place = str(error).rpartition(" - at `$")
    return place.rstrip("`").lstrip(".") if found else ""
