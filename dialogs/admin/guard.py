"""For windows that ask no service before they are drawn: nobody but administrators sees them."""

from dialogs.scope import Facts
from services.actor import Actor
from services.errors import Forbidden


async def only_admins(actor: Actor, **_: object) -> Facts:
    check_admin(actor)
    return {}


def check_admin(actor: Actor) -> None:
    if not actor.is_admin:
        raise Forbidden()
