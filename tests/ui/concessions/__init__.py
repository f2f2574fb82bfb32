# SPDX-License-Identifier: EUPL-1.2
"""The window of all contracts and concessions."""
