"""Both people speak Russian: every screen and every notice of a whole deal does, too."""

import re
from collections.abc import Collection

from app.sandbox.telegram.views import plain_text
from models import Deal, DealStatus, User
from tests.journeys import steps
from tests.world import Person, World

NAMES = r"Coffee daily|coffee_daily|Anna|Oleg|TON( Connect)?|UTC|Telegram|Tea is here|[\w.:/@-]*(t\.me|http|tc://)\S*"
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:\s+[A-Za-z]{2,})+")
"""Two Latin words in a row."""


def english_in(person: Person, but: Collection[int] = ()) -> list[str]:
    """What the person was told in English, in all messages but those of the given ids."""
    heard = [message for message in person.seen_messages() if message.id not in but]
    texts = [plain_text(message) for message in heard]
    labels = [
        button["text"]
        for message in heard
        for row in (message.markup or {}).get("inline_keyboard", [])
        for button in row
    ]
    rest = [re.sub(NAMES, "", text) for text in texts + labels]
    return [text for text in rest if ENGLISH.search(text)]


async def speaks_russian(person: Person) -> None:
    """As Telegram tells it at the first start."""
    person.world.house.telegram.world.user(person.id).language_code = "ru"
    await person.starts()
    await person.sees("Реклама в Telegram-каналах")


async def test_a_whole_deal_in_russian(world: World) -> None:
    anna, oleg = world.anna, world.oleg
    await speaks_russian(oleg)
    await speaks_russian(anna)
    await oleg_lists_and_anna_asks(world)
    await oleg.opens_deal_in("сделка № 1")
    await oleg.taps("Принять")
    await oleg.taps("Да, принять")
    await anna.sees("Владелец согласен")
    for person in (oleg, anna):
        await connects(person)
    await anna.opens_deal_in("Ожидается оплата")
    await anna.taps("Оплатить")
    await anna.taps("Оплатить в кошельке")
    await anna.approves_in_wallet()
    await oleg.opens_deal_in("Готовится пост")
    await the_post_is_agreed(world)
    for person in (anna, oleg):
        assert english_in(person) == []
    await world.pass_time(hours=50)
    assert (await Deal.get(id=1)).status is DealStatus.RELEASED
    for person in (anna, oleg):
        await person.opens_deal_in("Завершена")
        assert english_in(person) == []


async def oleg_lists(world: World) -> None:
    oleg = world.oleg
    await oleg.taps("Мои каналы")
    await oleg.taps("Добавить канал")
    await oleg.chooses("coffee_daily")
    await oleg.taps("Назначить цены")
    await oleg.taps("Пакеты и цены")
    await oleg.taps("1/24")
    await oleg.says("10")


async def oleg_lists_and_anna_asks(world: World) -> None:
    anna = world.anna
    await oleg_lists(world)
    await anna.taps("Найти каналы")
    await anna.taps("Coffee daily")
    await anna.taps("1/24")
    await anna.says("Здравствуйте! Нужен пост о чае.")
    await anna.taps("Отправить запрос")
    await anna.sees("Обсуждаются условия")


async def connects(person: Person) -> None:
    await person.opens_deal_in("нужны кошельки")
    await person.taps("Кошелёк для")
    await person.taps("Подключить кошелёк")
    await person.opens_wallet_link()
    await person.approves_in_wallet()
    await person.taps("Выбрать для сделки")


async def the_post_is_agreed(world: World) -> None:
    anna, oleg = world.anna, world.oleg
    await oleg.taps("Прислать пост")
    await oleg.says("Tea is here")
    await oleg.taps("Как это выйдет")
    await oleg.taps("На проверку")
    await anna.opens_deal_in("Пост на проверке")
    await anna.taps("Проверить пост")
    await anna.taps("Одобрить")
    await anna.opens_deal_in("Пост одобрен")
    await anna.taps("Предложить время")
    await steps.says_where(anna)
    await anna.says("завтра 12:00")
    await oleg.opens_deal_in("Пост одобрен")
    await oleg.taps("Согласиться на время")
    await steps.says_where(oleg)
    await oleg.taps("Да, публикуем")
    await oleg.sees("Запланировано")


async def test_the_language_is_changed_in_the_settings_and_notices_follow(world: World) -> None:
    await steps.oleg_sells_posts(world)
    oleg = world.oleg
    await oleg.starts()
    await oleg.taps("Settings")
    await oleg.taps("Language")
    await oleg.taps("Русский")
    await oleg.sees("Настройки", "Язык")
    await steps.anna_asks(world)
    await oleg.sees("Новый запрос")
    await oleg.says("/language")
    await oleg.taps("English")
    await oleg.sees("Settings")
    assert (await User.get(id=oleg.id)).language == "en"
    await world.anna.opens_deal()
    await world.anna.taps("Cancel")
    await world.anna.taps("Yes, cancel")
    await oleg.sees("The other side cancelled")
