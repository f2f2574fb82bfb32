# SPDX-License-Identifier: EUPL-1.2
"""Spesa: the money of all contracts by financial year, chapter and contract."""
