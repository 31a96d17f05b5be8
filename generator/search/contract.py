"""What our search needs of the theme, looked for in the built site: a theme that has changed stops the build."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.language import Bilingual
from generator.problems import BuildStoppedError

WORKER = "assets/search/worker.js"
_CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)
# The theme's script: it starts the worker named in the page, hands it the index, and speaks in numbered messages.
_SPOKEN = {
    "new Worker(": "starts a worker",
    "search/search_index.json": "loads the index",
    "type:0,data:{config:": "0: hands over the index",
    "type===1": "1: the worker is ready",
    "type:2,data:": "2: asks",
    "type===3": "3: hears the answer",
    "data-md-score": "shows the answer",
}


def check_contract(folder: Path) -> None:
    """Raise BuildStoppedError if the theme of a built site would not ask our worker, or not in the words it knows."""
    missing = list(_missing(folder))
    if missing:
        listed = "; ".join(missing)
        raise BuildStoppedError(
            Bilingual(
                f"ช่องค้นหาของธีมเปลี่ยนไปแล้ว ต่อกับระบบค้นหาของเราไม่ได้: {listed}",
                f"The theme's search box has changed and can no longer be joined to our search: {listed}",
            ),
            Bilingual(
                "ใช้ mkdocs-material รุ่นเดิม หรือแก้ overrides/main.html กับ docs/assets/search/worker.js",
                "Keep the mkdocs-material that worked, or fit overrides/main.html and docs/assets/search/worker.js.",
            ),
        )


def _missing(folder: Path) -> list[str]:
    page = (folder / "index.html").read_text(encoding="utf-8")
    config = _CONFIG.search(page)
    named = json.loads(config[1]).get("search", "") if config else ""
    missing = [] if str(named).partition("?")[0].endswith(WORKER) else [f"the page names the worker {named!r}"]
    if 'data-md-component="search"' not in page:
        missing.append("the page has no search box")
    scripts = sorted((folder / "assets" / "javascripts").glob("bundle.*.js"))
    bundle = "".join(script.read_text(encoding="utf-8") for script in scripts)
    return [*missing, *(f"the script no longer {what}" for words, what in _SPOKEN.items() if words not in bundle)]
