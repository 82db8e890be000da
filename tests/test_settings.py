"""Settings: where they come from, and how mistakes in them are told."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot import settings
from bot.errors import ConfigurationError
from bot.settings import Settings, config_folder, load

ROOT = Path(__file__).resolve().parents[1]
KEY = "A" * 43 + "="
APP = {"SLACK_CLIENT_ID": "i", "SLACK_CLIENT_SECRET": "c", "SLACK_SIGNING_SECRET": "s"}


def folder(tmp_path: Path, toml: str = "") -> dict[str, str]:
    """An environment that leads to a configuration folder with this `clausebell.toml`."""
    (tmp_path / "clausebell.toml").write_text(toml, encoding="utf-8")
    return {"CLAUSEBELL_CONFIG": str(tmp_path)}


def mistakes(environ: Mapping[str, str]) -> list[str]:
    """Every mistake in these settings, as it is printed."""
    with pytest.raises(ConfigurationError) as caught:
        load(environ)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_defaults(tmp_path: Path) -> None:
    """Without anything set, the defaults hold, and no chat has a token."""
    read = load(folder(tmp_path))
    assert (read.watch.page_interval, read.watch.confirm_after, read.deliver.discord_per_second) == (21_600, 300, 25)
    assert (read.discord_token, read.slack_bot_token, read.redis_url) == (None, None, None)
    assert read.http == ("127.0.0.1", 8080)
    assert (read.log_level, read.log_format, read.allow_private_addresses) == ("INFO", "console", False)


def test_process_environment_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the mapping that was given counts."""
    monkeypatch.setenv("DISCORD_TOKEN", "of the process")
    monkeypatch.setenv("CLAUSEBELL_WATCH__LEASE", "7s")
    read = load(folder(tmp_path))
    assert read.discord_token is None
    assert read.watch.lease == 60


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    """The file replaces a default, the environment replaces both, and other keys of the section stay."""
    environ = folder(tmp_path, '[watch]\npage_interval = "1h"\nfeed_interval = 90\n')
    assert load(environ).watch.page_interval == 3600
    read = load({**environ, "CLAUSEBELL_WATCH__PAGE_INTERVAL": "2s", "CLAUSEBELL_WATCH__CONFIRM_AFTER": "0"})
    assert (read.watch.page_interval, read.watch.feed_interval, read.watch.confirm_after) == (2, 90, 0)


def test_every_variable_of_the_design(tmp_path: Path) -> None:
    """Each documented name is taken and reaches its field."""
    read = load(
        {
            **folder(tmp_path),
            "REDIS_URL": "redis://localhost/3",
            "DISCORD_TOKEN": "d",
            "DISCORD_API_URL": "http://127.0.0.1:1/api/v10",
            "DISCORD_GATEWAY_URL": "ws://127.0.0.1:2",
            "SLACK_BOT_TOKEN": "b",
            "SLACK_APP_TOKEN": "a",
            "SLACK_SIGNING_SECRET": "s",
            "SLACK_CLIENT_ID": "i",
            "SLACK_CLIENT_SECRET": "c",
            "SLACK_API_URL": "http://127.0.0.1:3/api",
            "CLAUSEBELL_DATA": str(tmp_path / "data"),
            "CLAUSEBELL_SECRET_KEY": f"{KEY}, {KEY}",
            "CLAUSEBELL_HTTP": "0.0.0.0:80",
            "CLAUSEBELL_PUBLIC_URL": "https://bell.example",
            "CLAUSEBELL_ALLOW_PRIVATE_ADDRESSES": "1",
            "LOG_LEVEL": "debug",
            "LOG_FORMAT": "json",
        }
    )
    assert read.redis_url == "redis://localhost/3"
    assert (read.discord_api_url, read.discord_gateway_url) == ("http://127.0.0.1:1/api/v10", "ws://127.0.0.1:2")
    assert (read.slack_api_url, read.slack_client_id) == ("http://127.0.0.1:3/api/", "i")
    assert (read.data, read.http, read.public_url) == (tmp_path / "data", ("0.0.0.0", 80), "https://bell.example")
    assert (read.allow_private_addresses, read.log_level, read.log_format) == (True, "DEBUG", "json")
    assert read.secret_keys == (KEY, KEY)
    secrets = (read.discord_token, read.slack_bot_token, read.slack_app_token, read.slack_signing_secret)
    assert [secret.get_secret_value() for secret in secrets if secret] == ["d", "b", "a", "s"]


