# SPDX-License-Identifier: EUPL-1.2
"""The centres: who leads each, whom it is for, what it offers, how two or three compare, and joining one."""
