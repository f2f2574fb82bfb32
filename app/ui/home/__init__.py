# SPDX-License-Identifier: EUPL-1.2
"""Inizio: what to do today, what is late, what is new."""