def test_empty_is_unset(tmp_path: Path) -> None:
    """A variable that is set to nothing counts as not set, and space around a value is dropped."""
    read = load({**folder(tmp_path), "DISCORD_TOKEN": " \n", "REDIS_URL": " redis://a \n"})
    assert read.discord_token is None
    assert read.redis_url == "redis://a"


def test_frozen(tmp_path: Path) -> None:
    """Nobody changes settings once they are read."""
    read = load(folder(tmp_path))
    with pytest.raises(ValueError, match="frozen"):
        setattr(read.watch, "lease", 1)  # noqa: B010 (a type checker forbids the plain form, which is the point)


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    """No token, key or password stands in the settings as printed, nor in a mistake."""
    names = ["DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET"]
    environ = {**folder(tmp_path), **dict.fromkeys(names, "hunter2"), "REDIS_URL": "redis://:hunter2@a"}
    read = load({**environ, "SLACK_CLIENT_ID": "i", "CLAUSEBELL_SECRET_KEY": KEY})
    assert "hunter2" not in repr(read) + str(read)
    assert KEY not in repr(read)
    told = mistakes({**environ, "CLAUSEBELL_SECRET_KEY": "hunter2", "REDIS_URL": "hunter2", "SLACK_API_URL": "hunter2"})
    assert len(told) == 3
    assert "hunter2" not in "".join(told)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """Each mistake is told with its variable, or with file and line, and with a remedy; none hides another."""
    environ = folder(tmp_path, "[watch]\nper_host = 0\n\n[deliver]\nleese = '5s'\n\n[wach]\nx = 1\n")
    told = mistakes(
        {
            **environ,
            "CLAUSEBELL_WATCH__PAGE_INTERVL": "1h",
            "CLAUSEBELL_WATCH__HOLD": "soon",
            "LOG_FORMAT": "jsn",
            "CLAUSEBELL_HTTP": "8080",
        }
    )
    file = tmp_path / "clausebell.toml"
    expected = {
        "CLAUSEBELL_WATCH__PAGE_INTERVL: no such setting → did you mean `CLAUSEBELL_WATCH__PAGE_INTERVAL`?",
        "CLAUSEBELL_WATCH__HOLD: `hold`: 'soon' is no length of time",
        "LOG_FORMAT: `LOG_FORMAT` cannot be 'jsn' → did you mean `json`?",
        "CLAUSEBELL_HTTP: `CLAUSEBELL_HTTP`: must be host:port",
        f"{file}:2: `per_host`: input should be greater than or equal to 1",
        f"{file}:5: unknown key `leese` → did you mean `lease`?",
        f"{file}:7: unknown section or key `wach` → did you mean `watch`?",
    }
    assert {start for start in expected for line in told if line.startswith(start)} == expected
    assert len(told) == len(expected)


def test_mistake_in_the_environment_over_a_right_file(tmp_path: Path) -> None:
    """Where both set a key, the mistake is placed where the value came from."""
    environ = folder(tmp_path, "[news]\nthreshold = 0.4\n")
    assert mistakes({**environ, "CLAUSEBELL_NEWS__THRESHOLD": "2"})[0].startswith("CLAUSEBELL_NEWS__THRESHOLD: ")


def test_broken_file(tmp_path: Path) -> None:
    """A file that is no TOML is told with its line."""
    [told] = mistakes(folder(tmp_path, "[watch]\nhold = 24h\n"))
    assert told.startswith(f"{tmp_path / 'clausebell.toml'}:2: not TOML: ")


def test_tokens_do_not_belong_into_the_file(tmp_path: Path) -> None:
    """A token in the file is refused, with the place where it belongs."""
    [told] = mistakes(folder(tmp_path, 'DISCORD_TOKEN = "hunter2"\n'))
    assert "set in the environment" in told
    assert "hunter2" not in told


