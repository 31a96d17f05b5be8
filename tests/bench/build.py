"""How long a build takes: `python tests/bench/build.py [REPORTS]`. Prints seconds and ratios, asserts nothing.

Reports are copies of the real one with other ids, spread over agencies, so their length is that of the real thing.
"""

from __future__ import annotations

import dataclasses
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator import build as engine
from generator import rules
from generator.canonical import write
from generator.load import load
from generator.settings import Agencies, Agency

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
REPORTS_AN_AGENCY = 30


def main() -> None:
    """Build a generated portal three times: from nothing, again, and with one report changed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        data, site = Path(folder) / "data", Path(folder) / "site"
        generate(data, count)
        cold = timed(f"{count} reports, from nothing", lambda: run(data, site))
        again = timed("again, nothing changed", lambda: run(data, site))
        changed = next((data / "reports").rglob("*.yml"))
        changed.write_text(changed.read_text(encoding="utf-8").replace("3.00", "4.00"), encoding="utf-8")
        one = timed("again, one report changed", lambda: run(data, site))
        weights = sorted(path.stat().st_size for path in site.rglob("index.html"))
        checked = timed("check alone", lambda: rules.check(load(data), TODAY))
    print(
        f"a report: {1000 * cold / count:.1f} ms; "
        f"second ÷ first {again / cold:.2f}; one changed ÷ first {one / cold:.2f}"
    )
    print(
        f"check: {1000 * checked / count:.1f} ms a report; "
        f"page of the median: {weights[len(weights) // 2] / 1000:.1f} kB"
    )
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def generate(data: Path, count: int) -> None:
    """Write `count` copies of the real report below `data`."""
    real = load(ROOT / "data")
    original = next(document.form for document in real.reports if document.form)
    agencies = tuple(
        Agency(code=f"{code:04}", name=f"หน่วยงาน {code}") for code in range(100, 101 + count // REPORTS_AN_AGENCY)
    )
    put(data / "portal.yml", write(real.portal.form))
    put(data / "plan.yml", write(real.plan.form))
    put(data / "agencies.yml", write(Agencies(agencies=agencies)))
    for number in range(count):
        agency = agencies[number // REPORTS_AN_AGENCY].code
        report = dataclasses.replace(original, agency=agency, id=f"{agency}-{number}")
        put(data / "reports" / "2564" / agency / f"{report.id}.yml", write(report))


def put(path: Path, text: str) -> None:
    """Write one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(data: Path, site: Path) -> None:
    """Do what `prongsai build` does."""
    loaded = load(data)
    rules.check(loaded, TODAY)
    engine.build(loaded, engine.Order(ROOT, site, TODAY))


def timed(label: str, work: Callable[[], object]) -> float:
    """Do the work, print and give its seconds."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{label}: {seconds:.2f} s", flush=True)
    return seconds


if __name__ == "__main__":
    main()
