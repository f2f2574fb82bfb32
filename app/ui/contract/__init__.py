# SPDX-License-Identifier: EUPL-1.2
"""One service contract: its parts on the left, the chosen one on the right."""
