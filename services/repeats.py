"""A request that comes twice acts once: its key is claimed in the database before it acts.

Guarantees:
* Of any number of requests with one key, however close together and on however many processes, one acts.
* The same request gets the same answer for a day; the same key with another request is refused.
* A refusal changed nothing, so its key is free again. A request whose process died on the way is never acted on
  again under its key: whoever sent it looks at what is there and takes a fresh key.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models import RequestKey
from services.actor import Actor
from services.errors import KeyReused, RequestUnderWay
from services.ports import Clock

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was given before."""

    status: int
    answer: str


@dataclass(frozen=True, slots=True)
class Repeats:
    clock: Clock

    async def begin(self, actor: Actor, key: str, request_hash: str) -> Kept | None:
        """None: the request is yours to act on. Raises KeyReused, RequestUnderWay."""
        now = self.clock.utcnow()
        await RequestKey.filter(expires_at__lte=now).delete()
        claim: dict[str, Any] = {"user_id": actor.user_id, "key": key}
        try:
            async with in_transaction():
                await RequestKey.create(**claim, request_hash=request_hash, expires_at=now + KEPT_FOR)
            return None
        except IntegrityError:
            found = await RequestKey.get_or_none(**claim)
        if found is not None and found.request_hash != request_hash:
            raise KeyReused()
        if found is None or found.status is None:
            raise RequestUnderWay()
        return Kept(found.status, found.answer)

    async def finish(self, actor: Actor, key: str, status: int, answer: str) -> None:
        await RequestKey.filter(user_id=actor.user_id, key=key).update(status=status, answer=answer)

    async def forget(self, actor: Actor, key: str) -> None:
        """It was refused: nothing happened, and the key may be used again."""
        await RequestKey.filter(user_id=actor.user_id, key=key, status=None).delete()
