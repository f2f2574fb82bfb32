# SPDX-License-Identifier: EUPL-1.2
"""Widgets that several screens share."""
