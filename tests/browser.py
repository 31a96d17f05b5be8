"""A real browser on a site served from this machine: what it asked for, what it complained of, what a page violates."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from find_browser import find_browser

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The site lies under a sub-path, as on the project pages of a forge.
PREFIX = "/portal/"
_WATCH = """
window.__violations = [];
document.addEventListener('securitypolicyviolation',
    event => window.__violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PREFIX))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is missing with the site's own page, as a static host does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site on the loopback address; gives the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser found on this machine; a missing one fails the test."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watched:
    """A page with all that went wrong on it so far."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Open a page of the site and wait until it and its fonts are there."""
        self.page.goto(self.home + path, wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => true)")

    def faults(self) -> list[str]:
        """Give console errors, uncaught exceptions, requests to other hosts, dialogs and policy violations."""
        violations: list[str] = self.page.evaluate("window.__violations")
        return [*self.complaints, *violations]


def _refuse_dialog(tab: Watched, dialog: Dialog) -> None:
    tab.complaints.append(f"dialog: {dialog.message}")
    dialog.dismiss()


@contextmanager
def watched(
    browser: Browser, home: str, *, width: int = 1280, scheme: str = "light", scripts: bool = True
) -> Iterator[Watched]:
    """Open a tab of a given width and colour scheme that notes whatever goes wrong."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
        locale="th-TH",
    )
    page = context.new_page()
    if scripts:
        page.add_init_script(_WATCH)
    tab = Watched(page, home)
    origin = home.removesuffix(PREFIX)
    page.on("console", lambda m: tab.complaints.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: tab.complaints.append(f"uncaught: {error}"))
    page.on("dialog", partial(_refuse_dialog, tab))
    page.on("request", lambda r: None if r.url.startswith((origin, "data:", "blob:")) else tab.complaints.append(r.url))
    try:
        yield tab
    finally:
        context.close()
