"""Figures for Prometheus: what this process counted, and how much waits in the store, for all processes together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.errors import StoreError
from bot.model.tally import Tally
from bot.ports import Deliveries, Outbox, Schedule


@dataclass(frozen=True, slots=True)
class Metrics:
    """What whoever runs the program wants to see move."""

    tally: Tally
    schedule: Schedule
    outbox: Outbox
    deliveries: Deliveries

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        """What is served."""
        return [web.get("/metrics", self._metrics)]

    async def _metrics(self, _: web.Request) -> web.Response:
        registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        registry.register(_Collected([*_counted(self.tally), *await self._stored()]))
        headers = {"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
        return web.Response(body=generate_latest(registry), headers=headers)

    async def _stored(self) -> list[Metric]:
        """What waits; where the store does not answer, that alone is said."""
        up = GaugeMetricFamily("clausebell_store_up", "Whether Redis answers.")
        try:
            subjects, deliveries = await self.outbox.backlog(), await self.deliveries.backlog()
            due = await self.schedule.next_due()
        except StoreError:
            up.add_metric([], 0)
            return [up]
        up.add_metric([], 1)
        waiting = GaugeMetricFamily("clausebell_waiting", "What waits, in each queue.", labels=["queue"])
        dead = GaugeMetricFamily("clausebell_dead_letters", "What was put aside for the operator.", labels=["queue"])
        for queue, backlog in (("changes", subjects), ("deliveries", deliveries)):
            waiting.add_metric([queue], backlog.queued)
            dead.add_metric([queue], backlog.dead)
        waiting.add_metric(["scheduled"], deliveries.later)
        lag = GaugeMetricFamily("clausebell_due_lag_seconds", "How long the source due first has waited for a look.")
        lag.add_metric([], max(-due, 0.0) if due is not None else 0.0)
        return [up, waiting, dead, lag]


def _counted(tally: Tally) -> Iterator[Metric]:
    checks = CounterMetricFamily("clausebell_checks", "Looks at documents.", labels=["outcome"])
    feeds = CounterMetricFamily("clausebell_feed_checks", "Looks at news feeds.", labels=["outcome"])
    for family, counts in ((checks, tally.checks), (feeds, tally.feeds)):
        for outcome, count in counts.items():
            family.add_metric([outcome], count)
        yield family
    deliveries = CounterMetricFamily("clausebell_deliveries", "Tries at deliveries.", labels=["chat", "outcome"])
    for (chat, outcome), count in tally.deliveries.items():
        deliveries.add_metric([str(chat), outcome], count)
    yield deliveries


class _Collected(Collector):
    """Figures that were read already."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        return self._families
