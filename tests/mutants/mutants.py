#!/usr/bin/env python3
"""Mutation testing in one build: the mutants of cargo-mutants, woven into one program, each made alive by the environment.

    tests/mutants/mutants.py FOLDER                 # all mutants; what is done already in FOLDER is not done again
    tests/mutants/mutants.py FOLDER --sample 20     # of every hundred about twenty, always the same
    tests/mutants/mutants.py FOLDER --only src/newsroom/,src/render/escape.rs
    tests/mutants/mutants.py FOLDER --quick         # only the unit tests; who survives is tried further by a run without it
    tests/mutants/mutants.py FOLDER --tests corpus,pages,rules,histories
    tests/mutants/mutants.py FOLDER --report        # only the table

FOLDER holds the woven copy, its build and the results; it can be removed. cargo-mutants must be installed (`cargo install cargo-mutants`).
The unit tests are tried first, then those modules of `tests/it` that are named when FOLDER is made.
A mutant is killed if a test fails or does not end. Mutants that cannot be compiled are not counted; the few that cannot be woven (an iterator
replaced by another, a constant, a field left out) are listed in `FOLDER/not-woven`, for `cargo mutants --re`.
"""

import argparse
import collections
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MODULES = [
    ("write path", "src/newsroom/"),
    ("sanitiser", "src/render/escape"),
    ("pages and text", "src/render/"),
    ("parity", "src/check/"),
    ("parity", "src/release/"),
    ("edition", "src/edition"),
    ("facts", "src/facts/"),
    ("align", "src/align/"),
    ("catalog", "src/catalog/"),
]
PASSED_ON = (
    '.env_clear().envs(["PRESSROOM_MUTANT", "PRESSROOM_MUTANT_TRACE"].iter()'
    ".filter_map(|name| Some((*name, std::env::var_os(name)?))))"
)


def module(path):
    return next(name for name, start in MODULES if path.startswith(start))


