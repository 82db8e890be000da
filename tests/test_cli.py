"""The command line: what it prints, and the exit code."""

import json
import lzma
import os
import re
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.fakes.press import Press

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT / "../shared"
OPENING = """# Terms of Use

These terms are an agreement between you and Tunegarden about the use of the service.

## Your uploads

Your uploads remain yours. You let us store and stream them while they are on Tunegarden.

## Leaving

You may close your account at any time, and we remove your uploads within thirty days.
"""
CLAUSE = "You agree that we may use your uploads to train artificial intelligence models."


LOADED_ONCE = """
import gc, json, os, signal, sys
import bot.__main__, bot.app, bot.demo, bot.doctor, bot.pairs, bot.replay, bot.service
gc.freeze()  # what is loaded is not gone through again at each end
for line in sys.stdin:
    arguments, environment, folder = json.loads(line)
    if os.fork() == 0:
        signal.alarm(120)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["clausebell", *arguments]
        for stream, name in (1, "out"), (2, "err"):
            os.dup2(os.open(f"{folder}/{name}", os.O_CREAT | os.O_WRONLY | os.O_TRUNC), stream)
        bot.__main__.main()
    print(os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
"""
"""The program, loaded once and forked for each use, since loading it is what takes the time."""


class Done(NamedTuple):
    """What was printed."""

    stdout: str
    stderr: str


Use = Callable[..., Done]


