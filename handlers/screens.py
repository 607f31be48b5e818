"""All screens of the bot. Dialogs attach once per process, so they are made anew for each dispatcher."""

from aiogram_dialog import Dialog

from dialogs.admin.dialog import make_admin
from dialogs.applications.dialog import make_applications
from dialogs.campaigns.dialog import make_campaigns
from dialogs.channel_stats.dialog import make_channel_stats
from dialogs.channel_wizard.dialog import make_channel_wizard, make_channels
from dialogs.creative_review.dialog import make_creative_review
from dialogs.deal_room.dialog import make_deal_room
from dialogs.listing_editor.dialog import make_listing_editor
from dialogs.listing_search.dialog import make_listing_search
from dialogs.menu.dialog import make_menu
from dialogs.settings.dialog import make_settings
from dialogs.wallet.dialog import make_wallet


def make_screens() -> list[Dialog]:
    return [
        make_menu(),
        make_settings(),
        make_channels(),
        make_channel_wizard(),
        make_channel_stats(),
        make_listing_editor(),
        make_listing_search(),
        make_campaigns(),
        make_applications(),
        make_deal_room(),
        make_creative_review(),
        make_wallet(),
        make_admin(),
    ]
