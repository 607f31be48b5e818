"""A liteserver over the local chain: real ADNL over TCP and real TL answers, for pytoniq's unmodified client.

Each account comes with a block and a state whose hashes fit together, and the client checks that. There are no
masterchain proofs and no validators' signatures, so the client's trust level has to be 2.
"""

import asyncio
import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from nacl.signing import SigningKey
from pytoniq_core.boc.address import Address
from pytoniq_core.boc.builder import Builder
from pytoniq_core.boc.cell import Cell
from pytoniq_core.boc.hashmap.hashmap import HashMap
from pytoniq_core.crypto.ciphers import create_aes_ctr_cipher, get_shared_key
from pytoniq_core.tl.generator import TlGenerator

from app.sandbox.chain import Chain, NotAcceptedError
from app.sandbox.chain.cells import from_boc

SHARD = -(1 << 63)
NOT_ACCEPTED = "cannot apply external message to current state"
SIGNED_KEY = b"\xc6\xb4\x13\x48"
TOO_MANY = 16


class TlAnswerError(Exception):
    """`liteServer.error`."""


@dataclass
class LiteServer:
    chain: Chain
    key: SigningKey = field(default_factory=lambda: SigningKey(b"\x07" * 32))
    calls: Counter[str] = field(default_factory=Counter)
    """Questions by name."""
    is_dumb: bool = False
    """Takes questions and answers none."""

    def __post_init__(self) -> None:
        self._tl: Any = TlGenerator.with_default_schemas().generate()
        self._open: set[asyncio.StreamWriter] = set()

    async def start(self, port: int = 0) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)

    async def stop(self) -> None:
        self._server.close()
        for writer in list(self._open):
            writer.close()
        await self._server.wait_closed()

    @property
    def config(self) -> dict[str, Any]:
        """What a network's global config file says of its servers."""
        host, port = self._server.sockets[0].getsockname()
        ip = int.from_bytes(bytes(map(int, host.split("."))), "big")
        zero = b64encode(bytes(32)).decode()
        init = {"workchain": -1, "shard": SHARD, "seqno": 0, "root_hash": zero, "file_hash": zero}
        key = b64encode(bytes(self.key.verify_key)).decode()
        return {"liteservers": [{"ip": ip, "port": port, "id": {"key": key}}], "validator": {"init_block": init}}

    # ---- ADNL: a handshake, then packets of length, nonce, payload and checksum, encrypted each way by its own key

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            incoming, outgoing = self._shake(await reader.readexactly(256))
            lock = asyncio.Lock()
            await _write(writer, outgoing, b"", lock)
            async with asyncio.TaskGroup() as group:
                while True:
                    length = int.from_bytes(incoming.decrypt(await reader.readexactly(4)), "little")
                    payload = incoming.decrypt(await reader.readexactly(length))[32:-32]
                    group.create_task(self._reply(payload, writer, outgoing, lock))
        except* (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()

    def _shake(self, hello: bytes) -> tuple[Any, Any]:
        public, checksum, secret = hello[32:64], hello[64:96], hello[96:]
        theirs = SigningKey(bytes(32)).verify_key.__class__(public).to_curve25519_public_key()
        shared = get_shared_key(bytes(self.key.to_curve25519_private_key()), bytes(theirs))
        cipher = create_aes_ctr_cipher(shared[:16] + checksum[16:], checksum[:4] + shared[20:])
        keys = cipher.decrypt(secret)
        return create_aes_ctr_cipher(keys[32:64], keys[80:96]), create_aes_ctr_cipher(keys[:32], keys[64:80])

    async def _reply(self, payload: bytes, writer: asyncio.StreamWriter, cipher: Any, lock: asyncio.Lock) -> None:
        question = self._tl.deserialize(payload)[0]
        if self.is_dumb:
            return
        if question["@type"] == "tcp.ping":
            answer = self._tl.serialize("tcp.pong", {"random_id": question["random_id"]})
        else:
            body = await self._answer(question["query"]["data"])
            answer = self._tl.serialize("adnl.message.answer", {"query_id": question["query_id"], "answer": body})
        await _write(writer, cipher, answer, lock)

    # ---- TL

    async def _answer(self, data: Any) -> bytes:
        *prefix, query = data if isinstance(data, list) else [data]
        for wait in prefix:
            await self._wait_for(wait["seqno"], wait["timeout_ms"])
        name = query["@type"].removeprefix("liteServer.")
        self.calls[name] += 1
        try:
            kind, answer = await getattr(self, f"_{name}", self._unknown)(query)
        except TlAnswerError as no:
            words: bytes = self._tl.serialize_field("bytes", str(no).encode())  # it cannot write a string
            return bytes(self._tl.get_by_name("liteServer.error").little_id()) + bytes(4) + words
        encoded: bytes = self._tl.serialize(f"liteServer.{kind}", answer)
        return encoded

    async def _wait_for(self, seqno: int, timeout_ms: int) -> None:
        for _ in range(timeout_ms // 20):
            if self.chain.head >= seqno:
                return
            await asyncio.sleep(0.02)

    async def _unknown(self, query: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        raise TlAnswerError("not supported")

    async def _getMasterchainInfo(self, query: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        init = {"workchain": -1, "root_hash": "00" * 32, "file_hash": "00" * 32}
        return "masterchainInfo", {"last": block_id(-1, self.chain.head), "state_root_hash": "00" * 32, "init": init}

    async def _getAllShardsInfo(self, query: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        shards = HashMap(32, value_serializer=lambda source, target: target.store_ref(source))
        shards.set_int_key(0, shard_description(self.chain.head))
        data = Builder().store_maybe_ref(shards.serialize()).end_cell()
        return "allShardsInfo", {"id": query["id"], "proof": b"", "data": boc_of([data])}

    async def _getAccountState(self, query: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        address = Address((query["account"]["workchain"], bytes.fromhex(query["account"]["id"])))
        found = self.chain.account(address)
        block, state = state_with(address, from_boc(found.shard_account), self.chain.head)
        account = from_boc(found.shard_account).refs[0]
        answer = {
            "id": query["id"],
            "shardblk": {**block_id(0, self.chain.head), "root_hash": block.hash.hex()},
            "shard_proof": b"",
            "proof": boc_of([Builder().store_ref(one).end_cell() for one in (block, state)]),
            "state": boc_of([account]) if found.status != "nonexist" else b"",
        }
        return "accountState", answer

    async def _getTransactions(self, query: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        address = Address((query["account"]["workchain"], bytes.fromhex(query["account"]["id"])))
        older = [one for one in self.chain.ledger.of_account(address) if one.lt <= query["lt"]]
        found = sorted(older, key=lambda one: -one.lt)[: min(query["count"], TOO_MANY)]
        if not found or found[0].lt != query["lt"]:
            raise TlAnswerError("cannot locate transaction")
        ids = [block_id(0, one.block) for one in found]
        return "transactionList", {"ids": ids, "transactions": boc_of([one.cell for one in found])}

    async def _sendMessage(self, query: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        try:
            await self.chain.send_external(query["body"])
        except (ValueError, NotAcceptedError) as no:
            raise TlAnswerError(f"{NOT_ACCEPTED}: {no}") from no
        return "sendMsgStatus", {"status": 1}


async def _write(writer: asyncio.StreamWriter, cipher: Any, payload: bytes, lock: asyncio.Lock) -> None:
    body = bytes(32) + payload
    async with lock:
        writer.write(cipher.encrypt((len(body) + 32).to_bytes(4, "little") + body + hashlib.sha256(body).digest()))
        await writer.drain()


def block_id(workchain: int, seqno: int) -> dict[str, Any]:
    name = hashlib.sha256(f"{workchain}:{seqno}".encode()).hexdigest()
    return {"workchain": workchain, "shard": SHARD, "seqno": seqno, "root_hash": name, "file_hash": name}


def shard_description(seqno: int) -> Cell:
    """`bt_leaf$0` and `shard_descr#a` of the one shard."""
    fees = Builder().store_coins(0).store_bit_int(0).store_coins(0).store_bit_int(0).end_cell()
    leaf = Builder().store_bit_int(0).store_uint(0xA, 4).store_uint(seqno, 32).store_uint(seqno, 32)
    leaf.store_uint(0, 128).store_bytes(bytes(64)).store_uint(0, 8).store_uint(0, 32).store_uint(1 << 63, 64)
    cell: Cell = leaf.store_uint(seqno, 32).store_uint(0, 32).store_bit_int(0).store_ref(fees).end_cell()
    return cell


def state_with(address: Address, shard_account: Cell, seqno: int) -> tuple[Cell, Cell]:
    """A block whose new state is this one: a `ShardStateUnsplit` that holds one account."""
    nothing = Builder().end_cell()
    leaf = Builder().store_uint(0b10, 2).store_uint(256, 9).store_bytes(address.hash_part)
    leaf.store_uint(0, 5).store_coins(0).store_bit_int(0).store_cell(shard_account)
    accounts = Builder().store_bit_int(1).store_ref(leaf.end_cell()).store_uint(0, 5).store_coins(0).store_bit_int(0)
    history = Builder().store_uint(0, 128).store_coins(0).store_bit_int(0).store_coins(0).store_uint(0, 3)
    state = Builder().store_uint(0x9023AFE2, 32).store_int(-3, 32).store_uint(0, 8).store_int(0, 32).store_uint(0, 64)
    state.store_uint(seqno, 32).store_uint(0, 32).store_uint(0, 32).store_uint(0, 64).store_uint(0, 32)
    state.store_ref(nothing).store_bit_int(0).store_ref(accounts.end_cell()).store_ref(history.end_cell())
    whole = state.store_bit_int(0).end_cell()
    update = Builder().store_ref(nothing).store_ref(whole).end_cell()
    block: Cell = Builder().store_ref(nothing).store_ref(nothing).store_ref(update).end_cell()
    return block, whole


def boc_of(roots: Sequence[Cell]) -> bytes:
    """A bag of cells with several roots, which pytoniq-core reads but does not write."""
    order: dict[Any, None] = {}
    for root in roots:
        root.order(order)
    index: dict[Any, int] = {cell: number for number, cell in enumerate(order)}
    cells = b"".join(cell.serialize(index, 2) for cell in index)
    counts = b"".join(number.to_bytes(2, "big") for number in (len(index), len(roots), 0))
    positions = b"".join(index[root].to_bytes(2, "big") for root in roots)
    return b"\xb5\xee\x9c\x72\x02\x04" + counts + len(cells).to_bytes(4, "big") + positions + cells
