"""Byte fidelity (G6): a pass with nothing to do changes nothing, and one with something to do changes that alone."""
import glob
import os
import random
import re

from common import must, place, put, run, take, tell

ENGLISH = ["The library opens today.", "It has two rooms.", "Everybody is welcome.", "Nobody pays to read.", "The river is near."]
CHANGED = "The library opens at last."
# What stands in files of people: each of these is kept to the byte.
VALUES = [
    "Texte simple.", "Texte  à   espaces.", "Texte à la fin   ", "«\u00a0Texte\u00a0»", "Deux\n    lignes.", "\n    En bloc\n      plus loin\n    et retour.",
    "Une\n\n\n    ligne vide.", "Ligne\n\tnon", "{ \"\" }{ \"{\" }texte{ \"}\" }", "{ \" \" }devant et derrière{ \" \" }", "{\"\\u00A0\"}échappé{ \"\\U01F600\" }",
    "{ -terme } ici", "{-terme} là", "{ -terme(case: \"genitive\") }", "**gras** et *italique*", "\n    **gras** d’abord", "{ \"[\" }crochet", "Texte # dièse",
    "a = b", "Texte \\ oblique", "{ \"*\" } étoile", "e\u0301 décomposé", "\u202bembarqué\u202c", "النص العربي", "汉字", "Texte.\n    .attr = non", "\n    .title = Attribut\n    .alt =\n        En bloc",
    "Texte\n    .title = Attribut  \n    .alt = { \"\" }", "{ $n ->\n        [one] Un\n       *[other] Plus de { $n }\n    }", "{ $n ->\n  [0] zéro\n\n *[other]\n     autre\n   }", "{\n   \"dedans\"\n   }",
]
COMMENTS = ["", "", "# une note\n", "#\n# une note\n#\n", "# une note \n#  en  deux\n", "## Groupe\n\n", "### Pour tout le fichier\n\n", "# pressroom: allow same — voulu\n", "# DRAFT (moi): à revoir\n"]
GAPS = ["\n", "\n", "\n\n", "", "\n\n\n", "    \n", "\n \n"]


def catalog(chance, ids):
    """A catalog as many hands leave it, and whether a program may write into it."""
    parts = [chance.choice(["", "", "### Traduit par nous.\n\n", "# seul\n\n"])]
    for at, one in enumerate(ids):
        if chance.random() < 0.1:
            continue
        english = ENGLISH[at] if chance.random() < 0.6 else "Something older."
        quote = chance.choice(["", f"# en: {english}\n", f"# en: {english}\n", f"# en: {english[: len(english) // 2]}\n"])
        equals = chance.choice([" = ", " = ", "=", "  =  ", " ="])
        value = chance.choice(VALUES)
        parts.append(chance.choice(COMMENTS) + quote + one + (equals.rstrip(" ") if value.startswith("\n") else equals) + value + "\n" + chance.choice(GAPS))
        if chance.random() < 0.15:
            parts.append(f"{chance.choice(['-', ''])}reste-{at} = {chance.choice(VALUES[:7])}\n\n")
    if chance.random() < 0.15:
        chance.shuffle(parts)
    text = "".join(parts)
    if chance.random() < 0.2:
        text = text.rstrip("\n")
    if chance.random() < 0.15:
        text = text.replace("\n", "\r\n")
    elif chance.random() < 0.05:
        text = text.replace("\n", "\r\n", 3)
    return (b"\xef\xbb\xbf" if chance.random() < 0.1 else b"") + text.encode()


MESSAGE = re.compile(r"^-?[A-Za-z][\w-]* *=")


def messages(content):
    """The messages of a file: by id, the bytes from the id to the last line that is not blank. Quotes and notes are not among them."""
    found, last = {}, None
    for line in content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if MESSAGE.match(line):
            last = line.split("=")[0].strip()
            found.setdefault(last, []).append(line)
        elif line.startswith("#"):
            last = None
        elif last and (line.startswith((" ", "}", "\t")) or not line.strip()):
            found[last].append(line)
    return {name: "\n".join(lines).rstrip() for name, lines in found.items()}


def notes(content):
    """What people noted: every comment that is no quote of the English and no mark of the program."""
    lines = content.decode("utf-8").replace("\r\n", "\n").split("\n")
    return sorted(line.rstrip() for line in lines if line.startswith("#") and not re.match(r"# (en|STALE|pressroom: moved)|##* (Obsolete|Above each)|###? ", line))


