"""Settings: the environment, then `clausebell.toml`, then the defaults below.

A key of the file is `CLAUSEBELL_SECTION__KEY` in the environment. Secrets are `SecretStr`: no `repr`, log line or
error shows them. Only the mapping given to `load` is read, never the environment of the process.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    BaseModel,
    DirectoryPath,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, EnvSettingsSource, InitSettingsSource, NoDecode, SettingsConfigDict

from bot.errors import ConfigurationError, Mistake
from bot.model.mistake import did_you_mean, explain
from bot.model.sections import Deliver, News, Site, Watch
from bot.model.written import (
    FernetKeys,
    GatewayUrl,
    ListenAddress,
    LogLevel,
    RedisUrl,
    WebAddress,
    WebFolder,
)
from bot.wording.pages import PRIVACY

PREFIX = "CLAUSEBELL_"
FILE = "clausebell.toml"

_NOT_OURS = re.compile(PREFIX + r"(SERVICE_HOST|SERVICE_PORT|PORT)(_|$)")
"""What Kubernetes sets for a service named clausebell."""


def _variable(name: str, default: object = None) -> Any:
    return Field(default=default, validation_alias=name)


class Settings(BaseSettings):
    """Everything that an operator can set. Made by `load`."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix=PREFIX, env_nested_delimiter="__", use_attribute_docstrings=True
    )

    watch: Watch = Watch()
    deliver: Deliver = Deliver()
    news: News = News()
    site: Site = Site()

    config: DirectoryPath = Field(validation_alias="CLAUSEBELL_CONFIG")
    """Folder of `clausebell.toml`, `platforms/`, `feeds.yaml` and `topics.yaml`."""
    data: Path = Field(validation_alias="CLAUSEBELL_DATA")
    """Folder of what must outlive the process, such as the embedded Redis."""
    redis_url: RedisUrl | None = Field(default=None, validation_alias="REDIS_URL", repr=False)
    """Server that holds everything durable, perhaps with a password; where not set, a server of our own is started."""
    secret_key: FernetKeys | None = _variable("CLAUSEBELL_SECRET_KEY")
    """Fernet keys for tokens at rest, parted by commas, the newest first."""
    http: Annotated[ListenAddress, NoDecode] = _variable("CLAUSEBELL_HTTP", "127.0.0.1:8080")
    """Where the site listens."""
    public_url: WebAddress | None = _variable("CLAUSEBELL_PUBLIC_URL")
    """Where the site is reached: announcements link there, Slack sends requests there, and servers learn who reads."""
    allow_private_addresses: bool = _variable("CLAUSEBELL_ALLOW_PRIVATE_ADDRESSES", default=False)
    """Whether pages on private and loopback addresses are read: for tests and intranets."""
    log_level: LogLevel = _variable("LOG_LEVEL", "INFO")
    """Least weight of a log line."""
    log_format: Literal["console", "json"] = _variable("LOG_FORMAT", "console")
    """How log lines are written."""

    discord_token: SecretStr | None = _variable("DISCORD_TOKEN")
    """Token of the Discord bot."""
    discord_api_url: WebAddress = _variable("DISCORD_API_URL", "https://discord.com/api/v10")
    """Discord's REST API."""
    discord_gateway_url: GatewayUrl | None = _variable("DISCORD_GATEWAY_URL")
    """Discord's gateway; as its API says where not set."""
    slack_bot_token: SecretStr | None = _variable("SLACK_BOT_TOKEN")
    """Bot token (xoxb-…) of a single workspace."""
    slack_app_token: SecretStr | None = _variable("SLACK_APP_TOKEN")
    """App token (xapp-…) for Socket Mode."""
    slack_signing_secret: SecretStr | None = _variable("SLACK_SIGNING_SECRET")
    """Secret by which requests over HTTP are known to be Slack's."""
    slack_client_id: str | None = _variable("SLACK_CLIENT_ID")
    """Client id for installation by OAuth."""
    slack_client_secret: SecretStr | None = _variable("SLACK_CLIENT_SECRET")
    """Client secret for installation by OAuth."""
    slack_api_url: WebFolder = _variable("SLACK_API_URL", "https://slack.com/api/")
    """Slack's Web API; every Slack client uses it."""

    @property
    def secret_keys(self) -> tuple[str, ...]:
        """The Fernet keys, newest first; none where tokens cannot be stored."""
        written = self.secret_key.get_secret_value() if self.secret_key else ""
        return tuple(key.strip() for key in written.split(",") if key.strip())

    @property
    def privacy_policy(self) -> str:
        """Address of the privacy policy: the one that is named, else the page of the site; empty where neither is."""
        own = self.public_url.rstrip("/") + PRIVACY if self.public_url else ""
        return self.site.privacy or own

    @property
    def slack_app(self) -> tuple[str, str, str, str] | None:
        """Client id, client secret, signing secret and public address of the app that workspaces install.

        None where not all of them are set, or where the tokens of one workspace are.
        """
        id_, secret, signing = self.slack_client_id, self.slack_client_secret, self.slack_signing_secret
        if self.slack_bot_token or not (id_ and secret and signing and self.public_url):
            return None
        return id_, secret.get_secret_value(), signing.get_secret_value(), self.public_url


