# SPDX-License-Identifier: EUPL-1.2
"""What runs: the service contracts and the concessions behind them."""
