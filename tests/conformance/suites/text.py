"""Checks the plain text: UTF-8, line ends, 72 columns by display width, no control character, nothing left of the markup."""

import re
import sys
import unicodedata

from lxml import html
from wcwidth import wcswidth

from tree import RTL, Tree

tree = Tree(sys.argv[1])
WIDTH = 72
# Isolates and marks may stand in right-to-left text; nothing else that cannot be seen may.
ALLOWED = {"\n", "\u200c", "\u200d", "\u200e", "\u200f", "\u2066", "\u2067", "\u2068", "\u2069", "\u061c", "\u00ad"}
LEFTOVERS = [
    (re.compile(r"\]\(\w"), "a link in Markdown"),
    (re.compile(r"\*\*\w"), "strong emphasis in Markdown"),
    (re.compile(r"\[\^\w+\]"), "a footnote in Markdown"),
    (re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]"), "an alert in Markdown"),
    (re.compile(r"&(amp|lt|gt|quot|#\d+);"), "an HTML entity"),
    (re.compile(r"</?(p|a|em|strong|li|table|td|h\d)\b"), "an HTML tag"),
    (re.compile(r"\{ ?[$\"]"), "a placeable"),
]


def may_be_wide(line, rtl):
    """Whether nobody could have broken the line: a single word after its indent or mark, or right-to-left text."""
    words = line.split()
    return rtl or len(words) <= 1 or max(wcswidth(word) for word in words) > WIDTH - 16 and len(words) <= 2


def code_lines(path):
    """The lines of the code blocks of the same release: code is not wrapped."""
    page = path.with_suffix(".html")
    if not page.is_file():
        return set()
    root = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
    return {line.strip() for code in root.xpath("//pre") for line in "".join(code.itertext()).split("\n")}


texts = tree.files("*.txt")
checked = [path for path in texts if tree.name(path) not in ("robots.txt",)]
for path in checked:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        tree.say(path, f"is not UTF-8: {error}")
        continue
    code = code_lines(path)
    rtl = tree.name(path).split("/")[0].split("-")[0] in RTL
    tree.expect(not text.startswith("\ufeff"), path, "begins with a byte order mark")
    tree.expect(text.endswith("\n") and not text.endswith("\n\n"), path, "does not end with exactly one line feed")
    tree.expect(unicodedata.normalize("NFC", text) == text, path, "is not in normal form C")
    tree.expect("\n\n\n\n" not in text, path, "has more than two empty lines together")
    bad = sorted({f"U+{ord(c):04X}" for c in text if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") and c not in ALLOWED})
    tree.expect(not bad, path, f"has {', '.join(bad)}")
    for number, line in enumerate(text.split("\n"), 1):
        tree.expect(line == line.rstrip(" \t"), path, f"line {number} ends with a space")
        tree.expect(wcswidth(line) <= WIDTH or may_be_wide(line, rtl) or line.strip() in code, path, f"line {number} is {wcswidth(line)} columns wide: {line}")
        for pattern, what in LEFTOVERS:
            tree.expect(not pattern.search(line), path, f"line {number} has {what}: {line.strip()[:60]}")
tree.end(f"{len(checked)} texts")
