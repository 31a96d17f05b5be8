"""A small folder of Markdown, published with the real functions; run as a program it is the process that tests kill.

    small_site.py DOCS SITE [--record FILE | --kill-at NUMBER | --hold] [--two-renames] [--file-limit BYTES]

Every change to the file system is an event; `--record` lists them, `--kill-at` dies by SIGKILL in front of one of them.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from generator import publish
from generator.problems import BuildStoppedError
from generator.theme import SiteSettings, build_site
from generator.verify import verify

CONFIG = Path(__file__).parents[1] / "mkdocs.yml"
ASSETS = CONFIG.parent / "docs" / "assets"
SETTINGS = SiteSettings("เว็บไซต์ทดสอบ", "th", description="ทดสอบการเผยแพร่")
TODAY = date(2026, 1, 31)
PAGES = ("index.md", "years/index.md", "reports/2564/0100/0100-814.md", "reports/2564/0100/0100-815.md")
EXPECTED = (
    "404.html",
    "index.html",
    "years/index.html",
    "reports/2564/0100/0100-814/index.html",
    "reports/2564/0100/0100-815/index.html",
)


def write_docs(docs: Path, word: str = "ฉบับแรก", *, backwards: bool = False) -> Path:
    """Write the pages, which all hold `word`, and the theme's assets."""
    text = f"---\ntitle: หน้า\n---\n# หน้า {{#top}}\n\n{word}\n\n## สอง {{#two}}\n".encode()
    assets = {path: path.relative_to(ASSETS) for path in ASSETS.rglob("*") if path.is_file()}
    contents = {docs / page: text for page in PAGES}
    contents |= {docs / "assets" / target: path.read_bytes() for path, target in assets.items()}
    for path in sorted(contents, reverse=backwards):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents[path])
    return docs


def publish_docs(docs: Path, site: Path, *, hold: bool = False) -> None:
    """Do what a build does once the pages are written."""
    with publish.workspace(site) as work:
        if hold:
            sys.stdout.write("held\n")
            sys.stdout.flush()
            sys.stdin.readline()
        new = work / "site"
        build_site(CONFIG, docs, new, SETTINGS, TODAY, nav=["index.md", "years/index.md"])
        verify(new, EXPECTED)
        publish.manifest(new)
        publish.swap(new, site)


_CHANGES = frozenset(("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree", "shutil.copyfile"))


def _is_change(event: str, args: tuple[Any, ...]) -> bool:
    if event == "open":
        return bool(args[2] and args[2] & (os.O_WRONLY | os.O_RDWR))
    return event in _CHANGES


def _watch(record: Path | None, kill_at: int) -> list[str]:
    events: list[str] = []

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if _is_change(event, args) and args[0] != str(record):
            events.append(event)
            if len(events) == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return events


def _main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("docs", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--kill-at", type=int, default=0)
    parser.add_argument("--hold", action="store_true")
    parser.add_argument("--two-renames", action="store_true")
    parser.add_argument("--file-limit", type=int, default=0)
    given = parser.parse_args()
    if given.two_renames:
        mock.patch.object(publish, "exchange", return_value=False).start()
    if given.file_limit:
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (given.file_limit, given.file_limit))
    events = _watch(given.record, given.kill_at)
    try:
        publish_docs(given.docs, given.site, hold=given.hold)
    except BuildStoppedError as stopped:
        sys.stderr.write(stopped.message.en)
        return 1
    if given.record:
        given.record.write_text("\n".join(events), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
