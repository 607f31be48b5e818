"""The person himself, and the wallet that he has proved to be his."""

from app.web.api.calls import Call
from app.web.api.models import Done
from app.web.api.models_people import Me, MeChanges, ProofPayload, QuietHours, Wallet, WalletProof, WalletState
from app.web.api.routes import Routes
from models import User
from services import parsing_time
from services.notice_kinds import Kind
from services.ports import WalletAnswer
from services.wallets import WalletView

routes = Routes("Me")


@routes.get("/me")
async def show_me(call: Call) -> Me:
    """Who I am to the marketplace."""
    return _me(call, call.person)


@routes.patch("/me")
async def change_me(call: Call, body: MeChanges) -> Me:
    """Language, time zone and what I am told, both in the chat and here."""
    zone = parsing_time.timezone(body.timezone) if body.timezone is not None else None
    night = (body.quiet_hours.start, body.quiet_hours.end) if body.quiet_hours else None
    if "quiet_hours" in body.model_fields_set:  # first: it alone may still be refused
        await call.services.users.set_quiet_hours(call.actor, night)
    if body.language is not None:
        await call.services.users.set_language(call.actor, body.language)
    if zone is not None:
        await call.services.users.set_timezone(call.actor, zone)
    for kind in Kind if body.muted is not None else ():
        if (kind in call.person.muted) is not (kind in (body.muted or ())):
            await call.services.users.mute(call.actor, kind, is_muted=kind not in call.person.muted)
    return _me(call, await call.services.users.get(call.actor))


@routes.get("/me/wallet")
async def show_wallet(call: Call) -> WalletState:
    """The proved wallet, and whether one can be connected here at all."""
    view = await call.services.wallets.current(call.actor)
    reason = call.services.wallets.unavailable()
    return WalletState(wallet=_wallet(view) if view else None, available=reason is None, reason_key=reason)


@routes.post("/me/wallet/payload", moves=False)
async def ask_for_payload(call: Call) -> ProofPayload:
    """A one-time payload, which the wallet signs in its `ton_proof`."""
    return ProofPayload(payload=await call.services.wallets.payload(call.actor))


@routes.post("/me/wallet/proof")
async def prove_wallet(call: Call, body: WalletProof) -> Wallet:
    """Take over the wallet whose key signed our payload. Deals under way keep the wallet that they have."""
    account, proof = body.account, body.proof
    answer = WalletAnswer(
        address=account.address,
        network=account.network,
        public_key=account.publicKey,
        state_init=account.walletStateInit,
        timestamp=proof.timestamp,
        domain=proof.domain.value,
        domain_bytes=proof.domain.lengthBytes,
        signature=proof.signature,
        payload=proof.payload,
    )
    return _wallet(await call.services.wallets.prove(call.actor, answer))


@routes.delete("/me/wallet")
async def forget_wallet(call: Call) -> Done:
    """Deals that have its address keep it."""
    await call.services.wallets.disconnect(call.actor)
    return Done()


def _wallet(view: WalletView) -> Wallet:
    return Wallet(
        address=view.friendly, raw_address=view.address, proved_at=view.proved_at, is_connected=view.is_connected
    )


def _night(user: User) -> QuietHours | None:
    if user.quiet_from_hour is None or user.quiet_to_hour is None:
        return None
    return QuietHours(start=user.quiet_from_hour, end=user.quiet_to_hour)


def _me(call: Call, user: User) -> Me:
    friendly = call.services.escrows.chain.friendly_wallet
    return Me(
        id=user.id,
        first_name=user.first_name,
        username=user.username,
        language=user.language or "en",
        timezone=user.timezone,
        timezone_known=user.timezone_known,
        muted=[Kind(one) for one in user.muted],
        quiet_hours=_night(user),
        is_admin=call.actor.is_admin,
        wallet_address=friendly(user.wallet_address) if user.wallet_address else None,
        coin=call.settings.coin_symbol,
        network=call.settings.ton_network,
    )
