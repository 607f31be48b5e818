"""The people of a channel: its administrators as Telegram names them now, and the rights that each holds here."""

from operator import itemgetter
from typing import TYPE_CHECKING

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, ScrollingGroup, Select, SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from dialogs.scope import Facts, actor_of, kept, services_of
from dialogs.states import Channels
from dialogs.widgets import KeyOf, L, T, way_to
from models import ManagerRight
from services.actor import Actor
from services.channel_people import Colleague, Roster
from services.errors import TryAgain

if TYPE_CHECKING:
    from services.bundle import Services

PEOPLE_SHOWN = 5
NAME_LETTERS = 40
GIVE, TAKE = "give", "take"


def people_window() -> Window:
    return Window(
        Multi(
            T("people-title"),
            List(T("people-line"), items="people"),
            T("people-how-set", when="may_set"),
            T("people-how-ask", when="may_ask"),
            T("people-silent", when="is_silent"),
            sep="\n\n",
        ),
        ScrollingGroup(
            Select(L("btn-person"), id="p", item_id_getter=itemgetter("id"), items="people", on_click=on_person),
            id="people",
            height=PEOPLE_SHOWN,
            width=1,
            hide_on_single_page=True,
            when="may_set",
        ),
        Button(L("btn-all-admins"), id="all", on_click=on_all, when="has_new"),
        SwitchTo(L("btn-check-again"), id="again", state=Channels.people, when="is_silent"),
        way_to(Channels.card),
        state=Channels.people,
        getter=people,
    )


def person_window() -> Window:
    return Window(
        Multi(
            T("people-person-title"),
            T("people-person-creator", when="is_creator"),
            T("people-person-how", when="may_change"),
            T("people-person-payout", when="payout_is_anothers"),
            sep="\n\n",
        ),
        Group(
            Select(
                KeyOf("label_key", plain=True),
                id="r",
                item_id_getter=itemgetter("id"),
                items="rights",
                on_click=on_right,
            ),
            width=2,
        ),
        way_to(Channels.people),
        state=Channels.person,
        getter=person,
    )


async def people(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    channel_id = int(kept(dialog_manager, "channel_id") or 0)
    card = await services.channels.card(actor, channel_id)
    try:
        roster = await services.channels.people.roster(actor, channel_id)
    except TryAgain:
        return {"title": card.channel.title, "people": [], "is_silent": True, "may_set": False, "may_ask": False}
    return {
        "title": card.channel.title,
        "people": [_facts(person) for person in roster.people],
        "may_set": roster.may_set,
        "may_ask": not roster.may_set,
        "has_new": roster.may_set and any(not one.is_manager and not one.is_creator for one in roster.people),
        "is_silent": False,
    }


async def person(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    channel_id = int(kept(dialog_manager, "channel_id") or 0)
    roster = await services.channels.people.roster(actor, channel_id)
    shown = roster.one(int(kept(dialog_manager, "person_id") or 0))
    may_change = roster.may_set and not shown.is_creator
    return {
        "title": roster.channel.title,
        **_facts(shown),
        "may_change": may_change,
        "rights": [_right(shown, right) for right in _changeable(roster)] if may_change else [],
        "payout_is_anothers": may_change and not roster.may_name_payee,
    }


def _changeable(roster: Roster) -> list[ManagerRight]:
    return [right for right in ManagerRight if right is not ManagerRight.PAYOUT or roster.may_name_payee]


def _right(one: Colleague, right: ManagerRight) -> Facts:
    """A button that says what holds and carries what it would change: three taps do what one does."""
    act = TAKE if one.has(right) else GIVE
    return {"id": f"{right.value}-{act}", "label_key": f"btn-right-{right.value}", "is_given": one.has(right)}


def _facts(one: Colleague) -> Facts:
    return {
        "id": str(one.user_id),
        "name": one.name[:NAME_LETTERS],
        "is_creator": one.is_creator,
        "is_manager": one.is_manager,
        **{f"can_{right.value}": one.has(right) for right in ManagerRight},
    }


async def on_person(_: CallbackQuery, __: object, manager: DialogManager, user_id: str) -> None:
    channel_id = int(kept(manager, "channel_id") or 0)
    (await services_of(manager).channels.people.roster(actor_of(manager), channel_id)).one(int(user_id))
    manager.dialog_data["person_id"] = int(user_id)
    await manager.switch_to(Channels.person)


async def on_all(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    channel_id = int(kept(manager, "channel_id") or 0)
    await services_of(manager).channels.people.take_all_in(actor_of(manager), channel_id)


async def on_right(_: CallbackQuery, __: object, manager: DialogManager, wanted: str) -> None:
    right, act = wanted.split("-")
    channel_id, user_id = int(kept(manager, "channel_id") or 0), int(kept(manager, "person_id") or 0)
    people = services_of(manager).channels.people
    await people.set_right(actor_of(manager), channel_id, user_id, ManagerRight(right), given=act == GIVE)
