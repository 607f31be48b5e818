"""People's wallets. A wallet is known only by a proof that its key signed for us; nobody types an address.

The proved address of the moment is frozen into a deal by a step of its own: connecting another wallet later changes
no deal that is under way.
"""

from dataclasses import dataclass
from datetime import datetime

from models import Channel, ChannelManager, Deal, User
from services.actor import Actor
from services.audit import record
from services.deals.access import DealAccess
from services.deals.lifecycle import Action
from services.errors import BadProof, TryAgain, WalletNeeded, WalletsUnavailable
from services.escrow import Escrows
from services.notices import tell
from services.ports import Clock, ConnectOffer, ProvedWallet, WalletAnswer, Wallets


@dataclass(frozen=True, slots=True)
class WalletView:
    address: str
    """Raw."""
    friendly: str
    proved_at: datetime
    is_connected: bool
    """Whether its session is alive, so that it can be asked to send."""


@dataclass(frozen=True, slots=True)
class WalletBook:
    clock: Clock
    wallets: Wallets
    access: DealAccess
    escrows: Escrows

    def unavailable(self) -> str | None:
        """The text key of the reason why no wallet can be connected here; None when one can."""
        return self.wallets.available()

    async def offer(self, actor: Actor) -> list[ConnectOffer]:
        """Links with QR codes, one per wallet app; `finish` waits for the person to use one."""
        reason = self.wallets.available()
        if reason is not None:
            raise WalletsUnavailable(reason=reason)
        return await self.wallets.offer(actor.user_id)

    async def finish(self, actor: Actor) -> WalletView:
        """Wait for the wallet, take its proof, remember it. Raises BadProof, WalletRefused or WalletSilent."""
        proved = await self.wallets.wait_connected(actor.user_id)
        return await self._remember(actor, proved, is_connected=True)

    async def payload(self, actor: Actor) -> str:
        """A one-time payload for a wallet that a Mini App talks to by itself. Raises WalletsUnavailable."""
        reason = self.wallets.available()
        if reason is not None:
            raise WalletsUnavailable(reason=reason)
        return await self.wallets.payload(actor.user_id)

    async def prove(self, actor: Actor, answer: WalletAnswer) -> WalletView:
        """Take over the wallet that signed our payload. Raises BadProof."""
        proved = await self.wallets.prove(actor.user_id, answer)
        live = await self._session(actor.user_id) == proved.address
        return await self._remember(actor, proved, is_connected=live)

    async def _remember(self, actor: Actor, proved: ProvedWallet, *, is_connected: bool) -> WalletView:
        user = await User.get(id=actor.user_id)
        before, now = user.wallet_address, self.clock.utcnow()
        await User.filter(id=user.id).update(wallet_address=proved.address, wallet_proved_at=now)
        if before is not None and before != proved.address:
            await self._tell_changed(user, proved.address)
        action = "wallet_proved" if before in (None, proved.address) else "wallet_changed"
        await record(actor, action, "user", user.id, self.clock, before=before, address=proved.address)
        return WalletView(proved.address, self.escrows.chain.friendly_wallet(proved.address), now, is_connected)

    async def current(self, actor: Actor) -> WalletView | None:
        user = await User.get_or_none(id=actor.user_id)
        if user is None or user.wallet_address is None or user.wallet_proved_at is None:
            return None
        live = await self._session(actor.user_id) == user.wallet_address
        friendly = self.escrows.chain.friendly_wallet(user.wallet_address)
        return WalletView(user.wallet_address, friendly, user.wallet_proved_at, live)

    async def disconnect(self, actor: Actor) -> None:
        """Forget the wallet. Deals that have its address keep it."""
        await self.wallets.disconnect(actor.user_id)
        await User.filter(id=actor.user_id).update(wallet_address=None, wallet_proved_at=None)
        await record(actor, "wallet_forgotten", "user", actor.user_id, self.clock)

    async def use_for_payout(self, actor: Actor, deal_id: int) -> Deal:
        """The owner's side: releases of this deal go to the acting person's proved wallet."""
        changes: dict[str, object] = {"payout_address": await self._proved(actor)}
        deal = await self.access.take(actor, deal_id, Action.SET_PAYOUT_WALLET, changes=changes)
        await self.escrows.open(deal)
        return deal

    async def use_for_payment(self, actor: Actor, deal_id: int) -> Deal:
        """The advertiser's side: this deal is paid from his proved wallet, and refunds go there."""
        return await self.escrows.change_payer(actor, deal_id, await self._proved(actor))

    async def _session(self, user_id: int) -> str | None:
        """The address of the live session; a wallet that cannot be asked now is merely not live."""
        try:
            return await self.wallets.connected(user_id)
        except TryAgain:
            return None

    async def _proved(self, actor: Actor) -> str:
        user = await User.get_or_none(id=actor.user_id)
        if user is None or user.wallet_address is None:
            raise WalletNeeded()
        if user.wallet_address == self.escrows.chain.controller:
            raise BadProof(reason="controller")  # the contract could not tell the judge from the payer
        return user.wallet_address

    async def _tell_changed(self, user: User, address: str) -> None:
        """To the person himself, and to those who manage channels with him: payouts may go elsewhere from now on."""
        channels = await Channel.filter(owner_id=user.id).values_list("id", flat=True)
        others = await ChannelManager.filter(channel_id__in=channels).values_list("user_id", flat=True)
        args: dict[str, object] = {"wallet": self.escrows.chain.friendly_wallet(address), "name": user.first_name}
        await tell(user.id, "notice-wallet-changed", args, None, self.clock)
        for other in sorted({int(str(one)) for one in others} - {user.id}):
            await tell(other, "notice-manager-wallet-changed", args, None, self.clock)
