"""Every page, for both sides, in both languages: well formed, labelled, nobody else's, and deaf to hostile words."""

from datetime import timedelta
from typing import Any

import pytest

from app.web.miniapp import ROUTES
from models import (
    Application,
    ApplicationMessage,
    ApplicationState,
    Campaign,
    Channel,
    Check,
    CheckKind,
    CheckResult,
    Creative,
    Deal,
    DealEvent,
    DealMessage,
    DealStatus,
    Dispute,
    EscrowState,
    Listing,
    Party,
    Posting,
    PostingState,
    StatsSnapshot,
    User,
    Verdict,
)
from services.actor import Actor
from services.deals.lifecycle import Action
from services.search_words import search_text
from tests.dialogs.deals.stage import ADMIN
from tests.makers import ADDRESSES, ADVERTISER, OWNER, START, STRANGER, a_channel, a_deal, an_escrow, some_terms
from tests.web.miniapp.conftest import Pages, faults_of

HOSTILE = "<img src=x onerror=alert(1)>'\"><script>alert(2)</script>{{7*7}}"
LANGUAGES = ("en", "ru")
BOTH = ("/app/frame", "/app/market", "/app/deals", "/app/campaigns", "/app/wallet", "/app/settings", "/app/channels")
SHARED = ("/app/deal/1", "/app/deal/1/history", "/app/deal/1/checks", "/app/deal/1/pay", "/app/wallet?deal=1")
OWNERS = (
    *("/app/channels/add", "/app/channel/1", "/app/channel/1/listing", "/app/channel/1/briefs"),
    "/app/channel/1/offer/2",
)
ADVERTISERS = ("/app/campaigns/new", "/app/campaign/1/edit", "/app/campaign/1/offers")
ANYBODYS = ("/app/listing/1", "/app/listing/1/ask?package=1", "/app/campaign/1")
NEITHERS = ("/app/application/1",)


async def a_busy_market() -> Deal:
    """One of everything, and hostile words wherever somebody may write."""
    channel = await a_channel()
    await Channel.filter(id=channel.id).update(title=HOSTILE[:200], username="channel")
    await Listing.filter(channel_id=channel.id).update(description=HOSTILE, search_text="tea")
    for days in (20, 10, 0):
        at = START - timedelta(days=days)
        views: Any = {"average_views": 400 + days, "source": "bot_api"}
        await StatsSnapshot.create(channel_id=channel.id, taken_at=at, subscribers=1000 - 9 * days, **views)
    deal = await a_deal(DealStatus.RETENTION_CHECK, retention_ends_at=START + timedelta(days=1), publish_at=START)
    await User.filter(id__in=[ADVERTISER, OWNER]).update(first_name=HOSTILE, wallet_address=ADDRESSES["payer"])
    await User.filter(id__in=[ADVERTISER, OWNER]).update(wallet_proved_at=START)
    await an_escrow(deal)
    await the_past_of(deal)
    await two_briefs(channel)
    return deal


async def the_past_of(deal: Deal) -> None:
    for action in Action:
        same: Any = {"source": deal.status, "target": deal.status, "created_at": START, "payload": {"text": HOSTILE}}
        await DealEvent.create(deal_id=deal.id, action=action.value, party=Party.OWNER, **same)
    for party in (Party.ADVERTISER, Party.OWNER):
        await DealMessage.create(deal_id=deal.id, party=party, user_id=1, text=HOSTILE, created_at=START)
    creative = await a_creative(deal)
    posting = await Posting.create(
        deal_id=deal.id,
        channel_id=deal.channel_id,
        creative_id=creative.id,
        state=PostingState.POSTED,
        due_at=START,
        posted_at=START,
        url="https://t.me/channel/5",
        intrusions=[{"message_id": 6, "at": START.isoformat(), "album": None}],
    )
    for result in CheckResult:
        done: Any = {"due_at": START, "done_at": START, "details": {"changed": [HOSTILE]}}
        await Check.create(posting_id=posting.id, kind=CheckKind.BAND, result=result, **done)
    said: Any = [{"party": "owner", "user_id": OWNER, "text": HOSTILE, "at": START.isoformat()}]
    await Dispute.create(deal_id=deal.id, opened_by=Party.ADVERTISER, reason=HOSTILE, opened_at=START, statements=said)