def load(environ: Mapping[str, str]) -> Settings:
    """The settings in `environ` and in the `clausebell.toml` of the configuration folder that it leads to.

    Raises `ConfigurationError` with every mistake: the variable's name, or the file and line.
    """
    given = {name: value.strip() for name, value in environ.items() if value.strip()}
    mistakes = [*_unknown(given)]
    folder = config_folder(given)
    file = _read(folder / FILE, mistakes)
    variables = {name: value for name, value in given.items() if name in _names()}
    variables |= {"CLAUSEBELL_CONFIG": str(folder), "CLAUSEBELL_DATA": str(_data_folder(given))}
    try:
        settings = Settings(_build_sources=((_Environment(variables), InitSettingsSource(Settings, file.data)), {}))
    except ValidationError as invalid:
        mistakes += [Mistake(_place(e["loc"], variables, file), *explain(e, Settings)) for e in invalid.errors()]
    else:
        mistakes += _at_odds(settings)
    if mistakes:
        raise ConfigurationError(mistakes)
    return settings


def config_folder(environ: Mapping[str, str]) -> Path:
    """`CLAUSEBELL_CONFIG`; else `./config` where it holds platforms; else the copy that came with the program."""
    if chosen := environ.get("CLAUSEBELL_CONFIG"):
        return Path(chosen)
    here = Path("config")
    packed = Path(__file__).parent / "_config"
    beside = Path(__file__).parents[1] / "config"
    return here if (here / "platforms").is_dir() else packed if packed.is_dir() else beside


def _data_folder(environ: Mapping[str, str]) -> Path:
    """`CLAUSEBELL_DATA`; else where the XDG Base Directory Specification puts it; else where services keep theirs."""
    if chosen := environ.get("CLAUSEBELL_DATA"):
        return Path(chosen)
    home = environ.get("HOME")
    share = environ.get("XDG_DATA_HOME") or (f"{home}/.local/share" if home else "/var/lib")
    return Path(share) / "clausebell"


# --- where the values come from, and where a wrong one stands ---------------------------------------------------------


