"""Runs elsewhere and in a cage: the same bytes under every clock, and no hand outside the output."""
import os
import shutil

from common import NOW, place, run, tell, tree
from scenarios import SCENARIOS, of


def clocks(short):
    """Other clocks, zones, languages, folders, numbers of threads: the same bytes."""
    worst, total = [], 0
    for scenario in SCENARIOS:
        for prefix, env in [
            (["faketime", "2001-02-03 04:05:06"], {}), (["faketime", "-f", "@2099-01-01 00:00:00"], {}), ([], {"TZ": "Pacific/Kiritimati"}),
            ([], {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}), ([], {"RAYON_NUM_THREADS": "8"}), (["env", "-C", "/"], {}),
        ]:
            done = scenario.run(scenario.fresh(), prefix=prefix, env=env)
            total += 1
            if done.returncode or tree(scenario.work) != scenario.after:
                worst.append(f"{scenario.name} {prefix} {env}: {done.stderr.decode()[-200:]}")
    tell("G15", f"{total} runs under other clocks, zones, languages and threads", f"{len(worst)} differ", not worst, worst)


def caged(short):
    """What `check`, `status` and `build` touch outside the newsroom: their output and their cache, and with `--no-cache` their output alone."""
    log, worst, total = place("trace"), [], 0
    calls = "openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,truncate,chmod,fchmodat,socket,connect,execve,fork,vfork"
    for arguments in (["check"], ["status"], ["build", *NOW]):
        for flags in ([], ["--no-cache"]):
            folder, cache = of("update")[0].fresh(), place("cache")
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
