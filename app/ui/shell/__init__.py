# SPDX-License-Identifier: EUPL-1.2
"""What stands around the pages: head, places, foot, search, menus."""
