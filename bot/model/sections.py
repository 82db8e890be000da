"""The sections of `clausebell.toml`, with what holds where nothing is written."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.model.written import Contact, Count, Duration, Share, Wait, WebAddress, WebPage


class Section(BaseModel):
    """A section: unknown keys are mistakes, and each key says what it is for."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Watch(Section):
    """Looking at documents and feeds. Lengths of time are seconds."""

    page_interval: Wait = 6 * 3600.0
    """How often a document is looked at, where its platform file does not say."""
    feed_interval: Wait = 30 * 60.0
    """How often a news feed is looked at."""
    confirm_after: Duration = 5 * 60.0
    """Wait before a changed text is fetched again and, if it is still there, told; 0 tells it at once."""
    hold: Duration = 24 * 3600.0
    """How long a doubted text must stay until it is taken for the document."""
    recheck: Wait = 2 * 3600.0
    """How often a doubted text is looked at."""
    jitter: Share = 0.1
    """Share by which an interval may be longer."""
    concurrency: Count = 32
    """Sources looked at at the same time."""
    per_host: Count = 2
    """Of these, at most so many of one host."""
    host_spacing: Duration = 1.0
    """Least time between two requests to one host."""
    timeout: Wait = 30.0
    """Most time for one request, redirects included."""
    max_bytes: Count = 8_000_000
    """Largest page or feed, after decompression."""
    lease: Wait = 60.0
    """A worker that is silent for so long has lost what it was looking at."""
    archive_url: WebAddress = "https://raw.githubusercontent.com/OpenTermsArchive"
    """An archive record `collection/Service/Type` is at `URL/collection/main/Service/Type.md`."""
    user_agent: str = Field(default="Clausebell/0.1 (reads public policy pages for changes)", min_length=1)
    """How we introduce ourselves to servers."""


class Deliver(Section):
    """Posting to the chats. Lengths of time are seconds."""

    discord_per_second: Annotated[float, Field(gt=0, le=50)] = 25.0
    """Messages a second to Discord in all; its limit is 50 requests."""
    slack_per_channel: Duration = 1.0
    """Least time between two messages to one Slack channel; Slack's own limit."""
    slack_per_workspace: Annotated[float, Field(gt=0, le=50)] = 5.0
    """Messages a second to one Slack workspace, from all processes; Slack takes several hundred a minute."""
    concurrency: Count = 64
    """Messages posted at the same time."""
    lease: Wait = 20.0
    """A courier that is silent for so long has lost what it was carrying."""
    retry: Wait = 30.0
    """First wait after a failed delivery; doubles with each further one."""
    burst: Count = 5
    """Messages of its own that a channel gets within `burst_window`; what comes beyond is one digest at its end."""
    burst_window: Duration = 15 * 60.0
    """From the first of them; 0: each change is a message of its own, however many come."""


class News(Section):
    """Reading the news."""

    enabled: bool = True
    """Whether the news feeds are read."""
    threshold: Share = 0.5
    """Least score at which a headline is told as a policy change."""


class Site(Section):
    """The pages that people read; each of these is left out where it is empty."""

    contact: Contact = ""
    """Where to write to whoever runs it: an e-mail address, or the address of a page."""
    add_to_discord: WebPage = ""
    """Address by which the bot is added to a server of Discord."""
    privacy: WebPage = ""
    """Address of a privacy policy in place of the page that says what is stored."""
