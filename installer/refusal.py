# SPDX-License-Identifier: EUPL-1.2
"""The one way in which the commands of the README say that they cannot go on."""

FAILED = 1
WRONG_WORDS = 2
NEEDS_SOMEONE = 3


class Refusal(Exception):
    """A sentence for whoever started the command, with what to do; it carries the exit status."""

    def __init__(self, sentence: str, exit_status: int = FAILED) -> None:
        super().__init__(sentence)
        self.exit_status = exit_status
