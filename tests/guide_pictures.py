"""The pictures of the guide to importing: `python tests/guide_pictures.py` (`make pictures`) draws them anew.

Every word in them comes from the real form, from the program's own output on it, or is a label of the picture. A scene
is HTML of one phone's width; a browser draws it in light and dark as WebP. What the scenes were is kept as
digests, so that a test can tell, without a browser, when the program says something else than the pictures.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
import tempfile
from datetime import date
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

from browser import chromium, serving
from generator import build as engine
from generator.load import load
from guide_example import DRAFT, FORM, OLD, ROOT, SUGGESTED, confirm, lay_out, said

FOLDER = ROOT / "docs" / "assets" / "guide"
SCENES = Path(__file__).parent / "pictures"
KEPT = SCENES / "digests.json"
SCHEMES = ("light", "dark")
MOST_BYTES = 60_000
WIDTH = 360
REPORT = "2564/0100/0100-814/"
TODAY = date(2026, 11, 22)
_PAPER_HEIGHT = 440
_PAPER_STYLE = "body { border: 2px solid #7b8d96; border-bottom: 0; font-size: 13px; padding: 14px; }"
_PAGE_HEIGHT = 640
_FRAME = """body::after { border: 2px solid #7b8d96; border-bottom: 0; content: ""; inset: 0; pointer-events: none;
position: fixed; z-index: 99; }"""
# Two dots for each of the page's: so letters stay sharp at a quality that makes a third of what a PNG weighs.
_AS_WEBP = """async png => {
  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = Object.assign(document.createElement('canvas'), {width: picture.width, height: picture.height});
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL('image/webp', 0.75).split(',')[1];
}"""


def scenes(folder: Path) -> dict[str, str]:
    """Import the real form in a folder laid out for it, and give each scene as HTML."""
    output = said(folder, "prongsai import old --into data")
    draft = (folder / DRAFT).read_text(encoding="utf-8")
    confirm(folder)  # what still waits for a person would be told beside the form
    return {
        "files": _files(output),
        "draft": _draft(draft),
        "list": _list(output),
        "confirm": _confirm(draft),
        "form": said(folder, f"prongsai export {DRAFT.as_posix()} --as html"),
    }


def stale(made: dict[str, str]) -> list[str]:
    """Name the scenes that are not what the pictures were drawn from."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    return sorted({name for name, _ in _digests(made).items() ^ kept.items()})


def _digests(made: dict[str, str]) -> dict[str, str]:
    style = (SCENES / "style.css").read_bytes()
    return {name: hashlib.sha256(style + text.encode()).hexdigest() for name, text in made.items()}


def _files(output: str) -> str:
    year, name = OLD.parts[1:]
    agency, _, serial = OLD.stem.partition("-")
    tree = [
        _row("old", "โฟลเดอร์ของท่าน", "folder"),
        _row(year, "ปีงบประมาณ", "folder deep"),
        _row(name, f"หน่วยงาน {agency} ลำดับ {serial}", "file deeper"),
    ]
    place, _, state = output.split("\n", 1)[0].partition(": ")
    return _card("ท่านวางไฟล์เก่า", *tree) + _arrow() + _card("โปรแกรมเขียนร่าง", _code(place), _note(state))


def _draft(draft: str) -> str:
    pairs = [
        (_form_line("5. เป้าหมาย"), _part(draft, "target:")),
        (_form_line(": ผลงานที่ทำได้"), _part(draft, "result:")),
        (_form_line("2. ระดับความสำเร็จ"), _part(draft, "level:")),
    ]
    unknown = _note("ไม่มีเครื่องหมายเลือก = ไม่ทราบ")
    cards = [_card("แบบเก่า", _code(old), "<h2>↓ ร่าง</h2>", _code(new)) for old, new in pairs]
    return "<hr>".join(cards).removesuffix("</section>") + f"{unknown}</section>"


def _list(output: str) -> str:
    found = re.search(r"^(\S+:10:22:) (\S+) (\[\S+\]) (\w+): (.+)\n +(.+)$", output, re.MULTILINE)
    assert found is not None, output
    words = ("ไฟล์เก่า บรรทัดที่ 10 ตัวอักษรที่ 22", "เตือน = ขอให้คนดู", "รหัสเรื่อง", "ช่องในร่าง", "สิ่งที่พบ", "สิ่งที่ต้องทำ")
    parts = [
        f'<li><span class="code tone">{escape(part)}</span>{_note(word)}</li>'
        for part, word in zip(found.groups(), words, strict=True)
    ]
    return f'<ol class="parts">{"".join(parts)}</ol>'


