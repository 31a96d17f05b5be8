"""The site builder: the only module that knows MkDocs and the Material theme.

Titles and descriptions reach the theme escaped, because it prints them as they are: front matter holds them escaped
already, and what comes from the settings is escaped here.
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator.csp import policy_for, probe_paths
from generator.language import Bilingual, Language
from generator.problems import BuildStoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

_WORDS = {
    "home": Bilingual("ไปหน้าแรก", "Go to the home page"),
    "made_with": Bilingual("สร้างด้วย Prongsai และ", "Made with Prongsai and"),
    "not_found": Bilingual("ไม่พบหน้านี้", "Page not found"),
    "search_page": Bilingual("ค้นหาแบบกรองตามปี หน่วยงาน และสถานะ", "Search with filters: year, agency, status"),
    "not_found_why": Bilingual(
        "ที่อยู่นี้ไม่มีในเว็บไซต์ อาจพิมพ์ผิดหรือหน้าถูกย้ายไปแล้ว",
        "There is nothing at this address. It may be mistyped, or the page may have moved.",
    ),
    "repository": Bilingual("ข้อมูลและซอร์สโค้ด", "Data and source code"),
}
_SWITCHES = (
    Bilingual("สลับเป็นโหมดสว่าง", "Switch to light mode"),
    Bilingual("สลับเป็นโหมดมืด", "Switch to dark mode"),
    Bilingual("สลับไปใช้โหมดตามระบบ", "Switch to the system's mode"),
)
_PERMALINK = Bilingual("ลิงก์ถาวรมายังหัวข้อนี้", "Permanent link to this heading")


class _SearchBoxConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves the making of classes untyped
    enabled = config_options.Type(bool, default=True)


class _SearchBox(BasePlugin[_SearchBoxConfig]):  # type: ignore[no-untyped-call]  # the same
    """Does nothing: the theme shows its search box only where a plugin of this name is, and ours needs no plugin."""


@dataclass(frozen=True)
class SiteSettings:
    """What the portal's settings say about the site as a whole; an empty address means none."""

    title: str
    language: Language = "th"
    site_url: str = ""
    repository: str = ""
    description: str = ""
    notice: str = ""
    """Stands above every page, such as: this is fictional data."""
    opensearch: bool = False
    """Whether `search/opensearch.xml` tells browsers how to search the site."""


@dataclass(frozen=True)
class _Build:
    config_file: Path
    settings: SiteSettings
    nav: Sequence[str] | None = None
    extra: dict[str, str] = field(default_factory=dict)


def build_site(  # noqa: PLR0913 - the folders and settings of one site; there is no smaller whole to name
    config_file: Path,
    docs: Path,
    site: Path,
    settings: SiteSettings,
    today: date,
    *,
    csp: bool = True,
    nav: Sequence[str] | None = None,
) -> None:
    """Build the Markdown under `docs` into `site`; the same pages and `today` give the same bytes.

    `nav` replaces the navigation of the configuration, for a folder that holds other pages. Any warning of the builder
    raises BuildStoppedError. `csp=False` leaves the content security policy out, to test that nothing depends on it.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with _reproducible(today), _warnings_stop():
        extra = {"csp": _policy(config_file, site.parent, settings)} if csp else {}
        _render(_Build(config_file, settings, nav, extra), docs, site)


def _policy(config_file: Path, work: Path, settings: SiteSettings) -> str:
    probe = _Build(config_file, settings, probe_paths())
    return policy_for(_fingerprint(config_file, settings), work / "csp.json", partial(_render, probe))


def _fingerprint(config_file: Path, settings: SiteSettings) -> bytes:
    """Stand for everything that can change the theme's own scripts."""
    versions = [f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "jinja2")]
    root = config_file.parent
    files = [config_file, *sorted(path for path in (root / "overrides").rglob("*") if path.is_file())]
    texts = [path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() for path in files]
    return b"\0".join([*(text.encode() for text in versions), repr(settings).encode(), *texts])


