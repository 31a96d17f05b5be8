"""A site with any defect is not published, and all defects are named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.csp import digest, policy_text
from generator.problems import BuildStoppedError
from generator.verify import verify
from small_site import EXPECTED, publish_docs, write_docs

SCRIPT = "allowed()"
POLICY = policy_text([digest(SCRIPT)])
HEAD = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>t</title>'


def page(body: str = "", *, head: str = HEAD, language: str = ' lang="th"') -> str:
    return f'<!doctype html><html{language}><head>{head}</head><body><h1 id="top">t</h1>{body}</body></html>'


def write(site: Path, **pages: str) -> Path:
    for name, text in ({"index": page()} | pages).items():
        path = site / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (site / "picture.svg").write_text("<svg/>", encoding="utf-8")
    return site


def faults(site: Path, *, site_url: str = "", csp: bool = True) -> str:
    """Give what stops the site from being published; nothing for a sound one."""
    try:
        verify(site, ["index.html"], site_url=site_url, csp=csp)
    except BuildStoppedError as stopped:
        return stopped.message.en
    return ""


@pytest.mark.parametrize(
    "body",
    [
        '<a href="deep/">in</a> <a href="deep/#place">to a place</a> <a href="#top">up</a> <a href="#">top</a>',
        '<a href="deep/?q=1#%E0%B8%81">a Thai place</a> <a href="./">here</a> <a href="picture.svg">file</a>',
        '<img src="picture.svg" alt="" srcset="picture.svg 1x, picture.svg 2x"><img src="data:image/png,x" alt="">',
        '<a href="https://example.org/" rel="noopener">o</a> <a href="mailto:a@example.org">m</a> <a href="tel:1"></a>',
        f"<script>{SCRIPT}</script><script type='application/ld+json'>{{}}</script>",
        "<p>a<br>b<br/>c</p><ul><li>1</li></ul><svg><path d='M0'/><g><a href='#top'><text>x</text></a></g></svg>",
        "<details><summary>s</summary><p>x</p></details><table><tr><th>a</th></tr></table>",
    ],
)
def test_a_sound_page_passes(body: str, tmp_path: Path) -> None:
    site = write(tmp_path, index=page(body), deep__index=page('<a href="../">back</a><i id="place"></i><i id="ก"></i>'))
    assert faults(site) == ""


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="gone/">x</a>', "broken link: gone/"),
        ('<a href="deep">x</a>', "broken link: deep"),
        ('<a href="../index.html">x</a>', "broken link: ../index.html"),
        ('<a href="/gone">x</a>', "broken link: /gone"),
        ('<img src="gone.png" alt="">', "broken link: gone.png"),
        ('<img src="picture.svg" srcset="picture.svg 1x, gone.svg 2x" alt="">', "broken link: gone.svg"),
        ('<a href="#gone">x</a>', "link to a missing place: #gone"),
        ('<a href="deep/#gone">x</a>', "link to a missing place: deep/#gone"),
        ("<div><p>x</div>", "<p> is not closed"),
        ("<div>", "<div> is not closed"),
        ("</div>", "</div> closes nothing"),
        ("<b><i>x</b></i>", "<i> is not closed"),
        ("<div/>", "<div/> does not close itself"),
        ("<p><div>x</div></p>", "<div> stands inside <p>"),
        ('<a href="#top"><b><a href="#top">x</a></b></a>', "<a> stands inside <a>"),
        ("<div><li>x</li></div>", "<li> cannot stand in <div>"),
        ("<table><td>x</td></table>", "<td> cannot stand in <table>"),
        ('<i id="a"></i><i id="a"></i>', 'the id "a" is used twice'),
        ('<i class="a" class="b"></i>', "<i> repeats an attribute"),
        ("<h1>two</h1>", "exactly one <h1>"),
        ('<img src="https://example.org/x.png" alt="">', "loads from another host: https://example.org/x.png"),
        ('<script src="//example.org/x.js"></script>', "loads from another host: //example.org/x.js"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "loads from another host"),
        ('<a href="https://example.org/">x</a>', "link to another site without rel: https://example.org/"),
        ('<a href="//example.org/">x</a>', "link to another site without rel"),
        ('<a href="java&#10;script:x()">x</a>', "an address of a forbidden kind: javascript:x()"),
        ('<a href=" data:text/html,x">x</a>', "an address of a forbidden kind"),
        ("<script>injected()</script>", "an inline script the policy forbids: injected()"),
        ("<script type=module>injected()</script>", "an inline script the policy forbids: injected()"),
        ('<img src="picture.svg" alt="" onerror="x()">', 'the attribute "onerror" is not allowed'),
        ('<i style="color:red"></i>', 'the attribute "style" is not allowed'),
        ("<style>i{}</style>", "<style> is not allowed"),
        ('<iframe src="deep/index.html"></iframe>', "<iframe> is not allowed"),
        ('<meta http-equiv="refresh" content="0;url=deep/">', "this <meta http-equiv> is not allowed"),
        ('<base href="deep/">', "<base> is not allowed"),
    ],
)
def test_every_kind_of_defect_is_found(body: str, fault: str, tmp_path: Path) -> None:
    site = write(tmp_path, index=page(body), deep__index=page())
    lines = [line for line in faults(site).splitlines() if line.startswith("  - index.html: ")]
    assert any(fault in line for line in lines), faults(site)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (page(head=HEAD.replace("<title>t</title>", "")), "must have a <title>"),
        (page(language=""), "must have a <title>, <html lang>"),
        (page(head="<title>t</title>"), "its content security policy is missing"),
        (page(head=HEAD.replace("img-src 'self'", "img-src *")), "its content security policy is missing or differs"),
    ],
)
def test_the_head_of_a_page_must_be_right(text: str, fault: str, tmp_path: Path) -> None:
    assert fault in faults(write(tmp_path, deep__index=text))


def test_a_stylesheet_that_loads_from_another_host_is_found(tmp_path: Path) -> None:
    (write(tmp_path) / "x.css").write_text('@import "//example.org/a"; i{background:url(https://example.org/b)}')
    assert faults(tmp_path).count("loads from another host") == 2


def test_a_missing_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text(page(), encoding="utf-8")
    assert "index.html: this page is missing" in faults(tmp_path)


def test_all_defects_of_all_pages_are_named_at_once_and_each_only_once(tmp_path: Path) -> None:
    pages = {f"page{number}": page('<a href="gone/">x</a>') for number in range(5)}
    said = faults(write(tmp_path, **pages, other=page("<div>")))
    assert said.count("broken link: gone/") == 1
    assert "page0.html, page1.html, page2.html, 2 more" in said
    assert "other.html: <div> is not closed" in said


def test_addresses_under_the_sites_own_address_are_its_own(tmp_path: Path) -> None:
    body = '<a href="https://example.org/portal/deep/">x</a> <a href="/portal/deep/">y</a>'
    site = write(tmp_path, index=page(body), deep__index=page())
    assert faults(site, site_url="https://example.org/portal/") == ""
    (site / "deep" / "index.html").unlink()
    assert faults(site, site_url="https://example.org/portal/").count("broken link") == 2


def test_without_a_policy_only_the_policy_goes_unchecked(tmp_path: Path) -> None:
    site = write(tmp_path, index=page('<a href="gone">x</a><script>x()</script>', head="<title>t</title>"))
    assert "broken link: gone" in faults(site, csp=False)
    assert "policy" not in faults(site, csp=False)


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    seen: list[str] = []

    def track(_label: object, items: list[str]) -> list[str]:
        seen.extend(items)
        return items

    verify(write(tmp_path, other=page()), [], track)  # type: ignore[arg-type]
    assert seen == ["index.html", "other.html"]


def test_the_themes_own_pages_are_sound_and_an_injected_script_is_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish_docs(write_docs(tmp_path / "docs"), site)
    verify(site, EXPECTED)
    index = site / "index.html"
    index.write_text(index.read_text(encoding="utf-8").replace("</h1>", "</h1><script>alert(1)</script>", 1))
    with pytest.raises(BuildStoppedError, match=r"an inline script the policy forbids: alert\(1\)"):
        verify(site, EXPECTED)
