"""The browser of the tests: Chromium or Chrome, found on the machine or named in PRONGSAI_CHROMIUM.

Tests call `find_browser()`. `make test` runs this file first, so that a missing browser is said once, at the start,
with the command that installs it; on Debian it is installed when that needs nobody's password.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "PRONGSAI_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC_APPLICATIONS = ("Google Chrome", "Chromium")
DEBIAN_COMMAND = "apt-get update && apt-get install -y chromium"
OTHER_COMMANDS = {
    "ubuntu": "sudo snap install chromium",
    "fedora": "sudo dnf install -y chromium",
    "arch": "sudo pacman -S --noconfirm chromium",
    "alpine": "sudo apk add chromium",
    "Darwin": "brew install --cask google-chrome",
    "Windows": "winget install Google.Chrome",
}


class BrowserMissingError(Exception):
    """There is no browser; the text says how to get one."""


def find_browser() -> str:
    """Give the browser's executable, or raise BrowserMissingError with the command that installs one."""
    named = os.environ.get(VARIABLE)
    if named:
        if found := shutil.which(named):
            return found
        message = f"{VARIABLE} names {named}, which is no program that can be run."
        raise BrowserMissingError(message)
    for candidate in _candidates():
        if found := shutil.which(candidate):
            return found
    message = f"The tests need Chromium or Chrome. To install it: {install_command()}"
    raise BrowserMissingError(message)


def install_command() -> str:
    """Give the one command that installs a browser on this system."""
    system = _system()
    if system == "debian":
        return DEBIAN_COMMAND if _is_root() else f"sudo sh -c '{DEBIAN_COMMAND}'"
    return OTHER_COMMANDS.get(system, f"(none known for {system}) install Chromium and set {VARIABLE} to its program")


def _candidates() -> list[str]:
    """List what may be a browser, best first; macOS and Windows keep programs away from PATH."""
    mac = [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC_APPLICATIONS]
    roots = [os.environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if name in os.environ]
    windows = [str(Path(root) / "Google" / "Chrome" / "Application" / "chrome.exe") for root in roots]
    return [*NAMES, *mac, *windows]


def _system() -> str:
    """Name the system: `debian`, `ubuntu`, … on Linux, else `Darwin` or `Windows`."""
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return platform.system()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def main() -> int:
    """Find the browser, on Debian as root install it first where it is missing; give the exit code."""
    try:
        find_browser()
    except BrowserMissingError as missing:
        can_install = VARIABLE not in os.environ and _system() == "debian" and _is_root()
        if not can_install:
            print(missing, file=sys.stderr)
            return 1
    else:
        return 0
    print(f"Installing a browser for the tests: {DEBIAN_COMMAND}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    result = subprocess.run(["sh", "-c", DEBIAN_COMMAND], env=environment, stdout=subprocess.DEVNULL, check=False)
    if result.returncode:
        print("That failed. Run it by hand, then make test again.", file=sys.stderr)
    return min(result.returncode, 1)


if __name__ == "__main__":
    sys.exit(main())
