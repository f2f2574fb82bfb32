# SPDX-License-Identifier: EUPL-1.2
"""The checklist of one procedure, and its short forms."""
