# SPDX-License-Identifier: EUPL-1.2
"""Values and rules of the office: no input or output, no clock, no chance."""
