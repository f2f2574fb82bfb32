# SPDX-License-Identifier: EUPL-1.2
"""Fatture: what arrived, whether it is right, which instalment it pays, what the office did with it."""
