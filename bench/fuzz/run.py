"""One target under atheris: as many inputs as the time allows, each finding written down once, the run going on.

python -m bench.fuzz.run TARGET FOLDER [options of libFuzzer]
"""

import json
import random
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["bot"]):
    from bench.fuzz.growth import BEYOND, growth, stretching
    from bench.fuzz.mutate import mutated, seeds
    from bench.fuzz.targets import TARGETS, Target

_SHARE = 0.25  # of the time that goes into seeing how time grows
_MOST_ALIKE = 5  # findings of one kind that are kept


class Fuzzer:
    """Runs a target on inputs, and writes what it finds to `findings.jsonl` and to a file of its own."""

    def __init__(self, target: Target, folder: Path) -> None:
        self._target = target
        self._folder = folder
        self._began = time.process_time()
        self._timing = 0.0
        self._seen: dict[str, int] = {}
        self._chance = random.Random(int(time.time()))
        self.grown = 0

    def one(self, data: bytes) -> None:
        try:
            self._target.check(data)
        except Exception as error:  # noqa: BLE001 - what it raises is what is looked for
            self._found(_signature(error), data, "".join(traceback.format_exception(error)))
            return
        if self._timing < _SHARE * (time.process_time() - self._began):
            self._grow(data)

    def _grow(self, data: bytes) -> None:
        start = time.process_time()
        seed = self._chance.randrange(2**32)
        stretched = stretching(data, seed)
        try:
            found = growth(self._target.work, stretched, self._target.grown)
        except Exception as error:  # noqa: BLE001 - the same
            self._found(_signature(error), stretched(self._target.grown), "".join(traceback.format_exception(error)))
        else:
            if found:
                text = f"{found} ratio {found.ratio:.1f}, linear is 4, beyond it {BEYOND}"
                self._found("time beyond linear", stretched(self._target.grown), text)
        self.grown += 1
        self._timing += time.process_time() - start
        if self.grown % 100 == 0:
            (self._folder / "grown").write_text(str(self.grown))

    def _found(self, signature: str, data: bytes, text: str) -> None:
        count = self._seen[signature] = self._seen.get(signature, 0) + 1
        if count > _MOST_ALIKE * (6 if signature.startswith("time") else 1):
            return
        name = f"{len(self._seen):02}-{count}"
        (self._folder / name).write_bytes(data)
        with (self._folder / "findings.jsonl").open("a") as rows:
            rows.write(json.dumps({"file": name, "finding": signature, "text": text}) + "\n")


def _signature(error: Exception) -> str:
    """What is the same of two errors with one cause: where it was raised, and what it is."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = "" if isinstance(error, AssertionError) else f" {str(error)[:40]}"
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}{said}"


def _mutator(data: bytes, longest: int, seed: int) -> bytes:
    return atheris.Mutate(data, longest) if seed % 5 == 0 else mutated(data, longest, seed)


def main() -> None:
    name, folder, *options = sys.argv[1:]
    place = Path(folder)
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for n, data in enumerate(seeds(name)):
        (corpus / f"seed-{n}").write_bytes(data)
    target = TARGETS[name]
    fuzzer = Fuzzer(target, place)
    options = [f"-max_len={target.longest}", "-timeout=900", "-rss_limit_mb=3000", *options, str(corpus)]
    atheris.Setup([sys.argv[0], *options], fuzzer.one, custom_mutator=_mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
