"""What Prometheus reads."""

import asyncio
from datetime import timedelta

from prometheus_client.parser import text_string_to_metric_families

from bot.model.delivery import Delivery, Subject
from bot.model.subscription import ChatName, Destination
from tests.fakes.tunegarden import change
from tests.fakes.world import HandClock
from tests.site.conftest import Place


async def figures(place: Place) -> dict[str, float]:
    """Each figure by its name and labels, as Prometheus' own parser reads them."""
    text = (await place.visit("/metrics")).text
    families = await asyncio.to_thread(lambda: [*text_string_to_metric_families(text)])
    return {
        f"{sample.name}{{{','.join(sample.labels.values())}}}": sample.value
        for family in families
        for sample in family.samples
    }


async def test_figures_say_what_the_process_counted(place: Place) -> None:
    """Looks and deliveries by what came of them."""
    place.tally.checks.update({"unchanged": 3, "changed": 1})
    place.tally.feeds["failed"] += 2
    place.tally.deliveries[ChatName.DISCORD, "posted"] += 4
    found = await figures(place)
    assert found["clausebell_checks_total{unchanged}"] == 3
    assert found["clausebell_checks_total{changed}"] == 1
    assert found["clausebell_feed_checks_total{failed}"] == 2
    assert found["clausebell_deliveries_total{discord,posted}"] == 4
    assert found["clausebell_store_up{}"] == 1
    assert found["process_start_time_seconds{}"] > 0


async def test_figures_say_what_waits(place: Place, clock: HandClock) -> None:
    """Subjects and deliveries that are queued, those that come later, and for how long a look is overdue."""
    await place.publish(change())
    here = Destination(ChatName.SLACK, "T1", "C1")
    await place.store.deliveries.enqueue([Delivery(Subject("change", str(n)), here) for n in range(3)])
    await place.store.deliveries.schedule([Delivery(Subject("reminder", "1"), here)], clock.now() + timedelta(days=1))
    await place.store.schedule.sync(["tunegarden/terms"], spread=0)
    clock.time += timedelta(seconds=90)
    found = await figures(place)
    assert found["clausebell_waiting{changes}"] == 1
    assert found["clausebell_waiting{deliveries}"] == 3
    assert found["clausebell_waiting{scheduled}"] == 1
    assert found["clausebell_dead_letters{deliveries}"] == 0
    assert found["clausebell_due_lag_seconds{}"] == 90


async def test_what_is_not_due_yet_has_no_lag(place: Place) -> None:
    """A source that falls due later, or none at all, is no lag."""
    assert (await figures(place))["clausebell_due_lag_seconds{}"] == 0
    await place.store.schedule.sync(["tunegarden/terms"], spread=3600)
    assert (await figures(place))["clausebell_due_lag_seconds{}"] == 0


async def test_figures_are_never_kept(place: Place) -> None:
    """What comes between asks again each time."""
    answer = await place.visit("/metrics")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"].startswith("text/plain")
