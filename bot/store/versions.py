"""States and versions of the documents, and the one script that writes what a look leaves behind."""

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from bot.model.delivery import Subject
from bot.model.version import DocumentKey, Snapshot, Version
from bot.ports import Claim, DocumentState, Step
from bot.store import codec, keys, memory
from bot.store.connect import Client
from bot.store.together import Together


class RedisDocuments:
    """`Documents` on Redis. `now` gives the time for its scripts: seconds as text, or "" for the server's own."""

    def __init__(self, client: Client, now: Callable[[], str]) -> None:
        self._client = client
        self._now = now
        self._commit = client.script("commit")
        self._looked = client.script("looked")
        self._looks = Together(self._commit_looks)

    async def state(self, key: DocumentKey) -> DocumentState:
        """What is known of a document."""
        return (await self.states([key]))[0]

    async def states(self, documents: Sequence[DocumentKey]) -> Sequence[DocumentState]:
        """What is known of several."""
        if not documents:
            return ()
        found = await self._client.execute_command("HMGET", keys.STATES, *map(str, documents))
        return [codec.STATE.load(data) if data else DocumentState() for data in found]

    async def version(self, key: DocumentKey, fingerprint: str) -> Version | None:
        """A version that was kept."""
        data = await self._client.execute_command("HGET", keys.versions(key), fingerprint)
        return codec.VERSION.unpack(data) if data else None

    async def raw(self, key: DocumentKey) -> Snapshot | None:
        """The body that was kept last."""
        meta, body = await self._client.execute_command("HMGET", keys.raw(key), "meta", "body")
        return replace(codec.SNAPSHOT.load(meta), body=codec.unpack(body)) if meta and body else None

    async def had(self, platform: str, digests: Set[bytes]) -> frozenset[bytes]:
        """Those of the digests that the platform's memory holds."""
        fields = sorted({memory.bucket(digest) for digest in digests})
        if not fields:
            return frozenset()
        kept = await self._client.execute_command("HMGET", keys.sentences(platform), *fields)
        return memory.known(digests, [packed for packed in kept if packed])

    async def commit(self, key: DocumentKey, claim: Claim, step: Step, *, due_in: float) -> bool:
        """Write the step, if the claim still stands; one that has but a state together with others at hand."""
        change = step.change
        if step == Step(step.state):
            return await self._looks.ask((key, claim, step.state, due_in))
        names = [
            *(keys.CLAIMS, keys.DUE, keys.STATES, keys.versions(key), keys.told(key), keys.raw(key)),
            *(keys.sentences(key.platform), keys.change(change.id if change else ""), keys.OUTBOX),
            *(keys.LATEST, keys.latest_of(change.document.platform if change else key.platform)),
        ]
        args = [
            *(claim.source, claim.token, self._now(), due_in, str(key), codec.STATE.dump(step.state)),
            *((step.version.fingerprint, codec.VERSION.pack(step.version)) if step.version else ("", "")),
            *_raw(step.raw),
            memory.pack(step.sentences),
        ]
        if change:
            args += [str(Subject("change", change.id)), codec.CHANGE.pack(change), change.id]
            args += [change.observed_at.timestamp(), change.before_fingerprint, change.after_fingerprint]
        else:
            args += [""] * 6
        return bool(await self._commit(keys=names, args=[*args, memory.pack(step.forgotten)]))

    async def _commit_looks(self, looks: Sequence[tuple[DocumentKey, Claim, DocumentState, float]]) -> list[bool]:
        """Write several states, each if its claim still stands."""
        names = [keys.CLAIMS, keys.DUE, keys.STATES]
        args: list[str | bytes | float] = [self._now()]
        for key, claim, state, due_in in looks:
            names += [keys.versions(key), keys.told(key)]
            args += [claim.source, claim.token, due_in, str(key), codec.STATE.dump(state)]
        return list(map(bool, await self._looked(keys=names, args=args)))


def _raw(snapshot: Snapshot | None) -> tuple[bytes, bytes]:
    if snapshot is None or snapshot.body is None:
        return b"", b""
    return codec.SNAPSHOT.dump(replace(snapshot, body=None)), codec.pack(snapshot.body)