async def a_creative(deal: Deal) -> Creative:
    entities: Any = [
        {"type": "bold", "offset": 0, "length": 9},
        {"type": "text_link", "offset": 2, "length": 4, "url": "javascript:alert(1)"},
        {"type": "text_link", "offset": 12, "length": 4, "url": "https://example.org/?a=1&b=\"'><i>"},
    ]
    media: Any = [
        {"kind": "photo", "file_id": "f", "unique_id": "u"},
        {"kind": HOSTILE, "file_id": "f", "unique_id": "v"},
    ]
    buttons: Any = [[{"text": HOSTILE, "url": "https://example.org"}, {"text": "x", "url": "javascript:alert(3)"}]]
    words: Any = {"text": HOSTILE, "review_note": HOSTILE, "state": "changes_requested"}
    return await Creative.create(
        deal_id=deal.id,
        version=1,
        author=Party.OWNER,
        user_id=OWNER,
        entities=entities,
        media=media,
        buttons=buttons,
        created_at=START,
        **words,
    )


async def two_briefs(channel: Channel) -> None:
    for n in (1, 2):
        brief = await Campaign.create(
            advertiser_id=ADVERTISER,
            title=HOSTILE[:80],
            text=HOSTILE,
            links=HOSTILE,
            restrictions=HOSTILE,
            min_price_nano=10**9,
            max_price_nano=10**11,
            window_days=7,
            expires_at=START + timedelta(days=9),
            created_at=START,
        )
        if n == 2:
            return
        terms = some_terms()
        offer: Any = {
            "terms": terms.to_json(),
            "terms_hash": terms.hash,
            "price_nano": terms.price_nano,
            "pitch": HOSTILE,
        }
        row = await Application.create(
            campaign_id=brief.id,
            channel_id=channel.id,
            state=ApplicationState.APPLIED,
            applicant_id=OWNER,
            campaign_version=1,
            created_at=START,
            updated_at=START,
            **offer,
        )
        line: Any = {"party": Party.OWNER, "user_id": OWNER, "text": HOSTILE, "created_at": START}
        await ApplicationMessage.create(application_id=row.id, **line)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_is_shown_and_hostile_words_stay_words(pages: Pages, language: str) -> None:
    await a_busy_market()
    await User.all().update(language=language)
    for person, paths in (
        (ADVERTISER, (*BOTH, *SHARED, *ANYBODYS, *NEITHERS, *ADVERTISERS)),
        (OWNER, (*BOTH, *SHARED, *ANYBODYS, *NEITHERS, *OWNERS)),
    ):
        for path in paths:
            html = await pages.see(path, person)
            assert "<img src=x" not in html, path
            assert "alert(2)</script>" not in html, path
            assert "javascript:" not in html.replace(HOSTILE, ""), path
            assert "script&gt;49" not in html, path
            assert path == "/app/frame" or "<h1" in html, path


def test_the_test_sees_every_page() -> None:
    seen = {*BOTH, *SHARED, *OWNERS, *ADVERTISERS, *ANYBODYS, *NEITHERS}
    shapes = {"/".join("*" if part.isdigit() else part for part in path.partition("?")[0].split("/")) for path in seen}
    routes = {"/".join("*" if part.startswith("{") else part for part in path.split("/")) for path, _ in ROUTES}
    assert routes == shapes