def fidelity(short):
    """Catalogs in every shape, updated, updated again, and updated after a change of one sentence."""
    chance = random.Random(3)
    folder, worst = place("fidelity"), []
    count = 150 if short else 3000
    put(folder, "pressroom.toml", 'base-url = "https://example.org"\n')
    release = lambda n, first: put(folder, f"releases/r{n}.md", f'+++\ntitle = "Title {n}"\ndate = 2026-01-01\nlocales = ["en", "fr"]\n+++\n\n' + "\n\n".join([first, *ENGLISH[1:]]) + "\n")
    for n in range(count):
        release(n, ENGLISH[0])
    must(run(folder, "extract", timeout=600))
    ids = re.findall(r"^([a-z][\w-]*) =", take(folder, "locales/en/releases/r0.ftl").decode(), re.M)[1:]
    assert len(ids) == len(ENGLISH), ids
    paths = [f"locales/fr/releases/r{n}.ftl" for n in range(count)]
    for path in paths:
        put(folder, path, catalog(chance, ids))
    paths += found_elsewhere(folder)
    read = lambda: {path: take(folder, path) for path in paths}
    begun = read()
    update = lambda: run(folder, "update", "fr", "--allow-mass-change", timeout=600)
    told = update().stderr.decode()
    first = read()
    stamps = {path: os.stat(os.path.join(folder, path)).st_mtime_ns for path in paths}
    update()
    second = read()
    for path in paths:
        if second[path] != first[path] or os.stat(os.path.join(folder, path)).st_mtime_ns != stamps[path]:
            worst.append(f"{path}: a pass with nothing to do wrote")
        if first[path] == begun[path]:
            continue
        worst += [f"{path}: {one}" for one in lost(begun[path], first[path])]
    untouched = sum(f"{path}:" in told for path in paths)
    worst += [f"{path}: told as faulty, and written" for path in paths if f"{path}:" in told and "error" in told and first[path] != begun[path] and f" --> {path}:" in told and is_error(told, path)]
    for n in range(count):
        release(n, CHANGED)
    update()
    third = read()
    changed = sum(third[path] != second[path] for path in paths)
    for path in paths:
        worst += [f"{path}: after a change, {one}" for one in lost(second[path], third[path])]
        worst += [f"{path}: after a change, {one}" for one in strange(second[path], third[path], ids[0])]
    tell("G6", f"{len(paths)} catalogs in {3} passes, {untouched} of them faulty", f"0 bytes changed by a pass with nothing to do, and in {changed} files only what changed" if not worst else f"{len(worst)} files not as they were",
         not worst and changed > count // 2, worst)


def is_error(told, path):
    """Whether an error, and not a warning, is told about a file."""
    at = told.find(f" --> {path}:")
    return told.rfind("error[", 0, at) > told.rfind("warning[", 0, at)


def lost(before, after):
    """What of a file is no longer there as it was."""
    old, new = messages(before), messages(after)
    found = [f"{name} is not what it was: {old[name]!r} -> {new.get(name)!r}" for name in old if '{ "" }' != old[name].partition("=")[2].strip() and new.get(name) != old[name]]
    gone = notes(before)
    for note in notes(after):
        if note in gone:
            gone.remove(note)
    found += [f"the note {note!r} is gone" for note in gone]
    if before.startswith(b"\xef\xbb\xbf") != after.startswith(b"\xef\xbb\xbf"):
        found.append("the byte order mark")
    if b"\r\n" in before and b"\n" not in before.replace(b"\r\n", b"") and b"\n" in after.replace(b"\r\n", b""):
        found.append("the line ends")
    return found


def strange(before, after, changed):
    """Lines that came or went though they do not belong to the message whose English changed."""
    blocks = lambda content: re.split(r"\r?\n\r?\n", content.decode())
    old, new = blocks(before), blocks(after)
    mine = lambda block: re.search(rf"^{re.escape(changed)} *=|^#.*(library opens|STALE|Something older|The library)", block, re.M)
    return [f"{block[:80]!r} came or went" for block in set(old) ^ set(new) if not mine(block)]


def found_elsewhere(folder):
    """Every Fluent file that lies with the sources of other programs on this machine, as the catalog of a release of its own."""
    home = os.environ.get("CARGO_HOME") or os.path.expanduser("~/.cargo")
    paths = []
    for n, file in enumerate(sorted(glob.glob(os.path.join(home, "registry/src/**/*.ftl"), recursive=True))):
        with open(file, "rb") as source:
            content = source.read()
        put(folder, f"releases/other{n}.md", f'+++\ntitle = "Other {n}"\ndate = 2026-01-01\nlocales = ["en", "fr"]\n+++\n\nText.\n')
        put(folder, f"locales/fr/releases/other{n}.ftl", content)
        paths.append(f"locales/fr/releases/other{n}.ftl")
    return paths
