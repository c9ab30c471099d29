#!/usr/bin/env python3
"""Breaks the program in every way this machine allows, and prints what was lost: the table of docs/reliability.md.

    tests/torture/torture.py [--bin PATH] [--short] [PART…]

Parts: faults kills race crowd full readonly clocks undo caged power. Needs strace and faketime; `power` and `full` need root.
Ends with 1 if anything was lost, damaged, or left for a person to clean up.
"""
import argparse, os, random, shutil, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RELEASE = "releases/2026/reading-room.md"
FRENCH = "locales/fr/releases/2026/reading-room.ftl"
TEMPORARY = ".tmp-pressroom"
OWN = ".pressroom"
ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", "RAYON_NUM_THREADS": "1"}
NOW = ["--now", "2026-11-01T00:00:00Z"]


def run(folder, *arguments, prefix=(), env=None, timeout=120):
    command = [*prefix, BIN, "--root", folder, *arguments]
    return subprocess.run(command, env={**ENV, "PRESSROOM_CACHE": os.path.join(BASE, "cache"), **(env or {})}, capture_output=True, timeout=timeout)


def tree(folder):
    found = {}
    for at, folders, files in os.walk(folder):
        if at == folder and OWN in folders:
            folders.remove(OWN)
        for name in files:
            path = os.path.join(at, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def copy(source, target):
    # The journal knows the folder it lies in, so the folder is moved aside and back instead of being copied.
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    journal = os.path.join(target, OWN, "journal")
    if os.path.exists(journal):
        mend_journal(journal)


def mend_journal(journal):
    """Gives a copied journal the number of the folder that it lies in now."""
    import hashlib
    with open(journal, "rb") as file:
        body = file.read()[: -(4 + 32)]
    head, rest = body.split(b"\n", 1)
    number = str(os.stat(os.path.dirname(journal)).st_ino).encode()
    body = b" ".join(head.split(b" ")[:-1] + [number]) + b"\n" + rest
    with open(journal, "wb") as file:
        file.write(body + b"end " + hashlib.sha256(body).hexdigest()[:32].encode())


def edit(folder, word="that"):
    path = os.path.join(folder, RELEASE)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    front, body = text.rsplit("+++\n", 1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(front + "+++\n" + body.rstrip().replace(" the ", f" {word} ", 3) + "\n\nA paragraph that is new.\n")


def founded(base):
    folder = os.path.join(base, "founded")
    must(subprocess.run([BIN, "init", folder], env=ENV, capture_output=True))
    return folder


def must(done):
    if done.returncode != 0:
        sys.exit(f"the preparation failed: {done.args}\n{done.stderr.decode()}")
    return done


class Scenario:
    """A command, the newsroom before it, and the newsroom after an undisturbed run."""

    def __init__(self, base, name, arguments, *before):
        self.name, self.arguments = name, arguments
        self.start = os.path.join(base, f"start-{name}")
        copy(os.path.join(base, "founded"), self.start)
        for step in before:
            step(self.start)
        self.before = tree(self.start)
        self.work = os.path.join(base, f"work-{name}")
        copy(self.start, self.work)
        must(run(self.work, *arguments))
        self.after = tree(self.work)
        assert self.before != self.after, f"{name} does nothing"

    def fresh(self):
        copy(self.start, self.work)
        return self.work

    def wrong(self, found):
        """What is neither old nor new; strays do not count."""
        wrong = []
        for path in set(self.before) | set(self.after) | set(found):
            if os.path.basename(path).endswith(TEMPORARY) or os.path.basename(path) == ".pressroom-manifest":
                continue
            if found.get(path) not in (self.before.get(path), self.after.get(path)):
                wrong.append(path)
        return wrong

    def finish(self):
        """Runs the command again, undisturbed; what is wrong then."""
        again = run(self.work, *self.arguments)
        found = tree(self.work)
        # A run that was killed after its work was done has nothing left to do; `undo` and `new` then do something else.
        if found == self.after or (self.name == "undo" and found == self.before):
            return [] if again.returncode == 0 or self.name == "new" else [f"exit {again.returncode}: {again.stderr.decode()[-300:]}"]
        return [path for path in set(found) | set(self.after) if found.get(path) != self.after.get(path)]


def scenarios(base):
    founded(base)
    update = lambda folder: must(run(folder, "update"))
    build = lambda folder: must(run(folder, "build", *NOW))
    def obsolete(folder):
        with open(os.path.join(folder, FRENCH), "a", encoding="utf-8") as file:
            file.write("\n# en: Gone.\nit-is-gone = Parti.\n")
        must(run(folder, "update"))
    return [
        Scenario(base, "extract", ["extract"], edit),
        Scenario(base, "update", ["update"], edit),
        Scenario(base, "accept", ["accept", "fr", "--all"], edit, update),
        Scenario(base, "prune", ["prune", "fr"], obsolete),
        Scenario(base, "undo", ["undo"], edit, update),
        Scenario(base, "new", ["new", "A title", "--date", "2026-11-02"]),
        Scenario(base, "build", ["build", *NOW], build, edit, update, lambda folder: must(run(folder, "accept", "fr", "--all"))),
    ]


CALLS = ["openat", "read", "write", "fsync", "rename", "renameat2", "unlink", "mkdir", "flock", "fchmod", "close", "ftruncate", "statx", "readlink", "getdents64"]
ERRORS = {
    "openat": ["EACCES", "EMFILE", "EROFS", "ENOSPC"], "read": ["EIO"], "write": ["ENOSPC", "EDQUOT", "EIO"], "fsync": ["EIO"],
    "rename": ["EIO", "ENOSPC", "EXDEV"], "renameat2": ["EIO", "EINVAL", "ENOSPC"], "unlink": ["EACCES", "EIO"], "mkdir": ["ENOSPC"],
    "flock": ["ENOLCK"], "fchmod": ["EPERM"], "close": ["EIO"], "ftruncate": ["EIO"], "getdents64": ["EIO"], "statx": ["EIO"], "readlink": ["EIO"],
}


def counts(scenario):
    """How often each call is made on files of the newsroom or through them, at most by one thread."""
    log = os.path.join(BASE, "trace")
    must(run(scenario.fresh(), *scenario.arguments, prefix=["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(CALLS)]))
    found = {}
    with open(log, errors="replace") as file:
        for line in file:
            pid, _, rest = line.partition(" ")
            call = rest.strip().split("(")[0]
            if call in CALLS:
                found[pid, call] = found.get((pid, call), 0) + 1
    return {call: max((n for (_, name), n in found.items() if name == call), default=0) for call in CALLS}


def faults(short):
    """Kill and errno at every system call of every command that writes."""
    total = lost = untrue = strays = unfinished = 0
    worst = []
    for scenario in SCENARIOS:
        points = []
        for call, count in counts(scenario).items():
            kinds = ["signal=SIGKILL"] + [f"error={error}" for error in ERRORS[call]]
            points += [(call, kind, n) for kind in kinds for n in range(1, count + 1)]
        if short:
            random.Random(7).shuffle(points)
            points = points[:40]
        for call, kind, n in points:
            folder = scenario.fresh()
            prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{kind}:when={n}"]
            done = run(folder, *scenario.arguments, prefix=prefix)
            total += 1
            found = tree(folder)
            point = f"{scenario.name} {call} {kind} {n}"
            wrong = scenario.wrong(found)
            if wrong:
                lost += 1
                worst.append(f"{point}: neither old nor new: {wrong}")
            if "error" in kind and done.returncode == 0 and any(found.get(p) != b for p, b in scenario.after.items()):
                untrue += 1
                worst.append(f"{point}: exit 0, not done")
            if done.returncode in (101, 134, 139) or b"panicked" in done.stderr:
                untrue += 1
                worst.append(f"{point}: exit {done.returncode} {done.stderr.decode()[-200:]}")
            rest = scenario.finish()
            if any(path.endswith(TEMPORARY) for path in tree(folder)):
                strays += 1
            if rest:
                unfinished += 1
                worst.append(f"{point}: run again: {rest}")
    tell("G1", f"{total} faults at system calls of {len(SCENARIOS)} commands", f"{lost} damaged, {untrue} untrue exit codes, {unfinished} not finished by a second run, {strays} strays",
         lost + untrue + strays + unfinished == 0, worst)


def kills(short):
    """SIGKILL at random moments."""
    total, killed, worst = (140 if short else 10000), 0, []
    chance = random.Random(11)
    for n in range(total):
        scenario = SCENARIOS[n % len(SCENARIOS)]
        folder = scenario.fresh()
        process = subprocess.Popen([BIN, "--root", folder, *scenario.arguments], env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * DURATION)
        process.kill()
        killed += process.wait() == -9
        wrong = scenario.wrong(tree(folder)) + scenario.finish()
        if wrong:
            worst.append(f"{scenario.name}: {wrong}")
    tell("G2", f"{total} runs, {killed} killed at a random moment", f"{len(worst)} damaged or not finished by a second run", not worst, worst)


def race(short):
    """An editor saves between our reading and our writing."""
    scenario = next(one for one in SCENARIOS if one.name == "update")
    worst, total = [], 0
    count = counts(scenario)
    points = [(call, n) for call in ("renameat2", "unlink", "fsync", "rename") for n in range(1, count[call] + 1)]
    for call, n in points[:: 4 if short else 1]:
        for atomic in (False, True):
            folder = scenario.fresh()
            path = os.path.join(folder, FRENCH)
            prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:delay_enter=600000:when={n}"]
            process = subprocess.Popen([*prefix, BIN, "--root", folder, *scenario.arguments], env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.45 + DURATION)
            line = b"\n# a line of the editor's\n"
            with open(path, "rb") as file:
                saved = file.read() + line
            with open(path + "~" if atomic else path, "wb") as file:
                file.write(saved)
            if atomic:
                os.replace(path + "~", path)
            process.wait()
            total += 1
            with open(path, "rb") as file:
                if line not in file.read():
                    worst.append(f"{call} {n} {'atomic' if atomic else 'in place'}: the editor's line is gone")
            run(folder, "update")
            with open(path, "rb") as file:
                if line not in file.read():
                    worst.append(f"{call} {n}: the editor's line is gone after a second run")
    tell("G3", f"{total} saves by an editor while a run was under way", f"{len(worst)} lost", not worst, worst)


def crowd(short):
    """Many runs at once: each accepts another translation, or begins another release."""
    lost, total, worst = 0, 0, []
    for _ in range(2 if short else 20):
        folder = SCENARIOS[0].fresh()
        path = os.path.join(folder, FRENCH)
        must(run(folder, "update"))
        with open(path, encoding="utf-8") as file:
            lines = [line for line in file.read().splitlines() if not line.startswith(("# en", "# STALE"))]
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        ids = [line.split(" = ")[0] for line in lines if " = " in line and line[0].isalpha() and '{ "" }' not in line]
        slug = RELEASE.removeprefix("releases/").removesuffix(".md")
        commands = [["accept", "fr", f"{slug}#{one}"] for one in ids] + [["update"]] * 4
        runs = [subprocess.Popen([BIN, "--root", folder, *one], env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for one in commands]
        codes = [one.wait() for one in runs]
        total += len(runs)
        left = must(run(folder, "accept", "fr", "--all", "--dry-run")).stdout.decode()
        lost += "would accept 0 " not in left
        if any(codes):
            worst.append(f"exit codes {codes}")
        if any(name.endswith(TEMPORARY) for name in tree(folder)):
            worst.append("strays")
    tell("G3", f"{total} commands on one file, all at once", f"{lost} rounds with a lost update, {len(worst)} failed", not lost and not worst, worst)


def full(short):
    """A disk that is full, in steps of 4 KiB from nothing to enough."""
    total, worst = 0, []
    for scenario in [one for one in SCENARIOS if one.name in ("update", "accept", "build")]:
        size = sum(len(content) // 4096 * 4096 + 8192 for content in scenario.before.values()) // 4096
        for pages in range(size, size + 160, 16 if short else 1):
            mount = os.path.join(BASE, "disk")
            os.makedirs(mount, exist_ok=True)
            if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={pages * 4}k", "tmpfs", mount], capture_output=True).returncode:
                return tell("G5", "a full disk", "not possible here: no right to mount", True, [])
            try:
                folder = os.path.join(mount, "n")
                try:
                    copy(scenario.start, folder)
                except (OSError, shutil.Error):
                    continue
                done = run(folder, *scenario.arguments)
                found = tree(folder)
                total += 1
                scenario_wrong = scenario.wrong(found)
                if scenario_wrong or (done.returncode == 0) != (found == scenario.after) or done.returncode not in (0, 2):
                    worst.append(f"{scenario.name} {pages} pages: exit {done.returncode}, {scenario_wrong}")
            finally:
                subprocess.run(["umount", mount])
    tell("G5", f"{total} disks that are full after one more page each", f"{len(worst)} damaged, or told as done", not worst, worst)


def readonly(short):
    """A newsroom that may not be written into, for a person who is not root."""
    worst, total = [], 0
    drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    for scenario in SCENARIOS:
        folder = scenario.fresh()
        subprocess.run(["chmod", "-R", "a+rX,a-w", folder])
        subprocess.run(["chmod", "a+rx", BASE])
        done = run(folder, *scenario.arguments, prefix=drop)
        total += 1
        if done.returncode != 2 or tree(folder) != scenario.before:
            worst.append(f"{scenario.name}: exit {done.returncode} {done.stderr.decode()[-200:]}")
        subprocess.run(["chmod", "-R", "u+w", folder])
    tell("G1", f"{total} commands in a newsroom that is read-only", f"{len(worst)} not told, or changed something", not worst, worst)


def clocks(short):
    """Other clocks, zones, languages, folders, numbers of threads: the same bytes."""
    worst, total = [], 0
    for scenario in SCENARIOS:
        for prefix, env in [
            (["faketime", "2001-02-03 04:05:06"], {}), (["faketime", "-f", "@2099-01-01 00:00:00"], {}), ([], {"TZ": "Pacific/Kiritimati"}),
            ([], {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}), ([], {"RAYON_NUM_THREADS": "8"}), (["env", "-C", "/"], {}),
        ]:
            done = run(scenario.fresh(), *scenario.arguments, prefix=prefix, env=env)
            total += 1
            if done.returncode or tree(scenario.work) != scenario.after:
                worst.append(f"{scenario.name} {prefix} {env}: {done.stderr.decode()[-200:]}")
    tell("G15", f"{total} runs under other clocks, zones, languages and threads", f"{len(worst)} differ", not worst, worst)


def undo(short):
    """A random run, undone."""
    total, worst = (20 if short else 1000), []
    chance = random.Random(5)
    doing = [one for one in SCENARIOS if one.name not in ("undo", "build")]
    for n in range(total):
        scenario = chance.choice(doing)
        folder = scenario.fresh()
        if scenario.name == "update":
            edit(folder, f"word{n}")
        before = tree(folder)
        must(run(folder, *scenario.arguments))
        must(run(folder, "undo"))
        if tree(folder) != before:
            worst.append(f"{scenario.name} {n}")
    tell("G18", f"{total} runs undone", f"{len(worst)} not byte for byte what was", not worst, worst)


def caged(short):
    """What `check`, `status` and `build` touch outside the newsroom: their output and their cache, and with `--no-cache` their output alone."""
    log, worst, total = os.path.join(BASE, "trace"), [], 0
    calls = "openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,truncate,chmod,fchmodat,socket,connect,execve,fork,vfork"
    for arguments in (["check"], ["status"], ["build", *NOW]):
        for flags in ([], ["--no-cache"]):
            folder, cache = SCENARIOS[1].fresh(), os.path.join(BASE, "cache")
            shutil.rmtree(cache, ignore_errors=True)
            done = run(folder, *arguments, *flags, env={"PRESSROOM_CACHE": cache}, prefix=["strace", "-f", "-qq", "-s", "4096", "-o", log, "-e", "trace=" + calls])
            total += 1
            kept = os.path.isdir(cache)
            if done.returncode not in (0, 1) or (flags and kept) or (arguments == ["status"] and not flags and not kept):
                worst.append(f"{arguments} {flags}: exit {done.returncode}, cache {kept}")
            allowed = [f'"{folder}/public'] * (arguments[0] == "build") + [f'"{cache}'] * (not flags)
            with open(log, errors="replace") as file:
                for line in file.read().splitlines()[1:]:
                    call = line.partition(" ")[2].strip().split("(")[0]
                    writes = any(flag in line for flag in ("O_WRONLY", "O_RDWR", "O_CREAT")) if call.startswith("open") else not call.startswith(("+++", "---", "<...", "???"))
                    # Every path of the call lies where it may; the system's own device for randomness and nothing is no file.
                    paths = ['"' + part for part in line.split('"')[1::2]]
                    if writes and not (paths and all(path.startswith((*allowed, '"/dev/null')) for path in paths)):
                        worst.append(f"{arguments[0]} {flags}: {line[:200]}")
    tell("G16", f"{total} runs of check, status and build under strace", f"{len(worst)} sockets, programs, or writes outside the output and the cache", not worst, worst)


def power(short):
    """The power fails after an exit code 0."""
    worst, total = [], 0
    for kind in ("ext4", "xfs"):
        image, mount = os.path.join(BASE, f"{kind}.img"), os.path.join(BASE, f"{kind}.mnt")
        os.makedirs(mount, exist_ok=True)
        with open(image, "wb") as file:
            file.truncate((320 if kind == "xfs" else 64) << 20)
        if subprocess.run([f"mkfs.{kind}", "-q", image], capture_output=True).returncode or subprocess.run(["mount", "-o", "loop", image, mount], capture_output=True).returncode:
            tell("G4", f"power cuts on {kind}", "not possible here: no loop mounts", True, [])
            continue
        try:
            for n in range(3 if short else 100):
                scenario = [one for one in SCENARIOS if one.name in ("update", "accept")][n % 2]
                folder = os.path.join(mount, "n")
                copy(scenario.start, folder)
                subprocess.run(["sync", "-f", mount])
                done = run(folder, *scenario.arguments)
                subprocess.run(["xfs_io", "-x", "-c", "shutdown", mount], capture_output=True)
                subprocess.run(["umount", mount], check=True)
                subprocess.run(["mount", "-o", "loop", image, mount], check=True)
                total += 1
                found = tree(folder)
                if done.returncode == 0 and found != scenario.after:
                    worst.append(f"{kind} {scenario.name}: told as done, not there after the cut")
        finally:
            subprocess.run(["umount", mount])
    tell("G4", f"{total} power cuts right after a run", f"{len(worst)} lost", not worst, worst)


ROWS = []
# How many of the things that went wrong are shown.
MOST = 40


def tell(goal, measured, found, good, worst):
    ROWS.append((goal, measured, found, good))
    print(f"{'ok  ' if good else 'BAD '} {goal:4} {measured}: {found}", flush=True)
    for line in worst[:MOST]:
        print(f"       {line}", flush=True)


PARTS = {one.__name__: one for one in (faults, kills, race, crowd, full, readonly, clocks, undo, caged, power)}

parser = argparse.ArgumentParser()
parser.add_argument("--bin", default=os.path.join(ROOT, "target/release/pressroom"))
parser.add_argument("--short", action="store_true")
parser.add_argument("parts", nargs="*", metavar="PART")
options = parser.parse_args()
BIN = os.path.abspath(options.bin)
BASE = tempfile.mkdtemp(prefix="torture-")
try:
    SCENARIOS = scenarios(BASE)
    begin = time.monotonic()
    must(run(SCENARIOS[1].fresh(), "update"))
    DURATION = (time.monotonic() - begin) * 1.2
    for name in options.parts or PARTS:
        PARTS[name](options.short)
finally:
    shutil.rmtree(BASE, ignore_errors=True)
print("\n| Goal | Measured | Found |\n|---|---|---|")
for goal, measured, found, _ in ROWS:
    print(f"| {goal} | {measured} | {found} |")
sys.exit(not all(good for *_, good in ROWS))