async def test_a_deal_is_shown_as_it_stands(pages: Pages) -> None:
    """In every status, to both sides and to an administrator; what may be done has a button, a form or a link."""
    proposed: Any = {"proposed_by": Party.ADVERTISER, "proposed_publish_at": START + timedelta(days=1)}
    clock: Any = {"due_at": START + timedelta(hours=5), "retention_ends_at": START + timedelta(days=3)}
    for status in DealStatus:
        deal = await a_deal(status, cancel_proposed_by=Party.OWNER, publish_at=START, **proposed, **clock)
        await a_creative(deal)
    for language, person in (("en", ADVERTISER), ("ru", OWNER), ("en", ADMIN)):
        await User.all().update(language=language)
        t = pages.stage.texts.translator(language)
        for deal in await Deal.all():
            html = await pages.see(f"/app/deal/{deal.id}", person)
            assert t(f"deal-status-{deal.status.replace('_', '-')}", plain=True) in html
            await every_step_is_there(pages, person, deal.id, html)
        await pages.see("/app/deals", person)


ELSEWHERE = {
    *(Action.SUBMIT_CREATIVE, Action.REVISE_CREATIVE),  # in the chat
    *(Action.SET_PAYER_WALLET, Action.SET_PAYOUT_WALLET),  # on the wallet's page
    *(Action.SEND, Action.POST_AGAIN),  # by the page of the request; while a cure window is open
    *(Action.DECIDE_RELEASE, Action.DECIDE_REFUND, Action.DECIDE_SPLIT),  # the administrators' desk in the chat
}
CONTAINED = {
    Action.CANCEL: {Action.ACCEPT},
    Action.PROPOSE_CANCEL: {Action.AGREE_CANCEL, Action.WITHDRAW},
    Action.WITHDRAW: {Action.AGREE_CANCEL},
}
"""Steps that another one at hand contains already."""


async def every_step_is_there(pages: Pages, person: int, deal_id: int, html: str) -> None:
    view = await pages.stage.services.deals.view(Actor(person, person == ADMIN), deal_id)
    may = set(view.actions)
    for action in may - ELSEWHERE:
        if CONTAINED.get(action, set()) & may or (action is Action.DECLINE and Action.ACCEPT not in may):
            continue
        if action is Action.PROPOSE_CANCEL and view.deal.cancel_proposed_by is view.party:
            continue  # made twice, it is one proposal
        assert f'"/api/deals/{deal_id}/{action.value}"' in html, (action, view.deal.status, person)


async def test_a_deal_whose_money_is_decided_offers_nothing(pages: Pages) -> None:
    for verdict in Verdict:
        deal = await a_deal(DealStatus.RETENTION_CHECK, verdict=verdict, retention_ends_at=START)
        for person in (ADVERTISER, OWNER):
            html = await pages.see(f"/app/deal/{deal.id}", person)
            assert "on its way" in html
            assert "data-ask=" not in html


async def test_the_payment_says_what_the_network_says(pages: Pages) -> None:
    for state in EscrowState:
        deal = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT, due_at=START + timedelta(hours=1))
        await an_escrow(deal, state)
        html = await pages.see(f"/app/deal/{deal.id}/pay", ADVERTISER)
        assert ('data-do="pay"' in html) is (state < EscrowState.FUNDED), state
        assert 'data-do="pay"' not in await pages.see(f"/app/deal/{deal.id}/pay", OWNER)


async def test_where_wallets_cannot_reach_us_the_reason_stands_in_place_of_the_button(pages: Pages) -> None:
    pages.stage.wallets.reason = "wallets-need-https"
    html = await pages.see("/app/wallet", ADVERTISER)
    assert "PUBLIC_URL" in html
    assert "data-do=" not in html


async def test_a_stranger_sees_nothing_of_others(pages: Pages) -> None:
    await a_busy_market()
    for path in (*SHARED, *OWNERS[1:], *ADVERTISERS[1:], *NEITHERS):
        status, _ = await pages.get(path, STRANGER)
        assert status == 404, path
        status, _ = await pages.get(path.replace("1", "777"), STRANGER)
        assert status == 404, path
    for path in ("/app/deal/abc", "/app/deal/9999999999999999999", "/app/listing/0", "/app/channel/-1"):
        assert (await pages.get(path, STRANGER))[0] in (404, 409), path


