"""One page to be: where it goes, which template makes it, and from what."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page of the site; `path` is its Markdown file, relative to the docs folder."""

    path: str
    template: str
    context: Mapping[str, Any]

    def link(self, target: str) -> str:
        """Give the relative address of another page (`years/index.md#top`) as seen from this one."""
        path, hash_mark, anchor = target.partition("#")
        way = posixpath.relpath(_folder(path) or ".", _folder(self.path) or ".")
        return f"{way}/{hash_mark}{anchor}"


def _folder(path: str) -> str:
    """Give the folder that a page is served from: `about.md` and `about/index.md` both from `about`."""
    return posixpath.dirname(path) if posixpath.basename(path) == "index.md" else path.removesuffix(".md")
