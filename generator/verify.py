"""The last look before publishing: every page of the built site is read, and all that is wrong is said at once."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.csp import allowed_hashes, digest
from generator.htmlpage import HtmlPage, Link, read_page
from generator.language import Bilingual
from generator.problems import BuildStoppedError
from generator.track import silent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.track import Track

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_REMOTE = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*(?:https?:)?//[^"')\s]+""", re.IGNORECASE)
_NOT_LOADED = frozenset(("canonical", "alternate", "license", "author", "me"))
_SHOWN_PAGES = 3


@dataclass(frozen=True)
class _Site:
    """The files of a site by their path, its pages as read, and its own address."""

    files: frozenset[str]
    pages: Mapping[str, HtmlPage]
    address: str
    base: str


Found = tuple[str, Bilingual]


def verify(
    site: Path, expected: Collection[str], track: Track = silent, *, site_url: str = "", csp: bool = True
) -> None:
    """Read the whole built `site` and raise BuildStoppedError, naming everything, unless it is fit to publish.

    `expected` are the pages that must be there, as paths in the site (`years/index.html`). `site_url` is the address
    the site was built for: addresses under it count as its own. `csp=False` says that it was built without a policy.
    """
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    names = sorted(name for name in files if name.endswith(".html"))
    label = Bilingual("ตรวจหน้าเว็บ", "Checking the pages")
    pages = {name: read_page((site / name).read_text(encoding="utf-8")) for name in track(label, names)}
    whole = _Site(files, pages, site_url, urlsplit(site_url).path or "/")
    found = [
        *_missing(files, expected),
        *_stylesheets(site, files),
        *(fault for name in names for fault in _page_faults(whole, name)),
        *(_policy_faults(pages) if csp else ()),
    ]
    if found:
        raise _unfit(found)


def _missing(files: Collection[str], expected: Iterable[str]) -> Iterator[Found]:
    for name in sorted(set(expected) - set(files)):
        yield name, Bilingual("หน้านี้หายไป", "this page is missing")


def _stylesheets(site: Path, files: Iterable[str]) -> Iterator[Found]:
    for name in sorted(name for name in files if name.endswith(".css")):
        for match in _REMOTE.finditer((site / name).read_text(encoding="utf-8")):
            yield name, Bilingual(f"โหลดจากเว็บอื่น {match[0]}", f"loads from another host: {match[0]}")


def _page_faults(site: _Site, name: str) -> Iterator[Found]:
    page = site.pages[name]
    for defect in page.defects:
        yield name, defect
    if not page.title or not page.language or page.headings != 1:
        yield (
            name,
            Bilingual(
                "ต้องมี <title>, <html lang> และ <h1> หนึ่งหัวข้อ", "must have a <title>, <html lang> and exactly one <h1>"
            ),
        )
    for link in sorted(page.links, key=lambda link: (link.address, link.element, link.attribute)):
        fault = _link_fault(site, name, link)
        if fault:
            yield name, fault


def _policy_faults(pages: Mapping[str, HtmlPage]) -> Iterator[Found]:
    """Hold every page to one policy: a page whose own differs was tampered with."""
    policies = sorted({tuple(page.policies) for page in pages.values()})
    policy = min((given[0] for given in policies if given), default="")
    hashes = allowed_hashes(policy)
    for name, page in pages.items():
        if page.policies != [policy] or not policy:
            yield name, Bilingual("นโยบาย CSP หายหรือต่างจากหน้าอื่น", "its content security policy is missing or differs")
        for script in page.scripts:
            if script and digest(script) not in hashes:
                text = " ".join(script.split())[:60]
                yield name, Bilingual(f"สคริปต์ในหน้าที่ไม่ได้อนุญาต: {text}", f"an inline script the policy forbids: {text}")


def _link_fault(site: _Site, name: str, link: Link) -> Bilingual | None:
    address = link.address
    if site.address and address.startswith(site.address):
        address = site.base + address[len(site.address) :].lstrip("/")
    scheme = _SCHEME.match(address)
    if scheme or address.startswith(("//", "\\")):
        return _outside_fault(link, scheme[1].lower() if scheme else "")
    path, _, anchor = address.partition("#")
    target = _target(site.base, name, path.partition("?")[0])
    if target not in site.files:
        return Bilingual(f"ลิงก์เสีย {link.address}", f"broken link: {link.address}")
    if anchor and anchor != "top" and target in site.pages and unquote(anchor) not in site.pages[target].ids:
        return Bilingual(f"ลิงก์ไปหัวข้อที่ไม่มี {link.address}", f"link to a missing place: {link.address}")
    return None


def _outside_fault(link: Link, scheme: str) -> Bilingual | None:
    if (link.element, scheme) in {("a", "mailto"), ("a", "tel"), ("img", "data")}:
        return None
    if scheme not in {"http", "https", ""}:
        return Bilingual(f"ที่อยู่ชนิดที่ห้ามใช้ {link.address}", f"an address of a forbidden kind: {link.address}")
    plain = link.element == "a" and link.attribute == "href"
    named = link.element == "link" and bool(link.rel) and set(link.rel.split()) <= _NOT_LOADED
    if not plain and not named and link.attribute != "cite":
        return Bilingual(f"โหลดจากเว็บอื่น {link.address}", f"loads from another host: {link.address}")
    if plain and not link.rel:
        return Bilingual(f"ลิงก์ไปเว็บอื่นไม่มี rel: {link.address}", f"link to another site without rel: {link.address}")
    return None


@lru_cache(maxsize=65536)
def _target(base: str, name: str, path: str) -> str:
    """Give the file that `path`, written in the page `name`, leads to; a folder leads to its index.html."""
    if not path:
        return name
    text = unquote(path)
    if text.startswith("/"):
        if not text.startswith(base):
            return text
        joined = text[len(base) :]
    else:
        joined = posixpath.join(posixpath.dirname(name), text)
    target = posixpath.normpath(joined) if joined else "."
    if target == "." or text.endswith("/") or posixpath.basename(text) in {".", ".."}:
        return posixpath.normpath(posixpath.join(target, "index.html"))
    return target


def _unfit(found: Iterable[Found]) -> BuildStoppedError:
    """Name every fault once, with the first pages that have it."""
    where: dict[Bilingual, list[str]] = {}
    for name, fault in found:
        where.setdefault(fault, []).append(name)
    lines = Bilingual(
        "\n".join(f"  - {_pages(names, 'อีก {n} หน้า')}: {fault.th}" for fault, names in where.items()),
        "\n".join(f"  - {_pages(names, '{n} more')}: {fault.en}" for fault, names in where.items()),
    )
    return BuildStoppedError(
        Bilingual(f"เว็บไซต์ที่สร้างยังเผยแพร่ไม่ได้:\n{lines.th}", f"The built site is not fit to publish:\n{lines.en}"),
        Bilingual(
            "แก้หน้าหรือแม่แบบที่ระบุ แล้วสร้างใหม่ เว็บไซต์เดิมไม่ถูกแตะต้อง",
            "Mend the pages or templates named, then build again; the site already published was not touched.",
        ),
    )


def _pages(names: list[str], more: str) -> str:
    shown = ", ".join(names[:_SHOWN_PAGES])
    rest = len(names) - _SHOWN_PAGES
    return f"{shown}, {more.replace('{n}', str(rest))}" if rest > 0 else shown
