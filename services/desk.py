"""The administrators' desk: what is open, what is held, where posts are compared. Every verb refuses everybody else.

Deciding a dispute is no business of the desk: `services.disputes` does it, as a step of the deal.
"""

from dataclasses import dataclass

from models import (
    FINAL_STATUSES,
    FUNDED_STATUSES,
    Channel,
    Deal,
    DealStatus,
    Dispute,
    Escrow,
    EscrowState,
    Listing,
    ListingStatus,
    Notice,
    Report,
    ReportState,
    User,
    Vault,
)
from services.actor import Actor
from services.audit import record
from services.errors import Forbidden, NotFound
from services.ports import Clock, Telegram
from services.posting.vault_trial import try_vault
from services.posting.vaults import standby
from services.reserves import prove_reserves

DISPUTES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Overview:
    users: int
    channels: int
    listings: int
    deals_open: int
    deals_funded: int
    deals_done: int
    disputes: int
    settling: int
    """Verdicts that wait for the chain."""
    reports: int
    notices_waiting: int
    vaults: int
    standby: bool
    """An administrator's private chat would serve where there is no vault."""


@dataclass(frozen=True, slots=True)
class Reserves:
    """The totals of the public proof: what the contracts hold, and what the deals need to be there."""

    contracts: int
    held_nano: int
    """Balances as the watcher saw them last."""
    owed_nano: int
    """What the deals of these contracts need."""
    short_nano: int
    """What is missing, contract by contract: what one has too much helps no other."""
    by_state: dict[str, int]

    @property
    def covered(self) -> bool:
        return self.short_nano == 0


@dataclass(frozen=True, slots=True)
class Desk:
    clock: Clock
    telegram: Telegram
    admin_ids: frozenset[int] = frozenset()

    async def overview(self, actor: Actor) -> Overview:
        _check(actor)
        return Overview(
            users=await User.all().count(),
            channels=await Channel.all().count(),
            listings=await Listing.filter(status=ListingStatus.ACTIVE).count(),
            deals_open=await Deal.exclude(status__in=list(FINAL_STATUSES)).count(),
            deals_funded=await Deal.filter(status__in=list(FUNDED_STATUSES)).count(),
            deals_done=await Deal.filter(status=DealStatus.RELEASED).count(),
            disputes=await Deal.filter(status=DealStatus.DISPUTED, verdict=None).count(),
            settling=await Deal.filter(verdict__not_isnull=True).exclude(status__in=list(FINAL_STATUSES)).count(),
            reports=await Report.filter(state=ReportState.OPEN).count(),
            notices_waiting=await Notice.filter(sent_at=None, failed=None).count(),
            vaults=await Vault.filter(is_active=True).count(),
            standby=bool(await standby(self.admin_ids)),
        )

    async def open_disputes(self, actor: Actor, limit: int = DISPUTES_SHOWN) -> list[Deal]:
        """Undecided ones, the most urgent first."""
        _check(actor)
        waiting = Deal.filter(status=DealStatus.DISPUTED, verdict=None).select_related("channel")
        return await waiting.order_by("due_at").limit(limit)

    async def dispute(self, actor: Actor, deal_id: int) -> Dispute:
        _check(actor)
        found = await Dispute.get_or_none(deal_id=deal_id)
        if found is None:
            raise NotFound(what="dispute", id=deal_id)
        return found

    # ---- vaults

    async def vaults(self, actor: Actor) -> list[Vault]:
        _check(actor)
        return await Vault.filter(is_active=True).order_by("id")

    async def use_as_vault(self, actor: Actor, chat_id: int) -> Vault:
        """Compare posts in this chat from now on, if a trial shows that it can be done there."""
        _check(actor)
        await try_vault(self.telegram, chat_id)
        defaults = {"created_at": self.clock.utcnow()}
        vault, _ = await Vault.get_or_create(chat_id=chat_id, defaults=defaults)
        await Vault.filter(id=vault.id).update(is_active=True)
        await record(actor, "vault_added", "vault", vault.id, self.clock, chat_id=chat_id)
        return vault

    async def drop_vault(self, actor: Actor, vault_id: int) -> None:
        _check(actor)
        await Vault.filter(id=vault_id).update(is_active=False)
        await record(actor, "vault_removed", "vault", vault_id, self.clock)

    # ---- money

    async def reserves(self, actor: Actor) -> Reserves:
        _check(actor)
        proof = await prove_reserves(str, lambda _: None)
        states = {state.name.lower(): await Escrow.filter(state=state).count() for state in EscrowState}
        return Reserves(
            contracts=len(proof.rows),
            held_nano=proof.held_nano,
            owed_nano=proof.owed_nano,
            short_nano=proof.short_nano,
            by_state=states,
        )


def _check(actor: Actor) -> None:
    if not actor.is_admin:
        raise Forbidden()
