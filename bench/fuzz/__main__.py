"""Fuzz reading: every target for some minutes, and what was found.

    make fuzz                     every target for 20 minutes, two at a time
    python -m bench.fuzz [--minutes 20] [--together 2] [--folder /tmp/clausebell-fuzz] [TARGET …]

Exits with 1 where something was found; each finding's input and its traceback stand in the folder.
"""

import argparse
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.fuzz.targets import TARGETS

_DONE = re.compile(r"Done (\d+) runs in (\d+) second")


def fuzz(name: str, minutes: float, folder: Path) -> int:
    """Fuzz one target in a process of its own; returns how many findings its folder holds."""
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={int(60 * minutes)}", f"-artifact_prefix={place}/"]
    command = [sys.executable, "-m", "bench.fuzz.run", name, str(place), *options]
    with (place / "log").open("w") as log:
        ended = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False).returncode
    done = _DONE.findall((place / "log").read_text(errors="replace"))
    runs, seconds = map(int, done[-1]) if done else (0, 0)
    rows = place / "findings.jsonl"
    findings = [json.loads(row) for row in rows.read_text().splitlines()] if rows.exists() else []
    print(f"{name:>8}: {runs:>7} inputs in {seconds / 60:.1f} min, {len(findings)} findings", flush=True)
    for found in findings:
        print(f"{'':>10}{place / found['file']}: {found['finding']}; {found['text'].splitlines()[-1][:160]}")
    if not done:
        print(f"{'':>10}stopped ({ended}) before its time was over: see {place / 'log'}")
    return len(findings) + (not done)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--together", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/clausebell-fuzz"))
    options = parser.parse_args()
    if unknown := set(options.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    with ThreadPoolExecutor(options.together) as pool:
        names = options.targets or list(TARGETS)
        found = sum(pool.map(lambda name: fuzz(name, options.minutes, options.folder), names))
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
