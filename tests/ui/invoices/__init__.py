# SPDX-License-Identifier: EUPL-1.2
"""The page of invoices."""
