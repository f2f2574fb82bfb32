# SPDX-License-Identifier: EUPL-1.2
"""The real window of tests/ui, before which hostile things happen."""

from tests.ui.conftest import clerk, new_clerk, qapp, seat

__all__ = ["clerk", "new_clerk", "qapp", "seat"]