class _Environment(EnvSettingsSource):
    """The variables that we were given, in place of those of the process."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = {name.lower(): value for name, value in variables.items()}
        super().__init__(Settings)

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return self._variables


class _File(NamedTuple):
    """A TOML file: its tables, and the line of each `(section,)` and `(section, key)`."""

    path: Path
    data: dict[str, Any]
    lines: Mapping[tuple[str, ...], int]


def _sections() -> dict[str, type[BaseModel]]:
    kinds = {name: field.annotation for name, field in Settings.model_fields.items()}
    return {name: kind for name, kind in kinds.items() if isinstance(kind, type) and issubclass(kind, BaseModel)}


def _names() -> dict[str, tuple[str, ...]]:
    """Every variable that we know, with the place of its value in the settings."""
    sections = _sections()
    rows = {f"{PREFIX}{s}__{key}".upper(): (s, key) for s, model in sections.items() for key in model.model_fields}
    alone = [str(field.validation_alias) for name, field in Settings.model_fields.items() if name not in sections]
    return {**rows, **{name: (name,) for name in alone}}


def _unknown(environ: Mapping[str, str]) -> Iterator[Mistake]:
    names = _names()
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in names and not _NOT_OURS.match(name):
            yield Mistake(name, "no such setting", did_you_mean(name, names) or f"see {FILE} for all of them")


def _read(path: Path, mistakes: list[Mistake]) -> _File:
    """The file's sections; nothing where there is no file or it is no TOML."""
    lines: dict[tuple[str, ...], int] = {}
    data: dict[str, Any] = {}
    if path.is_file():
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            lines = dict(_lines(text))
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"at line (\d+)", str(error))
            mistakes.append(Mistake(f"{path}:{line[1] if line else 1}", f"not TOML: {error}", "put text in quotes"))
        except OSError as error:
            mistakes.append(Mistake(str(path), f"cannot be read: {error.strerror}", "let this user read it"))
    for key in sorted(data.keys() - _sections().keys()):
        place = f"{path}:{lines.get((key,), 1)}"
        remedy = did_you_mean(key, _sections()) or "tokens and addresses are set in the environment"
        mistakes.append(Mistake(place, f"unknown section or key `{key}`", remedy))
        del data[key]
    return _File(path, data, lines)


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.match(r"\s*\[\s*([\w-]+)\s*\]", line):
            section = (match[1],)
            yield section, number
        elif match := re.match(r"\s*([\w-]+)\s*=", line):
            yield (*section, match[1]), number


def _place(loc: Sequence[int | str], variables: Mapping[str, str], file: _File) -> str:
    where = tuple(str(part) for part in loc)
    name = next((name for name, place in _names().items() if place == where), None)
    if name is None or (len(where) > 1 and name not in variables):
        line = file.lines.get(where[:2]) or file.lines.get(where[:1], 1)
        return f"{file.path}:{line}"
    return name


def _at_odds(settings: Settings) -> Iterator[Mistake]:
    """Settings that are right each, and do not go together."""
    if bool(settings.slack_bot_token) != bool(settings.slack_app_token):
        remedy = "set both, for one workspace over Socket Mode"
        yield Mistake("SLACK_BOT_TOKEN", "goes together with SLACK_APP_TOKEN", remedy)
    if not settings.slack_bot_token:
        yield from _app_at_odds(settings)


def _app_at_odds(settings: Settings) -> Iterator[Mistake]:
    """What an app lacks that workspaces install; beside the tokens of one workspace, its secrets mean nothing."""
    secrets = {
        "SLACK_CLIENT_ID": settings.slack_client_id,
        "SLACK_CLIENT_SECRET": settings.slack_client_secret,
        "SLACK_SIGNING_SECRET": settings.slack_signing_secret,
    }
    missing = [name for name, value in secrets.items() if not value]
    if len(missing) == len(secrets):
        return
    given = next(name for name in secrets if name not in missing)
    if missing:
        yield Mistake(given, f"goes together with {' and '.join(missing)}", "set all three, or none")
        return
    if not settings.secret_key:
        remedy = "set CLAUSEBELL_SECRET_KEY: installations by OAuth bring tokens, which are stored encrypted"
        yield Mistake("SLACK_CLIENT_SECRET", "needs a key to store tokens with", remedy)
    if not settings.public_url:
        remedy = "set CLAUSEBELL_PUBLIC_URL: Slack sends its requests there, and people who install the app"
        yield Mistake("SLACK_CLIENT_ID", "needs an address where Slack reaches us", remedy)
