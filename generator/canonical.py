"""A form -> the one way to write it, so that a hand edit, a form editor and a program leave the same bytes."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.fields import fields_of
from generator.kinds import Group, Kind, Many
from generator.model import Report
from generator.parse import SCHEMA_COMMENT

HEADER = f"{SCHEMA_COMMENT} $schema=../../../../docs/schema/report.json\n"
_NO_WRAP = 1 << 30


class _Dumper(yaml.SafeDumper):
    """Pure Python on purpose: libyaml writes emoji as escapes, so the bytes would depend on how PyYAML was built."""


def write(form: Any) -> str:
    """Write a form as canonical YAML: every blank of the form in its order, texts never wrapped, blanks blank."""
    body = yaml.dump(
        as_texts(form),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_NO_WRAP,
        default_flow_style=False,
    )
    return (HEADER if isinstance(form, Report) else "") + body


def as_texts(form: Any) -> Any:
    """Give a form as it stands in a file: its blanks by their keys, each a text, a list or None."""
    return _plain(form, Group(type(form)))


def skeleton(**known: str) -> str:
    """Write a report with every blank there to be filled; `known` are the texts of top-level fields."""
    values = {item.key: known.get(item.key, _empty(item.kind)) for item in fields_of(Report)}
    return HEADER + yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_NO_WRAP)


def _empty(kind: Kind) -> Any:
    if isinstance(kind, Group):
        return {item.key: _empty(item.kind) for item in fields_of(kind.type)}
    return [] if isinstance(kind, Many) else None


def _plain(value: Any, kind: Kind) -> Any:
    if isinstance(kind, Many):
        return [_plain(item, kind.of) for item in value]
    if isinstance(kind, Group):
        return {item.key: _plain(getattr(value, item.key), item.kind) for item in fields_of(kind.type)}
    return None if value is None else kind.write(value)


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _write_blank(dumper: yaml.SafeDumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(str, _write_text)
_Dumper.add_representer(type(None), _write_blank)
# YAML 1.2 reads 1e3 and 0o17 as numbers, YAML 1.1 does not: quote them, so that every program reads the same text.
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:0o[0-7]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$"),
    list("-+0123456789."),
)
