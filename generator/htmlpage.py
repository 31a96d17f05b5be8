"""Reading one built page strictly: a browser forgives everything, this reader says what it would have to forgive."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.csp import runs
from generator.language import Bilingual

Attributes = list[tuple[str, str | None]]

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_FOREIGN = frozenset(("svg", "math"))
# A browser closes an open paragraph in front of these, and what follows stands outside it.
_ENDS_PARAGRAPH = frozenset(
    (
        "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
        "search", "section", "table", "ul",
    )
)  # fmt: skip
_PARENTS = {
    "li": frozenset(("ul", "ol", "menu")),
    "dt": frozenset(("dl", "div")),
    "dd": frozenset(("dl", "div")),
    "caption": frozenset(("table",)),
    "thead": frozenset(("table",)),
    "tbody": frozenset(("table",)),
    "tfoot": frozenset(("table",)),
    "tr": frozenset(("thead", "tbody", "tfoot", "table")),
    "td": frozenset(("tr",)),
    "th": frozenset(("tr",)),
}
_NOT_IN_ITSELF = frozenset(("a", "button", "form", "label", "main", "option"))
# These load a page or run a program that the site does not hold.
_BANNED = frozenset(("applet", "base", "embed", "frame", "iframe", "object", "style"))
_ADDRESSES = frozenset(("href", "src", "action", "formaction", "poster", "data", "background", "cite", "xlink:href"))
_PLACELESS = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True)
class Link:
    """One address in a page: the element and attribute that hold it, and the element's `rel`."""

    element: str
    attribute: str
    address: str
    rel: str = ""


@dataclass
class HtmlPage:
    """What one page holds that has to fit the rest of the site, and what is wrong with the page itself."""

    ids: set[str] = field(default_factory=set)
    links: set[Link] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    headings: int = 0
    title: str = ""
    language: str = ""
    defects: list[Bilingual] = field(default_factory=list)


def read_page(text: str) -> HtmlPage:
    """Read the text of a page; nothing in it is repaired."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.finish()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = HtmlPage()
        self._open: list[tuple[str, int]] = []
        self._foreign = 0
        self._script = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._look(tag, attrs)
        if tag in VOID:
            return
        self._open.append((tag, self.getpos()[0]))
        if tag in _FOREIGN:
            self._foreign += 1
        elif tag == "script" and runs(attrs):
            self._script = True
            self.page.scripts.append("")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self._look(tag, attrs)
        if not self._foreign and tag not in VOID and tag not in _FOREIGN:
            self._say(f"<{tag}/> ไม่ปิดตัวเองใน HTML", f"<{tag}/> does not close itself in HTML")
            self._open.append((tag, self.getpos()[0]))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
            self._foreign -= tag in _FOREIGN
            self._script = False
        elif any(tag == name for name, _ in self._open):
            while self._open[-1][0] != tag:
                self._unclosed(*self._open.pop())
            self.handle_endtag(tag)
        else:
            self._say(f"</{tag}> ไม่มีแท็กเปิด", f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self._script:
            self.page.scripts[-1] += data
        elif self._open and self._open[-1][0] == "title" and not self._foreign:
            self.page.title += data.strip()

    def finish(self) -> None:
        for name, line in self._open:
            self._unclosed(name, line)

    def _say(self, th: str, en: str, line: int = 0) -> None:
        at = line or self.getpos()[0]
        self.page.defects.append(Bilingual(f"{th} (บรรทัด {at})", f"{en} (line {at})"))

    def _unclosed(self, tag: str, line: int) -> None:
        self._say(f"<{tag}> ไม่ถูกปิด", f"<{tag}> is not closed", line)

    def _look(self, tag: str, attrs: Attributes) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self._say(f"<{tag}> มีแอตทริบิวต์ซ้ำ", f"<{tag}> repeats an attribute")
        if not self._foreign:
            self._place(tag)
        self._forbidden(tag, given)
        self._note(tag, given)

    def _place(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        parent = names[-1] if names else ""
        if tag in _ENDS_PARAGRAPH and "p" in names:
            self._say(f"<{tag}> อยู่ใน <p>", f"<{tag}> stands inside <p>")
        if tag in _NOT_IN_ITSELF and tag in names:
            self._say(f"<{tag}> อยู่ใน <{tag}>", f"<{tag}> stands inside <{tag}>")
        if tag in _PARENTS and parent not in _PARENTS[tag]:
            self._say(f"<{tag}> อยู่ใน <{parent}> ไม่ได้", f"<{tag}> cannot stand in <{parent}>")

    def _forbidden(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in _BANNED:
            self._say(f"ห้ามใช้ <{tag}>", f"<{tag}> is not allowed")
        for name in given:
            if name.startswith("on") or name in {"style", "srcdoc", "ping"}:
                self._say(f'ห้ามใช้แอตทริบิวต์ "{name}"', f'the attribute "{name}" is not allowed')
        if tag == "meta" and (given.get("http-equiv") or "").strip().lower() not in {"", "content-security-policy"}:
            self._say("ห้ามใช้ <meta http-equiv> นี้", "this <meta http-equiv> is not allowed")

    def _note(self, tag: str, given: dict[str, str | None]) -> None:
        page = self.page
        for name in ("id", *(("name",) if tag == "a" else ())):
            self._identify(given.get(name), name)
        for name in given.keys() & _ADDRESSES:
            page.links.add(Link(tag, name, _PLACELESS.sub("", given[name] or ""), given.get("rel") or ""))
        for address in (given.get("srcset") or "").split(","):
            if address.strip():
                page.links.add(Link(tag, "srcset", address.split()[0]))
        if tag == "html":
            page.language = given.get("lang") or ""
        elif tag == "h1":
            page.headings += 1
        elif tag == "meta" and (given.get("http-equiv") or "").strip().lower() == "content-security-policy":
            page.policies.append(given.get("content") or "")

    def _identify(self, value: str | None, attribute: str) -> None:
        if value is None:
            return
        if attribute == "id" and value in self.page.ids:
            self._say(f'id ซ้ำ "{value}"', f'the id "{value}" is used twice')
        self.page.ids.add(value)
