# SPDX-License-Identifier: EUPL-1.2
"""What Campanile needs of a Linux system, and how to get it: installed where this user may, else told."""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from installer.refusal import NEEDS_SOMEONE, Refusal

# The package of Debian and Ubuntu, and the library in it; found by adding one package at a time to a bare Debian 12.
WITHOUT_SCREEN = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
WITH_SCREEN = {
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libcups2": "libcups.so.2",  # the printers of the system
}
_LISTS = Path("/var/lib/apt/lists")
_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300")
_SHOWN_LINES = 12


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be seen; only Linux runs without a screen."""
    return platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def supply(*, is_seen: bool) -> None:
    """Bring in what the system lacks, or refuse with the exact command."""
    if sys.platform != "linux":
        return
    wanted = WITHOUT_SCREEN | (WITH_SCREEN if is_seen else {})
    lacking = without_environments() + without_libraries(wanted)
    if not lacking:
        return
    before, has_apt = _way_to_administer(), bool(shutil.which("apt-get"))
    if before is None or not has_apt:
        raise Refusal(told(lacking, has_apt=has_apt, has_sudo=bool(shutil.which("sudo"))), NEEDS_SOMEONE)
    print(f"Installo nel sistema ciò che manca (qualche minuto): {' '.join(lacking)}", flush=True)
    _install(before, lacking)
    still = without_environments() + without_libraries(wanted)
    if still:
        raise Refusal(f"Installati, ma il sistema ancora non trova: {' '.join(still)}.", NEEDS_SOMEONE)


def without_environments() -> list[str]:
    """The package that lets this Python make environments, where Debian has left it out."""
    importlib.invalidate_caches()
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def without_libraries(wanted: Mapping[str, str]) -> list[str]:
    """The packages whose library does not load; asking for the library works under every name a package may have."""
    return [package for package, library in wanted.items() if not _loads(library)]


def told(packages: Sequence[str], *, has_apt: bool, has_sudo: bool) -> str:
    """What is missing and the exact command, for who may not install it."""
    names = " ".join(packages)
    if not has_apt:
        return f"Al sistema mancano (con i nomi di Debian): {names}. Installali come usa questo sistema, poi riprova."
    command = f"apt-get update && {shlex.join([*_INSTALL, *packages])}"
    whole = f"sudo sh -c {shlex.quote(command)}" if has_sudo else f"su -c {shlex.quote(command)}"
    return f"Al sistema mancano: {names}. Le installa un amministratore con questo comando, poi riprova:\n{whole}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _way_to_administer() -> list[str] | None:
    """What stands before a command that changes the system; None for who may not."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def _install(before: Sequence[str], packages: Iterable[str]) -> None:
    quietly = [*before, "env", "DEBIAN_FRONTEND=noninteractive"]
    command = [*quietly, *_INSTALL, *packages]
    is_fresh = not any(_LISTS.glob("*Packages*"))
    if is_fresh:
        _run([*quietly, "apt-get", "update"])
    done = _run(command)
    if done.returncode and not is_fresh:  # the lists may name releases that the archive no longer has
        _run([*quietly, "apt-get", "update"])
        done = _run(command)
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-_SHOWN_LINES:])
        raise Refusal(f"{last}\napt-get non è riuscito; il comando era:\n{shlex.join(command)}", NEEDS_SOMEONE)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(command, stdout=pipe, stderr=both, text=True, errors="replace", check=False)