def _confirm(draft: str) -> str:
    record, _, waiting = draft.partition(SUGGESTED)
    second = re.findall(r"^- number: .*\n(?:  .*\n)+", record, re.MULTILINE)[1]
    number = re.search("number: (.+)", second)
    assert number is not None
    old = next(line for line in _form() if number[1] in line)
    shown = old[old.index("(") :].replace(number[1], "\0")
    marked = escape(shown).replace("\0", f"<mark>{escape(number[1])}</mark>")
    lines = [f"<del>{escape(line)}</del>" if line == "- letters[1]" else escape(line) for line in waiting.splitlines()]
    return (
        _card("1 แบบเก่าเขียนว่า", f'<pre class="code">{marked}</pre>')
        + _arrow()
        + _card("2 ร่าง: รายการที่สองใต้ letters คือ letters[1]", _code(second.rstrip()))
        + _arrow()
        + _card("3 ถูกต้อง ลบบรรทัดนี้", f'<pre class="code">{chr(10).join([SUGGESTED.strip(), *lines])}</pre>')
    )


def _form() -> list[str]:
    return FORM.read_text(encoding="utf-8").splitlines()


def _form_line(beginning: str) -> str:
    return next(line for line in _form() if line.startswith(beginning))


def _part(draft: str, beginning: str) -> str:
    """Give the blank of a draft and what is indented below it, without the lines that are blank."""
    lines = draft[draft.index(f"\n{beginning}") + 1 :].split("\n")
    below = next(index for index, line in enumerate(lines[1:], 1) if not line.startswith(" "))
    return "\n".join([lines[0], *(line for line in lines[1:below] if not line.endswith(":"))])


def _card(title: str, *parts: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{''.join(parts)}</section>"


def _row(name: str, word: str, kind: str) -> str:
    return f'<p class="row {kind}"><span class="code">{escape(name)}</span>{_note(word)}</p>'


def _code(text: str) -> str:
    return f'<pre class="code">{escape(text)}</pre>'


def _note(text: str) -> str:
    return f'<span class="note">{escape(text)}</span>'


def _arrow() -> str:
    return '<p class="arrow">↓</p>'


def _document(scene: str, scheme: str) -> str:
    style = _fonts() + (SCENES / "style.css").read_text(encoding="utf-8")
    return f'<!DOCTYPE html><html lang="th"><style>{style}</style><body class="{scheme}">{scene}</body></html>'


def _fonts() -> str:
    fonts = (ROOT / "docs" / "assets" / "fonts.css").read_text(encoding="utf-8")
    return re.sub(r'url\("(fonts/[^"]+)"\)', _inlined, fonts)


def _inlined(address: re.Match[str]) -> str:
    content = base64.b64encode((ROOT / "docs" / "assets" / address[1]).read_bytes()).decode()
    return f"url(data:font/woff2;base64,{content})"


def _page(browser: Browser, height: int, scheme: str) -> Page:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": height},
        device_scale_factor=2,
        bypass_csp=True,  # the exported form allows no typeface but those of the machine
        color_scheme="dark" if scheme == "dark" else "light",
        locale="th-TH",
    )
    return context.new_page()


def _draw(page: Page, name: str, *, whole: bool) -> None:
    page.evaluate("document.fonts.ready.then(() => true)")
    png = page.screenshot(full_page=whole, animations="disabled")
    page.goto("about:blank")
    made = base64.b64decode(page.evaluate(_AS_WEBP, base64.b64encode(png).decode()))
    (FOLDER / f"{name}.webp").write_bytes(made)
    print(f"{name}.webp: {len(made)} bytes")
    page.context.close()


def _draw_scenes(browser: Browser, made: dict[str, str]) -> None:
    for name, scene in made.items():
        for scheme in SCHEMES if name != "form" else ():
            page = _page(browser, 100, scheme)
            page.set_content(_document(scene, scheme))
            _draw(page, f"{name}-{scheme}", whole=True)
    paper = _page(browser, _PAPER_HEIGHT, "light")
    paper.set_content(made["form"])
    paper.add_style_tag(content=_fonts() + _PAPER_STYLE)
    _draw(paper, "form", whole=False)


def _draw_report(browser: Browser, folder: Path) -> None:
    """Draw the report's page as a phone shows it, of the portal that is published here."""
    site = folder / "site"
    for scheme in SCHEMES:  # a build wants every picture that the guide names, even these the first time
        (FOLDER / f"page-{scheme}.webp").touch()
    engine.build(load(ROOT / "data"), engine.Order(ROOT, site, TODAY))
    with serving(site) as home:
        for scheme in SCHEMES:
            page = _page(browser, _PAGE_HEIGHT, scheme)
            page.goto(home + REPORT, wait_until="load")
            page.add_style_tag(content=_FRAME)
            _draw(page, f"page-{scheme}", whole=False)


def main() -> int:
    """Draw every picture and keep what it was drawn from; 1 where one is too large."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        lay_out(folder)
        made = scenes(folder)
        _draw_scenes(browser, made)
        _draw_report(browser, folder)
    KEPT.write_text(json.dumps(_digests(made), indent=2) + "\n", encoding="utf-8")
    return int(any(path.stat().st_size > MOST_BYTES for path in FOLDER.iterdir()))


if __name__ == "__main__":
    sys.exit(main())
