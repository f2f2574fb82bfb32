# SPDX-License-Identifier: EUPL-1.2
"""Which folders are warned of: those of a cloud and those of the network, and no others."""

import pytest

from app.domain.folder_places import Harm, harm_of_folder


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (r"C:\Users\anna\OneDrive\Campanile", "OneDrive"),
        (r"C:\Users\anna\OneDrive - Comune di Aprica\Documenti\Campanile", "OneDrive"),
        ("/home/anna/Dropbox (Ufficio)/campanile", "Dropbox"),
        ("/Users/anna/Google Drive/campanile", "Google Drive"),
        (r"G:\Il mio Drive\Campanile", "Google Drive"),
        (r"C:\Users\anna\iCloudDrive\Campanile", "iCloud"),
        ("/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/Campanile", "iCloud"),
    ],
)
def test_folder_of_a_cloud_is_named(path: str, name: str) -> None:
    assert harm_of_folder(path) == (Harm.CLOUD, name)


@pytest.mark.parametrize(
    ("path", "file_system"),
    [
        (r"\\server\comune\campanile", ""),
        ("//server/comune/campanile", ""),
        (r"\\?\UNC\server\comune", ""),
        ("/run/user/1000/gvfs/smb-share:server=nas,share=comune", ""),
        ("/mnt/comune/campanile", "nfs4"),
        ("/mnt/comune/campanile", "cifs"),
        (r"Z:\campanile", "remote"),
    ],
)
def test_folder_of_the_network_is_seen(path: str, file_system: str) -> None:
    assert harm_of_folder(path, file_system) == (Harm.NETWORK, "")


@pytest.mark.parametrize(
    ("path", "file_system"),
    [
        (r"C:\Users\anna\AppData\Local\Campanile", "fixed"),
        (r"\\?\C:\Campanile", ""),
        ("/home/anna/.local/share/Campanile", "ext4"),
        ("/home/dropboxer/campanile", "btrfs"),
        ("/home/anna/vecchio onedrive/campanile", ""),
    ],
)
def test_folder_of_this_computer_is_let_alone(path: str, file_system: str) -> None:
    assert harm_of_folder(path, file_system) is None
