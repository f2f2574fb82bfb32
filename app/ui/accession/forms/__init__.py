# SPDX-License-Identifier: EUPL-1.2
"""The short forms, one file for each line of the checklist."""
