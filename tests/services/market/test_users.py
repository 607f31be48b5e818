"""People: greeted once, spoken to in their language, never written without a reason."""

import pytest

from models import User
from services.actor import Actor
from services.errors import NotFound
from services.users import Users, language_for

ANNA = Actor(11)
ADMIN = Actor(1, is_admin=True)


@pytest.mark.parametrize(
    ("code", "language"), [("ru", "ru"), ("uk", "ru"), ("be-BY", "ru"), ("kk", "ru"), ("de", "en"), (None, "en")]
)
def test_the_first_language_is_guessed_from_telegrams(code: str | None, language: str) -> None:
    assert language_for(code) == language


async def test_a_chosen_language_survives_the_next_greeting(users: Users) -> None:
    await users.greet(ANNA, "Anna", "anna", "ru")
    await users.set_language(ANNA, "en")
    assert (await users.greet(ANNA, "Anna", "anna", "ru")).language == "en"


async def test_a_new_name_is_noticed(users: Users) -> None:
    await users.greet(ANNA, "Anna", "anna", "en")
    await users.greet(ANNA, "Anna K", None, "en")
    assert await User.get(id=11).values_list("first_name", "username") == ("Anna K", None)


async def test_writing_to_the_bot_ends_a_block_and_being_seen_elsewhere_does_not(users: Users) -> None:
    await users.greet(ANNA, "Anna", "anna", "en")
    await users.blocked(ANNA, True)
    assert (await users.greet(ANNA, "Anna", "anna", "en", in_private=False)).blocked_bot_at is not None
    assert (await users.greet(ANNA, "Anna", "anna", "en")).blocked_bot_at is None


async def test_somebody_written_down_before_he_came_gets_his_language_when_he_comes(users: Users) -> None:
    await User.create(id=11, first_name="A", language="", created_at=users.clock.utcnow())
    assert (await users.greet(ANNA, "Anna", "anna", "ru")).language == "ru"


async def test_filters_and_time_zone_are_remembered(users: Users) -> None:
    await users.greet(ANNA, "Anna", "anna", "en")
    await users.save_search(ANNA, {"text": "coffee"})
    await users.set_timezone(ANNA, "Europe/Berlin")
    anna = await users.get(ANNA)
    assert (anna.search, anna.timezone, anna.timezone_known) == ({"text": "coffee"}, "Europe/Berlin", True)


async def test_an_unknown_person_is_not_found(users: Users) -> None:
    with pytest.raises(NotFound):
        await users.get(Actor(404))


async def test_a_language_that_nobody_offered_is_not_set(users: Users) -> None:
    await users.greet(ANNA, "Anna", "anna", "en")
    with pytest.raises(NotFound):
        await users.set_language(ANNA, "xx")
    assert (await users.get(ANNA)).language == "en"
