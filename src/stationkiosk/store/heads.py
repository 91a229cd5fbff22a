"""Where every chain stands, kept beside the journal, so that a checkpoint asks only for what moved.

The tree over all heads is kept in blocks. A chain that moved costs its block; a new one, whose
name is nearly the last, the last blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from stationkiosk.ledger.checkpoint import leaf
from stationkiosk.ledger.journal import Entry, Head
from stationkiosk.ledger.merkle import BLOCK, root, top
from stationkiosk.store.list_tables import ChainHead, HeadBlock
from stationkiosk.store.rows import shape
from stationkiosk.store.tables import Checkpoint, Journal

HEADS, BLOCKS = shape(ChainHead).table, shape(HeadBlock).table
_NEW = upsert(HEADS)
_MOVE = _NEW.on_conflict_do_update(
    index_elements=["chain"], set_={"seq": _NEW.excluded.seq, "hash": _NEW.excluded.hash}
)
_MOVED = select(HEADS).where(HEADS.c.stated != HEADS.c.seq).order_by(HEADS.c.chain)
_STATED = (
    update(HEADS)
    .where(HEADS.c.chain == bindparam("of"))
    .values(stated=bindparam("at_seq"))
    .execution_options(synchronize_session=False)
)
_FROM: Select[Any] = select(HEADS.c.chain, HEADS.c.seq, HEADS.c.hash).order_by(HEADS.c.chain)

WRONG = (
    select(Journal.chain)
    .outerjoin(HEADS, (HEADS.c.chain == Journal.chain) & (HEADS.c.seq >= Journal.seq))
    .where(
        HEADS.c.chain.is_(None) | ((HEADS.c.seq == Journal.seq) & (HEADS.c.hash != Journal.hash)),
    )
    .limit(1)
)
"""An entry that lies behind the head of its chain, or is another than the head says."""


Block = tuple[int, str, int, str]
"""Its number, the name of its first chain, how many leaves it has, its root."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The blocks of the tree over all heads; those in ``new`` are not written down yet."""

    blocks: tuple[Block, ...]
    new: frozenset[int]

    @property
    def size(self) -> int:
        """Return how many chains there are."""
        return sum(block[2] for block in self.blocks)

    @property
    def root(self) -> str:
        """Return the root over all heads."""
        return top([bytes.fromhex(block[3]) for block in self.blocks]).hex()


def move(connection: Connection, entries: Iterable[Entry]) -> None:
    """Note the last entries of chains, in the transaction that writes them."""
    rows = [{"chain": one.chain, "seq": one.seq, "hash": one.hash, "stated": 0} for one in entries]
    if rows:
        connection.execute(_MOVE, rows)


def moved(connection: Connection) -> dict[str, Head]:
    """Return the heads that the last checkpoint does not state."""
    return {row.chain: Head(row.seq, row.hash) for row in connection.execute(_MOVED)}


def tree(connection: Connection, new: Mapping[str, Head]) -> Tree:
    """Return the tree over all heads of which ``new`` moved since the last checkpoint."""
    kept: list[Block] = [tuple(row) for row in connection.execute(select(BLOCKS).order_by(BLOCKS.c.n))]
    if not kept:
        made = _blocks(connection, "", 0)
        return Tree(made, frozenset(block[0] for block in made))
    firsts = [block[1] for block in kept]
    fresh = [chain for chain in new if not _stated(connection, chain)]
    first = min(fresh, default="")
    begin = _place(firsts, first) if fresh else len(kept)
    behind = _blocks(connection, min(first, firsts[begin]), begin) if fresh else ()
    changed = {place for chain in new if (place := _place(firsts, chain)) < begin}
    blocks = [
        _block(block[0], _heads(connection, block[1])) if block[0] in changed else block
        for block in kept[:begin]
    ]
    return Tree((*blocks, *behind), frozenset(changed | {block[0] for block in behind}))


def keep(connection: Connection, stated: Mapping[str, Head], tree: Tree) -> None:
    """Write down what a checkpoint states, in its transaction."""
    if stated:
        connection.execute(_STATED, [{"of": chain, "at_seq": head.seq} for chain, head in stated.items()])
    rows = [dict(zip(BLOCKS.c.keys(), block, strict=True)) for block in tree.blocks if block[0] in tree.new]
    for row in rows:
        connection.execute(delete(BLOCKS).where(BLOCKS.c.n == row["n"]))
    if rows:
        connection.execute(insert(BLOCKS), rows)


def packed(told: Mapping[str, Head]) -> dict[str, list[object]]:
    """Return heads as a checkpoint's row keeps them."""
    return {chain: [head.seq, head.hash] for chain, head in told.items()}


def unpacked(found: Mapping[str, list[object]]) -> dict[str, Head]:
    """Return the heads that a checkpoint's row keeps. Raises ``ValueError`` where they are none."""
    told = {}
    for chain, (seq, digest) in found.items():
        if not isinstance(seq, int) or not isinstance(digest, str):
            raise ValueError(f"no head: {chain}")
        told[chain] = Head(seq, digest)
    return told


def stated(connection: Connection) -> dict[str, Head]:
    """Return all heads as the checkpoints state them."""
    told: dict[str, Head] = {}
    query = select(Checkpoint.heads).order_by(Checkpoint.n)
    for row in connection.execute(query, execution_options={"yield_per": 1}):
        told |= unpacked(row.heads)
    return told


def rebuild(connection: Connection) -> None:
    """Make the heads anew from the journal; the blocks are made by the next checkpoint."""
    ends = select(Journal.chain, func.max(Journal.seq).label("seq")).group_by(Journal.chain).subquery()
    joined = (Journal.chain == ends.c.chain) & (Journal.seq == ends.c.seq)
    query = select(Journal.chain, Journal.seq, Journal.hash).join(ends, joined)
    signed = stated(connection)
    rows = iter(connection.execute(query, execution_options={"yield_per": 2000}))
    while some := list(islice(rows, 2000)):
        told = ((row, signed.get(row.chain)) for row in some)
        connection.execute(
            insert(HEADS),
            [
                {"chain": row.chain, "seq": row.seq, "hash": row.hash, "stated": head.seq if head else 0}
                for row, head in told
            ],
        )


def _stated(connection: Connection, chain: str) -> bool:
    return bool(connection.execute(select(HEADS.c.stated).where(HEADS.c.chain == chain)).scalar())


def _place(firsts: Sequence[str], chain: str) -> int:
    return max(bisect_right(firsts, chain) - 1, 0)


def _heads(connection: Connection, first: str) -> list[Row[Any]]:
    return list(connection.execute(_FROM.where(HEADS.c.chain >= first).limit(BLOCK)))


def _blocks(connection: Connection, first: str, n: int) -> tuple[Block, ...]:
    return tuple(_all_blocks(connection, first, n))


def _all_blocks(connection: Connection, first: str, n: int) -> Iterator[Block]:
    query = _FROM.where(HEADS.c.chain >= first)
    rows = iter(connection.execute(query, execution_options={"yield_per": BLOCK}))
    while some := list(islice(rows, BLOCK)):
        yield _block(n, some)
        n += 1


def _block(n: int, heads: Sequence[Row[Any]]) -> Block:
    leaves = [leaf(row.chain, Head(row.seq, row.hash)) for row in heads]
    return n, heads[0].chain, len(heads), root(leaves).hex()