class Bench:
    def __init__(self, folder, modules):
        self.modules = modules
        self.folder = Path(folder).resolve()
        self.copy = self.folder / "copy"
        self.list = self.folder / "list.json"
        self.left_out = self.folder / "left-out"
        self.results = self.folder / "results"

    def cargo(self, *arguments):
        flags = dict(os.environ, CARGO_TARGET_DIR=str(self.folder / "target"), CARGO_PROFILE_DEV_DEBUG="0", RUSTFLAGS="--cap-lints=allow")
        command = ["cargo", *arguments, "--message-format=json"]
        run = subprocess.run(command, cwd=self.copy, env=flags, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]

    def mutants(self):
        return json.loads(self.list.read_text())

    # Making the program.

    def make(self):
        if (self.folder / "tests.json").exists():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        listed = subprocess.run(["cargo", "mutants", "--list", "--json"], cwd=ROOT, check=True, capture_output=True, text=True)
        self.list.write_text(listed.stdout)
        tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
        for name in filter(None, tracked.split("\0")):
            (self.copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, self.copy / name)
        shutil.copy2(HERE / "alive.rs", self.copy / "src/mutants.rs")
        library = self.copy / "src/lib.rs"
        library.write_text(library.read_text().replace("pub mod names;", "pub mod mutants;\npub mod names;"))
        for test in (self.copy / "tests/it").glob("*.rs"):
            test.write_text(test.read_text().replace(".env_clear()", PASSED_ON))
        mutants = self.mutants()
        left_out = {
            number
            for number, mutant in enumerate(mutants, 1)
            if "::std::iter::" in mutant["replacement"] and "impl" in mutant["function"]["return_type"]
        }
        not_woven = set(left_out)
        while True:
            self.left_out.write_text("\n".join(map(str, sorted(left_out))))
            weave = ["cargo", "run", "--quiet", "--release", "--manifest-path", HERE / "weave/Cargo.toml"]
            weave += ["--target-dir", self.folder / "weave", "--", self.list, ROOT, self.copy, self.left_out]
            run = subprocess.run(weave, check=True, capture_output=True, text=True)
            not_woven |= set(map(int, run.stdout.split()))
            wrong, cannot = self.wrong(mutants)
            print(f"left out: {len(left_out)}, and now {len(wrong)} that do not compile and {len(cannot)} that cannot be woven", flush=True)
            not_woven |= cannot
            if not wrong | cannot:
                break
            left_out |= wrong | cannot
        (self.folder / "not-woven").write_text("".join(mutants[number - 1]["name"] + "\n" for number in sorted(not_woven)))
        programs = {
            message["target"]["name"]: message["executable"]
            for message in self.cargo("test", "--no-run", "--lib", "--test", "it")
            if message.get("reason") == "compiler-artifact" and message.get("executable") and message["profile"]["test"]
        }
        (self.folder / "programs.json").write_text(json.dumps({"lib": programs["pressroom"], "it": programs["it"]}))
        self.trace()

    def wrong(self, mutants):
        """The mutants that do not compile, and those that only do not compile because they are woven."""
        wrong, cannot, others = set(), set(), []
        for message in self.cargo("check", "--lib"):
            message = message.get("message") or {}
            if not isinstance(message, dict) or message.get("level") != "error" or not message["spans"]:
                continue
            span = next((span for span in message["spans"] if span["is_primary"]), message["spans"][0])
            text = (self.copy / span["file_name"]).read_bytes()
            inside = [
                int(found[1])
                for found in re.finditer(rb"/\*M(\d+)\*/", text)
                if found.start() <= span["byte_start"] < text.find(b"/*E" + found[1] + b"*/")
            ]
            if inside:
                wrong.add(inside[-1])
            elif (message.get("code") or {}).get("code") == "E0015":
                # A constant cannot ask which mutant is alive.
                first = int(re.match(rb"crate::mutants::alive\((\d+)", text[span["byte_start"] :])[1])
                place = mutants[first - 1]
                alike = (
                    n for n, m in enumerate(mutants, 1) if (m["file"], m["span"]) == (place["file"], place["span"])
                )
                cannot |= set(alike)
            elif (message.get("code") or {}).get("code") == "E0004":
                # The last arm has a guard itself: without one of these arms the program does not compile either.
                start, end = span["byte_start"], text.find(b"\n    }", span["byte_start"])
                arms = re.findall(rb" if crate::mutants::alive\((\d+)\) != \d+ ", text[start:end])
                wrong |= set(map(int, arms))
                if not arms:
                    others.append(message["rendered"])
            elif alone := re.findall(rb"/\*E(\d+)\*/} _ => { $", text[: span["byte_start"]]):
                # What is written differs in type from the only mutant before it, which may borrow where it should not.
                wrong.add(int(alone[0]))
            else:
                others.append(message["rendered"])
        if others and not wrong | cannot:
            sys.exit("".join(others))
        return wrong, cannot

    # Running it.

    def run(self, kind, tests, variables, limit):
        def confine():
            resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))

        program = json.loads((self.folder / "programs.json").read_text())[kind]
        command = [program, "--exact", "--test-threads=1", "--quiet", *tests]
        process = subprocess.Popen(
            command,
            cwd=self.copy,
            env=dict(os.environ, RUST_BACKTRACE="0", PROPTEST_MAX_SHRINK_ITERS="1", **variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=confine,
            start_new_session=True,
        )
        try:
            said, _ = process.communicate(timeout=limit)
            return "killed" if process.returncode else "passed", said.decode("utf8", "replace")
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return "timeout", ""

    def trace(self):
        """Which places each test comes through, and how long it takes."""
        traced = {}
        for kind, program in json.loads((self.folder / "programs.json").read_text()).items():
            listed = subprocess.run([program, "--list", "--format=terse"], cwd=self.copy, capture_output=True, text=True)
            for name in re.findall(r"^(\S+): test$", listed.stdout, re.M):
                if kind == "it" and name.split("::")[0] not in self.modules:
                    continue
                trace = self.folder / "trace"
                trace.write_text("")
                start = time.time()
                outcome, said = self.run(kind, [name], {"PRESSROOM_MUTANT_TRACE": str(trace)}, 900)
                if outcome != "passed":
                    print(f"{name} fails without a mutant and is not used\n{said[-500:]}")
                    continue
                places = sorted(set(map(int, trace.read_text().split())))
                traced[f"{kind} {name}"] = {"time": time.time() - start, "places": places}
        (self.folder / "tests.json").write_text(json.dumps(traced))

    def places(self):
        """The first mutant of the place of each woven mutant."""
        places = {}
        for path in {mutant["file"] for mutant in self.mutants()}:
            first = None
            for asked, own, arm in re.findall(
                r"match crate::mutants::alive\((\d+)\)|/\*M(\d+)\*/|if crate::mutants::alive\((\d+)\) != \d+",
                (self.copy / path).read_text(),
            ):
                if asked:
                    first = int(asked)
                elif own:
                    places[int(own)] = first
                else:
                    places[int(arm)] = int(arm)
        return places

    def mutate(self, only, sample, quick):
        tests = json.loads((self.folder / "tests.json").read_text())
        through = collections.defaultdict(list)
        for name, test in sorted(tests.items(), key=lambda item: item[1]["time"]):
            for place in test["places"]:
                through[place].append(name)
        places, mutants = self.places(), self.mutants()
        done = {result["number"] for result in self.read() if quick or result["fate"] != "unsettled"}
        order = [name for name, _ in MODULES]
        numbers = sorted(places, key=lambda number: (order.index(module(mutants[number - 1]["file"])), number))
        with self.results.open("a") as results:
            for number in numbers:
                path = mutants[number - 1]["file"]
                is_drawn = (number * 2654435761 >> 8) % 100 < sample
                if number in done or not is_drawn or not any(path.startswith(start) for start in only):
                    continue
                fate = self.fate(number, through[places[number]], tests, quick)
                results.write(json.dumps({"number": number, "fate": fate}) + "\n")
                results.flush()
                if fate == "survived":
                    print(mutants[number - 1]["name"], flush=True)

    def fate(self, number, names, tests, quick):
        """What becomes of a mutant: the unit tests try it, the fastest first, in bundles that grow; then those of `tests/it` one by one."""
        bundles, room = [[]], 0.05
        for name in (name for name in names if name.startswith("lib ")):
            if sum(tests[each]["time"] for each in bundles[-1]) > room:
                bundles.append([])
                room *= 3
            bundles[-1].append(name)
        for few in [*bundles, *([name] for name in names if name.startswith("it ") and not quick)]:
            if few:
                limit = 4 + 8 * sum(tests[name]["time"] for name in few)
                kind = few[0].split(" ")[0]
                outcome, _ = self.run(kind, [name.split(" ")[1] for name in few], {"PRESSROOM_MUTANT": str(number)}, limit)
                if outcome != "passed":
                    return outcome
        return "unsettled" if quick else "survived"

    def read(self):
        lines = self.results.read_text().splitlines() if self.results.exists() else []
        return list({result["number"]: result for result in map(json.loads, lines)}.values())

    def report(self):
        mutants = self.mutants()
        fates = collections.defaultdict(collections.Counter)
        for result in self.read():
            fates[module(mutants[result["number"] - 1]["file"])][result["fate"]] += 1
        print(f"{'':16}{'mutants':>8}{'killed':>8}{'timeout':>8}{'survived':>9}{'unsettled':>10}{'score':>8}")
        for name, counts in [*fates.items(), ("all", sum(fates.values(), collections.Counter()))]:
            total = sum(counts.values())
            left = counts["survived"] + counts["unsettled"]
            score = 100 * (total - left) / max(total, 1)
            print(f"{name:16}{total:8}{counts['killed']:8}{counts['timeout']:8}{counts['survived']:9}{counts['unsettled']:10}{score:7.1f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--only", default="src/", help="beginnings of paths, with commas between them")
    parser.add_argument("--sample", type=int, default=100, metavar="PER_CENT")
    parser.add_argument("--tests", default="corpus,pages,rules", metavar="MODULES", help="of tests/it")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--report", action="store_true")
    arguments = parser.parse_args()
    bench = Bench(arguments.folder, arguments.tests.split(","))
    if not arguments.report:
        bench.make()
        bench.mutate(arguments.only.split(","), arguments.sample, arguments.quick)
    bench.report()


if __name__ == "__main__":
    main()
