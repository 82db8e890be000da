"""The catalogue's files: those that ship, and mistakes in others."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot import catalogue
from bot.errors import ConfigurationError
from bot.model.platform import Platform

CONFIG = Path(__file__).resolve().parents[1] / "config"
FILES = sorted((CONFIG / "platforms").glob("*.yaml"))

ADDRESS = "must be an http(s) address without user name, password or spaces"
TUNEGARDEN = """\
id: tunegarden
name: Tunegarden
aliases: [tune garden]
categories: [music]
homepage: https://tunegarden.example
documents:
  - id: terms
    type: Terms of Service
    url: https://tunegarden.example/terms
    sources:
      - page: {select: main}
      - archive: contrib-versions/Tunegarden/Terms of Service
ai_training:
  own_models: allowed
  basis: terms
  as_of: 2026-08-22
opt_out:
  kind: account_toggle
  available: yes
  steps: [Open the settings]
  as_of: 2026-08
"""


def write(folder: Path, **files: str) -> Path:
    """A configuration folder with these platform files, and with `feeds` as feeds.yaml."""
    (folder / "platforms").mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / "feeds.yaml" if name == "feeds" else folder / "platforms" / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
    return folder


def mistakes(folder: Path) -> list[str]:
    """Every mistake of this folder, its path left out."""
    with pytest.raises(ConfigurationError) as caught:
        catalogue.load(folder)
    return [str(mistake).replace(f"{folder}/", "") for mistake in caught.value.mistakes]


def changed(*replacements: tuple[str, str]) -> str:
    """Tunegarden's file with something replaced."""
    text = TUNEGARDEN
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return text


# --- what ships -------------------------------------------------------------------------------------------------------


