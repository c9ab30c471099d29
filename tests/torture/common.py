"""What the parts share: the program, the place where it is tortured, and the table of what was found."""
import hashlib
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TEMPORARY = ".tmp-pressroom"
OWN = ".pressroom"
ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", "RAYON_NUM_THREADS": "1"}
NOW = ["--now", "2026-11-05T00:00:00Z"]
# How many of the things that went wrong are shown.
MOST = 40
# The program, and a folder for everything that is made; set by the entry.
BIN = BASE = None
# How many minutes a part may take, if it is not to be done whole, and when the present one began; set by the entry.
MINUTES = BEGAN = None
ROWS = []


def late():
    """Whether the part that is under way has had its time; what it did until then is what it tells."""
    return MINUTES is not None and time.monotonic() - BEGAN > MINUTES * 60


def tell(goal, measured, found, good, worst):
    ROWS.append((goal, measured, found, good))
    print(f"{'ok  ' if good else 'BAD '} {goal:4} {measured}: {found}", flush=True)
    for line in worst[:MOST]:
        print(f"       {line}", flush=True)


def skip(goal, measured, why):
    """Says plainly that a part did not run."""
    ROWS.append((goal, measured, f"not run: {why}", True))
    print(f"---- {goal:4} {measured}: not run: {why}", flush=True)


def must(done):
    if done.returncode != 0:
        sys.exit(f"the preparation failed: {done.args}\n{done.stdout.decode()}{done.stderr.decode()}")
    return done


def place(*parts):
    return os.path.join(BASE, *parts)


def put(folder, path, content):
    """A file of a newsroom, with the folders above it."""
    target = os.path.join(folder, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def take(folder, path):
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()


def run(folder, *arguments, prefix=(), env=None, timeout=120):
    """Runs the program in a newsroom."""
    return start(["--root", folder, *arguments], prefix, env, timeout)


def start(arguments, prefix=(), env=None, timeout=120):
    env = {**ENV, "PRESSROOM_CACHE": place("cache"), **(env or {})}
    return subprocess.run([*prefix, BIN, *arguments], env=env, capture_output=True, timeout=timeout, stdin=subprocess.DEVNULL)


def begin(folder, *arguments, prefix=()):
    """Starts the program in a newsroom, and lets it run."""
    env = {**ENV, "PRESSROOM_CACHE": place("cache")}
    return subprocess.Popen([*prefix, BIN, "--root", folder, *arguments], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


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
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    journal = os.path.join(target, OWN, "journal")
    if os.path.exists(journal):
        mend_journal(journal)
    return target


def mend_journal(journal):
    """Gives a copied journal the number of the folder that it lies in now."""
    with open(journal, "rb") as file:
        body = file.read()[: -(4 + 32)]
    head, rest = body.split(b"\n", 1)
    number = str(os.stat(os.path.dirname(journal)).st_ino).encode()
    body = b" ".join(head.split(b" ")[:-1] + [number]) + b"\n" + rest
    with open(journal, "wb") as file:
        file.write(body + b"end " + hashlib.sha256(body).hexdigest()[:32].encode())


def memory():
    """A folder in memory where there is one, so that tens of thousands of runs do not wear out a disk."""
    return "/dev/shm" if "TMPDIR" not in os.environ and os.access("/dev/shm", os.W_OK) else None
