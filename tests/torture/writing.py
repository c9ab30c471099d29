"""Writing, disturbed: faults at system calls, kills, editors, crowds, full disks, power cuts."""
import os
import random
import shutil
import subprocess
import time

import common
from common import TEMPORARY, begin, copy, late, must, place, run, skip, tell, tree
from scenarios import FRENCH, RELEASE, SCENARIOS, edit, of

CALLS = ["openat", "read", "write", "fsync", "rename", "renameat2", "unlink", "mkdir", "flock", "fchmod", "close", "ftruncate", "statx", "readlink", "getdents64", "newfstatat"]
ERRORS = {
    "openat": ["EACCES", "EMFILE", "EROFS", "ENOSPC"], "read": ["EIO"], "write": ["ENOSPC", "EDQUOT", "EIO"], "fsync": ["EIO"],
    "rename": ["EIO", "ENOSPC", "EXDEV"], "renameat2": ["EIO", "EINVAL", "ENOSPC"], "unlink": ["EACCES", "EIO"], "mkdir": ["ENOSPC"],
    "flock": ["ENOLCK"], "fchmod": ["EPERM"], "close": ["EIO"], "ftruncate": ["EIO"], "getdents64": ["EIO"], "statx": ["EIO"], "readlink": ["EIO"], "newfstatat": ["EIO"],
}


