# SPDX-License-Identifier: EUPL-1.2
"""The settings: our office and its people, the data folder, the look, the copies."""
