"""The administrators' windows: counts, disputes and their decision, reserves. The others have modules."""

from operator import itemgetter

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import List

from dialogs.admin import acts, broadcasting, finding, getters, handlers, reports
from dialogs.admin.audit import audit_window
from dialogs.admin.guard import only_admins
from dialogs.admin.letters import support_window
from dialogs.admin.payouts import payout_window, payouts_window
from dialogs.admin.vaults import vault_add_window, vaults_window
from dialogs.states import Admin
from dialogs.widgets import KeyOf, L, T, way_back, way_to


def make_admin() -> Dialog:
    return Dialog(
        _home(),
        _disputes(),
        _dispute(),
        _split(),
        payouts_window(),
        payout_window(),
        vaults_window(),
        vault_add_window(),
        _reserves(),
        _more(),
        finding.search_window(),
        finding.user_window(),
        finding.listing_window(),
        finding.escrow_window(),
        acts.pause_window(),
        acts.reason_window(),
        acts.sure_window(),
        reports.reports_window(),
        reports.report_window(),
        support_window(),
        audit_window(),
        broadcasting.broadcasts_window(),
        broadcasting.write_window(),
        broadcasting.audience_window(),
        broadcasting.sure_window(),
        broadcasting.progress_window(),
    )


def _home() -> Window:
    return Window(
        T("admin-home"),
        T("admin-home-no-vault", when="no_vault"),
        T("admin-home-no-place", when="no_place"),
        T("admin-home-paused", when="paused"),
        SwitchTo(L("btn-admin-disputes"), id="disputes", state=Admin.disputes),
        Row(
            SwitchTo(L("btn-admin-reports"), id="reports", state=Admin.reports),
            SwitchTo(L("btn-admin-payouts"), id="payouts", state=Admin.payouts),
        ),
        Row(
            SwitchTo(L("btn-admin-search"), id="search", state=Admin.search),
            SwitchTo(L("btn-admin-more"), id="more", state=Admin.more),
        ),
        SwitchTo(L("btn-admin-vaults"), id="vaults", state=Admin.vaults, when="bare"),
        way_back(),
        state=Admin.home,
        getter=getters.home,
    )


def _more() -> Window:
    return Window(
        T("admin-more"),
        Row(
            SwitchTo(L("btn-admin-broadcasts"), id="broadcasts", state=Admin.broadcasts),
            SwitchTo(L("btn-admin-audit"), id="audit", state=Admin.audit),
        ),
        Row(
            SwitchTo(L("btn-admin-vaults"), id="vaults", state=Admin.vaults),
            SwitchTo(L("btn-admin-reserves"), id="reserves", state=Admin.reserves),
        ),
        SwitchTo(L("btn-admin-pause"), id="pause", state=Admin.pause),
        way_to(Admin.home),
        state=Admin.more,
        getter=only_admins,
    )


def _disputes() -> Window:
    return Window(
        T("admin-disputes"),
        T("admin-disputes-none", when="empty"),
        Column(
            Select(
                L("btn-admin-dispute"),
                id="d",
                item_id_getter=itemgetter("id"),
                items="disputes",
                on_click=handlers.on_dispute,
            )
        ),
        way_to(Admin.home),
        state=Admin.disputes,
        getter=getters.disputes,
    )


def _dispute() -> Window:
    return Window(
        T("admin-dispute"),
        T("admin-dispute-due", when="open"),
        T("admin-dispute-decided", when="decided"),
        T("deal-evidence-post", when="posted_at"),
        List(KeyOf("look_key"), items="looks"),
        T("deal-evidence-versions", when="versions_count"),
        T("deal-evidence-chain", when="chain_address"),
        T("deal-evidence-reason", when="reason"),
        KeyOf("reason_key", when="reason_key"),
        List(T("deal-evidence-statement"), items="statements"),
        List(T("deal-evidence-talk"), items="lines"),
        T("admin-dispute-party", when="party_too"),
        Button(L("btn-admin-release"), id="release", on_click=handlers.on_release, when="open"),
        Row(
            Button(L("btn-admin-refund"), id="refund", on_click=handlers.on_refund, when="open"),
            Button(L("btn-admin-split"), id="split", on_click=handlers.on_split, when="open"),
        ),
        Button(L("btn-admin-open-deal"), id="deal", on_click=handlers.on_open_deal),
        way_to(Admin.disputes),
        LinkPreview(is_disabled=True),
        state=Admin.dispute,
        getter=getters.dispute,
    )


def _split() -> Window:
    return Window(
        T("admin-split"),
        Button(L("btn-admin-decide"), id="decide", on_click=handlers.on_decide, when="open"),
        Group(
            Select(
                L("btn-admin-step"), id="s", item_id_getter=itemgetter("id"), items="steps", on_click=handlers.on_step
            ),
            width=4,
        ),
        way_to(Admin.dispute),
        state=Admin.split,
        getter=getters.split,
    )


def _reserves() -> Window:
    return Window(
        T("admin-reserves"),
        T("admin-reserves-covered", when="covered"),
        T("admin-reserves-short", when="short"),
        way_to(Admin.more),
        state=Admin.reserves,
        getter=getters.reserves,
    )
