# SPDX-License-Identifier: EUPL-1.2
"""What a clerk does, one function per verb, one file per subject."""
