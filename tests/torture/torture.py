#!/usr/bin/env python3
"""Breaks the program in every way this machine allows, and prints what was lost: the table of docs/reliability.md.

    tests/torture/torture.py [--bin PATH] [--short] [PART…]

Without the name of a part, all of them run. Needs strace and faketime; `power` and `full` need root; `pages` needs Chromium.
Ends with 1 if anything was lost, damaged, told wrongly, or left for a person to clean up.
"""
import argparse
import os
import shutil
import sys
import tempfile
import time

import common
import fidelity
import growth
import pages
import reading
import scenarios
import telling
import words
import writing

PARTS = {
    part.__name__: part
    for part in (
        writing.faults, writing.kills, writing.race, writing.crowd, writing.full, writing.readonly, writing.undo, writing.power,
        reading.clocks, reading.caged, words.addresses, words.hidden, telling.outputs, fidelity.fidelity, growth.growth, pages.pages,
    )
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=os.path.join(common.ROOT, "target/release/pressroom"))
    parser.add_argument("--short", action="store_true", help="a sample of each part")
    parser.add_argument("--minutes", type=float, metavar="N", help="end every long part after so long, and tell what was done until then")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {' '.join(PARTS)}")
    options = parser.parse_args()
    if unknown := [name for name in options.parts if name not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; there are {' '.join(PARTS)}")
    common.MINUTES = options.minutes
    common.BIN = os.path.abspath(options.bin)
    common.BASE = tempfile.mkdtemp(prefix="torture-", dir=common.memory())
    try:
        scenarios.prepare()
        for name in options.parts or PARTS:
            common.BEGAN = time.monotonic()
            PARTS[name](options.short)
            print(f"     {name}: {time.monotonic() - common.BEGAN:.0f} s", flush=True)
    finally:
        shutil.rmtree(common.BASE, ignore_errors=True)
    print("\n| Goal | Measured | Found |\n|---|---|---|")
    for goal, measured, found, _ in common.ROWS:
        print(f"| {goal} | {measured} | {found} |")
    return 0 if all(good for *_, good in common.ROWS) else 1


sys.exit(main())