async def test_without_a_token_there_is_no_page(pages: Pages) -> None:
    for path, _ in ROUTES:
        assert (await pages.get(path.replace("{id}", "1").replace("{campaign}", "1"), None))[0] == 401, path
    assert (await pages.get("/app/market", None, Authorization="Bearer x.y.z"))[0] == 401
    await User.filter(id=STRANGER).update(is_banned=True)
    assert (await pages.get("/app/market", STRANGER))[0] == 403


async def test_filters_are_read_in_many_notations_and_remembered(pages: Pages) -> None:
    await a_channel()
    await Listing.all().update(search_text=search_text("Coffee daily"), subscribers=12_000)
    assert "/listing/1" in await pages.see("/app/market?min_subscribers=10k&max_price=12,5&text=Coffee", STRANGER)
    assert "/listing/1" in await pages.see("/app/market", STRANGER)
    kept = (await User.get(id=STRANGER)).search
    assert (kept["min_subscribers"], kept["max_price_nano"], kept["text"]) == (10_000, 12_500_000_000, "Coffee")
    refused = await pages.see("/app/market?min_price=cheap", STRANGER)
    assert 'role="alert"' in refused
    assert "cheap" in refused
    assert "Nothing fits" in await pages.see("/app/market?text=%00tea", STRANGER)
    assert "/listing/1" in await pages.see("/app/market?clear=1", STRANGER)
    assert (await User.get(id=STRANGER)).search["text"] == ""


async def test_the_shell_is_the_same_for_everybody_and_lets_nothing_foreign_in(pages: Pages) -> None:
    async with pages.client.get("/", headers={"Accept-Language": "ru"}) as answer:
        html, policy = await answer.text(), answer.headers["Content-Security-Policy"]
    assert 'lang="ru"' in html
    assert [fault for fault in faults_of(html) if "<script>" not in fault] == []
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "connect-src 'self';" in policy
    assert "frame-ancestors 'self' https://web.telegram.org https://*.telegram.org" in policy
    assert "http" not in policy.replace("https://web.telegram.org https://*.telegram.org", "")
    async with pages.client.get("/") as again:
        assert again.headers["Content-Security-Policy"] != policy, "a nonce is used once"


async def test_files_are_kept_for_ever_under_their_version_and_asked_for_under_their_name(pages: Pages) -> None:
    async with pages.client.get("/") as shell:
        address = (await shell.text()).split('rel="stylesheet" href="')[1].split('"')[0]
    async with pages.client.get(address) as kept:
        assert "immutable" in kept.headers["Cache-Control"]
        assert kept.headers["Content-Type"].startswith("text/css")
    async with pages.client.get("/static/css/app.css") as named:
        assert named.headers["Cache-Control"] == "no-cache"
        tag = named.headers["ETag"]
    async with pages.client.get("/static/css/app.css", headers={"If-None-Match": tag}) as same:
        assert same.status == 304
    for path in ("package.json", "pages/shell.html", "node_modules/react/package.json", "../pyproject.toml", "js/"):
        async with pages.client.get(f"/static/{path}") as hidden:
            assert hidden.status == 404, path


async def test_the_first_page_is_light(pages: Pages) -> None:
    """Uncompressed, with everything of ours that it fetches; Telegram's own script is 18 kB on the wire besides."""
    from app.web.assets import ours
    from app.web.miniapp.shell import MODULES

    names = ["css/app.css", "js/boot.js", "icon.png", "icons.svg", *(f"js/{name}.js" for name in MODULES)]
    files = [asset for name in names if (asset := ours().get(name))]
    assert len(files) == len(names)
    async with pages.client.get("/") as shell:
        parts = [await shell.text(), await pages.see("/app/market", STRANGER), await pages.see("/app/frame", STRANGER)]
    assert sum(len(asset.body) for asset in files) + sum(len(part.encode()) for part in parts) < 60_000
