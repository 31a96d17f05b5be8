"""How the index is written: page numbers in Golomb–Rice code, pieces by what they share with the one before."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import compress

_TABLE = 512


def rice(numbers: Sequence[int], total: int) -> str:
    """Write ascending numbers below `total` as bits, by their gaps; the reader knows how many there are.

    Of more than half of all numbers, the others are written.
    """
    if 2 * len(numbers) > total:
        others = bytearray(b"\x01") * total
        for number in numbers:
            others[number] = 0
        numbers = [*compress(range(total), others)]
    if not numbers:
        return ""
    low = parameter(len(numbers), total)
    gaps = [number - last - 1 for last, number in zip((-1, *numbers), numbers, strict=False)]
    codes = _codes(low)
    if max(gaps) < _TABLE:
        return "".join(map(codes.__getitem__, gaps))
    return "".join([codes[gap] if gap < _TABLE else _code(gap, low) for gap in gaps])


def packed(bits: str) -> bytes:
    """Pack bits into bytes, the first bit highest; the last byte is filled up with zeros."""
    size = -(-len(bits) // 8)
    return (int("1" + bits, 2) << size * 8 - len(bits)).to_bytes(size + 1, "big")[1:]


def parameter(count: int, total: int) -> int:
    """Give how many low bits of a gap are written as they are: the best for numbers spread by chance."""
    return max(0, (total * 11 // (count * 16)).bit_length() - 1)


@functools.cache
def _codes(low: int) -> tuple[str, ...]:
    return tuple(_code(gap, low) for gap in range(_TABLE))


def _code(gap: int, low: int) -> str:
    tail = format(gap & ((1 << low) - 1), f"0{low}b") if low else ""
    return "0" * (gap >> low) + "1" + tail


def varint(number: int) -> bytes:
    """Write a number in as many bytes as it needs, seven bits each, low ones first."""
    made = bytearray()
    while number > 0x7F:  # noqa: PLR2004 — seven bits
        made.append(number & 0x7F | 0x80)
        number >>= 7
    made.append(number)
    return bytes(made)


def shared(before: bytes, piece: bytes) -> int:
    """Count the bytes that two pieces begin with alike."""
    count = 0
    for one, other in zip(before, piece, strict=False):
        if one != other:
            break
        count += 1
    return count