def test_shipped_catalogue() -> None:
    """The twelve platforms load, and people find them as they call them."""
    shipped = catalogue.load(CONFIG)
    assert set(shipped.platforms) == {
        "soundcloud", "youtube", "x", "instagram", "linkedin", "reddit",
        "deviantart", "artstation", "bandcamp", "spotify", "tiktok", "twitch",
    }  # fmt: skip
    typed = {"twitter": "x", "Insta": "instagram", "Sound Cloud": "soundcloud", "yt": "youtube", "TikTok": "tiktok"}
    assert {name: shipped.find(name).id for name in typed} == typed
    assert {p.id for p in shipped if not p.ai_training or not p.opt_out} == set()
    assert len(shipped.feeds) >= 15


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_file(path: Path) -> None:
    """Each file names its schema in the first line, and the schema accepts what we accept."""
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[0] == catalogue.SCHEMA_LINE
    assert (path.parent / "../schema/platform.json").is_file()
    data = yaml.load(text, Loader=yaml.BaseLoader)
    jsonschema.Draft202012Validator(catalogue.schema()).validate(_with_words(data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_sources(path: Path) -> None:
    """A document that needs a browser can be read from an archive where there is none."""
    platform = catalogue.load(CONFIG).platforms[path.stem]
    for document in platform.documents:
        kinds = [source.kind for source in document.sources]
        assert kinds in (["page"], ["page", "archive"], ["browser", "archive"])
        for source in document.sources:
            if source.archive:
                assert source.archive.split("/")[0] in {"contrib-versions", "pga-versions"}
                assert source.archive.split("/")[2] == document.type


def test_schema_is_in_step() -> None:
    """The schema that ships is the one that the models make."""
    path = CONFIG / "schema" / "platform.json"
    made = json.dumps(catalogue.schema(), indent=2, ensure_ascii=False) + "\n"
    assert path.read_text(encoding="utf-8") == made, f"write json.dumps(bot.catalogue.schema(), indent=2) to {path}"


def test_schema_refuses_what_we_refuse() -> None:
    """The schema knows the keys, the words and that a source is one thing."""
    check = jsonschema.Draft202012Validator(catalogue.schema())
    good = _with_words(yaml.load(TUNEGARDEN, Loader=yaml.BaseLoader))
    check.validate(good)
    wrong: list[dict[str, Any]] = [{"hompage": "x"}, {"id": "Not A Slug"}, {"documents": []}]
    wrong += [{"documents": [{**good["documents"][0], "sources": [{"page": None, "archive": "a"}]}]}]
    wrong += [{"ai_training": {**good["ai_training"], "own_models": "maybe"}}]
    assert [check.is_valid({**good, **change}) for change in wrong] == [False] * len(wrong)


def _with_words(data: Any) -> Any:
    """BaseLoader's data as YAML 1.2 has it: null, true and false are no text."""
    match data:
        case dict():
            return {key: _with_words(value) for key, value in data.items()}
        case list():
            return [_with_words(value) for value in data]
    return {"": None, "true": True, "false": False}.get(data, data)


# --- mistakes ---------------------------------------------------------------------------------------------------------


def test_good_file(tmp_path: Path) -> None:
    """`yes` is a word, a month is a date, and one selector needs no list."""
    platform = catalogue.load(write(tmp_path, tunegarden=TUNEGARDEN)).platforms["tunegarden"]
    assert platform.opt_out is not None
    assert (platform.opt_out.available, platform.opt_out.as_of) == ("yes", "2026-08")
    [page, archive] = platform.documents[0].sources
    assert page.page is not None
    assert (page.page.select, archive.kind) == (["main"], "archive")


def test_mistakes_of_all_files(tmp_path: Path) -> None:
    """Every mistake of every file is told at once, with file, line and remedy, in order."""
    one = changed(("homepage: https://tunegarden.example", "hompage: https://a.example"), ("{select:", "{selct:"))
    two = changed(("own_models: allowed", "own_models: alowed"), ("tunegarden", "other"), ("Tunegarden", "Other"))
    two = two.replace("tune garden", "o t")
    told = mistakes(write(tmp_path, tunegarden=one, other=two, feeds="- {id: a, name: A, url: nowhere}\n"))
    assert told == [
        f"feeds.yaml:1: `url`: {ADDRESS} → `url`: Address of the RSS or Atom document.",
        "platforms/other.yaml:14: `own_models` cannot be 'alowed' → did you mean `allowed`?",
        "platforms/tunegarden.yaml:1: `homepage` is missing → `homepage`: Front page.",
        "platforms/tunegarden.yaml:5: unknown key `hompage` → did you mean `homepage`?",
        "platforms/tunegarden.yaml:11: unknown key `selct` → did you mean `select`?",
    ]


@pytest.mark.parametrize(
    ("replacement", "told"),
    [
        (("id: tunegarden", "id: other"), "tunegarden.yaml:1: `other` is not the file's name → write `id: tunegarden`"),
        (("kind: account_toggle", "kind: none"), "tunegarden.yaml:17: `opt_out`: `kind: none` and `available: no` go"),
        (("as_of: 2026-08\n", "as_of: 2026-13-01\n"), "tunegarden.yaml:21: `as_of`: "),
        (("  steps:", "  steps: [a]\n  steps:"), "tunegarden.yaml:21: `steps` stands here a second time → keep one"),
        (
            ("categories: [music]", "categories: []"),
            "tunegarden.yaml:4: `categories`: list should have at least 1 item",
        ),
        (("name: Tunegarden", "name: Tune: garden"), "tunegarden.yaml:2: not YAML: mapping values are not allowed"),
        (("name: Tunegarden", "name: {a: &b [*b]}"), "tunegarden.yaml:2: not YAML: nested too deeply"),
        (
            ("/terms\n    sources", "/terms\n    suorces"),
            "tunegarden.yaml:10: unknown key `suorces` → did you mean `so",
        ),
    ],
)
def test_mistake_with_its_line(tmp_path: Path, replacement: tuple[str, str], told: str) -> None:
    """A mistake stands at the line of the key that it is about."""
    assert mistakes(write(tmp_path, tunegarden=changed(replacement)))[0].startswith(f"platforms/{told}")


def test_names_that_lead_to_two_platforms(tmp_path: Path) -> None:
    """An alias of one platform that is a name of another is told where the second stands."""
    other = changed(("id: tunegarden", "id: other"), ("Tunegarden\nal", "Other\nal"), ("tune garden", "Tune-Garden"))
    told = mistakes(write(tmp_path, tunegarden=TUNEGARDEN, other=other))
    assert len(told) == 3
    assert told[0].startswith("platforms/tunegarden.yaml:1: `tunegarden` already leads to other (")
    assert told[2].startswith("platforms/tunegarden.yaml:3: `tune garden` already leads to other (")


def test_feeds(tmp_path: Path) -> None:
    """Feeds have ids and addresses of their own, and name platforms that there are."""
    feeds = """\
- {id: daily, name: Daily, url: https://daily.example/rss}
- {id: daily, name: Weekly, url: https://weekly.example/rss}
- {id: tunegarden, name: Blog, url: https://tunegarden.example/rss}
- {id: own, name: Own, url: https://tunegarden.example/blog, platform: tunegardn}
"""
    blog = f"{TUNEGARDEN}feeds: [https://tunegarden.example/rss]\n"
    assert mistakes(write(tmp_path, tunegarden=blog, feeds=feeds)) == [
        "feeds.yaml:2: `daily` is taken → choose another id",
        "feeds.yaml:3: `tunegarden` is taken → choose another id",
        "feeds.yaml:3: this address stands in feeds of tunegarden as well → keep it in one place",
        "feeds.yaml:4: no platform `tunegardn` → did you mean `tunegarden`?",
    ]


def test_files_that_would_be_passed_over(tmp_path: Path) -> None:
    """No platforms, an empty file, a folder in a file's place, another ending and another encoding are mistakes."""
    assert "no platform files" in mistakes(tmp_path)[0]
    write(tmp_path, tunegarden=TUNEGARDEN, empty="# nothing\n")
    (tmp_path / "platforms" / "b.yml").write_text(TUNEGARDEN, encoding="utf-8")
    (tmp_path / "platforms" / "c.yaml").write_bytes("name: é".encode("latin-1"))
    (tmp_path / "platforms" / "d.yaml").mkdir()
    told = mistakes(tmp_path)
    assert [line.split(": ")[1].split(" → ")[0] for line in told] == [
        "would not be read",
        "not text",
        "cannot be read",
        "the file is empty",
    ]


# --- importing --------------------------------------------------------------------------------------------------------


def test_import(tmp_path: Path) -> None:
    """A declaration becomes a platform file that loads: page or browser first, the archive's record after it."""
    declaration = {
        "name": "Tune Garden",
        "terms": {
            "Terms of Service": {"fetch": "https://tune.example/terms", "select": "main", "remove": ["nav"]},
            "Privacy Policy": {"fetch": "https://tune.example/p", "executeClientScripts": True, "select": [".a", ".b"]},
            "Community Guidelines": {
                "select": ["main"],
                "combine": [{"fetch": "https://tune.example/g"}, {"fetch": "x"}],
            },
            "Seller Warranty": {"fetch": "https://tune.example/w", "select": [{"startBefore": "h1", "endAfter": "p"}]},
            "Imprint": {},
        },
    }
    text = catalogue.import_ota(declaration, "contrib-versions")
    assert text.startswith(catalogue.SCHEMA_LINE)
    platform = catalogue.load(write(tmp_path, **{"tune-garden": text})).platforms["tune-garden"]
    assert (platform.name, platform.homepage) == ("Tune Garden", "https://tune.example")
    assert [(d.id, d.url, [s.kind for s in d.sources]) for d in platform.documents] == [
        ("terms", "https://tune.example/terms", ["page", "archive"]),
        ("privacy", "https://tune.example/p", ["browser", "archive"]),
        ("guidelines", "https://tune.example/g", ["page", "archive"]),
        ("seller-warranty", "https://tune.example/w", ["page", "archive"]),
    ]
    pages = [document.sources[0].page or document.sources[0].browser for document in platform.documents]
    assert [page and page.select for page in pages] == [["main"], [".a", ".b"], ["main"], []]
    assert platform.documents[0].sources[1].archive == "contrib-versions/Tune Garden/Terms of Service"


def test_import_of_the_earlier_form() -> None:
    """Declarations said `documents` before they said `terms`."""
    text = catalogue.import_ota(
        {"name": "A", "documents": {"Imprint": {"fetch": "https://a.example/i"}}}, "pga-versions"
    )
    assert Platform.model_validate(yaml.safe_load(text)).documents[0].id == "imprint"


@pytest.mark.parametrize(
    "wrong", [{}, {"name": "A"}, {"name": "A", "terms": {"Imprint": {}}}, {"name": "A", "terms": {"I": {"fetch": "x"}}}]
)
def test_import_of_something_else(wrong: dict[str, Any]) -> None:
    """What is no declaration, or leads nowhere, is refused."""
    with pytest.raises(ConfigurationError):
        catalogue.import_ota(wrong, "contrib-versions")
