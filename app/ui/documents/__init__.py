# SPDX-License-Identifier: EUPL-1.2
"""The page Documenti: every file once by its hash, the register of acts, what is missing."""
