# SPDX-License-Identifier: EUPL-1.2
"""Our procedures towards the aggregation centres, and the memberships they led to."""
