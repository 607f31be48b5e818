"""Telegram's word becomes our tokens, and tokens become fresh ones; everywhere else the token says who you are."""

from app.web.api.calls import Call, holder
from app.web.api.models import Done
from app.web.api.models_people import Refresh, SignIn, Tokens
from app.web.api.routes import Routes
from app.web.auth import REFRESH
from services.errors import Banned

routes = Routes("Signing in")
CLOSED = {"is_open": True, "moves": False, "limit": "auth"}


@routes.post("/auth/telegram", **CLOSED)
async def sign_in(call: Call, body: SignIn) -> Tokens:
    """Sign in with the Mini App's initData, at most an hour old. The same data may come again within that hour."""
    person = call.context.gate.person(body.initData)
    actor = call.context.gate.actor(person.id, call.actor.ip_address)
    names = (person.first_name, person.username, person.language_code)
    user = await call.services.users.greet(actor, *names, in_private=False)
    if user.is_banned:
        raise Banned()
    return Tokens(**call.context.gate.tokens(user.id, user.token_version))


@routes.post("/auth/refresh", **CLOSED)
async def refresh(call: Call, body: Refresh) -> Tokens:
    """A fresh access token, up to 24 hours from the moment of signing in."""
    ticket = call.context.gate.ticket(body.refresh_token, REFRESH)
    user = await holder(ticket)
    return Tokens(**call.context.gate.tokens(user.id, ticket.version, ticket.since))


@routes.post("/auth/logout", moves=False, limit="auth")
async def log_out_everywhere(call: Call) -> Done:
    """Every token of this person ends now, on all devices."""
    await call.services.users.sign_out_everywhere(call.actor)
    return Done()
