"""Linear time (G14): hostile patterns of 1, 2, 4, … 64 times a size cost no more than their length."""
import math
import os
import random
import resource
import shutil

from common import late, must, place, put, run, tell

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
# What a run may cost above one without the pattern before its growth is looked at, in seconds of the processor.
LEAST = 0.03
MOST = 1.15


def cost(folder):
    """The time of the processor that `check` and `update` take, in seconds; the least of some runs."""
    best = math.inf
    for again in range(2):
        if again and best > 0.5:
            break
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run(folder, "check", "--no-cache", "--format", "short", timeout=300)
        run(folder, "update", "--dry-run", "--allow-mass-change", "--no-cache", timeout=300)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


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


def exponent(costs, base):
    """The power of the size with which the cost above that of a run without the pattern grows, fitted to the sizes at which it can be seen; none at less than three."""
    points = [(math.log(times), math.log(cost - base)) for times, cost in costs if cost - base >= LEAST]
    if len(points) < 3:
        return None
    mean = [sum(values) / len(points) for values in zip(*points)]
    return sum((x - mean[0]) * (y - mean[1]) for x, y in points) / sum((x - mean[0]) ** 2 for x, _ in points)


def growth(short):
    """Every pattern at every size: the fitted exponent."""
    patterns = [(kind, name, pattern) for kind, all_ in (("value", VALUES), ("body", BODIES), ("catalog", CATALOGS)) for name, pattern in all_.items()]
    worst, seen, slowest = [], [], (0, "")
    filled(place("growth-0"), "value", "", 1)
    base = cost(place("growth-0"))
    done = 0
    random.Random(2).shuffle(patterns)
    for kind, name, pattern in patterns[:: 12 if short else 1]:
        if late():
            break
        done += 1
        costs = []
        for times in TIMES:
            folder = place(f"growth-{times}")
            shutil.rmtree(folder, ignore_errors=True)
            filled(folder, kind, pattern, SIZE * times * (8 if kind == "body" else 1))
            costs.append((times, cost(folder)))
        found = exponent(costs, base)
        slowest = max(slowest, (costs[-1][1], f"{kind}: {name}"))
        if found is not None:
            seen.append(found)
            if found > MOST:
                worst.append(f"{kind}: {name}: exponent {found:.2f} {[f'{one:.3f}' for _, one in costs]}")
    tell("G14", f"{done} patterns at 7 sizes, the largest 64 times the smallest", f"the largest exponent {max(seen, default=0):.2f} ({len(seen)} cost enough to be fitted; the slowest {slowest[0]:.2f} s, {slowest[1]})",
         not worst, worst)
