"""Reads every report as its reader would, and counts the findings: all of them have the same number."""

import json
import re
import sys
import unicodedata
from pathlib import Path

from junitparser import JUnitXml

folder = Path(sys.argv[1])


def read(name):
    return (folder / f"report.{name}").read_text("utf-8")


data = json.loads(read("json"))
assert data["schema"] == 1
findings = data["findings"]
count = len(findings)
assert count > 50, f"only {count} findings"
for finding in findings:
    for key in ("rule", "level", "message", "path", "line", "column", "locale", "release", "id", "help"):
        assert key in finding, key
    assert finding["help"], f"{finding['rule']} says nothing of what to do: {finding['message']}"
summary = data["summary"]
assert summary["errors"] + summary["warnings"] + summary["notes"] == count

assert len([json.loads(line) for line in read("jsonl").splitlines()]) == count
assert len(read("short").splitlines()) == count
assert all(re.match(r"(.+:\d+:\d+: )?(error|warning|note)\[[a-z-]+\]: ", line) for line in read("short").splitlines())

run = json.loads(read("sarif"))["runs"][0]
assert len(run["results"]) == count
names = [result["partialFingerprints"]["pressroom/v1"] for result in run["results"]]
assert len(set(names)) == count

issues = json.loads(read("gitlab"))
assert len(issues) == count and len({issue["fingerprint"] for issue in issues}) == count
for issue in issues:
    assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
    assert issue["location"]["lines"]["begin"] >= 1 and issue["location"]["path"]

suites = JUnitXml.fromfile(str(folder / "report.junit"))
cases = [case for suite in suites for case in suite]
failed = [case for case in cases if not case.is_passed]
assert len(failed) == summary["errors"], f"{len(failed)} failed cases"


def parse_command(line):
    """A workflow command as the runner reads it: name, properties, text."""
    found = re.match(r"^\s*::([^\s:]+)(?: (.*?))?::(.*)$", line)
    if not found:
        return None
    properties = dict(pair.split("=", 1) for pair in (found[2] or "").split(",") if "=" in pair)
    return found[1], properties, found[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


lines = read("github").splitlines()
commands = [command for command in map(parse_command, lines) if command]
assert len(commands) == len(lines) - 1, "a line is no command"
counted = 0
for kind in ("error", "warning", "notice"):
    of_kind = [command for command in commands if command[0] == kind]
    assert len(of_kind) <= 10, f"{len(of_kind)} annotations of a kind"
    for _, properties, text in of_kind:
        title = properties["title"].replace("%3A", ":")
        more = re.match(r"and (\d+) more in", text) if title == "pressroom" else None
        group = re.search(r"(\d+) findings$", title)
        counted += int(more[1]) if more else int(group[1]) if group else 1
assert counted == count, f"{counted} findings in annotations, {count} in JSON"

rows = [line for line in read("markdown").splitlines() if line.startswith("| ")]
assert len(rows) == min(count, 200) + 1

titles = [line for line in read("human").splitlines() if re.match(r"(error|warning|note)\[", line)]
assert len(titles) == count

for name in ("human", "short", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"):
    text = read(name)
    bad = {f"U+{ord(c):04X}" for c in text if c != "\n" and unicodedata.category(c) == "Cc"}
    bad |= {f"U+{ord(c):04X}" for c in text if c in "\u202a\u202b\u202c\u202d\u202e\u2028\u2029"}
    assert not bad, f"{name}: {bad}"
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]
    assert name == "github" or not commands, f"{name}: {commands[:1]}"
print(f"{count} findings, the same in nine reports; no control character, no forged line")
