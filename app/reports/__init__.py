# SPDX-License-Identifier: EUPL-1.2
"""Printed summaries: their data, then their drawing."""
