"""A button in Telegram lives for ever; the deal behind it does not. An old one does no harm and shows what is true."""

from app.sandbox.telegram.records import Json, Message
from models import Deal, DealEvent, DealStatus
from tests.journeys import steps
from tests.world import Person, World


class Scrapbook:
    """Every button that somebody has ever been shown."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.kept: dict[str, tuple[Message, Json]] = {}

    def look(self) -> None:
        for message in self.person.seen_messages():
            for row in (message.markup or {}).get("inline_keyboard", []):
                for button in row:
                    if "callback_data" in button:
                        self.kept.setdefault(button["callback_data"], (message, button))

    async def taps_everything(self) -> None:
        for message, button in list(self.kept.values()):
            await self.person.taps_old(message, button)


async def facts() -> tuple[object, ...]:
    deal = await Deal.get(id=1)
    return deal.status, deal.version, deal.price_nano, deal.publish_at, deal.verdict, await DealEvent.all().count()


async def test_every_button_of_the_way_is_harmless_when_the_deal_is_over(world: World) -> None:
    """Each one that either side was shown, tapped again after the payout: answered, and nothing moves."""
    books = Scrapbook(world.anna), Scrapbook(world.oleg)
    for chapter in (steps.agreed, steps.both_connect, steps.anna_pays, steps.oleg_writes, steps.anna_approves):
        await chapter(world)
        for book in books:
            await book.person.opens_deal()
            book.look()
    await steps.both_agree_on_time(world)
    await world.pass_time(hours=50)
    before = await facts()
    assert before[0] is DealStatus.RELEASED
    for book in books:
        await book.taps_everything()
        assert await facts() == before
        await book.person.opens_deal()
        await book.person.sees("deal #1", "Completed")
    assert world.oleg.received() == [9_500_000_000]


async def test_a_yes_from_before_a_new_offer_does_not_buy_at_the_new_price(world: World) -> None:
    await steps.asked(world)
    oleg, anna = world.oleg, world.anna
    await oleg.opens_deal()
    await oleg.taps("Accept")
    question, yes = oleg.remember("Yes, agree")
    await anna.opens_deal()
    await anna.taps("Other terms")
    await anna.says("5")
    await oleg.taps_old(question, yes)
    deal = await Deal.get(id=1)
    assert deal.status is DealStatus.NEGOTIATION
    await oleg.sees("deal #1")
    await oleg.opens_deal()
    await oleg.sees("5 TON")


async def test_a_screen_that_the_bot_has_forgotten_says_so_and_leads_home(world: World) -> None:
    """The context of a screen may be lost (a new store, a month gone by); its buttons stay in the chat."""
    await steps.asked(world)
    await world.oleg.opens_deal()
    card, button = world.oleg.remember("Accept")
    await world.oleg.starts()
    await world.restart()
    answer = await world.oleg.taps_old(card, button)
    assert "earlier screen" in answer
    await world.oleg.sees("Ads in Telegram channels")
    assert (await Deal.get(id=1)).status is DealStatus.NEGOTIATION


async def test_a_notice_opens_its_deal_for_ever(world: World) -> None:
    await steps.asked(world)
    notice, button = world.oleg.remember("Open deal #1")
    await world.pass_time(hours=80)
    await world.restart()
    await world.oleg.taps_old(notice, button)
    await world.oleg.sees("deal #1", "Expired")


async def test_junk_in_a_button_is_answered(world: World) -> None:
    await world.anna.starts()
    screen, button = world.anna.remember("Help")
    for data in ("open:deal:999", "open:deal:", "open:deal:99999999999999999999", "x", "\x1dq", "AAAAAA\x1dhelp"):
        await world.anna.taps_old(screen, {**button, "callback_data": data})  # returns when it was answered
    await world.anna.sees("Ads in Telegram channels")