def test_no_such_folder(tmp_path: Path) -> None:
    """A configuration folder that does not exist is a mistake, not a silent default."""
    assert mistakes({"CLAUSEBELL_CONFIG": str(tmp_path / "gone")})[0].startswith("CLAUSEBELL_CONFIG: ")


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"SLACK_BOT_TOKEN": "b"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_CLIENT_ID": "i"}, "SLACK_CLIENT_ID"),
        ({"SLACK_CLIENT_ID": "i", "SLACK_CLIENT_SECRET": "c"}, "SLACK_CLIENT_ID"),
        ({"SLACK_SIGNING_SECRET": "s"}, "SLACK_SIGNING_SECRET"),
        ({**APP, "CLAUSEBELL_PUBLIC_URL": "https://bell.example"}, "SLACK_CLIENT_SECRET"),
        ({**APP, "CLAUSEBELL_SECRET_KEY": KEY}, "SLACK_CLIENT_ID"),
    ],
)
def test_what_goes_together(tmp_path: Path, environ: Mapping[str, str], name: str) -> None:
    """Settings that are right each and useless together are told."""
    [told] = mistakes({**folder(tmp_path), **environ})
    assert told.startswith(f"{name}: ")


def test_one_workspace_goes_before_an_app_for_many(tmp_path: Path) -> None:
    """Whole, the secrets make an app; beside the tokens of one workspace they are passed over."""
    whole = {**folder(tmp_path), **APP, "CLAUSEBELL_SECRET_KEY": KEY, "CLAUSEBELL_PUBLIC_URL": "https://bell.example"}
    assert load(whole).slack_app == ("i", "c", "s", "https://bell.example")
    assert load({**whole, "SLACK_BOT_TOKEN": "b", "SLACK_APP_TOKEN": "a"}).slack_app is None


def test_the_privacy_policy_is_where_it_is_known_to_be(tmp_path: Path) -> None:
    """The operator's own goes before the page of the site; without either there is none."""
    site = {**folder(tmp_path), "CLAUSEBELL_PUBLIC_URL": "https://bell.example/"}
    assert load(folder(tmp_path)).privacy_policy == ""
    assert load(site).privacy_policy == "https://bell.example/privacy"
    assert load({**site, "CLAUSEBELL_SITE__PRIVACY": "https://own.example"}).privacy_policy == "https://own.example"


def test_kubernetes_services_are_no_mistake(tmp_path: Path) -> None:
    """What Kubernetes sets for a service named clausebell is passed over."""
    environ = {"CLAUSEBELL_SERVICE_HOST": "10.0.0.1", "CLAUSEBELL_PORT_80_TCP_ADDR": "10.0.0.1", "CLAUSEBELL_PORT": "x"}
    assert load({**folder(tmp_path), **environ}).data


def test_config_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable wins; else `./config` where it holds platforms; else the copy that came with the program."""
    monkeypatch.chdir(tmp_path)
    assert config_folder({"CLAUSEBELL_CONFIG": "/a"}) == Path("/a")
    (tmp_path / "config").mkdir()
    assert config_folder({}) in {Path(settings.__file__).parent / "_config", ROOT / "config"}
    (tmp_path / "config" / "platforms").mkdir()
    assert config_folder({}) == Path("config")


def test_data_folder(tmp_path: Path) -> None:
    """Data go where the XDG specification says, else where services keep theirs."""
    environ = folder(tmp_path)
    assert load({**environ, "HOME": "/home/a"}).data == Path("/home/a/.local/share/clausebell")
    assert load({**environ, "HOME": "/home/a", "XDG_DATA_HOME": "/d"}).data == Path("/d/clausebell")
    assert load(environ).data == Path("/var/lib/clausebell")


def test_shipped_file_names_every_key_with_its_default(tmp_path: Path) -> None:
    """`config/clausebell.toml` holds each key once, with the default, and says what it is in the same line."""
    text = (ROOT / "config" / "clausebell.toml").read_text(encoding="utf-8")
    sections = {
        name: field.annotation
        for name, field in Settings.model_fields.items()
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
    }
    written = {name: model.model_validate(tomllib.loads(text)[name]) for name, model in sections.items()}
    assert written == {name: model() for name, model in sections.items()}
    assert {n: list(t) for n, t in tomllib.loads(text).items()} == {
        n: list(m.model_fields) for n, m in sections.items()
    }
    assert all(" # " in line for line in text.splitlines() if " = " in line and not line.startswith("#"))