def _render(build: _Build, docs: Path, site: Path) -> None:
    config = _config(build, docs, site)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


def _config(build: _Build, docs: Path, site: Path) -> MkDocsConfig:
    settings = build.settings
    given: dict[str, Any] = {"nav": list(build.nav)} if build.nav is not None else {}
    config = load_config(
        config_file=str(build.config_file),
        docs_dir=str(docs.absolute()),
        site_dir=str(site.absolute()),
        site_name=escape(settings.title),
        site_description=escape(settings.description),
        site_url=settings.site_url,
        **given,
    )
    box = config.plugins["material/search"] = _SearchBox()
    box.load_config({})
    _speak(config, settings.language)
    words = {name: text.say(settings.language) for name, text in _WORDS.items()}
    config.extra.update(build.extra, words=words, repository=settings.repository, notice=settings.notice)
    config.extra.update(opensearch=settings.opensearch, search_page=(docs / "search.md").is_file())
    return config


def _speak(config: MkDocsConfig, language: Language) -> None:
    config.theme["language"] = language
    for option, name in zip(config.theme["palette"], _SWITCHES, strict=True):
        option["toggle"]["name"] = name.say(language)
    config.mdx_configs["toc"]["permalink_title"] = _PERMALINK.say(language)


@contextmanager
def _reproducible(today: date) -> Iterator[None]:
    """Let the builder take `today` for the time of the build, and keep the theme's announcements out of the log."""
    midnight = datetime.combine(today, time(), UTC)
    ours = {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Collected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _warnings_stop() -> Iterator[None]:
    """Turn whatever the builder warns about, and then what it raises itself, into one BuildStoppedError."""
    log, seen = logging.getLogger("mkdocs"), _Collected()
    propagate, log.propagate = log.propagate, False
    log.addHandler(seen)
    try:
        yield
    except MkDocsException as error:
        raise _stopped([*seen.lines, str(error)]) from error
    finally:
        log.removeHandler(seen)
        log.propagate = propagate
    if seen.lines:
        raise _stopped(seen.lines)


def _stopped(lines: Sequence[str]) -> BuildStoppedError:
    listed = "\n".join(f"  - {line}" for line in dict.fromkeys(line for line in lines if line))
    return BuildStoppedError(
        Bilingual(f"โปรแกรมสร้างเว็บไซต์พบปัญหา:\n{listed}", f"The site builder found problems:\n{listed}"),
        Bilingual("แก้หน้าหรือการตั้งค่าที่ระบุ แล้วสร้างใหม่", "Mend the pages or settings named, then build again."),
    )


class _LiveServer(LiveReloadServer):
    """Takes its port before `serve` runs it: nobody waits for a build to hear then that the port is taken."""

    _taken = False

    def server_bind(self) -> None:
        if not self._taken:
            super().server_bind()

    def server_activate(self) -> None:
        if not self._taken:
            super().server_activate()
        self._taken = True


def live_server(builder: Callable[[], None], site: Path, port: int) -> LiveReloadServer:
    """Give a server of `site` on this machine that calls `builder` when a watched path changes; `serve` runs it.

    It holds the port already, one of the system's choice for 0. Raises BuildStoppedError where the port is taken.
    """
    server = _LiveServer(builder, host="127.0.0.1", port=port, root=str(site.resolve()))
    try:
        server.server_bind()
        server.server_activate()
    except OSError as error:
        server.server_close()
        raise BuildStoppedError(
            Bilingual(f"ใช้พอร์ต {port} ไม่ได้: {error.strerror}", f"Port {port} cannot be used: {error.strerror}"),
            Bilingual(
                "เลือกพอร์ตอื่นด้วย --port เช่น --port 8001 หรือปิดโปรแกรมที่ใช้พอร์ตนี้อยู่",
                "Choose another with --port, such as --port 8001, or end the program that uses it.",
            ),
        ) from error
    return server
