"""A person's search filters: remembered between visits, shown as facts, changed one at a time."""

from dataclasses import replace
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.scope import Facts, actor_of, services_of, user_of
from models import User
from services.search import SearchFilters


def filters_of(user: User) -> SearchFilters:
    return SearchFilters.from_json(user.search)


def filter_facts(filters: SearchFilters) -> Facts:
    return {
        "has_price": bool(filters.min_price_nano or filters.max_price_nano),
        **_range("price", filters.min_price_nano, filters.max_price_nano),
        "min_nano": filters.min_price_nano,
        "max_nano": filters.max_price_nano,
        "has_subscribers": bool(filters.min_subscribers or filters.max_subscribers),
        **_range("subscribers", filters.min_subscribers, filters.max_subscribers),
        "min_subscribers": filters.min_subscribers,
        "max_subscribers": filters.max_subscribers,
        "category": filters.category or "any",
        "language": filters.language or "any",
        "has_category": bool(filters.category),
        "has_language": bool(filters.language),
        "has_text": bool(filters.text),
        "text": filters.text,
        "sort": filters.sort,
        "is_filtered": replace(filters, sort=SearchFilters().sort) != SearchFilters(),
    }


def _range(name: str, low: int, high: int) -> Facts:
    """Which ends of a range are set, as one word that the texts choose by."""
    ends = ("any" if not high else "to") if not low else ("from" if not high else "between")
    return {f"{name}_ends": ends}


async def change_filters(manager: DialogManager, **changes: Any) -> None:
    """Remember the change and start again from the first page."""
    user = user_of(manager)
    filters = replace(filters_of(user), **changes)
    await keep_filters(manager, filters)


async def keep_filters(manager: DialogManager, filters: SearchFilters) -> None:
    await services_of(manager).users.save_search(actor_of(manager), filters.to_json())
    user_of(manager).search = filters.to_json()
    manager.dialog_data["pages"] = []
