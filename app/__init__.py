# SPDX-License-Identifier: EUPL-1.2
"""Campanile: the shared digital services of a comune, on one desk."""

__version__ = "0.1.0"
