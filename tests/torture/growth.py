"""Linear time (G14): hostile patterns of 1, 2, 4, … 64 times a size cost no more than their length."""
import math
import os
import random
import re
import shutil
import sys

from common import late, must, place, put, run, skip, tell

ENGLISH = "The library opens today with [its page](https://example.org/a)."
RELEASE = '+++\ntitle = "Title"\ndate = 2026-01-01\n+++\n\n'
# A pattern, repeated to its size, stands in the value of translations (a text of at most 64 KiB each), …
VALUES = {
    "stars": "*", "brackets": "[", "links that do not close": "[a](", "images": "![", "links": "[a](b)", "backticks": "`", "growing backticks": "`a``", "underscores": "_a_b",
    "entities": "&amp;", "less-than": "<", "comments": "<!--", "tildes": "~~a", "emphasis": "*a **b ", "combining": "a\u0301", "no-break spaces": "a\u00a0", "joiners": "\u200d",
    "tatweel": "\u0640", "ideographs": "字", "digits": "9", "numbers": "1.", "dates": "25/05/2018 ", "times": "10:30 ", "mails": "a@b.org ", "urls": "https://a.b/ ", "quotes": '"',
    "backslashes": "\\", "notes": "[^1]", "brackets and quotes": "«(", "words": "mot ", "capitals": "Aa", "mixed scripts": "aа", "months": "mai juin ", "percents": "5 % ", "isolates": "\u2067",
    "placeables": '{ "x" }', "terms": "{ -library }", "escapes": '{ "\\u0041" }', "hosts": "a.b.", "dashes": "–", "romans": "XIV ", "units": "3 km ", "html": "<b>", "slashes": "/a",
}
# … in the body of a release, …
BODIES = {
    "quotes": ">", "lists": "- ", "nested emphasis": "*a _b ", "references": "[a]: b\n", "paragraphs": "a\n\n", "items": "- a\n", "rows": "| a | b |\n", "fences": "```\n", "headings": "# a\n\n",
    "definitions": "a\n: b\n\n", "alerts": "> [!NOTE]\n> a\n\n", "comments": "<!-- x -->\n\n", "same paragraphs": "The same again.\n\n", "html": "<div>\n", "breaks": "a\\\n", "rules": "***\n", "pipes": "|",
    "images": "![a](b.png)\n\n",
}
# … or is lines of a catalog.
CATALOGS = {
    "comments": "# a\n", "quotes": "# en: a\n", "stale marks": "# STALE (a): b\n", "junk": "!!!\n", "the same id": "p = x\n", "conflicts": "<<<<<<< a\np = a\n=======\np = b\n>>>>>>> b\n", "blank lines": "\n",
    "attributes": "    .a = b\n", "groups": "## a\n", "waivers": "# pressroom: allow link — x\n", "carriage returns": "\r\n", "braces": "a = {\n", "messages": "m{n} = Un texte de plus.\n",
}
SIZE = 900
TIMES = [1, 2, 4, 8, 16, 32, 64]
# How many messages hold the pattern, so that its cost stands out from that of a start.
COPIES = 6
# What a step must add before it is looked at, in instructions: much more than what the order of a hash table does.
LEAST = 300_000
MOST = 1.15
# Instructions are counted, not seconds: they are the same whatever else the machine does.
COUNTED = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
TOTAL = re.compile(rb"I +refs: +([0-9,]+)")


def cost(folder):
    """The instructions that `check` and `update` take."""
    total = 0
    for command in (["check", "--format", "short"], ["update", "--dry-run", "--allow-mass-change"]):
        done = run(folder, *command, "--no-cache", "--jobs", "1", prefix=COUNTED, timeout=900)
        # A program that did not come to its end (a signal, a panic) took few instructions.
        if done.returncode not in (0, 1, 2):
            sys.exit(f"{command} ended with {done.returncode} in {folder}\n{done.stderr[-2000:].decode(errors='replace')}")
        total += int(TOTAL.search(done.stderr)[1].replace(b",", b""))
    return total


def filled(folder, kind, pattern, size):
    text = pattern * max(1, size // max(1, len(pattern.encode())))
    put(folder, "pressroom.toml", 'base-url = "https://example.org"\n')
    put(folder, "locales/en/glossary.ftl", "-library = library\n")
    put(folder, "locales/fr/glossary.ftl", "# en: library\n-library = bibliothèque\n")
    body = "\n\n".join(f"{ENGLISH} {word}." for word in ("One", "Two", "Three", "Four", "Five", "Six")[:COPIES])
    put(folder, "releases/a.md", RELEASE + (text if kind == "body" else body) + "\n")
    if kind != "body":
        must(run(folder, "update", "fr"))
    path = os.path.join(folder, "locales/fr/releases/a.ftl")
    if kind == "value":
        with open(path, encoding="utf-8") as file:
            put(folder, "locales/fr/releases/a.ftl", file.read().replace('{ "" }', 'x ' + text))
    elif kind == "catalog":
        numbered = "".join(pattern.replace("{n}", str(n)) for n in range(max(1, COPIES * size // len(pattern.encode()))))
        put(folder, "locales/fr/releases/a.ftl", numbered + "p = x\n")


def exponent(costs):
    """The power of the size with which the cost grows, fitted to what every step of the sizes, each the same multiple of the one before, adds to it: what a
    run costs in any case cancels out. None where fewer than two steps can be seen."""
    added = [(times, after - before) for (times, before), (_, after) in zip(costs, costs[1:])]
    points = [(math.log(times), math.log(more)) for times, more in added if more >= LEAST]
    if len(points) < 2:
        return None
    mean = [sum(values) / len(points) for values in zip(*points)]
    return sum((x - mean[0]) * (y - mean[1]) for x, y in points) / sum((x - mean[0]) ** 2 for x, _ in points)


def growth(short):
    """Every pattern at every size: the fitted exponent."""
    patterns = [(kind, name, pattern) for kind, all_ in (("value", VALUES), ("body", BODIES), ("catalog", CATALOGS)) for name, pattern in all_.items()]
    if shutil.which(COUNTED[0]) is None:
        skip("G14", f"{len(patterns)} patterns at {len(TIMES)} sizes", "needs valgrind, to count instructions")
        return
    times = TIMES[::3] if short else TIMES
    worst, seen, slowest, done = [], [], (0, ""), 0
    random.Random(2).shuffle(patterns)
    for kind, name, pattern in patterns[:: 12 if short else 1]:
        if late():
            break
        done += 1
        costs = []
        for time in times:
            folder = place(f"growth-{time}")
            shutil.rmtree(folder, ignore_errors=True)
            filled(folder, kind, pattern, SIZE * time * (2 if kind == "body" else 1))
            costs.append((time, cost(folder)))
        found = exponent(costs)
        slowest = max(slowest, (costs[-1][1], f"{kind}: {name}"))
        if found is not None:
            seen.append(found)
            if found > MOST:
                worst.append(f"{kind}: {name}: exponent {found:.2f} {[f'{one / 1e6:.1f} M' for _, one in costs]}")
    tell("G14", f"{done} patterns at {len(times)} sizes, the largest 64 times the smallest, in instructions", f"the largest exponent {max(seen, default=0):.2f} ({len(seen)} cost enough to be fitted; the most {slowest[0] / 1e9:.1f} thousand million, {slowest[1]})",
         not worst and len(seen) > done / 3, worst)
