# SPDX-License-Identifier: EUPL-1.2
"""How Campanile comes onto a machine, and the scripts that keep its data and words up to date."""
