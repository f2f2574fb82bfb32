# SPDX-License-Identifier: EUPL-1.2
"""The commands of the README: `python3 installer/dev.py run`, `test`, and for developers `check` and `lock`.

The standard library is enough. In this file no syntax is newer than Python 3.6, so that an old Python can read it
and say which one is needed; the rest is imported after that question.
"""

import os
import sys

OLDEST = (3, 11)
_NEEDS_SOMEONE = 3


def too_old(version: "tuple[int, int]", platform: str) -> str:
    """The sentence for a Python that is too old, with the exact command; nothing for one that will do."""
    if version >= OLDEST:
        return ""
    get, then = "sudo apt-get install -y python3.11 python3.11-venv", "python3.11 installer/dev.py"
    if platform == "win32":
        get, then = "winget install Python.Python.3.13", "py -3.13 installer\\dev.py"
    return (
        f"Campanile chiede Python 3.11 o più recente e questo è il {version[0]}.{version[1]}: "
        f"installalo con «{get}», poi esegui «{then} run» (o test)."
    )


def main() -> int:
    """Do what the word asks, with a Python that can."""
    sentence = too_old((sys.version_info[0], sys.version_info[1]), sys.platform)
    if sentence:
        print(sentence, file=sys.stderr)
        return _NEEDS_SOMEONE
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - before the check
    from installer.words import do

    return do(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
