# SPDX-License-Identifier: EUPL-1.2
"""A day on the command line: written as in the window, `2026-11-03` or `3/11/2026`."""

from datetime import UTC, date, datetime
from typing import Any

import click

from app.domain.dates import read_day, to_rome
from app.errors import CampanileError
from app.text import _, sentence


class Day(click.ParamType[date]):
    """Reads a day as a clerk types it; what cannot be read is a wrong word."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        """What the help shows in its place."""
        return _("DATA")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's signature
        """The day; click says the sentence of a refusal."""
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value), to_rome(datetime.now(UTC)).date())
        except CampanileError as error:
            self.fail(sentence(error), param, ctx)


DAY = Day()
