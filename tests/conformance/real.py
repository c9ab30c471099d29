"""Makes a release of a press release as it was sent, translates a part of it, and looks at what was published."""

import re
import sys
from pathlib import Path

from lxml import html

SLUG = "real"
LOCALES = {"fr": "Traduit : ", "ar": "ترجمة: "}
DATELINE = re.compile(r"^(?P<place>[A-Z]+), (?P<day>\d+) (?P<month>[A-Z][a-z]+) \((?P<issuer>[^)]+)\) — ")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
CONFIG = """base-url = "https://press.example.org"
format = "en-GB"

[policy]
missing = "fallback"
"""


def paragraphs(text):
    return [block.strip() for block in Path(text).read_text("utf-8").split("\n\n") if block.strip()]


def is_heading(block):
    return len(block) < 60 and not block.endswith(".")


def release(text, newsroom):
    first, *rest = paragraphs(text)
    dateline = DATELINE.match(first)
    month = MONTHS.index(dateline["month"]) + 1
    front = [
        "+++",
        'title = "European Union and United Nations hold a dialogue"',
        f"date = 2018-{month:02d}-{int(dateline['day']):02d}",
        f'place = "{dateline["place"].title()}"',
        f'issuer = "{dateline["issuer"]}"',
        "+++",
        "",
    ]
    body = [first[dateline.end():], *(f"## {block}" if is_heading(block) else block for block in rest)]
    (newsroom / "releases" / f"{SLUG}.md").write_text("\n".join(front) + "\n" + "\n\n".join(body) + "\n", "utf-8")
    (newsroom / "pressroom.toml").write_text(CONFIG, "utf-8")


def translate(newsroom):
    """Every second stub gets a text: a mark of the language and the English, so that all facts are there."""
    for locale, mark in LOCALES.items():
        path = newsroom / "locales" / locale / "releases" / f"{SLUG}.ftl"
        lines = path.read_text("utf-8").split("\n")
        stubs = [at for at, line in enumerate(lines) if line.endswith('= { "" }')]
        assert len(stubs) >= 8, f"{path}: {len(stubs)} stubs"
        for at in stubs[::2]:
            quote = lines[at - 1]
            assert quote.startswith("# en: "), quote
            lines[at] = lines[at].replace('{ "" }', mark + quote.removeprefix("# en: "))
        path.write_text("\n".join(lines), "utf-8")


def look(text, newsroom):
    source = Path(text).read_text("utf-8")
    addresses = re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]+\w", source)
    assert addresses
    public = newsroom / "public"
    for locale in ["en", *LOCALES]:
        wire = (public / locale / f"{SLUG}.txt").read_text("utf-8")
        page = html.parse(str(public / locale / f"{SLUG}.html"), html.HTMLParser(encoding="utf-8")).getroot()
        shown = "".join(page.xpath("//main")[0].itertext())
        for address in addresses:
            assert address in wire, f"{locale}: {address} is not whole in the text"
            assert address in shown, f"{locale}: {address} is not whole on the page"
        # The other editions hold English words in what passes for a translation here.
        ends = [line for line in wire.split("\n") if re.search(r"\b(Mr|Ms|Mrs|Dr|Sir)\.?$", line.rstrip())]
        assert locale != "en" or not ends, f"an honorific at the end of a line: {ends[:1]}"
        fallback = page.xpath("//main//*[@lang='en']")
        assert bool(fallback) == (locale != "en"), f"{locale}: {len(fallback)} blocks marked as English"
    dateline = DATELINE.match(source).group(0).strip()
    wire = " ".join((public / "en" / f"{SLUG}.txt").read_text("utf-8").split())
    assert dateline in wire, f"no {dateline!r}"
    print(f"published in {1 + len(LOCALES)} languages; dateline, honorifics and {len(addresses)} addresses are right")


command, *arguments = sys.argv[1:]
{"release": release, "translate": translate, "look": look}[command](*map(Path, arguments))
