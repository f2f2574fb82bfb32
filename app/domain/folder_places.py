# SPDX-License-Identifier: EUPL-1.2
"""Folders in which a store may come to harm: kept alike by a cloud, or on another computer (reliability D8)."""

import re
from enum import StrEnum

_CLOUDS = (
    (re.compile(r"onedrive\b"), "OneDrive"),
    (re.compile(r"dropbox\b"), "Dropbox"),
    (re.compile(r"(google ?drive|my drive|il mio drive)\b"), "Google Drive"),
    (re.compile(r"(icloud ?drive|com~apple~clouddocs|mobile documents)\b"), "iCloud"),
)
_NETWORKS = {
    "9p",
    "afs",
    "cifs",
    "davfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "remote",
}
_PARTS = re.compile(r"[\\/]+")
_LOCAL_LONG = re.compile(r"\\\\[?.]\\(?!unc\\)")


class Harm(StrEnum):
    """Why a folder is no good place for a store."""

    CLOUD = "cloud"
    NETWORK = "network"


def harm_of_folder(path: str, file_system: str = "") -> tuple[Harm, str] | None:
    """The harm and who does it ("OneDrive", or ""); judged by the names in the path and by the kind of its disk.

    `file_system` is what the system calls the disk of the folder ("nfs4", "remote" for a Windows drive of the
    network); without it only UNC paths and the places of the Linux desktop are known to be on the network.
    """
    lower = path.casefold()
    for part in _PARTS.split(lower):
        for pattern, name in _CLOUDS:
            if pattern.match(part):
                return Harm.CLOUD, name
    is_unc = lower.startswith(("\\\\", "//")) and not _LOCAL_LONG.match(lower)
    if is_unc or "/gvfs/" in lower or file_system.casefold() in _NETWORKS:
        return Harm.NETWORK, ""
    return None
