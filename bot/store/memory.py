"""The sentence memory of a platform: digests of 8 bytes in a hash of 64 packed strings.

A Redis set of such digests takes 60 to 80 bytes a sentence. Packed end to end they take 8 and a share of the 64
strings.
"""

from collections.abc import Iterable, Set

SIZE = 8
BUCKETS = 64


def bucket(digest: bytes) -> str:
    """The field in which a digest is kept."""
    return str(digest[0] % BUCKETS)


def pack(digests: Iterable[bytes]) -> bytes:
    """Digests end to end. Raises `ValueError` for one that is not of 8 bytes, which would shift all the others."""
    packed = list(digests)
    if any(len(digest) != SIZE for digest in packed):
        raise ValueError(f"a sentence digest has {SIZE} bytes")
    return b"".join(packed)


def known(digests: Set[bytes], kept: Iterable[bytes]) -> frozenset[bytes]:
    """Those of the digests that stand in one of the packed strings."""
    there = {packed[at : at + SIZE] for packed in kept for at in range(0, len(packed), SIZE)}
    return frozenset(digests & there)
