# SPDX-License-Identifier: EUPL-1.2
"""The words of the command line, one file each."""
