# SPDX-License-Identifier: EUPL-1.2
"""The money of all contracts by year."""
