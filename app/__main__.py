# SPDX-License-Identifier: EUPL-1.2
"""The way in: `python -m app`, or the command `campanile`."""

import sys


def main() -> int:
    """Run the words of the command line; gives the exit status."""
    from app.bootstrap import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
