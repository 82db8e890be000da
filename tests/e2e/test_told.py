"""A bot that is killed (-9) while it tells an admin that a channel takes no messages any more."""

import signal
from pathlib import Path

from tests.e2e.town import CLAUSE, town
from tests.fakes.discord import PERMISSIONS


async def test_killed_before_the_notice_of_trouble_is_out(tmp_path: Path) -> None:
    """What is missing is noted, the notice is on its way: the next process tells it, once."""
    async with town(tmp_path) as here:
        await here.start()
        guild = await here.discord.join("Art")
        [channel] = guild["channels"]
        await here.until(lambda: "servers=1" in here.log(), "a bot that knows its servers")
        await here.discord.slash("watch add", guild, platform="tunegarden")
        await here.discord.overwrite(channel, deny=PERMISSIONS["send_messages"])
        notice = here.discord.stall("create_dm")
        here.site.clauses = [CLAUSE]
        await here.until(notice.is_set, "a notice on its way")
        await here.end(signal.SIGKILL)
        await here.start()
        admin = here.discord.dm(here.discord.owner)
        await here.until(lambda: here.discord.sent(admin), "the notice")
        await here.polls(3)
        [told] = here.discord.sent(admin)
        assert "Send Messages" in told["embeds"][0]["title"]
        assert here.discord.violations == []
        assert here.discord.invalid == []
