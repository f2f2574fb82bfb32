# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: what could we have, from whom, who pays, what does it need first, is it law."""
