# SPDX-License-Identifier: EUPL-1.2
"""A contract with its parts."""
