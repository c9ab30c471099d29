"""Reads the recipes: every YAML file and every example of docs/ci.md; writes the examples apart, for their schemas."""

import re
import sys
from pathlib import Path

import yaml

out = Path(sys.argv[1])
hooks = yaml.safe_load(Path(".pre-commit-hooks.yaml").read_text("utf-8"))
for hook in hooks:
    # The fields that pre-commit requires, and those without which two hooks could write at the same time.
    missing = {"id", "name", "entry", "language", "files"} - set(hook)
    assert not missing, f"{hook.get('id')}: no {missing}"
    assert hook["pass_filenames"] is False and hook["require_serial"] is True, hook["id"]
    assert hook["language"] in ("rust", "system"), hook["id"]
    re.compile(hook["files"])

action = yaml.safe_load(Path("action.yml").read_text("utf-8"))
for step in action["runs"]["steps"]:
    assert "${{" not in step["run"], f"{step['name']}: an input stands in the script"
(out / "action.sh").write_text(action["runs"]["steps"][-1]["run"], "utf-8")

guide = Path("docs/ci.md").read_text("utf-8")
named = {hook["id"] for hook in hooks}
examples = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", guide, re.S)]
texts = re.findall(r"```yaml\n(.*?)```", guide, re.S)
count = {"github": 0, "gitlab": 0, "pre-commit": 0}
for text, example in zip(texts, examples):
    kind = "pre-commit" if "repos" in example else "github" if "jobs" in example else "gitlab"
    count[kind] += 1
    (out / f"{kind}-{count[kind]}.yml").write_text(text, "utf-8")
    if kind == "github":
        assert example["permissions"] == {"contents": "read"}, "a workflow may read and nothing else"
        assert "pull_request_target" not in text
    if kind == "pre-commit":
        used = {hook["id"] for repo in example["repos"] for hook in repo["hooks"]}
        assert used <= named, f"no hook {used - named}"
assert all(count.values()), count
print(f"{len(hooks)} hooks, {len(examples)} examples: read")
