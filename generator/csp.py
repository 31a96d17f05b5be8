"""The content security policy: what a page may load and run, said to the browser in the page itself.

The theme runs three small scripts inside each page. Their hashes are taken from a probe, a site of empty pages built
with the same configuration, and never from the real site: a script that data smuggled into a page would otherwise vouch
for itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# The theme's first script holds the way back to the root of the site: its hash differs with the depth of the page.
DEPTHS = range(5)
# Scripts of these types are data: a browser neither runs them nor asks the policy about them.
DATA_TYPES = frozenset({"application/json", "application/ld+json"})

_PROBE = """\
---
title: Probe
---
# Probe {#probe}

## Second {#second}

| a | b |
| - | - |
| 1 | 2 |

!!! note
    Note.
"""

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def digest(script: str) -> str:
    """Give the hash source of an inline script as a policy lists it: `sha256-…`."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def policy_text(hashes: Iterable[str]) -> str:
    """Give the policy that allows the site's own files and the inline scripts of these hashes, nothing else."""
    listed = "".join(f" '{found}'" for found in sorted(set(hashes)))
    return "; ".join(_DIRECTIVES).replace("{hashes}", listed)


def allowed_hashes(policy: str) -> frozenset[str]:
    """Give the hashes that a policy made by `policy_text` allows."""
    scripts = next((part for part in policy.split(";") if part.strip().startswith("script-src ")), "")
    return frozenset(source.strip("'") for source in scripts.split() if source.startswith("'sha256-"))


def probe_paths() -> tuple[str, ...]:
    """Give the pages of the probe, one for every depth."""
    return tuple("/".join(["probe"] * depth + ["index.md"]) for depth in DEPTHS)


def policy_for(key: bytes, cache: Path, build: Callable[[Path, Path], None]) -> str:
    """Give the policy of the configuration that `key` stands for: from `cache`, or from a probe that `build` makes.

    `build(docs, site)` builds the Markdown of one folder into another, without a policy.
    """
    name = hashlib.sha256(b"\0".join([key, _PROBE.encode(), repr(_DIRECTIVES).encode()])).hexdigest()
    known = _cached(cache, name)
    if known is None:
        known = _probed(cache.parent, build)
        cache.write_text(json.dumps({"key": name, "policy": known}), encoding="utf-8")
    return known


def _cached(cache: Path, name: str) -> str | None:
    try:
        entry = json.loads(cache.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # absent, or cut short by a kill
        return None
    if isinstance(entry, dict) and entry.get("key") == name and isinstance(entry.get("policy"), str):
        return str(entry["policy"])
    return None


def _probed(parent: Path, build: Callable[[Path, Path], None]) -> str:
    with tempfile.TemporaryDirectory(prefix="probe-", dir=parent) as folder:
        docs, site = Path(folder, "docs"), Path(folder, "site")
        for path in probe_paths():
            page = docs / path
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_PROBE, encoding="utf-8")
        build(docs, site)
        pages = [page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))]
    return policy_text(digest(script) for page in pages for script in inline_scripts(page))


def inline_scripts(page: str) -> tuple[str, ...]:
    """Give the scripts written inside a page that a browser would run."""
    reader = _Scripts()
    reader.feed(page)
    reader.close()
    return tuple(reader.found)


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and runs(attrs):
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def runs(attrs: Iterable[tuple[str, str | None]]) -> bool:
    """Say whether a browser asks the policy about the text of a script element with these attributes."""
    given = dict(attrs)
    return "src" not in given and (given.get("type") or "").strip().lower() not in DATA_TYPES
