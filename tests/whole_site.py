"""Whether a published site is whole, judged by its manifest as a stranger would: no code of the generator is used."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def changed_files(site: Path) -> tuple[str, ...]:
    """Give the files that are missing, altered or not in the manifest of `site`; none when the site is whole."""
    manifest = site / "manifest.json"
    if not manifest.is_file():
        return (manifest.name,)
    listed = {name: entry["sha256"] for name, entry in json.loads(manifest.read_bytes())["files"].items()}
    files = (path for path in site.rglob("*") if path.is_file() and path != manifest)
    found = {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return tuple(sorted({name for name, _ in listed.items() ^ found.items()}))
