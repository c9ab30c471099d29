"""What the program says of hostile files (G17): nothing that a terminal, a log or a parser obeys, and every finding once."""
import json
import random
import re
import unicodedata
import xml.etree.ElementTree as xml

from common import place, put, run, take, tell

# What a pull request might put where it will be quoted.
NASTY = [
    "\x1b[31mred", "\x1b]0;title\x07", "\x9b31m", "\x90q\x9c", "\x08\x08\x08", "\x7f", "\x00", "\x0b\x0c", "\x85", "\u2028", "\u2029", "\u202egnp.exe",
    "\u2066x", "\ufeff", "\U000e0041", "::error::forged", "::error file=a,line=1::x", "::set-output name=a::b", "::stop-commands::t", "::add-mask::x",
    "##[error]x", "##vso[task.complete]", "%0A::error::x", "%25%0D", "\r::error::x", "a,b:c", "]]>", "<!DOCTYPE x>", "&lol;", "<script>alert(1)</script>",
    "</failure></testcase>", "\"},{\"rule\":\"x", "\\", "`code`", "| a | b |", "[x](javascript:y)", "\ud7ff", "\uffff", "\ufdd0", "=cmd|' /C calc'!A0", "${{ secrets.X }}",
    "\u0301\u0301\u0301", "x" * 5000,
]
FORMATS = ["human", "short", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"]
# What stands in a line of a workflow's log and is obeyed.
COMMAND = re.compile(r"^\s*::([^\s:]+)(?: (.*?))?::(.*)$")


def hostile(folder, chance):
    """A newsroom in which every place that is quoted may hold something nasty."""
    nasty = lambda: chance.choice(NASTY)
    put(folder, "pressroom.toml", 'base-url = "https://example.org"\n')
    body = "".join(f"\n{word} room has {n} seats{chance.choice(['', nasty().replace(chr(0), '')])}.\n" for n, word in enumerate(["The", "Our", "Each", "No"]))
    put(folder, "releases/a.md", f'+++\ntitle = {json.dumps("Title " + chance.choice(["", nasty()]))}\ndate = 2026-01-01\n+++\n{body}')
    for locale in ("fr", "ar"):
        lines = []
        for word in ("title", "room-0-seats", "room-has-0-seats", "room-1-seats", "x"):
            comment = chance.choice(["", f"# {nasty()}\n", f"# en: {nasty()}\n", f"# STALE ({nasty()}): {nasty()}\n", f"# pressroom: allow {nasty()} — {nasty()}\n"])
            name = chance.choice([word, word + nasty(), word])
            lines.append(f"{comment}{name} = {nasty()} {chance.choice(['', '{ -' + nasty() + ' }', '{ $x }', '{'])}\n")
        put(folder, f"locales/{locale}/releases/a.ftl", "\n".join(lines).encode("utf-8", "surrogatepass"))
    for name in ("releases/{}.md", "locales/{}/site.ftl", "locales/fr/releases/{}.ftl", "templates/{}.html"):
        part = chance.choice(NASTY).replace("/", "").replace("\0", "")[:60]
        try:
            put(folder, name.format(part), "x")
        except OSError:
            pass


def obeyed(text, colours=False):
    """The characters of a text that a terminal obeys."""
    if colours:
        text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    bad = {f"U+{ord(c):04X}" for c in text if c != "\n" and unicodedata.category(c) == "Cc"}
    return sorted(bad | {f"U+{ord(c):04X}" for c in text if "\udc80" <= c <= "\udcff" or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"})


def annotations(text):
    """How many findings the annotations of a log are, as its runner reads them; -1 where a line is neither theirs nor the summary."""
    counted = 0
    lines = text.splitlines()
    for line in lines:
        found = COMMAND.match(line)
        if not found:
            if "::" in line or line != lines[-1]:
                return -1
            continue
        kind, properties, said = found.groups()
        properties = dict(pair.split("=", 1) for pair in (properties or "").split(",") if "=" in pair)
        title = properties.get("title", "").replace("%3A", ":")
        if kind not in ("error", "warning", "notice"):
            return -1
        more = re.match(r"and (\d+) more in", said) if title == "pressroom" else None
        group = re.search(r"(\d+) findings$", title)
        counted += int((more or group)[1]) if more or group else 1
    return counted


def wrong(reports):
    """What is wrong with the reports of one check."""
    findings = json.loads(reports["json"])["findings"]
    count = len(findings)
    errors = sum(one["level"] == "error" for one in findings)
    counts = {
        "jsonl": len([json.loads(line) for line in reports["jsonl"].split("\n") if line]),
        "short": len(reports["short"].splitlines()),
        "human": len(re.findall(r"^(?:error|warning|note)\[", reports["human"], re.M)),
        "sarif": len(json.loads(reports["sarif"])["runs"][0]["results"]),
        "gitlab": len(json.loads(reports["gitlab"])),
        "github": annotations(reports["github"]),
    }
    failed = xml.fromstring(reports["junit"].encode()).iter("failure")
    found = [f"{name}: {number} of {count}" for name, number in counts.items() if number != count]
    if (number := len(list(failed))) != errors:
        found.append(f"junit: {number} of {errors}")
    rows = [line for line in reports["markdown"].splitlines() if line.startswith("| ")]
    if count and len(rows) != min(count, 200) + 1:
        found.append(f"markdown: {len(rows)} rows")
    for name, text in reports.items():
        if bad := obeyed(text):
            found.append(f"{name}: {bad}")
        if name != "github" and (forged := [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line or "##vso" in line]):
            found.append(f"{name}: {forged[0][:80]}")
    return found, count


def outputs(short):
    """Every report and every command's words, over newsrooms that are hostile throughout."""
    chance, worst, findings, said = random.Random(17), [], 0, 0
    total = 15 if short else 300
    for n in range(total):
        folder = place(f"hostile-{n}")
        hostile(folder, chance)
        reports = [f"{name}={folder}/report.{name}" for name in FORMATS]
        done = run(folder, "check", "--format", "short", *[word for report in reports for word in ("--report", report)])
        if done.returncode not in (1, 2):
            worst.append(f"{n}: check ended with {done.returncode}: {done.stderr.decode()[:200]}")
            continue
        try:
            found, count = wrong({name: take(folder, f"report.{name}").decode() for name in FORMATS})
        except (ValueError, KeyError, OSError, xml.ParseError) as error:
            found, count = [repr(error)], 0
        findings += count
        worst += [f"{n}: {one}" for one in found]
        for colours in ("never", "always"):
            for command in (["check"], ["status"], ["todo", "fr"], ["diff"], ["extract"], ["update"], ["accept", "fr", "--all"], ["prune", "fr"], ["build"], ["undo"]):
                ended = run(folder, *command, "--color", colours, "--verbose")
                said += 1
                # A byte that is not UTF-8 may be a command as well, and becomes a character that is listed here.
                text = (ended.stdout + ended.stderr).decode("utf-8", "surrogateescape")
                if bad := obeyed(text, colours == "always"):
                    worst.append(f"{n} {command}: {bad}")
                if ended.returncode not in (0, 1, 2):
                    worst.append(f"{n} {command}: exit {ended.returncode}")
    tell("G17", f"{findings} findings of {total} hostile newsrooms in {len(FORMATS)} reports; {said} runs of 10 commands", f"{len(worst)} control characters, forged lines, lost findings, or reports that do not parse",
         not worst and findings > 10 * total, worst)
