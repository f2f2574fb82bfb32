# SPDX-License-Identifier: EUPL-1.2
"""The history: what was done, when, by whom, and the step back."""
