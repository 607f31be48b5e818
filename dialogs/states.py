"""Every screen of the bot. A test asserts that each state has a window."""

from aiogram.fsm.state import State, StatesGroup


class Menu(StatesGroup):
    home = State()
    deals = State()
    help = State()


class Settings(StatesGroup):
    home = State()
    language = State()
    timezone = State()


class ChannelWizard(StatesGroup):
    ask = State()
    """Picker button, @username or link, forwarded post, or "make the bot an admin"."""
    missing = State()
    """Names the missing rights; *Check again*."""
    added = State()


class Channels(StatesGroup):
    mine = State()
    card = State()
    people = State()
    """The channel's administrators and what each may do here."""
    person = State()
    remove = State()
    """The question before a channel leaves the market."""


class ChannelStats(StatesGroup):
    show = State()


class ListingEditor(StatesGroup):
    card = State()
    package = State()
    price = State()
    description = State()
    category = State()
    language = State()
    share = State()
    """The words for the channel's own description, ready to be copied."""


class ListingSearch(StatesGroup):
    results = State()
    filters = State()
    price = State()
    subscribers = State()
    category = State()
    language = State()
    text = State()
    card = State()
    message = State()
    """The words that go with a deal request."""
    confirm = State()


class Campaigns(StatesGroup):
    """An advertiser's briefs; a brief's card is everybody's."""

    home = State()
    card = State()
    draft = State()
    """A new brief before it is published, or a live one to be changed: all parts of it, one tap away."""
    title = State()
    text = State()
    budget = State()
    category = State()
    language = State()
    subscribers = State()
    window = State()
    links = State()
    restrictions = State()
    offers = State()
    start = State()
    """The question before deals begin."""
    close = State()
    invite = State()


class Applications(StatesGroup):
    """Offers of channels for briefs; an offer's card is both sides'."""

    channels = State()
    matching = State()
    format = State()
    price = State()
    pitch = State()
    confirm = State()
    card = State()
    talk = State()


class DealRoom(StatesGroup):
    card = State()
    talk = State()
    """The conversation, and a line to add to it."""
    counter = State()
    confirm = State()
    """One question before anything irreversible."""
    date = State()
    hour = State()
    timeline = State()
    case = State()
    """A dispute's reason or statement."""
    evidence = State()
    receipt = State()
    zone = State()
    """Asked once, when a time is wanted for the first time."""


class CreativeReview(StatesGroup):
    write = State()
    buttons = State()
    check = State()
    changes = State()


class Wallet(StatesGroup):
    home = State()
    connect = State()
    payment = State()


class Admin(StatesGroup):
    home = State()
    disputes = State()
    dispute = State()
    split = State()
    payouts = State()
    payout = State()
    vaults = State()
    vault_add = State()
    """Pick, forward or write the private chat; it is tried out at once."""
    reserves = State()
