"""The page about the portal: what it is, on what terms, and whom to tell of a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from generator.pages.page import Page
from generator.pages.site import Site
from generator.settings import Contact

_SHOWN_DOCUMENTS = ("fields.md", "import.md", "hosting.md", "why.md")


@dataclass(frozen=True)
class Way:
    """One way to reach the portal's keeper: what is shown, and the address behind it."""

    shown: str
    address: str | None


def about(site: Site) -> Iterator[Page]:
    """Yield the page about the portal."""
    ways = tuple(_ways(site.portal.contact))
    context = {"ways": ways, "documents": [name for name in _SHOWN_DOCUMENTS if name in site.documents]}
    yield Page("about.md", "pages/about.md.j2", context)


def _ways(contact: Contact) -> Iterator[Way]:
    if contact.email:
        yield Way(contact.email, f"mailto:{quote(contact.email, safe='@')}")
    if contact.phone:
        digits = re.sub(r"[^0-9+]", "", contact.phone)
        yield Way(contact.phone, f"tel:{digits}" if digits else None)
    if contact.link:
        yield Way(contact.link, contact.link)
