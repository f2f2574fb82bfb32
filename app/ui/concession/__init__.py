# SPDX-License-Identifier: EUPL-1.2
"""One concession (L0): that of a centre, or the comune's own."""
