# SPDX-License-Identifier: EUPL-1.2
"""The first start, and the change to another comune."""
