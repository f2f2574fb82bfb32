# SPDX-License-Identifier: EUPL-1.2
"""The help: how to, keys, words, where the facts come from; all of it offline."""
