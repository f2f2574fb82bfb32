# SPDX-License-Identifier: EUPL-1.2
"""Formats from outside: bytes in, values out, or back; knows no store."""
