"""Every key, on one page.

`cb` is ours, `1` the layout (`cb:schema` says which one a server holds), and the braces are hash tags: what one script
touches lives under one tag, so that a cluster keeps it together. `w` is what is watched, `d` what is delivered, `i`
who installed the app; the `0` is the shard. JSON payloads carry their edition as `v` (`codec.py`). Times are seconds of
the Unix clock.

    cb:schema                  hash     layout → number of the layout that this server holds
    cb:migrating               string   who brings the layout up to date, while someone does

    cb:1:{w0}:due              zset     source → when it is due, or when its lease ends
    cb:1:{w0}:claims           hash     source → token of its latest claim
    cb:1:{w0}:fence            string   the last token given out
    cb:1:{w0}:states           hash     platform/document → state (JSON)
    cb:1:{w0}:versions:DOC     hash     fingerprint → version (JSON, zstd); pruned at each commit
    cb:1:{w0}:told:DOC         set      fingerprints on either side of a told change, which are never pruned
    cb:1:{w0}:raw:DOC          hash     meta → snapshot without its body (JSON), body → its body (zstd)
    cb:1:{w0}:sentences:PLATF  hash     "0" … "31" → digests of sentences, 8 bytes each, end to end (`memory.py`)
    cb:1:{w0}:change:ID        string   change (JSON, zstd); that it is there keeps it from being told again
    cb:1:{w0}:latest           zset     change id → when it was observed
    cb:1:{w0}:latest:PLATFORM  zset     the same, of one platform
    cb:1:{w0}:feeds            hash     feed → state (JSON)
    cb:1:{w0}:met              zset     digest of an entry's identity → when it was last met; 90 days
    cb:1:{w0}:story:ID         string   story (JSON); one year
    cb:1:{w0}:outbox           stream   subject → "change:ID" or "story:ID"; group `fanout`
    cb:1:{w0}:dead             stream   subjects over which workers kept dying: payload, reason, at

    cb:1:{d0}:queue            stream   delivery → delivery (JSON); group `couriers`
    cb:1:{d0}:later            zset     "id destination" of a delivery → when it is queued (again)
    cb:1:{d0}:ahead:DEST       hash     id → delivery (JSON): those of a destination that `later` names
    cb:1:{d0}:gathered:DEST    zset     "day subject": what a destination's digests hold → when it came; 90 days
    cb:1:{d0}:burst:DEST       hash     ends, id of each delivery posted by itself until then, name and digest (id) of
                                        the digest of those beyond; ends by its TTL
    cb:1:{d0}:awaiting:CHAT:SPACE set   destinations, also persons, of a space for which something is held or ahead
    cb:1:{d0}:held:DEST        list     deliveries (JSON) that wait until their destination can be written to
    cb:1:{d0}:dead             stream   deliveries put aside: payload, reason, at
    cb:1:{d0}:seen:ID          string   "" from being queued (30 days), then its message or "-" (90 days)
    cb:1:{d0}:subscriptions    hash     destination → subscription (JSON)
    cb:1:{d0}:wants:TARGET     set      destinations with a line for the target ("!blocked": that lack a permission)
    cb:1:{d0}:space:CHAT:SPACE set      destinations in a guild or workspace
    cb:1:{d0}:spaces:CHAT      set      guilds or workspaces that we are in
    cb:1:{d0}:unwelcomed:CHAT  set      those of them in which the welcome is still to be posted
    cb:1:{d0}:reserved:CHAT    set      those of them in which only who manages them chooses for channels
    cb:1:{d0}:turn:DIGEST      string   when a destination of Slack takes the next message
    cb:1:{d0}:rest:DIGEST      string   until when a workspace takes none, as Slack asked
    cb:1:{d0}:share:DIGEST     string   until when its messages use up what it takes; none of these names whose it is
    cb:1:{d0}:kept:CHAT:SPACE  hash     destination → subscription (JSON) of one that we left; erased by its TTL

    cb:1:{i0}:installs         hash     workspace or organisation → installation (JSON, Fernet)
    cb:1:{i0}:orgs             hash     workspace → its organisation, where that installed the app for all
    cb:1:{i0}:teams:ORG        set      workspaces of an organisation
    cb:1:{i0}:alone:ID         string   who renews the tokens of an installation, while someone does
    cb:1:{i0}:once:NAME        string   that something happened, or may happen once; ends by its TTL
"""

import hashlib

from bot.model.subscription import ChatName, Destination
from bot.model.version import DocumentKey

LAYOUT = 1

