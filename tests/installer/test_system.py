# SPDX-License-Identifier: EUPL-1.2
"""What the system lacks: found by loading, told with a command that can be pasted."""

import shlex
import sys

import pytest

from installer import system

_ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves libraries to the system")


@_ON_LINUX
def test_a_library_is_missing_when_it_does_not_load() -> None:
    assert system.without_libraries({"libc6": "libc.so.6", "libnowhere1": "libnowhere.so.1"}) == ["libnowhere1"]


@_ON_LINUX
def test_this_machine_lacks_nothing_that_the_tests_need() -> None:
    assert system.without_libraries(system.WITHOUT_SCREEN) == []


def test_this_python_can_make_environments() -> None:
    assert system.without_environments() == []


def test_who_may_not_install_is_told_one_command_to_paste() -> None:
    packages = ["python3.11-venv", "libgl1"]
    for has_sudo, start in ((True, ["sudo", "sh", "-c"]), (False, ["su", "-c"])):
        sentence, command = system.told(packages, has_apt=True, has_sudo=has_sudo).splitlines()
        assert "python3.11-venv libgl1" in sentence
        *before, inner = shlex.split(command)
        assert before == start
        update, install = inner.split(" && ")
        assert update == "apt-get update"
        assert install.startswith("apt-get install -y")
        assert install.endswith(" python3.11-venv libgl1")
        assert "DPkg::Lock::Timeout=300" in install


def test_without_apt_the_names_are_told_and_no_command_is_made_up() -> None:
    sentence = system.told(["libgl1"], has_apt=False, has_sudo=True)
    assert "libgl1" in sentence
    assert "apt-get" not in sentence


@pytest.mark.parametrize(
    ("platform", "environment", "is_seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_there_or_not(platform: str, environment: dict[str, str], *, is_seen: bool) -> None:
    assert system.has_screen(platform, environment) is is_seen
