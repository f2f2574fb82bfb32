# SPDX-License-Identifier: EUPL-1.2
"""Parts of the page without the window."""

from tests.ui.widgets.conftest import show

__all__ = ["show"]
