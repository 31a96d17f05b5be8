"""A report -> the city's official form again: as text, as DOCX and as a page to print.

People's text never becomes syntax of the form. Right below its title an exported form carries the record line
`**** ปีงบประมาณ 2564 หน่วยงาน 0100 ตัวชี้วัด 0100-814 ****`; whoever reads a form with this line may rely on the rule:

- every label stands alone on its line;
- every line of people's text begins with a mark: `:: ` before the first line of a value or of an entry of a list,
  `::: ` before each further line of the same value. What follows the mark and one space is the text, verbatim, even
  where it looks like a label, a mark or a page header; `:::` alone is an empty line of a text, `::` alone a blank;
- a line that begins with neither is, where it is no label, the rest of a line that the paper broke. On paper and in
  the PDF of it such a line is indented, which tells it from a label it may look like.

So importing what was exported gives the same record in every field that the form holds: code, name, level, alignment,
definitions, method, target, result, narratives, summary, factors, texts of obstacles, evidence, responsible person.
"""

from __future__ import annotations

from generator.official.form import FormLine, form_lines, form_text
from generator.official.sheet import STYLE_PATH, form_html, page_style
from generator.official.word import form_docx

__all__ = ["STYLE_PATH", "FormLine", "form_docx", "form_html", "form_lines", "form_text", "page_style"]