def counts(scenario):
    """How often each call is made on files of the newsroom or through them, at most by one thread."""
    log = place("trace")
    must(scenario.run(scenario.fresh(), prefix=["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(CALLS)]))
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
    total = there = lost = untrue = strays = unfinished = 0
    worst = []
    points = []
    for scenario in SCENARIOS:
        own = []
        for call, count in counts(scenario).items():
            kinds = ["signal=SIGKILL"] + [f"error={error}" for error in ERRORS[call]]
            own += [(scenario, call, kind, n) for kind in kinds for n in range(1, count + 1)]
        there += len(own)
        if short:
            random.Random(7).shuffle(own)
            own = own[:24]
        points += own
    # If it is not done whole, what is done is a fair sample.
    random.Random(5).shuffle(points)
    for scenario, call, kind, n in points:
        if late():
            break
        folder = scenario.fresh()
        prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{kind}:when={n}"]
        done = scenario.run(folder, prefix=prefix)
        total += 1
        found = tree(folder)
        point = f"{scenario.name} {call} {kind} {n}"
        wrong = scenario.wrong(found)
        if wrong:
            lost += 1
            worst.append(f"{point}: neither old nor new: {wrong}")
        if "error" in kind and done.returncode == 0 and not scenario.is_done(found):
            untrue += 1
            worst.append(f"{point}: exit 0, not done")
        if done.returncode in (101, 134, 139) or b"panicked" in done.stderr:
            untrue += 1
            worst.append(f"{point}: exit {done.returncode} {done.stderr.decode()[-200:]}")
        rest = scenario.finish()
        left = [path for path in tree(folder) if path.endswith(TEMPORARY)]
        if left:
            strays += 1
            worst.append(f"{point}: strays {left}")
        if rest:
            unfinished += 1
            worst.append(f"{point}: run again: {rest}")
    tell("G1", f"{total} faults at {there} points, the system calls of {len(SCENARIOS)} commands", f"{lost} damaged, {untrue} untrue exit codes, {unfinished} not finished by a second run, {strays} strays",
         lost + untrue + strays + unfinished == 0, worst)


def kills(short):
    """SIGKILL at random moments; only a run that the signal met alive counts."""
    goal = 60 if short else 10000
    runs, killed, worst = 0, 0, []
    chance = random.Random(11)
    lasting = {scenario.name: undisturbed(scenario) for scenario in SCENARIOS}
    while killed < goal and runs < 20 * goal and not late():
        scenario = SCENARIOS[killed % len(SCENARIOS)]
        folder = scenario.fresh()
        process = begin(folder, *scenario.command())
        time.sleep(chance.random() * lasting[scenario.name])
        process.kill()
        runs += 1
        if process.wait() != -9:
            continue
        killed += 1
        wrong = scenario.wrong(tree(folder)) + scenario.finish()
        wrong += [path for path in tree(folder) if path.endswith(TEMPORARY)]
        if wrong:
            worst.append(f"{scenario.name}: {wrong}")
    tell("G2", f"{killed} kills at a random moment ({runs} runs of {len(SCENARIOS)} commands)", f"{len(worst)} damaged, not finished by a second run, or leaving strays",
         not worst and (killed >= goal or late()), worst)


def undisturbed(scenario):
    """How long a run takes from when it was started until it ends by itself, in seconds: the middle of some."""
    times = []
    for _ in range(9):
        process = begin(scenario.fresh(), *scenario.command())
        start = time.monotonic()
        process.wait()
        times.append(time.monotonic() - start)
    return sorted(times)[4]


def race(short):
    """An editor saves between our reading and our writing."""
    scenario = of("update")[0]
    worst, total = [], 0
    count = counts(scenario)
    points = [(call, n) for call in ("renameat2", "unlink", "fsync", "rename") for n in range(1, count[call] + 1)]
    for call, n in points[:: 4 if short else 1]:
        for atomic in (False, True):
            folder = scenario.fresh()
            path = os.path.join(folder, FRENCH)
            prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:delay_enter=600000:when={n}"]
            process = begin(folder, *scenario.arguments, prefix=prefix)
            time.sleep(0.45 + scenario.duration)
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
        runs = [begin(folder, *one) for one in commands]
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
    for scenario in of("update", "accept", "build", "shard"):
        size = sum(len(content) // 4096 * 4096 + 8192 for content in scenario.before.values()) // 4096
        for pages in range(size, size + 160, 16 if short else 1):
            mount = place("disk")
            os.makedirs(mount, exist_ok=True)
            if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={pages * 4}k", "tmpfs", mount], capture_output=True).returncode:
                return skip("G5", "a full disk", "no right to mount")
            try:
                folder = os.path.join(mount, "n")
                try:
                    copy(scenario.start, folder)
                except (OSError, shutil.Error):
                    continue
                done = scenario.run(folder)
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
        subprocess.run(["chmod", "a+rx", common.BASE])
        done = scenario.run(folder, prefix=drop)
        total += 1
        if done.returncode != 2 or tree(folder) != scenario.before:
            worst.append(f"{scenario.name}: exit {done.returncode} {done.stderr.decode()[-200:]}")
        subprocess.run(["chmod", "-R", "u+w", folder])
    tell("G1", f"{total} commands in a newsroom that is read-only", f"{len(worst)} not told, or changed something", not worst, worst)


# What `undo` takes back: what was written into releases and catalogs.
UNDONE = ("extract", "update", "accept", "minor", "prune", "new", "fix")


def undo(short):
    """A random run, undone."""
    total, worst = (20 if short else 1000), []
    chance = random.Random(5)
    doing = [one for one in SCENARIOS if one.name in UNDONE]
    for n in range(total):
        if late():
            total = n
            break
        scenario = chance.choice(doing)
        folder = scenario.fresh()
        if scenario.name == "update":
            edit(folder, f"word{n}")
        before = tree(folder)
        must(scenario.run(folder))
        must(run(folder, "undo"))
        if tree(folder) != before:
            worst.append(f"{scenario.name} {n}")
    tell("G18", f"{total} runs undone", f"{len(worst)} not byte for byte what was", not worst, worst)


def power(short):
    """The power fails after an exit code 0."""
    worst, total = [], 0
    for kind in ("ext4", "xfs"):
        image, mount = place(f"{kind}.img"), place(f"{kind}.mnt")
        os.makedirs(mount, exist_ok=True)
        with open(image, "wb") as file:
            file.truncate((320 if kind == "xfs" else 64) << 20)
        if subprocess.run([f"mkfs.{kind}", "-q", image], capture_output=True).returncode or subprocess.run(["mount", "-o", "loop", image, mount], capture_output=True).returncode:
            skip("G4", f"power cuts on {kind}", "no loop mounts")
            continue
        try:
            for n in range(3 if short else 100):
                scenario = of("update", "accept")[n % 2]
                folder = os.path.join(mount, "n")
                copy(scenario.start, folder)
                subprocess.run(["sync", "-f", mount])
                done = scenario.run(folder)
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
