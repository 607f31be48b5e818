"""The Mini App: one static shell, and fragments that the server renders for whoever is signed in.

* `GET /` is the shell: the same for everybody, without a secret. In a browser outside of Telegram it says what this is.
  Inside it signs in with initData, keeps the token in memory, and shows `GET /app/...` fragments.
* A fragment is read with a bearer and changes nothing; whatever changes something is a call of the REST API.
* `GET /app/live/deal/{id}` says when a deal has moved (server-sent events).
"""

from aiohttp import web

from app.web.miniapp import campaigns, channels, deals, market, offers, room, wallet
from app.web.miniapp.live import add_live
from app.web.miniapp.shell import add_shell
from app.web.miniapp.visit import fragment

ROUTES = (
    ("/app/frame", wallet.frame),
    ("/app/market", market.results),
    ("/app/listing/{id}", market.listing),
    ("/app/listing/{id}/ask", market.ask),
    ("/app/channels", channels.mine),
    ("/app/channels/add", channels.add),
    ("/app/channel/{id}", channels.channel),
    ("/app/channel/{id}/listing", channels.editor),
    ("/app/channel/{id}/briefs", offers.matching),
    ("/app/channel/{id}/offer/{campaign}", offers.write),
    ("/app/campaigns", campaigns.mine),
    ("/app/campaigns/new", campaigns.new),
    ("/app/campaign/{id}", campaigns.campaign),
    ("/app/campaign/{id}/edit", campaigns.edit),
    ("/app/campaign/{id}/offers", campaigns.compared),
    ("/app/application/{id}", offers.application),
    ("/app/deals", deals.mine),
    ("/app/deal/{id}", room.deal),
    ("/app/deal/{id}/history", room.history),
    ("/app/deal/{id}/checks", room.checks),
    ("/app/deal/{id}/pay", wallet.payment),
    ("/app/wallet", wallet.home),
    ("/app/settings", wallet.settings),
)


def add_miniapp(app: web.Application) -> None:
    add_shell(app)
    add_live(app)
    app.add_routes([web.get(path, fragment(page)) for path, page in ROUTES])
