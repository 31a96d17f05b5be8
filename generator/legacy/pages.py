"""What the readers of files share: pages of lines, the way to say that a file is unreadable, the optional libraries."""

from __future__ import annotations

import importlib
from typing import Any

MOST_BYTES = 32 * 1024 * 1024
"""More than a year of one agency's forms as PDF; a larger file is a mistake."""
MOST_CHARACTERS = 8_000_000

Pages = list[list[str]]
"""The lines of each page of a file, in reading order, without line ends."""


class Unreadable(Exception):  # noqa: N818 — an answer of a reader, never leaves this room
    """Why a file has no text: the code of a problem and what its texts need."""

    def __init__(self, code: str, **params: object) -> None:
        """Hold both."""
        super().__init__(code)
        self.code = code
        self.params = params


def library(name: str, kind: str) -> Any:
    """Give a library of the extra `import`, loaded when the first file needs it; `kind` names such files to people."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise Unreadable("source-extra", kind=kind) from None
