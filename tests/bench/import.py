"""How long an import takes: `python tests/bench/import.py [FORMS]`. Prints times, memory and errors, asserts nothing.

Forms are made of the real record and of words of chance, a third each as damaged text, as DOCX and as PDF printed by a
browser. One command imports them all into an empty data folder; then each kind is read alone.
"""

from __future__ import annotations

import dataclasses
import difflib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

BENCH = Path(__file__).parent
ROOT = BENCH.parent.parent
sys.path.insert(0, str(BENCH.parent))

from browser import chromium  # noqa: E402 — the tests' own modules are found only now
from form_strategies import Damage, as_file, held, print_out  # noqa: E402
from generator.legacy import Given, import_form, open_source  # noqa: E402
from generator.load import load  # noqa: E402
from generator.model import Report  # noqa: E402
from generator.official import form_docx, form_html, form_lines  # noqa: E402
from generator.parts import QuarterReport, Quarters, Responsible  # noqa: E402
from generator.settings import Plan  # noqa: E402

KINDS = ("txt", "docx", "pdf")
WORDS = (BENCH / "words-th.txt").read_text(encoding="utf-8").split()


def main() -> None:
    """Make the forms, import them with one command, read each kind alone, and compare PDFs with what was printed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    loaded = load(ROOT / "data")
    real, plan = next(document.form for document in loaded.reports if document.form), loaded.plan.form
    assert real is not None
    assert plan is not None
    reports = [made(real, number) for number in range(1, count + 1)]
    with tempfile.TemporaryDirectory() as folder:
        forms = Path(folder) / "forms"
        forms.mkdir()
        start = time.perf_counter()
        for report, content, kind in contents(reports, plan):
            (forms / f"{report.id}.{kind}").write_bytes(content)
        print(f"{count} forms made in {time.perf_counter() - start:.1f} s")
        one_command(forms, Path(folder) / "data", count)
        for kind in KINDS:
            read_alone(sorted(forms.glob(f"*.{kind}")), kind, {report.id: report for report in reports}, plan)
        text_layers(sorted(forms.glob("*.pdf")), {report.id: report for report in reports}, plan)


def made(real: Report, number: int) -> Report:
    """Make a report of the real one's length whose narratives are its own words and others, seeded."""
    dice = random.Random(number)  # noqa: S311 — words of chance

    def words(text: str | None) -> str:
        return "\n".join(line + " " + "".join(dice.choices(WORDS, k=8)) for line in (text or "").split("\n"))

    quarters = real.quarters
    told = {
        f"q{n}": QuarterReport(narrative=words(each.narrative))
        for n, each in enumerate((quarters.q1, quarters.q2, quarters.q3, quarters.q4), 1)
    }
    return dataclasses.replace(
        real, id=f"0100-{number}", quarters=Quarters(**told), responsible=Responsible(), letters=(), amendments=()
    )


def contents(reports: list[Report], plan: Plan) -> Iterator[tuple[Report, bytes, str]]:
    """Give the bytes of every form and the kind of its file."""
    with chromium() as browser:
        tab = browser.new_page()
        for index, report in enumerate(reports):
            kind = KINDS[index % len(KINDS)]
            if kind == "txt":
                yield report, as_text(report), kind
            elif kind == "docx":
                yield report, form_docx(report, plan), kind
            else:
                tab.set_content(form_html(report, plan))
                yield report, tab.pdf(prefer_css_page_size=True), kind


def as_text(report: Report) -> bytes:
    """Print a report as the city's system does, with lines that say which it is, every second one in TIS-620."""
    number = int(report.id.rpartition("-")[2])
    damage = Damage(
        seed=number, thai_digits=True, lost_vowels=True, wrap=True, page_breaks=True, empty_lines=True,
        encoding="cp874" if number % 2 else "utf-8-sig", line_end="\r\n",
    )  # fmt: skip
    title, rest = print_out(report, damage).split("\n", 1)
    return as_file(f"{title}\nปีงบประมาณ : {report.fiscal_year}\nรหัสตัวชี้วัด : {report.id}\n{rest}", damage)


def one_command(forms: Path, data: Path, count: int) -> None:
    """Import a folder with one command and say what it cost."""
    command = [sys.executable, "-m", "generator", "import", str(forms), "--into", str(data), "--lang", "en"]
    said = forms.parent / "said.txt"
    start = time.perf_counter()
    with said.open("wb") as file, subprocess.Popen(command, cwd=ROOT, stdout=file, stderr=file) as process:
        _, status, used = os.wait4(process.pid, 0)  # of this process alone: the browser is a child, too
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds, peak = time.perf_counter() - start, used.ru_maxrss / 1024
    written = len([*data.rglob("*.yml")])
    print(
        f"one command: {seconds:.1f} s, {1000 * seconds / count:.0f} ms a form; peak memory {peak:.0f} MB, "
        f"{1024 * peak / count:.0f} kB a form; {written} of {count} records written, exit code {process.returncode}"
    )
    print("  " + (said.read_text(encoding="utf-8").strip().splitlines() or [""])[-1])


def read_alone(paths: list[Path], kind: str, reports: dict[str, Report], plan: Plan) -> None:
    """Read the forms of one kind and say how long each took and how many came back the same."""
    given = Given(plan=tuple((entry.id, entry.title) for entry in plan.entries))
    start, same = time.perf_counter(), 0
    for path in paths:
        drafts = import_form(open_source(path.name, path.read_bytes()), given)
        same += [held(draft.report) for draft in drafts] == [held(reports[path.stem])]
    seconds = time.perf_counter() - start
    print(
        f"{kind}: {1000 * seconds / max(len(paths), 1):.0f} ms a form; {same} of {len(paths)} the same in every field"
    )


def text_layers(paths: list[Path], reports: dict[str, Report], plan: Plan) -> None:
    """Compare the text layer of each PDF with the lines that were printed."""
    wrong = characters = 0
    for path in paths:
        expected = "".join(line.written for line in form_lines(reports[path.stem], plan))
        found = "".join(line.text.removeprefix("\t") for line in open_source(path.name, path.read_bytes()).lines)
        blocks = difflib.SequenceMatcher(None, expected, found, autojunk=False).get_opcodes()
        wrong += sum(max(b - a, d - c) for kind, a, b, c, d in blocks if kind != "equal")
        characters += len(expected)
    print(f"text layer of PDFs: {wrong} wrong of {characters} characters ({100 * wrong / max(characters, 1):.4f} %)")


if __name__ == "__main__":
    main()