SCHEMA = "cb:schema"
MIGRATING = "cb:migrating"

_W = f"cb:{LAYOUT}:{{w0}}:"
_D = f"cb:{LAYOUT}:{{d0}}:"
_I = f"cb:{LAYOUT}:{{i0}}:"

DUE = _W + "due"
CLAIMS = _W + "claims"
FENCE = _W + "fence"
STATES = _W + "states"
LATEST = _W + "latest"
FEEDS = _W + "feeds"
MET = _W + "met"
OUTBOX = _W + "outbox"
DEAD_SUBJECTS = _W + "dead"

QUEUE = _D + "queue"
LATER = _D + "later"
DELIVERING = _D
"""How every key of what is delivered begins: a script makes those of a destination from it."""
DEAD_DELIVERIES = _D + "dead"
SUBSCRIPTIONS = _D + "subscriptions"

INSTALLS = _I + "installs"
ORGS = _I + "orgs"


def versions(document: DocumentKey) -> str:
    """Hash of the versions kept of a document."""
    return f"{_W}versions:{document}"


def told(document: DocumentKey) -> str:
    """Set of the fingerprints that told changes refer to."""
    return f"{_W}told:{document}"


def raw(document: DocumentKey) -> str:
    """Hash of the body kept of a document."""
    return f"{_W}raw:{document}"


def sentences(platform: str) -> str:
    """Hash of the sentences that a platform had."""
    return f"{_W}sentences:{platform}"


def change(identity: str) -> str:
    """String of one change."""
    return f"{_W}change:{identity}"


def latest_of(platform: str) -> str:
    """Sorted set of a platform's changes."""
    return f"{_W}latest:{platform}"


def story(identity: str) -> str:
    """String of one story."""
    return f"{_W}story:{identity}"


def held(destination: Destination) -> str:
    """List of what waits for a destination."""
    return f"{_D}held:{destination}"


def seen(delivery: str) -> str:
    """String that says that a delivery was queued, and as which message it was posted."""
    return f"{_D}seen:{delivery}"


def wants(target: str) -> str:
    """Set of the destinations that watch a target."""
    return f"{_D}wants:{target}"


def space(chat: ChatName, name: str) -> str:
    """Set of the destinations in a guild or workspace."""
    return f"{_D}space:{chat}:{name}"


def ahead(destination: Destination) -> str:
    """Hash of the deliveries that a destination will get at their time."""
    return f"{_D}ahead:{destination}"


def gathered(destination: Destination) -> str:
    """Sorted set of what a destination's digests hold."""
    return f"{_D}gathered:{destination}"


def burst(destination: Destination) -> str:
    """Hash of what a destination was told one by one lately, and of the digest of the rest."""
    return f"{_D}burst:{destination}"


def awaiting(chat: ChatName, name: str) -> str:
    """Set of a space's destinations for which something is held or ahead."""
    return f"{_D}awaiting:{chat}:{name}"


def spaces(chat: ChatName) -> str:
    """Set of the guilds or workspaces that we are in."""
    return f"{_D}spaces:{chat}"


def unwelcomed(chat: ChatName) -> str:
    """Set of the guilds or workspaces that are still to be welcomed."""
    return f"{_D}unwelcomed:{chat}"


def reserved(chat: ChatName) -> str:
    """Set of the guilds or workspaces in which only those who manage them choose."""
    return f"{_D}reserved:{chat}"


def kept(chat: ChatName, name: str) -> str:
    """Hash of the subscriptions kept of a space that we left."""
    return f"{_D}kept:{chat}:{name}"


def turn(destination: Destination) -> str:
    """String of when a destination takes the next message."""
    return f"{_D}turn:{_digest(str(destination))}"


def rest(chat: ChatName, name: str) -> str:
    """String of until when a space takes none."""
    return f"{_D}rest:{_digest(f'{chat}:{name}')}"


def share(chat: ChatName, name: str) -> str:
    """String of until when a space's share of messages is used up."""
    return f"{_D}share:{_digest(f'{chat}:{name}')}"


def teams(organisation: str) -> str:
    """Set of the workspaces of an organisation."""
    return f"{_I}teams:{organisation}"


def alone(install: str) -> str:
    """String of who renews an installation's tokens."""
    return f"{_I}alone:{install}"


def once(name: str) -> str:
    """String of what happens once."""
    return f"{_I}once:{name}"


def _digest(name: str) -> str:
    """In place of a name in a key that may outlast what is erased."""
    return hashlib.blake2b(name.encode(), digest_size=12).hexdigest()
