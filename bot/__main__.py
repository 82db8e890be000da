"""The command line. Exit code 0: done; 1: something failed; 2: wrong use or configuration.

What only some commands need (both chats, the store, the site) is imported by these: the others answer at once.
"""

import asyncio
import gc
import os
import sys
from collections.abc import Iterable
from contextlib import aclosing
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot import catalogue, pairs
from bot import settings as environment
from bot.errors import BadOption, ClausebellError, ConfigurationError, Mistake, UnknownPlatform
from bot.logs import set_up_logs
from bot.model.check import Check
from bot.read.triage import triage as triage_headline
from bot.rows import emit, printing, read_rows
from bot.watch.look import Look

cli = typer.Typer(
    name="clausebell",
    help="Rings when a platform's fine print changes.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
catalogue_cli = typer.Typer(help="The platforms that are watched, and their documents.", no_args_is_help=True)
cli.add_typer(catalogue_cli, name="catalogue")

PARTS = ("watch", "deliver", "discord", "slack", "site")
"""What `run` consists of, and can be told to leave out."""

YOUNG = 5_000
"""Objects after which the collector looks for cycles: reading makes many and no cycles, which saves a twentieth."""

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output.")]


def main() -> NoReturn:
    """Entry point: an error that we raise on purpose becomes a sentence on stderr and an exit code."""
    gc.set_threshold(YOUNG)
    try:
        with printing():
            cli()
    except ClausebellError as error:
        print(f"clausebell: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, ConfigurationError | BadOption | UnknownPlatform) else 1)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"clausebell {version('clausebell')}")
        raise typer.Exit


@cli.callback()
def root(
    _: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Ring when a platform's fine print changes."""


def _settings() -> environment.Settings:
    settings = environment.load(os.environ)
    set_up_logs(settings.log_level, settings.log_format)
    return settings


@cli.command()
def run(
    only: Annotated[str, typer.Option(help="Parts to run, parted by commas: " + ",".join(PARTS))] = "",
) -> None:
    """Watch, and tell the chats; without a chat's token, tell the terminal."""
    from bot import service

    parts = [part.strip() for part in only.split(",") if part.strip()] or list(PARTS)
    if wrong := [part for part in parts if part not in PARTS]:
        raise ConfigurationError([Mistake("--only", f"no part named {w}", ", ".join(PARTS)) for w in wrong])
    asyncio.run(service.run(_settings(), frozenset(parts), Console()))


@cli.command()
def check(
    documents: Annotated[list[str] | None, typer.Argument(metavar="PLATFORM[/DOCUMENT]")] = None,
    as_json: Json = False,
) -> None:
    """Look at documents once, now, and record what is found as `run` would."""
    asyncio.run(_check(documents or [], as_json=as_json))


async def _check(names: list[str], *, as_json: bool) -> None:
    from bot import app

    failed, settings = False, _settings()
    known = catalogue.load(settings.config)
    keys = known.chosen(names)
    async with app.assemble(settings, catalogue=known) as house, aclosing(app.check(house, keys)) as looks:
        console = Console(stderr=True)
        with Progress(console=console, disable=as_json or not console.is_terminal, transient=True) as progress:
            task = progress.add_task("Looking", total=len(keys))
            async for look, ms in looks:
                progress.advance(task)
                failed |= look.outcome == "failed"
                _show_look(look, ms, as_json=as_json)
    if failed:
        sys.exit(1)


def _show_look(look: Look, ms: float, *, as_json: bool) -> None:
    if as_json:
        emit(look.row(ms))
    else:
        change = look.change.id if look.change else ""
        flapping = "goes back and forth between texts" if look.flapping else ""
        print(f"{look.key!s:40} {look.outcome:10} {look.error or change or flapping}".rstrip())


@cli.command()
def compare(
    before: Annotated[Path | None, typer.Argument(help="A .md, .html, .txt or .pdf file.")] = None,
    after: Annotated[Path | None, typer.Argument(help="The same document, later.")] = None,
    pairs_file: Annotated[Path | None, typer.Option("--pairs", help="A JSONL file of pairs instead.")] = None,
    platform: Annotated[str, typer.Option(help="The platform's name, as its text writes it.")] = "",
    as_json: Json = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each edit is told or not.")] = False,
) -> None:
    """Say what would be told of the step between two versions."""
    settings = _settings()
    rules = catalogue.load_rules(settings.config)
    if pairs_file is not None and before is None:
        chosen: Iterable[pairs.Pair] = pairs.read_pairs(pairs_file)
    elif pairs_file is None and before is not None and after is not None:
        chosen = [pairs.Pair(after.stem, before, after, platform)]
    else:
        raise ConfigurationError([Mistake("compare", "needs two files, or --pairs with one, and not both")])
    for pair in chosen:
        verdict = pairs.judge(pair, rules)
        if as_json:
            emit(verdict.row())
        else:
            print(pairs.describe(verdict))
        if explain:
            print("\n".join(f"  {note}" for note in verdict.assessment.notes), file=sys.stderr)


@cli.command()
def replay(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Histories, .jsonl or .jsonl.xz.")],
    select: Annotated[list[str] | None, typer.Option(help="CSS selector of the document in its pages.")] = None,
    remove: Annotated[list[str] | None, typer.Option(help="CSS selector of what is left out.")] = None,
    as_json: Json = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each edit is told or not.")] = False,
) -> None:
    """Play recorded histories through the watcher, in the time in which they were recorded."""
    asyncio.run(_replay(files, select or [], remove or [], as_json=as_json, explain=explain))


async def _replay(files: list[Path], select: list[str], remove: list[str], *, as_json: bool, explain: bool) -> None:
    from bot.replay import replay as play

    settings = _settings()
    rules = catalogue.load_rules(settings.config)
    failed = False
    async with aclosing(play(files, settings, rules, select=select, remove=remove)) as played:
        async for row, look in played:
            if look.outcome == "failed":
                failed = True
                print(f"{row.file}:{row.index}: {look.error}", file=sys.stderr)
            if as_json:
                emit(row.told(look))
            else:
                why = look.error or (look.assessment.reason if look.assessment else "")
                print(f"{row.file}:{row.index} {row.observed_at:%Y-%m-%d} {look.outcome:10} {why}".rstrip())
            if explain and look.assessment:
                print("\n".join(f"  {note}" for note in look.assessment.notes), file=sys.stderr)
    if failed:
        sys.exit(1)


@cli.command()
def triage(
    file: Annotated[Path, typer.Argument(help="JSONL of headlines: title, summary.")],
    as_json: Json = True,
) -> None:
    """Say which headlines tell of a policy change, of which platforms, on what topics: each row, and the answer."""
    del as_json  # rows in, rows out
    settings = _settings()
    known, rules = catalogue.load(settings.config), catalogue.load_rules(settings.config)

    def answered(_: int, row: dict[str, Any]) -> dict[str, Any]:
        found = triage_headline(str(row["title"] or ""), str(row.get("summary") or ""), known, rules)
        answer = {"policy_change": found.policy_change, "platforms": list(found.platforms)}
        return row | answer | {"topics": [str(topic) for topic in found.topics], "score": round(found.score, 3)}

    for row in read_rows(file, answered, "title"):
        emit(row)


@catalogue_cli.command("list")
def catalogue_list(as_json: Json = False) -> None:
    """List the platforms."""
    table = Table("platform", "name", "categories", "documents", box=None)
    for platform in catalogue.load(_settings().config):
        documents = [document.id for document in platform.documents]
        if as_json:
            emit({"id": platform.id, "name": platform.name, "categories": platform.categories, "documents": documents})
        table.add_row(platform.id, platform.name, " ".join(platform.categories), " ".join(documents))
    if not as_json:
        Console().print(table)


@catalogue_cli.command("show")
def catalogue_show(name: Annotated[str, typer.Argument(metavar="PLATFORM")], as_json: Json = False) -> None:
    """Show all that the catalogue says of a platform, as JSON; with --json on one line."""
    platform = catalogue.load(_settings().config).find(name)
    print(platform.model_dump_json(indent=None if as_json else 2, exclude_defaults=True))


@catalogue_cli.command("validate")
def catalogue_validate(
    folder: Annotated[Path | None, typer.Argument(help="The folder; the configured one where left out.")] = None,
) -> None:
    """Check every file of the catalogue, and report all mistakes."""
    known = catalogue.load(folder or _settings().config)
    print(f"{len(known.platforms)} platforms, {len(known.keys())} documents, {len(known.feeds)} feeds: no mistakes.")


@catalogue_cli.command("probe")
def catalogue_probe(as_json: Json = False) -> None:
    """Fetch every source once, and report those that cannot be read."""
    if asyncio.run(_probe(as_json=as_json)):
        sys.exit(1)


async def _probe(*, as_json: bool) -> int:
    from bot import app

    dead, settings = 0, _settings()
    async with aclosing(app.probe(settings, catalogue.load(settings.config))) as probed:
        async for source, error in probed:
            dead += error is not None
            if as_json:
                emit({"source": source, "ok": error is None, "error": str(error) if error else None})
            else:
                print(f"{'ok  ' if error is None else 'DEAD'} {source} {error or ''}".rstrip())
    return dead


@catalogue_cli.command("import-ota")
def catalogue_import(
    declaration: Annotated[Path, typer.Argument(help="An Open Terms Archive declaration, .json.")],
    collection: Annotated[str, typer.Option(help="The archive's collection of versions.")] = "contrib-versions",
) -> None:
    """Print a platform file made from an Open Terms Archive declaration."""
    print(catalogue.import_file(declaration, collection), end="")


@cli.command("doctor")
def examine(as_json: Json = False) -> None:
    """Check configuration, Redis, tokens, permissions and browser, each with its remedy."""
    from bot import doctor

    checks = asyncio.run(doctor.examine(os.environ))
    for found in checks:
        _show_check(found, as_json=as_json)
    if not all(found.ok for found in checks):
        sys.exit(1)


def _show_check(found: Check, *, as_json: bool) -> None:
    if as_json:
        emit({"ok": found.ok, "what": found.what, "remedy": found.remedy or None})
    else:
        print(f"{'ok  ' if found.ok else 'FAIL'} {found.what}" + (f"\n     → {found.remedy}" if found.remedy else ""))


@cli.command("demo")
def show() -> None:
    """Show the main job in a minute, on a page and a feed of its own: no token, no server needed."""
    from bot import demo

    settings = _settings()
    set_up_logs("WARNING", settings.log_format)
    asyncio.run(demo.demonstrate(settings, Console()))


if __name__ == "__main__":
    main()
