"""From a data folder to a published site: pages are planned, written, built, verified, and swapped in."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from generator import pages
from generator.language import Bilingual
from generator.load import Data
from generator.pages.site import Site
from generator.problems import BuildStoppedError
from generator.progress import judge
from generator.publish import manifest, swap, workspace
from generator.search import index
from generator.suggestions import confirmed
from generator.theme import SiteSettings, build_site
from generator.track import Track, silent
from generator.verify import verify

_OWN_PAGES = frozenset({"404.html"})


@dataclass(frozen=True)
class Order:
    """What to build: the project's folder, the site to replace, the day to judge by, and how."""

    root: Path
    site: Path
    today: date
    repository: str | None = None
    """Web address of the repository and …"""
    site_url: str | None = None
    """… of the site, where they are not those of portal.yml."""
    csp: bool = True
    track: Track = silent


@dataclass(frozen=True)
class Built:
    """How many pages a build made, and how many of them had changed since the last one."""

    pages: int
    changed: int


def build(data: Data, order: Order) -> Built:
    """Build and publish the portal; raises BuildStoppedError, and then the old site is whole.

    `data` must be free of errors, which the command line sees to.
    """
    site = site_of(data, order)
    with workspace(order.site) as work:
        planned = plan(site, order.root / "docs", order.track)
        changed = write(work / "docs", planned, order.track)
        fresh = work / "site"
        settings = _settings(site)
        # MkDocs tells nothing of how far it is: the step is followed as a whole.
        for docs in order.track(Bilingual("สร้างเว็บไซต์ด้วย MkDocs", "Building the site with MkDocs"), [work / "docs"]):
            build_site(order.root / "mkdocs.yml", docs, fresh, settings, order.today, csp=order.csp)
        index(site, fresh, work / "search", order.track)
        verify(fresh, html_paths(planned), order.track, site_url=settings.site_url, csp=order.csp)
        manifest(fresh)
        swap(fresh, order.site)
    return Built(sum(path.endswith(".md") for path in planned), changed)


def site_of(data: Data, order: Order) -> Site:
    """Judge every report and gather what the pages are made from."""
    portal, agencies, plan_ = data.portal.form, data.agencies.form, data.plan.form
    if portal is None or agencies is None or plan_ is None:
        raise BuildStoppedError(
            Bilingual("ไฟล์ตั้งค่าใน data/ ยังมีข้อผิดพลาด", "The reference lists in data/ have errors."),
            Bilingual("สั่ง prongsai check แล้วแก้ตามที่บอก", "Run `prongsai check` and mend what it says."),
        )
    judged = tuple(
        judge(confirmed(document.form), _in_repository(document.path, order.root), portal, order.today)
        for document in order.track(Bilingual("ตัดสินสถานะ", "Judging"), data.reports)
        if document.form is not None
    )
    portal = replace(portal, site_url=order.site_url or portal.site_url)
    repository = (order.repository or portal.repository or "").rstrip("/").removesuffix(".git") or None
    documents = frozenset(path for path in _handwritten(order.root / "docs") if path.endswith(".md"))
    return Site(portal, agencies.agencies, plan_, judged, order.today, repository, documents)


def plan(site: Site, handwritten: Path, track: Track = silent) -> dict[str, bytes]:
    """Give every file of the docs folder: the pages made from `site`, and the hand-written ones beside them."""
    made = pages.plan(site, track)
    own = _handwritten(handwritten)
    clashes = sorted(made.keys() & own.keys())
    if clashes:
        raise BuildStoppedError(
            Bilingual(
                f"ไฟล์ใน docs/ ชนกับหน้าที่สร้าง: {', '.join(clashes)}",
                f"Files in docs/ clash with made pages: {', '.join(clashes)}",
            ),
            Bilingual("เปลี่ยนชื่อไฟล์ใน docs/", "Rename them in docs/."),
        )
    return own | {path: text.encode() for path, text in made.items()}


def write(folder: Path, planned: Mapping[str, bytes], track: Track = silent) -> int:
    """Make `folder` hold exactly the planned files, touching only what differs; gives how many it wrote."""
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in planned:
            path.unlink()
    items = sorted(planned.items())
    return sum(
        _write_one(folder / path, content) for path, content in track(Bilingual("เขียนหน้า", "Writing pages"), items)
    )


def html_paths(planned: Iterable[str]) -> frozenset[str]:
    """Give the files that the site must hold for the planned Markdown pages."""
    names = (path.removesuffix(".md") for path in planned if path.endswith(".md"))
    found = {f"{name}.html" if PurePosixPath(name).name == "index" else f"{name}/index.html" for name in names}
    return frozenset(found | _OWN_PAGES)


def _in_repository(path: str, root: Path) -> str:
    """Give the path that the forge knows the file by; one outside the project keeps its own name."""
    inside = Path(path).resolve()
    return inside.relative_to(root.resolve()).as_posix() if inside.is_relative_to(root.resolve()) else inside.name


def _write_one(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _handwritten(folder: Path) -> dict[str, bytes]:
    """Read regular files only: a link in docs/ must not publish what it points to."""
    files = (path for path in sorted(folder.rglob("*")) if stat.S_ISREG(path.lstat().st_mode))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if not path.name.startswith(".")}


def _settings(site: Site) -> SiteSettings:
    portal = site.portal
    description = f"{portal.title} – {portal.organisation}"
    return SiteSettings(
        portal.title,
        site.language,
        portal.site_url or "",
        site.repository or "",
        description,
        portal.notice or "",
        opensearch=bool(portal.site_url),
    )
