# SPDX-License-Identifier: EUPL-1.2
"""One procedure: its checklist, and the short form of the line that is chosen."""
