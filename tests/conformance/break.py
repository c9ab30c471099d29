"""Breaks the translations of a newsroom in many ways, some of them meant to harm whoever reads the report."""

import sys
from pathlib import Path

HOSTILE = [
    "\u001b[31mred",
    "::error file=x::forged",
    "\u202eforged",
    "]]> </failure><testcase/>",
    "| forged | `x` |",
    "##[add-mask]e <!-- <script>alert(1)</script>",
    "%0A::set-output name=x::y",
    "\u009b2J\u0085\u2028",
]
newsroom = Path(sys.argv[1])
number = 0
for catalog in sorted(newsroom.glob("locales/*/releases/**/*.ftl")):
    if catalog.parts[-4:][0] == "en" or "/en/" in catalog.as_posix():
        continue
    lines = catalog.read_text("utf-8").split("\n")
    for at, line in enumerate(lines):
        if line.startswith("#") or " = " not in line or line.startswith(" "):
            continue
        number += 1
        name = line.split(" = ")[0]
        if number % 3 == 0:
            lines[at] = f"{line} 4711 {HOSTILE[number % len(HOSTILE)]}"
        elif number % 7 == 0:
            lines[at] = f'{name} = {{ "" }}'
        elif number % 5 == 0 and lines[at - 1].startswith("# en: "):
            lines[at - 1] = "# en: Something else entirely was said here."
    catalog.write_text("\n".join(lines), "utf-8")
print(f"{number} messages, every third with a hostile text")
