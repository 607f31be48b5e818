"""The steps of a deal that a person may take, one door each, made of the lifecycle's table.

Guarantees:
* Every step that a party or an administrator may take has a door here; the platform's steps and the chain's
  confirmations are refused by name, whoever asks.
* A step takes what makes its yes exact: the hash, the version, the time that was on the screen.
* A post is written in the chat with the bot alone: only Telegram's own messages are exact.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from aiohttp import web
from pydantic import Field, WithJsonSchema

from app.web.api.calls import Call
from app.web.api.deals import WRITTEN_IN_CHAT, card_of
from app.web.api.formats import Format, shaped
from app.web.api.models import Ask, Line, Moment, Nothing, PathId, Price, Text, nano
from app.web.api.models_deals import DealCard
from app.web.api.routes import Routes
from models import Verdict
from services.deals.bargaining import LONGEST_WINDOW_DAYS
from services.deals.lifecycle import LIFECYCLE, Action, Role
from services.errors import Refusal
from services.market import EXTRA_LIMIT

routes = Routes("Steps of a deal")


class PlatformStep(Refusal):
    """A step that only the platform or the chain takes."""

    status = 403


class WrittenInChat(Refusal):
    """Posts are written in the chat with the bot."""


class Accept(Ask):
    terms_hash: Text = Field(max_length=64)
    """Of the terms that were on the screen."""


class Counter(Ask):
    """Other terms; what is left out stays."""

    price: Price | None = None
    format: Format | None = None
    extra: Text | None = Field(default=None, max_length=EXTRA_LIMIT)
    window_days: int | None = Field(default=None, ge=1, le=LONGEST_WINDOW_DAYS)
    """The publication window, from now."""


class Review(Ask):
    version: int = Field(ge=1, le=2**31 - 1)
    """Of the post that was on the screen."""


class RequestChanges(Review):
    note: Line
    """What should be different."""


class Time(Ask):
    publish_at: Moment


class Words(Ask):
    text: Line


class Share(Ask):
    split_bps: int = Field(ge=0, le=10_000)
    """The owner's share in basis points."""


Take = Callable[[Call, int, Any], Awaitable[object]]
STEPS: dict[Action, tuple[type[Ask], Take]] = {
    Action.SEND: (Nothing, lambda c, deal, _: c.services.deals.access.take(c.actor, deal, Action.SEND)),
    Action.COUNTER: (
        Counter,
        lambda c, deal, ask: c.services.deals.counter(
            c.actor,
            deal,
            price_nano=nano(ask.price) if ask.price else None,
            window_days=ask.window_days,
            shape=shaped(ask.format) if ask.format else None,
            extra=ask.extra,
        ),
    ),
    Action.DECLINE: (Nothing, lambda c, deal, _: c.services.deals.decline(c.actor, deal)),
    Action.ACCEPT: (Accept, lambda c, deal, ask: c.services.deals.accept(c.actor, deal, ask.terms_hash)),
    Action.SET_PAYOUT_WALLET: (Nothing, lambda c, deal, _: c.services.wallets.use_for_payout(c.actor, deal)),
    Action.SET_PAYER_WALLET: (Nothing, lambda c, deal, _: c.services.wallets.use_for_payment(c.actor, deal)),
    Action.REQUEST_CHANGES: (
        RequestChanges,
        lambda c, deal, ask: c.services.creatives.request_changes(c.actor, deal, ask.note, ask.version),
    ),
    Action.APPROVE_CREATIVE: (
        Review,
        lambda c, deal, ask: c.services.creatives.approve(c.actor, deal, ask.version),
    ),
    Action.PROPOSE_TIME: (
        Time,
        lambda c, deal, ask: c.services.placement.propose_time(c.actor, deal, ask.publish_at),
    ),
    Action.AGREE_TIME: (
        Time,
        lambda c, deal, ask: c.services.placement.agree_time(c.actor, deal, ask.publish_at),
    ),
    Action.POST_AGAIN: (Nothing, lambda c, deal, _: c.services.placement.post_again(c.actor, deal)),
    Action.WITHDRAW: (Nothing, lambda c, deal, _: c.services.deals.withdraw(c.actor, deal)),
    Action.PROPOSE_CANCEL: (Nothing, lambda c, deal, _: c.services.deals.propose_cancel(c.actor, deal)),
    Action.AGREE_CANCEL: (Nothing, lambda c, deal, _: c.services.deals.agree_cancel(c.actor, deal)),
    Action.DISPUTE: (Words, lambda c, deal, ask: c.services.disputes.open(c.actor, deal, ask.text)),
    Action.STATE_CASE: (Words, lambda c, deal, ask: c.services.disputes.state_case(c.actor, deal, ask.text)),
    Action.CONCEDE: (Nothing, lambda c, deal, _: c.services.disputes.concede(c.actor, deal)),
    Action.DECIDE_RELEASE: (
        Nothing,
        lambda c, deal, _: c.services.disputes.decide(c.actor, deal, Verdict.RELEASE),
    ),
    Action.DECIDE_REFUND: (
        Nothing,
        lambda c, deal, _: c.services.disputes.decide(c.actor, deal, Verdict.REFUND),
    ),
    Action.DECIDE_SPLIT: (
        Share,
        lambda c, deal, ask: c.services.disputes.decide(c.actor, deal, Verdict.SPLIT, ask.split_bps),
    ),
    Action.CANCEL: (Nothing, lambda c, deal, _: c.services.deals.cancel(c.actor, deal)),
}
"""What each step reads, and the verb that takes it."""

PERSONAL = [
    action
    for action in Action
    if any(step.action is action and step.by - {Role.PLATFORM} for step in LIFECYCLE) and action not in WRITTEN_IN_CHAT
]
"""The steps that people take here."""


def _door(action: Action) -> Callable[..., Awaitable[DealCard]]:
    body_model, take = STEPS[action]

    async def step(call: Call, deal_id: PathId, body: Any) -> DealCard:
        await call.services.deals.access.load(call.actor, deal_id)  # a stranger hears of nothing else
        await take(call, deal_id, body)
        return await card_of(call, deal_id)

    step.__annotations__["body"] = body_model
    step.__name__ = f"deal_{action.value}"
    step.__doc__ = f"`{action.value}`: from {', '.join(_sources(action))}."
    return step


def _sources(action: Action) -> list[str]:
    return sorted({status.value for step in LIFECYCLE if step.action is action for status in step.sources})


for _action in PERSONAL:
    routes.post(f"/deals/{{deal_id}}/{_action.value}")(_door(_action))


Other = Annotated[str, WithJsonSchema({"type": "string", "enum": [one.value for one in Action if one not in PERSONAL]})]


@routes.post("/deals/{deal_id}/{action}", moves=False)
async def other_step(call: Call, deal_id: PathId, action: Other) -> DealCard:
    """Every other step: the platform takes it alone, or it is taken in the chat."""
    if action not in set(Action):
        raise web.HTTPNotFound()
    await call.services.deals.view(call.actor, deal_id)
    raise WrittenInChat() if action in WRITTEN_IN_CHAT else PlatformStep(action=action)
