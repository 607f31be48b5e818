"""REST under `/api`: thin doors over the services. Every request and answer is a model, every error has one shape."""

from aiohttp import web

from app.web.api import (
    actions,
    applications,
    campaigns,
    channels,
    deals,
    escrows,
    listings,
    market,
    me,
    posts,
    reserves,
    signing_in,
)
from app.web.api.calls import opened
from app.web.api.openapi import add_docs
from app.web.api.routes import Route

AREAS = (signing_in, me, market, deals, escrows, posts, actions, campaigns, applications, channels, listings, reserves)
ROUTES: tuple[Route, ...] = tuple(route for area in AREAS for route in area.routes.rows)


def add_api(app: web.Application) -> None:
    add_docs(app, ROUTES)
    for route in ROUTES:
        app.router.add_route(route.method, route.path, opened(route))
