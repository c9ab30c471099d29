#!/usr/bin/env python3
"""Makes an invented newsroom of N releases in six languages, the same bytes on any machine, for measuring.

    newsroom.py make N DIR PROGRAM     a newsroom in DIR whose translations are all complete (PROGRAM extracts the ids)
    newsroom.py long N DIR PROGRAM     the same with a single release of N paragraphs
    newsroom.py edit SHARE DIR SEED    rewrites one paragraph in this share of the releases (at least in one)
    newsroom.py tenth DIR SEED         rewrites every tenth paragraph of every release
    newsroom.py retouch DIR SEED       changes one French translation
"""
import pathlib
import random
import re
import subprocess
import sys

LOCALES = {"fr": "àbçdéfghïjklmnôpqrstùvwxÿz", "es": "ábcdéfghíjklmñópqrstúvwxyz", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه",
           "zh": "的一是不了人在有我他这中大来上国个到说们为子和你地出", "ru": "абцдефгхийклмнопярстувжыьз"}
BODIES = "the Assembly|the Council|the Programme|the Union|the Secretariat|the host Government|the Executive Office|civil society".split("|")
DEEDS = "welcomed|reviewed|launched|presented|discussed|endorsed|announced|examined|stressed|supported|recalled|adopted".split("|")
THINGS = ("the protection of civilians|access to education|the delivery of medical supplies|the safety of aid workers|a new framework|"
          "the results of the evaluation|border security|emergency funding|the role of local communities|early warning|the reform").split("|")
TAILS = "with immediate effect|in the coming weeks|within existing resources|at the regional level|during the meeting|across borders".split("|")
UNITS = "schools|families|projects|participants|peacekeepers|countries".split("|")
HEADS = "Background|Key outcomes|Next steps|Funding|Human rights|About the programme".split("|")
KEPT = re.compile(r"(\]\([^)]*\)|<[^>]*>|https?://\S+|\S+@\S+|\{[^}]*\}|\d[\d,.]*)")


def sentence(chance):
    text = f"{chance.choice(BODIES)} and {chance.choice(BODIES)} {chance.choice(DEEDS)} {chance.choice(THINGS)} and {chance.choice(THINGS)} {chance.choice(TAILS)}"
    kind = chance.random()
    if kind < 0.18:
        text += f", with {chance.randint(2, 980)} {chance.choice(UNITS)}"
    elif kind < 0.26:
        text += f", as set out in the [statement](https://un.example/statement/{chance.randint(1, 99999)})"
    elif kind < 0.34:
        text += f", a **{chance.choice(UNITS)}** of *great* importance"
    return text[0].upper() + text[1:] + "."


def paragraph(chance):
    return " ".join(sentence(chance) for _ in range(chance.randint(1, 4)))


def release(number):
    chance = random.Random(number)
    day = f"{2001 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}"
    lines = ["+++", f'title = "{sentence(chance)[:-1].replace("*", "")} {number}"' if number % 2 else f'title = "Press statement {number}"', f"date = {day}", f'place = "{chance.choice(["Geneva", "Nairobi", "New York", "Vienna"])}"',
             f'summary = "{sentence(chance)}"', "", "[[contacts]]", f'name = "Person {number}"', 'role = "Spokesperson"', f'email = "press{number}@un.example"', "+++", ""]
    for _ in range(chance.randint(8, 30)):
        kind = chance.random()
        if kind < 0.1:
            lines += ["## " + chance.choice(HEADS), ""]
        elif kind < 0.2:
            lines += [f"- {sentence(chance)}" for _ in range(chance.randint(2, 5))] + [""]
        elif kind < 0.25:
            lines += ["> " + sentence(chance), ""]
        else:
            lines += [paragraph(chance), ""]
    return day[:4], f"{day}-statement-{number:05}", "\n".join(lines)


def translated(text, locale):
    """Letters of the language for those of the English, in its typography, so that a check finds as little as in a good translation."""
    letters = LOCALES[locale]
    turn = str.maketrans("abcdefghijklmnopqrstuvwxyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ", letters + letters.upper())
    parts = [part if at % 2 else part.translate(turn) for at, part in enumerate(KEPT.split(text))]
    if locale == "ar":
        parts[::2] = [part.replace(",", "،") for part in parts[::2]]
    if locale == "zh":
        shorter = lambda part: re.sub("[\u4e00-\u9fff]{1,3}", lambda run: run[0][0], part.replace(" ", ""))
        parts[::2] = [shorter(part).replace(",", "，").replace(".", "。") for part in parts[::2]]
    return "".join(parts)


def make(count, folder, program):
    for number in range(count):
        year, slug, text = release(number)
        path = folder / "releases" / year / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    translate(folder, program)


def long(count, folder, program):
    chance = random.Random(count)
    (folder / "releases").mkdir(parents=True)
    head = ["+++", 'title = "A long statement"', "date = 2026-01-01", "+++", ""]
    text = "\n".join(head + [paragraph(chance) + "\n" for _ in range(count)])
    (folder / "releases/long.md").write_text(text, encoding="utf-8")
    translate(folder, program)


def translate(folder, program):
    (folder / "pressroom.toml").write_text('base-url = "https://un.example"\n', encoding="utf-8")
    for locale in LOCALES:
        (folder / "locales" / locale / "releases").mkdir(parents=True, exist_ok=True)
    (folder / "locales/en").mkdir(parents=True, exist_ok=True)
    subprocess.run([program, "--root", str(folder), "extract", "--quiet"], check=True, stdout=subprocess.DEVNULL)
    source = folder / "locales/en/releases"
    for path in sorted(source.rglob("*.ftl")):
        messages = [line.split(" = ", 1) for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"[a-z].* = ", line)]
        for locale in LOCALES:
            target = folder / "locales" / locale / "releases" / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(f"# en: {text}\n{id} = {translated(text, locale)}\n" for id, text in messages), encoding="utf-8")


def edit(share, folder, seed):
    paths = sorted((folder / "releases").rglob("*.md"))
    chance = random.Random(seed)
    for path in chance.sample(paths, max(1, round(len(paths) * share))):
        rewrite(path, chance, lambda prose: [chance.choice(prose)])


def tenth(folder, seed):
    for path in sorted((folder / "releases").rglob("*.md")):
        rewrite(path, random.Random(seed), lambda prose: prose[::10])


def rewrite(path, chance, chosen):
    lines = path.read_text(encoding="utf-8").split("\n")
    prose = [at for at, line in enumerate(lines) if line[:1].isupper() and line.endswith(".") and at > 4]
    for at in chosen(prose):
        lines[at] = paragraph(chance)
    path.write_text("\n".join(lines), encoding="utf-8")


def retouch(folder, seed):
    path = random.Random(seed).choice(sorted((folder / "locales/fr/releases").rglob("*.ftl")))
    text = path.read_text(encoding="utf-8")
    at = text.rindex(".\n")
    path.write_text(f"{text[:at]}{'aeiou'[int(seed) % 5]}{text[at:]}", encoding="utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", count, folder, program]:
            make(int(count), pathlib.Path(folder), program)
        case ["long", count, folder, program]:
            long(int(count), pathlib.Path(folder), program)
        case ["tenth", folder, seed]:
            tenth(pathlib.Path(folder), int(seed))
        case ["edit", share, folder, seed]:
            edit(float(share), pathlib.Path(folder), int(seed))
        case ["retouch", folder, seed]:
            retouch(pathlib.Path(folder), int(seed))
        case _:
            sys.exit(__doc__)
