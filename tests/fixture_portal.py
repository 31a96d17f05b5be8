"""The small whole portal of the tests (tests/portal): fictional, every status once, judged on one fixed day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator import build as engine
from generator.load import Data, load
from generator.pages.site import Site

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "portal" / "data"
TODAY = date(2025, 3, 15)


def order(site: Path, *, csp: bool = True) -> engine.Order:
    """Order a build of the project's theme and docs into `site`."""
    return engine.Order(ROOT, site, TODAY, csp=csp)


def fixture_data() -> Data:
    """Load the fixture portal."""
    return load(DATA)


def fixture_site() -> Site:
    """Judge the fixture portal."""
    return engine.site_of(fixture_data(), order(Path("site")))
