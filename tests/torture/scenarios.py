"""The commands that write, each with the newsroom before it and the newsroom after an undisturbed run."""
import os
import time

import common
from common import NOW, TEMPORARY, copy, must, place, put, run, take, tree

RELEASE = "releases/2026/reading-room.md"
FRENCH = "locales/fr/releases/2026/reading-room.ftl"
# What has nothing left to do when it was killed after its work was done, and says so with an exit code of its own.
ONCE = ("new", "init", "finish")
# All of them, filled by `prepare`.
SCENARIOS = []


def edit(folder, word="that"):
    text = take(folder, RELEASE).decode()
    front, body = text.rsplit("+++\n", 1)
    put(folder, RELEASE, front + "+++\n" + body.rstrip().replace(" the ", f" {word} ", 3) + "\n\nA paragraph that is new.\n")


class Scenario:
    """A command, the newsroom before it, and the newsroom after an undisturbed run."""

    def __init__(self, name, arguments, *before, start="founded"):
        self.name, self.arguments = name, arguments
        self.start = place(f"start-{name}")
        copy(place(start), self.start)
        for step in before:
            step(self.start)
        self.before = tree(self.start)
        self.work = place(f"work-{name}")
        must(self.run(copy(self.start, self.work)))
        self.after = tree(self.work)
        assert self.before != self.after, f"{name} does nothing"
        times = []
        for _ in range(3):
            self.fresh()
            begin = time.monotonic()
            self.run(self.work)
            times.append(time.monotonic() - begin)
        # How long an undisturbed run takes from start to end, in seconds.
        self.duration = min(times)

    def command(self):
        # Files outside of any newsroom are named by their whole path, as git names them.
        return [place("work-" + self.name, one[1:]) if one.startswith("@") else one for one in self.arguments]

    def run(self, folder, **how):
        return run(folder, *self.command(), **how)

    def fresh(self):
        return copy(self.start, self.work)

    def wrong(self, found):
        """What is neither old nor new; strays do not count, nor do the lists that only this program reads."""
        wrong = []
        for path in set(self.before) | set(self.after) | set(found):
            name = os.path.basename(path)
            if name.endswith(TEMPORARY) or name in (".pressroom-manifest", ".pressroom-shard-finished"):
                continue
            if name.startswith(".pressroom-shard-") and self.name == "shard":
                # It is whole or not taken at all (src/newsroom/cache.rs); whether it is of use, `is_done` says.
                continue
            if found.get(path) not in (self.before.get(path), self.after.get(path)):
                wrong.append(path)
        return wrong

    def is_done(self, found):
        """Whether a run that ended with 0 did its work. What a part leaves for the others may know less, if putting them together works."""
        own = lambda path: os.path.basename(path).startswith(".pressroom-shard-")
        if all(found.get(path) == content for path, content in self.after.items() if not own(path)):
            return self.name != "shard" or found == self.after or self.completes()
        return False

    def completes(self):
        """Whether a build of which this was a part comes to its end."""
        folder = copy(self.work, place("completed"))
        done = [run(folder, "build", *rest, *NOW) for rest in (["--shard", "2/2"], ["--finish"])]
        return all(one.returncode == 0 for one in done) and tree(folder) == of("finish")[0].after

    def finish(self):
        """Runs the command again, undisturbed; what is wrong then."""
        again = self.run(self.work)
        found = tree(self.work)
        # `undo` after a whole `undo` brings back what was undone.
        if found == self.after or (self.name == "undo" and found == self.before):
            good = again.returncode == 0 or (self.name in ONCE and again.returncode == 2)
            return [] if good else [f"exit {again.returncode}: {again.stderr.decode()[-300:]}"]
        wrong = [path for path in set(found) | set(self.after) if found.get(path) != self.after.get(path)]
        return [f"exit {again.returncode} {again.stderr.decode()[:120]!r}", *wrong]


def of(*names):
    return [one for one in SCENARIOS if one.name in names]


def prepare():
    os.makedirs(place("empty"))
    must(common.start(["init", place("founded")]))
    must(common.start(["init", place("two")]))
    # A second release, for builds in parts; the parts of these two names are not the same.
    for name in ("a", "b", "c", "d"):
        put(place("two"), f"releases/2026/{name}.md", f'+++\ntitle = "The {name}"\ndate = 2026-01-02\nlocales = ["en"]\n+++\n\nText of {name}.\n')
    must(run(place("two"), "extract"))
    update = lambda folder: must(run(folder, "update"))
    extract = lambda folder: must(run(folder, "extract"))
    build = lambda folder: must(run(folder, "build", *NOW))
    part = lambda number: lambda folder: must(run(folder, "build", "--shard", f"{number}/2", *NOW))

    def obsolete(folder):
        put(folder, FRENCH, take(folder, FRENCH) + b"\n# en: Gone.\nit-is-gone = Parti.\n")
        update(folder)

    def spoil(folder):
        put(folder, FRENCH, take(folder, FRENCH).replace(" places au".encode(), "  places  au".encode()).replace(b"compte 120 ", b"compte  120 "))

    def three(folder):
        base = take(folder, FRENCH).decode()
        put(folder, "base.ftl", base)
        put(folder, "ours.ftl", base.replace("Riverton\nplace = Riverton", "Riverton\nplace = Riverton-sur-Mer"))
        put(folder, "theirs.ftl", base + "\n# en: More.\nmore = Davantage.\n")

    SCENARIOS[:] = [
        Scenario("extract", ["extract"], edit),
        Scenario("update", ["update"], edit),
        Scenario("accept", ["accept", "fr", "--all"], edit, update),
        Scenario("minor", ["minor", "2026/reading-room#city-library-today-opened", "--reason", "a word", "--force"], edit, update),
        Scenario("prune", ["prune", "fr"], obsolete),
        Scenario("undo", ["undo"], edit, update),
        Scenario("new", ["new", "A title", "--date", "2026-11-02"]),
        Scenario("init", ["init", "@."], start="empty"),
        Scenario("fix", ["check", "--fix", "--exit-zero"], spoil),
        Scenario("baseline", ["check", "--exit-zero", "--write-baseline", "@baseline.txt"], lambda folder: put(folder, "baseline.txt", "old\n"), edit),
        Scenario("merge-driver", ["merge-driver", "@base.ftl", "@ours.ftl", "@theirs.ftl"], three),
        Scenario("build", ["build", *NOW], build, edit, update, lambda folder: must(run(folder, "accept", "fr", "--all"))),
        Scenario("shard", ["build", "--shard", "1/2", *NOW], start="two"),
        Scenario("finish", ["build", "--finish", *NOW], part(1), part(2), start="two"),
    ]