@pytest.fixture(scope="module")
def clausebell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Use]:
    """Runs the program with nothing in its environment but what is given; `code` is how it must exit."""
    folder = tmp_path_factory.mktemp("said")
    with subprocess.Popen(
        [sys.executable, "-c", LOADED_ONCE], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as loaded:
        cases, codes = loaded.stdin, loaded.stdout
        assert cases
        assert codes

        def use(*arguments: object, code: int = 0, **environment: str) -> Done:
            case = [*map(str, arguments)], {"PATH": os.environ["PATH"], **environment}, str(folder)
            print(json.dumps(case), file=cases, flush=True)
            ended = codes.readline().strip()
            done = Done(*((folder / name).read_text("utf-8") for name in ("out", "err")))
            assert ended == str(code), done.stderr
            return done

        yield use
        cases.close()


def rows(done: Done) -> list[dict[str, Any]]:
    """What was printed, a JSON object a line."""
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a document, the later one with a clause more."""
    before, after = tmp_path / "before.md", tmp_path / "after.md"
    before.write_text(OPENING, "utf-8")
    after.write_text(OPENING.replace("## Leaving", f"{CLAUSE}\n\n## Leaving"), "utf-8")
    return before, after


def test_compare_tells_people_what_would_be_told(clausebell: Use, texts: tuple[Path, Path]) -> None:
    """Two files: the clause, quoted."""
    assert CLAUSE in clausebell("compare", *texts).stdout


def test_compare_reads_pdfs(clausebell: Use, tmp_path: Path) -> None:
    """Two PDFs, set differently: the clause, quoted; a file that is no whole PDF is an error with its name."""
    opening = [("text", line) for line in OPENING.splitlines() if line and not line.startswith("#")]
    before, after = tmp_path / "before.pdf", tmp_path / "after.PDF"
    before.write_bytes(Press().print(opening))
    after.write_bytes(Press(size=12, margin=80).print([*opening, ("text", CLAUSE)]))
    assert CLAUSE in clausebell("compare", before, after).stdout
    after.write_bytes(after.read_bytes()[:900])
    assert "after.PDF is no whole PDF" in clausebell("compare", before, after, code=1).stderr


def test_compare_prints_a_row_a_pair(clausebell: Use, texts: tuple[Path, Path], tmp_path: Path) -> None:
    """A file of pairs: one JSON row each, with verdict, severity, findings and effective date."""
    before, after = map(str, texts)
    pairs = tmp_path / "pairs.jsonl"
    same = {"id": "same", "platform": "Tunegarden", "document": "Terms of Service", "before": before, "after": before}
    pairs.write_text(json.dumps(same | {"id": "step", "after": after}) + "\n" + json.dumps(same) + "\n", "utf-8")
    step, unchanged = rows(clausebell("compare", "--pairs", pairs, "--json"))
    assert (step["id"], step["verdict"], step["severity"]) == ("step", "announce", "critical")
    first = step["findings"][0]
    assert (first["topic"], first["direction"], first["quote"]) == ("ai_training", "introduced", CLAUSE)
    assert first["side"] == "after"
    assert step["effective_date"] is None
    assert (unchanged["verdict"], unchanged["findings"]) == ("quiet", [])


def test_compare_loads_no_chat(texts: tuple[Path, Path]) -> None:
    """Comparing two files imports neither chat, nor the store: it answers at once."""
    command = [sys.executable, "-X", "importtime", "-m", "bot", "compare", *map(str, texts)]
    done = subprocess.run(
        command, cwd=ROOT, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, timeout=120, check=True
    )
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "bot.pairs" in names
    assert names.isdisjoint({"discord", "slack_bolt", "redis", "aiohttp"})


def test_compare_says_only_why_a_text_is_in_doubt(clausebell: Use, texts: tuple[Path, Path]) -> None:
    """A text that is in doubt is not compared: its row has the reason, and --explain no line."""
    before, after = texts
    after.write_text("# Just a moment\n\nChecking your browser before you continue to the page.\n", "utf-8")
    done = clausebell("compare", before, after, "--json", "--explain")
    assert (rows(done)[0]["verdict"], rows(done)[0]["findings"]) == ("suspect", [])
    assert not done.stderr.strip()


def test_compare_explains_itself(clausebell: Use, texts: tuple[Path, Path]) -> None:
    """With --explain, each edit has a line on stderr that says why."""
    assert "ai_training" in clausebell("compare", *texts, "--explain").stderr


def test_replay_plays_a_history_in_its_own_time(clausebell: Use, tmp_path: Path) -> None:
    """A row a version: first, unchanged, changed, and suspect for a challenge page."""
    pages = [OPENING, OPENING, OPENING + f"\n{CLAUSE}\n", "Just a moment...\n\nChecking your browser.", OPENING]
    lines = [{"observed_at": f"2026-01-{day:02}T00:00:00+00:00", "text": text} for day, text in enumerate(pages, 1)]
    file = tmp_path / "history.jsonl.xz"
    with lzma.open(file, "wt") as history:
        history.write("\n".join(map(json.dumps, lines)))
    played = rows(clausebell("replay", file, "--json"))
    assert [row["outcome"] for row in played] == ["first", "unchanged", "changed", "suspect", "reverted"]
    assert [row["index"] for row in played] == [0, 1, 2, 3, 4]
    assert played[2]["severity"] == "critical"
    assert played[2]["findings"][0]["quote"] == CLAUSE
    assert played[2]["change_id"]
    assert played[3]["change_id"] is None


def test_replay_plays_pdfs(clausebell: Use, tmp_path: Path) -> None:
    """A row may hold a PDF in base64; one that is locked fails, and the next is held against the one before."""
    opening = [("text", line) for line in OPENING.splitlines() if line and not line.startswith("#")]
    locked = Press(password="open sesame").print(opening)
    bodies = [
        Press().print(opening),
        Press(margin=90).print(opening),
        locked,
        Press().print([*opening, ("text", CLAUSE)]),
    ]
    lines = [
        {"observed_at": f"2026-01-{day:02}T00:00:00+00:00", "pdf": b64encode(body).decode()}
        for day, body in enumerate(bodies, 1)
    ]
    file = tmp_path / "history.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    played = rows(clausebell("replay", file, "--json", code=1))
    assert [row["outcome"] for row in played] == ["first", "unchanged", "failed", "changed"]
    assert played[3]["findings"][0]["quote"] == CLAUSE


def test_replay_names_the_line_that_is_wrong(clausebell: Use, tmp_path: Path) -> None:
    """A history that cannot be read is refused with its file and line."""
    file = tmp_path / "history.jsonl"
    file.write_text('{"observed_at": "2026-01-01T00:00:00Z", "text": "a"}\n{"text": "b"}\n', "utf-8")
    assert f"{file}:2" in clausebell("replay", file, code=2).stderr


def test_rows_that_are_no_objects_are_named(clausebell: Use, tmp_path: Path) -> None:
    """A line of another kind of JSON is refused for what it is."""
    file = tmp_path / "headlines.jsonl"
    file.write_text('{"title": "a"}\n["title"]\n', "utf-8")
    said = clausebell("triage", file, code=2).stderr
    assert f'{file}:2: not such a row: ["title"] is no object' in said


def test_triage_adds_its_judgement_to_each_row(clausebell: Use, tmp_path: Path) -> None:
    """A headline about a policy change is told from one that is not; what was in the row stays."""
    file = tmp_path / "headlines.jsonl"
    titles = ["SoundCloud updates its terms of use to allow AI training", "Ten SoundCloud artists to hear this week"]
    file.write_text("\n".join(json.dumps({"title": title, "summary": "", "note": 1}) for title in titles), "utf-8")
    told, other = rows(clausebell("triage", file))
    assert (told["policy_change"], told["platforms"], told["note"]) == (True, ["soundcloud"], 1)
    assert "ai_training" in told["topics"]
    assert other["policy_change"] is False
    assert 0 <= other["score"] < told["score"] <= 1


def test_the_catalogue_that_ships_has_no_mistakes(clausebell: Use) -> None:
    """Its twelve platforms are listed, shown and valid."""
    assert "no mistakes" in clausebell("catalogue", "validate").stdout
    listed = rows(clausebell("catalogue", "list", "--json"))
    assert len(listed) >= 12
    assert json.loads(clausebell("catalogue", "show", "twitter").stdout)["id"] == "x"
    assert [row["id"] for row in rows(clausebell("catalogue", "show", "twitter", "--json"))] == ["x"]


def test_a_declaration_becomes_a_platform_file(clausebell: Use, tmp_path: Path) -> None:
    """An Open Terms Archive declaration is printed as a file that the catalogue takes after a look."""
    file = tmp_path / "declaration.json"
    terms = {"Terms of Service": {"fetch": "https://inkwell.test/terms", "select": ["main"]}}
    file.write_text(json.dumps({"name": "Inkwell", "terms": terms}), "utf-8")
    assert "https://inkwell.test/terms" in clausebell("catalogue", "import-ota", file).stdout


def test_doctor_says_what_is_well(clausebell: Use, tmp_path: Path) -> None:
    """Without tokens and servers: the configuration and the embedded Redis are examined, and pass."""
    found = rows(clausebell("doctor", "--json", CLAUSEBELL_DATA=str(tmp_path)))
    assert all(row["ok"] for row in found), found
    assert any("Redis" in row["what"] for row in found)


def test_doctor_names_each_remedy(clausebell: Use, tmp_path: Path) -> None:
    """A Redis that is not there is a failed check with a remedy, and exit code 1."""
    done = clausebell("doctor", code=1, CLAUSEBELL_DATA=str(tmp_path), REDIS_URL="redis://127.0.0.1:1/0")
    assert "FAIL" in done.stdout
    assert "→" in done.stdout


WRONG: list[tuple[list[str], dict[str, str], str]] = [
    (["run"], {"CLAUSEBELL_WATCH__PAGE_INTERVAL": "soon"}, "CLAUSEBELL_WATCH__PAGE_INTERVAL"),
    (["run", "--only", "wach"], {}, "watch"),
    (["check", "nosuchplatform"], {}, "nosuchplatform"),
    (["check", "soundclod/terms"], {}, "did you mean `soundcloud/terms`"),
    (["compare", "nosuchfile.md", "nosuchfile.md"], {}, "nosuchfile.md"),
    (["compare"], {}, "--pairs"),
    (["compare", "README.md", "README.md", "--pairs", "README.md"], {}, "not both"),
    (["catalogue", "validate", "nosuchfolder"], {}, "nosuchfolder"),
    (["compare", "--pairs", "nosuchfile.jsonl"], {}, "nosuchfile.jsonl"),
    (["replay", "nosuchfile.jsonl"], {}, "nosuchfile.jsonl"),
    (["replay", "README.md"], {}, "README.md:1"),
    (["replay", "bot"], {}, "bot: cannot be read"),
    (["triage", "nosuchfile.jsonl"], {}, "nosuchfile.jsonl"),
    (["catalogue", "import-ota", "README.md"], {}, "README.md"),
    (["catalogue", "import-ota", "bot"], {}, "bot: cannot be read"),
    (["catalogue", "list"], {"CLAUSEBELL_CONFIG": "nosuchfolder"}, "`CLAUSEBELL_CONFIG`: Folder of"),
    (["catalogue", "show", "soundclod"], {}, "soundcloud"),
    (["nonsense"], {}, "nonsense"),
]
"""Arguments, environment, and what is to be named."""


@pytest.mark.parametrize(("arguments", "environment", "named"), WRONG, ids=[" ".join(case[0]) for case in WRONG])
def test_wrong_use_is_named_and_costs_exit_code_2(
    clausebell: Use, tmp_path: Path, arguments: list[str], environment: dict[str, str], named: str
) -> None:
    """Each mistake names its place; nothing is started."""
    said = clausebell(*arguments, code=2, CLAUSEBELL_DATA=str(tmp_path), **environment).stderr
    assert named in said
    assert "Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("verb", ["triage", "replay"])
def test_output_for_which_there_is_no_room_is_named(tmp_path: Path, verb: str, unbuffered: str) -> None:
    """A full disk costs exit code 1 and one sentence, whether it shows at once or when all is done."""
    file = tmp_path / "history.jsonl"
    file.write_text(json.dumps({"observed_at": "2026-01-01T00:00:00Z", "text": OPENING, "title": "New terms"}), "utf-8")
    command = [sys.executable, "-m", "bot", verb, str(file), "--json"]
    environment = {"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert re.fullmatch(r"clausebell: .*No space left on device.*where there is room\.\n", done.stderr.decode())


SLACK_OVER_HTTP = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "secret",
    "SLACK_SIGNING_SECRET": "signed",
    "SLACK_API_URL": "http://127.0.0.1:1/",
    "CLAUSEBELL_PUBLIC_URL": "https://bell.test",
    "CLAUSEBELL_SECRET_KEY": b64encode(bytes(32)).decode(),
}


@pytest.mark.parametrize(("parts", "chat"), [("site", {}), ("slack,site,deliver", SLACK_OVER_HTTP)])
def test_a_site_that_is_needed_needs_its_port(
    clausebell: Use, tmp_path: Path, parts: str, chat: dict[str, str]
) -> None:
    """Where the port is taken and nothing else runs, or Slack comes by it, the service ends and names the variable."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        place = f"127.0.0.1:{other.getsockname()[1]}"
        environment = {"CLAUSEBELL_HTTP": place, "CLAUSEBELL_DATA": str(tmp_path), "LOG_LEVEL": "error", **chat}
        said = clausebell("run", "--only", parts, code=1, **environment).stderr
    assert re.fullmatch(r"clausebell: The site .*in use.*CLAUSEBELL_HTTP.*\n", said)


def test_the_demonstration_rings_once(clausebell: Use, tmp_path: Path) -> None:
    """The demo shows the clause before and after, its date and the guidance, stays silent then, and needs nothing."""
    environment = {"CLAUSEBELL_DATA": str(tmp_path), "CLAUSEBELL_WATCH__HOST_SPACING": "0"}
    said = " ".join(clausebell("demo", **environment).stdout.replace("│", " ").split())
    assert "solely to operate the service" in said
    assert said.count("train, develop and inform artificial intelligence") == 1
    assert "In force from" in said
    assert "There is no opt-out that we could find." in said
    assert re.findall(r"tunegarden/terms: (\w+)", said) == ["first", "pending", "changed", "unchanged"]


@pytest.mark.corpus
def test_pages_that_read_the_same_are_not_told(clausebell: Use) -> None:
    """A real page's raw history: nothing is told where its text held no new sentence."""
    file = SHARED / "corpus/pages/Scribe__Privacy-Policy.jsonl.xz"
    if not file.exists():
        pytest.skip("the corpus in ../shared is not here")
    with lzma.open(file, "rt") as history:
        fresh = [json.loads(line)["fresh"] for line in history]
    played = rows(clausebell("replay", file, "--json"))
    told = [row["index"] for row in played if row["outcome"] == "changed"]
    assert told
    assert all(fresh[index] > 0 for index in told)
