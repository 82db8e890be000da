"""A fake Slack on 127.0.0.1: Web API, Socket Mode, signed HTTP deliveries, OAuth v2 and Block Kit limits."""

from tests.fakes.slack.blockkit import check_blocks, check_view, walk
from tests.fakes.slack.server import Delivery, FakeSlack
from tests.fakes.slack.web import Channel, Team

__all__ = ["Channel", "Delivery", "FakeSlack", "Team", "check_blocks", "check_view", "walk"]
