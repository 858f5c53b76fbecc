#!/usr/bin/env python3
"""Writes entities.inc from data/entities.json: the names and code points of kramdown 2.4.0's entity table."""
import json
import pathlib

here = pathlib.Path(__file__).parent
table = json.loads((here / "data" / "entities.json").read_text())
lines = ["// Made by make_entities.py from data/entities.json; sorted by name.", "constexpr NamedEntity kNamedEntities[] = {"]
lines += [f'    {{"{name}", {code}}},' for name, code in sorted(table["named"].items())]
lines += ["};", "// Sorted by code point.", "constexpr NamedEntity kByCodePoint[] = {"]
by_code = sorted((code, name) for name, code in table["named"].items())
lines += [f'    {{"{name}", {code}}},' for code, name in by_code]
lines += ["};", "constexpr WindowsCodePoint kWindowsCodePoints[] = {"]
lines += [f"    {{{code}, {real}}}," for code, real in table["windows_1252"].items()]
lines += ["};"]
(here / "entities.inc").write_text("\n".join(lines) + "\n")
