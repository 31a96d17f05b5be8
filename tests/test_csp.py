"""The policy comes from a clean build of the theme, and the theme's settings from the portal's."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from generator import csp
from generator.htmlpage import read_page
from generator.problems import BuildStoppedError
from generator.theme import SiteSettings, build_site
from generator.verify import verify
from small_site import CONFIG, SETTINGS, TODAY, write_docs

EVIL = "<script>alert(1)</script>"
NAV = ["index.md"]


def build(folder: Path, settings: SiteSettings = SETTINGS, *, with_csp: bool = True) -> Path:
    build_site(CONFIG, folder / "docs", folder / "site", settings, TODAY, csp=with_csp, nav=NAV)
    return folder / "site"


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_hashes_come_from_the_probe_and_not_from_the_pages(tmp_path: Path) -> None:
    (write_docs(tmp_path / "docs") / "index.md").write_text(f"---\ntitle: x\n---\n# x\n\n{EVIL}\n", encoding="utf-8")
    site = build(tmp_path)
    index = read_page(read(site / "index.html"))
    assert "alert(1)" in index.scripts
    allowed = csp.allowed_hashes(index.policies[0])
    assert csp.digest("alert(1)") not in allowed
    assert {csp.digest(script) for script in index.scripts if script != "alert(1)"} <= allowed
    with pytest.raises(BuildStoppedError, match="an inline script the policy forbids"):
        verify(site, ["index.html"])


def test_the_policy_is_the_strict_one_and_stands_before_anything_it_governs(tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    text = read(build(tmp_path) / "index.html")
    policy = read_page(text).policies[0]
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert text.index("Content-Security-Policy") < min(text.index(mark) for mark in ("<script", "<link", "<title"))
    assert b"charset" in text.encode()[:1024], "a browser looks for the encoding in the first 1,024 bytes only"


@pytest.mark.parametrize("depth", csp.DEPTHS[1:])
def test_the_scripts_of_a_page_at_any_depth_are_allowed(depth: int, tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    deep = tmp_path / "docs" / Path(*["deep"] * (depth - 1)) / "page.md"
    deep.parent.mkdir(parents=True, exist_ok=True)
    deep.write_text("---\ntitle: x\n---\n# x\n", encoding="utf-8")
    verify(build(tmp_path), [("deep/" * (depth - 1)) + "page/index.html"])


def test_the_probe_is_built_once_and_again_when_the_configuration_changes(tmp_path: Path) -> None:
    built: list[Path] = []

    def probe(docs: Path, site: Path) -> None:
        assert len(list(docs.rglob("*.md"))) == len(csp.DEPTHS)
        site.mkdir()
        (site / "index.html").write_text(f"<script>theme({len(built)})</script><script src=x></script>")
        built.append(site)

    cache = tmp_path / "csp.json"
    first = csp.policy_for(b"a", cache, probe)
    assert csp.policy_for(b"a", cache, probe) == first
    assert len(built) == 1
    assert csp.policy_for(b"b", cache, probe) != first
    cache.write_text('{"key": "cut short by a ki', encoding="utf-8")
    csp.policy_for(b"b", cache, probe)
    assert len(built) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["csp.json"]


def test_only_scripts_that_a_browser_runs_are_hashed() -> None:
    given = ("<script>a", "<script src=x>", "<script type=application/json>b", "<script type=module>c")
    assert csp.inline_scripts("</script>".join([*given, ""])) == ("a", "c")


def test_the_policy_can_be_left_out(tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    assert "Content-Security-Policy" not in read(build(tmp_path, with_csp=False) / "index.html")
    assert not (tmp_path / "csp.json").exists()


def test_texts_of_the_settings_and_of_front_matter_are_text(tmp_path: Path) -> None:
    """Front matter is escaped by whoever writes it; where our own templates print it, an unescaped one does no harm."""
    write_docs(tmp_path / "docs")
    head = '---\ntitle: "ก &lt;b&gt; &amp;amp; ข"\ndescription: "x \\" > <i>y</i>"\n---\n# x\n'
    (tmp_path / "docs" / "index.md").write_text(head, encoding="utf-8")
    (tmp_path / "docs" / "other.md").write_text(head, encoding="utf-8")
    site = build(tmp_path, SiteSettings(f'</title>{EVIL}"&amp;', "th", description=f'">{EVIL}'))
    for path in ("index.html", "other/index.html", "404.html"):
        page = read_page(read(site / path))
        assert page.defects == []
        assert not any("alert" in script for script in page.scripts)
    assert f'</title>{EVIL}"&amp;' in read_page(read(site / "index.html")).title
    assert read_page(read(site / "other" / "index.html")).title.startswith("ก <b> &amp; ข · ")
    assert '<meta name="description" content="x &#34; &gt; y">' in read(site / "other" / "index.html")
    raw = "---\ntitle: x </title><i>\n---\n# x\n"
    (tmp_path / "docs" / "other.md").write_text(raw, encoding="utf-8")
    assert "<title>x · " in read(build(tmp_path) / "other" / "index.html")


@pytest.mark.parametrize(
    ("language", "words"), [("th", ("ไม่พบหน้านี้", "สลับเป็นโหมดมืด")), ("en", ("Page not found", "dark mode"))]
)
def test_the_theme_speaks_the_language_of_the_settings(language: str, words: tuple[str, str], tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    text = read(build(tmp_path, SiteSettings("t", "th" if language == "th" else "en")) / "404.html")
    assert f'<html lang="{language}"' in text
    assert all(word in text for word in words)


def test_a_page_in_another_language_says_so(tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    (tmp_path / "docs" / "why.md").write_text("---\ntitle: Why\nlang: en\n---\n# Why\n", encoding="utf-8")
    assert '<div lang="en">' in read(build(tmp_path) / "why" / "index.html")


def test_links_of_the_404_page_start_at_the_root_of_the_site(tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    address = "https://example.org/portal/"
    site = build(tmp_path, SiteSettings("t", "th", address))
    links = {link.address for link in read_page(read(site / "404.html")).links}
    assert all(address.startswith(("/portal/", "#", "https://")) for address in links)
    assert any(address.startswith("/portal/assets/") for address in links)
    verify(site, ["404.html"], site_url=address)


def test_the_date_of_the_build_is_the_one_given(tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    before = dict(os.environ)
    settings = SiteSettings("t", "th", "https://example.org/")
    build_site(CONFIG, tmp_path / "docs", tmp_path / "site", settings, date(2001, 2, 3), nav=NAV)
    assert "<lastmod>2001-02-03</lastmod>" in read(tmp_path / "site" / "sitemap.xml")
    assert dict(os.environ) == before


def test_every_warning_of_the_builder_stops_the_build(tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    (tmp_path / "docs" / "index.md").write_text(
        "# x\n\n[a](gone.md) [b](#gone) [c](years/index.md#no)\n", encoding="utf-8"
    )
    with pytest.raises(BuildStoppedError) as stopped:
        build(tmp_path)
    for part in ("gone.md", "'#gone'", "years/index.md#no"):
        assert part in stopped.value.message.en
        assert part in stopped.value.message.th


def test_a_page_missing_from_the_navigation_stops_the_build(tmp_path: Path) -> None:
    write_docs(tmp_path / "docs")
    with pytest.raises(BuildStoppedError, match=r"agencies/index\.md"):
        build_site(CONFIG, tmp_path / "docs", tmp_path / "site", SETTINGS, TODAY)
