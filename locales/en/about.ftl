# Help about each screen: `about-<dialog>-<window>`, behind the question mark. What the screen is for, what a tap does and
# does not do, what to send. A test asks for one text per window; the figures are in `dialogs/help/figures.py`.

about-menu-deals =
    <b>❔ My deals</b>

    Everything that you buy or sell, the newest first. A deal's card says whose turn it is, by when, and what happens if nobody acts.

# Settings.

about-settings-home =
    <b>❔ Settings</b>

    The language that I speak, the clock by which all times are shown, and what I write to you of my own accord. Changes hold at once and touch no deal.
about-settings-language =
    <b>❔ Language</b>

    From your next screen on I speak the language that you choose. What other people write stays as they wrote it. The language of a channel is set in its listing.
about-settings-timezone =
    <b>❔ Time zone</b>

    All times and your quiet hours follow this clock. Tap a city, or send another one, or an offset: <i>Lisbon</i>, <i>Asia/Tokyo</i>, <i>+5:30</i>. A city knows summer time, an offset does not. Times that were agreed stay the same moments.
about-settings-notices =
    <b>❔ Notices</b>

    Deals write to you whatever is set here, because silence could cost you money. At night I keep what can wait until the morning.
about-settings-quiet =
    <b>❔ Quiet hours</b>

    Hours of your own clock: tap a span, or send one such as <i>22-8</i>. What would be useless in the morning comes at night all the same: a damaged post, a deadline that is near, a changed wallet.

# Channels.

about-channel-wizard-ask =
    <b>❔ Adding a channel</b>

    You must be an administrator there who may post. Choose the channel with the button, or send <i>@name</i>, a link, or a post forwarded from it; in a private channel make me an administrator first. Nothing is published, and nothing is on sale before you set a price.
about-channel-wizard-missing =
    <b>❔ What is missing</b>

    The channel is not in yet: Telegram says that I lack a right there. Give it in the channel's settings and check again, or send another channel. I use these rights for the posts of deals only.
about-channel-wizard-added =
    <b>❔ The channel is in</b>

    Set a first price, and advertisers find it; until then it is not in the search and nobody can ask for a post. Who receives the payouts is for the channel's creator to say: that is under “People” on the channel's card.
about-channels-mine =
    <b>❔ My channels</b>

    Add a channel, then give it prices. I need to be an administrator there: I publish the posts and check that they stay.
about-channels-card =
    <b>❔ Your channel</b>

    Set prices here, see the figures, and say who may act for the channel. “Check again” asks Telegram anew about my rights, the name and the subscribers. A channel can be taken out of the market when no deal is open in it; you are asked once more.
about-channels-people =
    <b>❔ People</b>

    The channel's administrators who may post, as Telegram names them now. Whoever has the right to payouts, and always the creator, gives and takes the other rights. The button for all gives deals and posts, never payouts. Everybody is told what he got.
about-channels-person =
    <b>❔ One person's rights</b>

    Each tap gives or takes a right at once, and the person is told. Without any right they can do nothing here and get no notices. The right to payouts decides whose wallet is paid, so only the creator gives it.
about-channels-remove =
    <b>❔ Taking a channel out</b>

    “Yes” takes the listing out of the search and the channel out of everybody's list here; in Telegram nothing changes. It is refused while a deal is open. If you only need a break, pause the listing instead.
about-channel-stats-show =
    <b>❔ Statistics</b>

    Every figure says who counted it and when; what nobody knows is left out. Figures come once a day, the chart shows the last 30 days, and the channel's managers may ask for new ones every { $pause_seconds }. ER is what share of the subscribers see an average post.

# Selling.

about-listing-editor-card =
    <b>❔ A listing</b>

    What advertisers see. With at least one price it is on the market. Changes touch new requests only: deals keep what was agreed.
about-listing-editor-package =
    <b>❔ Packages</b>

    Tap a format to set or to change its price; a channel sells up to { $most_packages } of them. A permanent post is guaranteed for { $month_days } days and then simply stays. Running deals keep their terms.
about-listing-editor-hours =
    <b>❔ Hours of your own</b>

    Send the hours on top and the hours in the feed: <i>3/48</i>, or <i>3h/2d</i> with days. On top at most { $most_top_hours } h, in the feed at most { $most_feed_hours } h. Nothing is on sale yet: the price is asked for next.
about-listing-editor-price =
    <b>❔ The price</b>

    Send a number of coins, at least { $min_nano }: <i>12.5</i>, <i>1 500</i> or <i>1.5k</i>. It holds at once for new requests; running deals keep theirs. You are paid the price less { $fee_bps }.

    A pin is promised for as long as the post is watched, and it is checked. “Something besides” is not.
about-listing-editor-extra =
    <b>❔ Something besides</b>

    Send a few words, up to { $extra_limit } characters, for example <i>plus a story</i>. Buyers see them marked as not verified: I cannot check them, and they do not decide about the money. “Clear” takes the promise back for new requests.
about-listing-editor-description =
    <b>❔ Description</b>

    Send it in one message, up to { $description_limit } characters: what the channel is about, who reads it, what you do not advertise. It replaces the former one at once, and the search finds its words.
about-listing-editor-category =
    <b>❔ Category</b>

    Advertisers filter by it, briefs are matched by it, and prices of views are compared within it. Take the closest one; you can change it at any time.
about-listing-editor-language =
    <b>❔ The channel's language</b>

    The language of the posts, not the one that I speak to you. Advertisers filter by it, briefs are matched by it, and prices of views are compared within it.
about-listing-editor-share =
    <b>❔ “Buy ads here”</b>

    Copy the line into your channel's description or a pinned post: whoever taps the link sees your prices. “Show to others” puts the same offer as a card into a chat that you choose. I post nothing of my own accord.

# Finding a channel.

about-listing-search-results =
    <b>❔ Finding channels</b>

    Each line is a channel with its lowest price and its views. Tap one to see everything about it. Filters narrow the list and are remembered; words that you send are looked for in names and descriptions.
about-listing-search-filters =
    <b>❔ Filters</b>

    All filters hold together, and they are kept for your next visit. “Show channels” shows what is left; “Clear all” takes every filter away and keeps the order.
about-listing-search-sort =
    <b>❔ The order</b>

    It decides which channels come first, not which are found. “Cheapest views” compares what a thousand views cost; there and by views, channels whose views nobody knows come last.
about-listing-search-price =
    <b>❔ Price</b>

    Send a range: <i>10-50</i>, <i>up to 100</i>, <i>5+</i>. A single number means from there on. A channel is found by its cheapest package.
about-listing-search-subscribers =
    <b>❔ Subscribers</b>

    Send a range: <i>1k-10k</i>, <i>up to 20 000</i>, <i>5000+</i>. A single number means at least so many. How many of them really look, the views tell.
about-listing-search-category =
    <b>❔ Category</b>

    Only channels whose owners chose this category are shown. “Any category” takes the filter away.
about-listing-search-language =
    <b>❔ Language</b>

    Only channels that write in this language, as their owners say, are shown. “Any language” takes the filter away.
about-listing-search-text =
    <b>❔ Words</b>

    Send a word or a few, for example <i>coffee</i> or <i>@channel</i>. They are looked for in names and descriptions, all of them must be there, and the beginning of a word is enough.
about-listing-search-card =
    <b>❔ A channel's card</b>

    Figures have a source and a date. Choose a format to ask for a post: the first number is the hours on top of the channel, the second the hours in it at all. Asking costs nothing and binds nobody until the owner accepts.

    Does something look wrong? Report it: administrators look, and you hear what came of it.
about-listing-search-message =
    <b>❔ Words to the owner</b>

    Send in one message what you advertise and when it should come out, up to { $message_limit } characters, or skip. Nothing is sent yet: the next screen shows the whole request. The post itself is written later, when the deal is paid.
about-listing-search-confirm =
    <b>❔ The request</b>

    Nothing is paid now. The owner accepts, offers other terms or declines; you pay only after both have agreed, and only into the contract of this deal.

# Briefs.

about-campaigns-home =
    <b>❔ Briefs</b>

    Describe the post that you want and your budget once; owners of fitting channels offer their price. Taking an offer begins a deal.
about-campaigns-card =
    <b>❔ A brief</b>

    Its advertiser looks at the offers here, changes the brief, pauses it (no new offers) or closes it for good. An owner reads it and offers a post at a price of his own. Nothing is paid here: money comes only when an offer was taken, into the contract of that deal.
about-campaigns-draft =
    <b>❔ Writing a brief</b>

    Nobody sees a new brief before you publish it; then it is open for { $campaign_days } days, and you may have { $most_briefs } open. What you wrote stays while you go through its parts or read this; “Home” drops what is not published.

    In a live brief each change is saved at once, and owners have to confirm their offers anew.
about-campaigns-audience =
    <b>❔ Which channels</b>

    Channels of this category, language and size see the brief and can answer it; what you leave open fits all. A channel that you invite yourself may answer in any case.
about-campaigns-details =
    <b>❔ Details</b>

    Which links belong into the post, what you do not want, how soon it must be out, and who writes it. You may leave all of it as it is. Owners read it before they name a price.
about-campaigns-title =
    <b>❔ Title</b>

    Send a few words, up to { $title_limit } characters, for example <i>Tea shop, spring sale</i>. Owners see them in their list of briefs.
about-campaigns-text =
    <b>❔ The text of the brief</b>

    Send what you advertise, for whom, and what the post should say, up to { $text_limit } characters. It is not the post itself: that is written and approved in the deal.
about-campaigns-budget =
    <b>❔ Budget</b>

    Send what one post may cost: <i>20</i> or <i>up to 20</i> is the most, <i>10-50</i> a range, <i>5+</i> leaves the upper end open. Offers above the most are refused; the lower end only tells owners what you have in mind. Nothing is charged.
about-campaigns-category =
    <b>❔ Category</b>

    Only channels of this category see the brief and can answer it, unless you invite them. If you are not sure, leave “Any category”.
about-campaigns-language =
    <b>❔ Language</b>

    Only channels that write in this language see the brief and can answer it, unless you invite them. If it does not matter, leave “Any language”.
about-campaigns-subscribers =
    <b>❔ Size</b>

    Send the least number of subscribers: <i>5000</i> or <i>5k</i>. Smaller channels neither see the brief nor can answer it, unless you invite them.
about-campaigns-window =
    <b>❔ How soon</b>

    The days count from each offer, and by their end the post has to be out; if it is not, what was paid comes back to you. More days make it easier to agree on an hour.
about-campaigns-links =
    <b>❔ Links</b>

    Send them with a word on where they lead, up to { $links_limit } characters, for example <i>https://tea.example, the shop</i>. Owners read them before they name a price. Whether the post has them is seen when it is approved, not by me.
about-campaigns-restrictions =
    <b>❔ What is not wanted</b>

    Send it in your own words, up to { $restrictions_limit } characters, for example <i>no other ads on the same day</i>. Owners read it. It does not decide about the money: I check that the post stays as approved, not this list.
about-campaigns-offers =
    <b>❔ Offers beside each other</b>

    Tap an offer to read all of it. “Choose several” lets you mark some and begin their deals together; you are asked once more, with the sum. ⚠️ means that the offer was made for an older brief and its owner has to confirm it. Looking binds nobody.
about-campaigns-start =
    <b>❔ Beginning deals</b>

    With your yes each offer becomes a deal on exactly these terms; an offer that has changed is not taken. Nothing is paid now: when both wallets are set you have { $pay_seconds } to pay, and a deal that nobody pays simply closes.
about-campaigns-close =
    <b>❔ Closing a brief</b>

    A closed brief cannot be opened again, and channels that wait for an answer are told. Deals that have begun go on. For a break, go back and pause it: offers that stand can still be taken then.
about-campaigns-invite =
    <b>❔ Inviting a channel</b>

    Tap a brief: the channel's people are told at once, and may name a price or turn it down. It costs nothing and binds nobody.

# Offers for briefs.

about-applications-channels =
    <b>❔ Which channel</b>

    Choose the channel for which you look for briefs, or with which you answer one. You need its right “Deals”. Choosing sends nothing.
about-applications-matching =
    <b>❔ Briefs for your channel</b>

    Briefs that your channel fits, and those to which it was invited, the newest first. Tap one to read it and to offer a price. If you miss one, see whether the category and the language of your listing are right.
about-applications-format =
    <b>❔ What you offer</b>

    How long the post stays: the first number is hours on top, the second hours in the feed. Your packages come with your price, and you can name another one next. Nothing is sent yet.
about-applications-price =
    <b>❔ Your price</b>

    Send a number of coins: <i>12.5</i> or <i>1.5k</i>, at least { $min_nano } and no more than the brief's budget. You are paid that less { $fee_bps }. Nothing is sent yet.
about-applications-pitch =
    <b>❔ A word about your channel</b>

    Send a few sentences, up to { $pitch_limit } characters: who reads you, how such posts did before. The advertiser reads them beside your price. You may skip this; nothing is sent yet.
about-applications-confirm =
    <b>❔ Sending the offer</b>

    It is your word: the advertiser may say yes to exactly these terms, and the deal is agreed. Until then you can change or withdraw it. You publish nothing yourself: when the deal is paid and the post approved, I do.
about-applications-card =
    <b>❔ An offer</b>

    A channel's exact terms for one brief. Taking it begins a deal on just these terms; changing the brief makes the owner confirm it again.
about-applications-talk =
    <b>❔ Asking each other</b>

    Send a line of up to { $line_limit } characters: the other side gets it at once. Words change no terms; for that the owner changes the offer. If it becomes a deal, the conversation goes along.

# A deal.

about-deal-room-card =
    <b>❔ A deal's card</b>

    What was agreed, whose turn it is, by when, and what becomes of the money if nobody acts. A button alone at the top is your next step. What cannot be undone is asked about once more before it is done.

    Not sure? Ask the other side in “Conversation”, or write to the support.
about-deal-room-talk =
    <b>❔ Conversation</b>

    What you send here goes to the other side with the deal's name, pictures too. Agree on prices and times by the card's buttons: only these count.
about-deal-room-counter =
    <b>❔ Other terms</b>

    Send a price, for example <code>12.5</code> or <code>1.5k</code>, or tap a number of days: it goes to the other side at once and replaces the offer on the table. It binds nobody until they accept it. Nothing is paid while you bargain.
about-deal-room-format =
    <b>❔ Another format</b>

    Tap a format or the pin, or write the hours on top and in the feed: <code>3/48</code>. It goes to the other side at once, as your offer at the same price. A package of the channel brings along what it promises besides.
about-deal-room-offers =
    <b>❔ Offers so far</b>

    All offers of this deal; 👉 is the one that stands. A yes is always said to one exact offer, and its short code tells it from the others. Nothing is changed here.
about-deal-room-confirm =
    <b>❔ The last question</b>

    “Yes” acts at once, “Back” changes nothing. What it means for the money is in the question. If the deal has moved on since you saw its card, no yes is taken, and you see how it stands.
about-deal-room-date =
    <b>❔ The day</b>

    Tap a day and then an hour, or write both: <code>tomorrow 18:00</code>, <code>25.12 9:30</code>. What you write goes to the other side at once as your proposal; the post is scheduled when they agree. Times are by your own clock, which the settings know.
about-deal-room-hour =
    <b>❔ The hour</b>

    Tap an hour, or write the exact time of this day: <code>18:30</code>. It goes to the other side at once as your proposal; when they agree, I publish the post by myself. If another ad is on top of the channel then, I say so, and you choose again.
about-deal-room-timeline =
    <b>❔ History</b>

    Every step of the deal with its moment and its author. Nothing here is ever changed or taken away; in a dispute it is the first thing that is read.
about-deal-room-case =
    <b>❔ A dispute</b>

    Send what is wrong, with the facts, up to { $case_limit } characters: your message goes out at once. The money stays locked; the checks of the post, the history and the conversation are added by themselves. An administrator decides, or the checks do when the time for it is over.
about-deal-room-evidence =
    <b>❔ Checks</b>

    I look at the post at random moments and at the end. Each look is kept here, for both sides: the same facts decide about the money.
about-deal-room-receipt =
    <b>❔ The receipt</b>

    What was published, when, what each check saw, and who got the money. Both sides see the same. The page behind the button opens for everybody who has its link, so show it to whom you like.
about-deal-room-zone =
    <b>❔ Your time zone</b>

    Asked once, so that both sides mean the same moment. Tap a city, or send another one, or an offset: <i>Lisbon</i>, <i>+5:30</i>. Then you go on where you were; the settings can change it at any time.

# The post of a deal.

about-creative-review-write =
    <b>❔ Writing the post</b>

    Send it exactly as it should appear: formatting, pictures, an album. Buttons with links are added here. The preview is made by the same call that will publish it, so what you see is what goes out. The other side gets it only when you send it for review.
about-creative-review-buttons =
    <b>❔ Link buttons</b>

    Send one button a line, its label and its link: <code>Open the shop - https://example.com</code>. Several of a row have <code>||</code> between them. They replace the former ones, and the post has to be looked at anew. An album carries no buttons.
about-creative-review-check =
    <b>❔ Checking the post</b>

    Look at it as it will appear. Approve it, or say what to change; after three rounds either side may leave. Once approved, only the time is missing.
about-creative-review-changes =
    <b>❔ Asking for changes</b>

    Send what should be different in one message, up to { $note_limit } characters: the author gets it at once, and you get the next version to look at. After { $most_rounds } rounds either side may leave, and the advertiser has all money back. Nothing is published before a yes.

# Wallet and payment.

about-wallet-home =
    <b>❔ Wallet</b>

    Connect a TON wallet that is yours alone, never an exchange's address. It signs that it belongs to you; nobody types an address. Deals that are under way keep the wallet that they began with.
about-wallet-connect =
    <b>❔ Connecting a wallet</b>

    Your wallet is asked to sign that it is yours; it sends no money, and nobody needs its secret words. Use the button for a wallet on this phone, the code for one on another device. If the request runs out, try again. A deal gets the wallet only when you choose it for the deal.
about-wallet-payment =
    <b>❔ Payment</b>

    The button asks your wallet, and nothing leaves it before you confirm there. Pay the whole sum in one transfer, from the wallet named here and never from an exchange. It goes into this deal's own contract, not to us; what the network does not use comes back. “Check now” asks the network where the money is.

# Reports.

about-report-reason =
    <b>❔ Reporting</b>

    Tap what comes closest; nothing is sent before the last question. Administrators look, whoever is reported does not learn by whom, and you hear what came of it. A quarrel about a post or its money belongs into the deal: open a dispute there.
about-report-words =
    <b>❔ In your own words</b>

    Send what happened in one message, up to { $letter_limit } characters, or skip. Names, dates and links help. Nothing is sent yet.
about-report-sure =
    <b>❔ Sending the report</b>

    “Yes” sends it to the administrators; it cannot be called back. One open report of yours about the same thing is enough: a second one adds nothing. Deals go on as before.
about-report-sent =
    <b>❔ After a report</b>

    You need to do nothing more: an administrator decides, and you are told either way. If money of yours is at stake, do not wait for that: open a dispute in the deal.

# Administrators.

about-admin-home =
    <b>❔ The desk</b>

    What waits for an administrator, in numbers. Disputes and payouts have clocks, so look there first. The buttons here only open screens. Nobody but administrators sees the desk.
about-admin-disputes =
    <b>❔ Disputes</b>

    Those that nobody has decided, the most urgent first. Tap one for the evidence. What no administrator decides in time is decided by the last check that saw the post.
about-admin-dispute =
    <b>❔ One dispute</b>

    The evidence that both sides see, too. “Pay the owner”, “Refund” and “Split” lead to a question with the sums; nothing is decided by that tap. If you are a side of the deal, leave it to another administrator.
about-admin-split =
    <b>❔ The decision</b>

    The sums are exact, and the fee is taken from the owner's part alone. In a split the per cent buttons move the owner's share. “Yes” is final: the contract carries it out, and both sides are told.
about-admin-payouts =
    <b>❔ Payouts that wait</b>

    { $has_large ->
        [yes] More than { $large_nano } to an owner waits { $veto_seconds } for a second look.
       *[no] No limit is set on this marketplace, so nothing new comes here.
    } Silence pays out what was decided. Refunds never wait.
about-admin-payout =
    <b>❔ One payout</b>

    “Approve” lets it go out at once. “Stop” holds it until the latest moment named here, and both sides are told; without another word it goes out then. Only what was stopped can be given back to the advertiser, and that is final. These buttons act without a question.
about-admin-vaults =
    <b>❔ Vaults</b>

    Private chats in which I compare posts. Another one lets me check more posts a minute. “Use this chat” takes this conversation; “Remove” takes a chat out of use at once and deletes nothing in it. Without any place for checks no post can be scheduled.
about-admin-vault-add =
    <b>❔ Adding a vault</b>

    Pick a private channel or group with a button, forward a post from it, or send its id: <code>-1001234567890</code>. It is tried out at once with one message, which is deleted. Public chats and channels of the market are refused.
about-admin-reserves =
    <b>❔ Reserves</b>

    What the contracts hold against what open deals need, contract by contract: too much in one helps no other. The figures are what was last seen on the network. Nothing can be moved here.
about-admin-more =
    <b>❔ More</b>

    Broadcasts, the audit log, vaults, reserves and the pause. These buttons only open screens.
about-admin-search =
    <b>❔ Finding</b>

    Send one thing: an id (<code>12</code>), a name (<code>@coffee</code>), words of a title or a first name, or a TON address. The likeliest hits come first. Looking changes nothing, and nobody is told.
about-admin-user =
    <b>❔ A person</b>

    A ban asks for a reason that the person will read, then once more. It hides listings and refuses the person at every door; paid deals go on by their clocks. “Write” opens the support's conversation with the person.
about-admin-listing =
    <b>❔ A listing</b>

    Hiding takes it off the market with a reason that its managers read; only an administrator can put it back. Open deals go on. Prices and words are the owner's and cannot be changed here.
about-admin-escrow =
    <b>❔ An escrow</b>

    One contract as it was last seen on the network, beside our verdict. Nothing can be moved here: verdicts come from the rules of the deal or from a dispute, and the deal follows the network.
about-admin-pause =
    <b>❔ The pause</b>

    It stops new money: no requests, no acceptances, no contracts, no payments. Posts, checks, payouts and refunds of paid deals go on. Pausing asks for a reason; pausing and resuming ask once more, and the other administrators are told.
about-admin-reason =
    <b>❔ The reason</b>

    Send one line of up to { $reason_limit } characters. Write it for those who will read it: they are named here. Nothing is done yet, one question follows.
about-admin-sure =
    <b>❔ Before it is done</b>

    “Yes” acts at once, those concerned are told, and the audit log names you. A ban, a hidden listing and a pause can be taken back later. “Back” changes nothing.
about-admin-reports =
    <b>❔ Reports</b>

    Those that wait, the oldest first and a few at a time. Tap one to see what it is about. Whoever is reported does not learn by whom.
about-admin-report =
    <b>❔ One report</b>

    “Look at it” leads to the person or the listing; a ban or hiding it settles the open reports about it. “Uphold” and “Dismiss” act at once, but only close the report and tell the reporter: they punish nobody.
about-admin-support =
    <b>❔ A letter</b>

    What you send goes to the person at once as the support's answer: text, up to { $letter_limit } characters. They do not see who of you wrote it; the other administrators do. Promise nothing about money: only the rules of a deal and disputes move it.
about-admin-audit =
    <b>❔ Audit log</b>

    Who did what, the newest first. Send <code>deal 5</code>, <code>user 12</code>, <code>by 12</code> or the name of an action, such as <code>user_banned</code>, to see only that. Nothing can be changed here.
about-admin-broadcasts =
    <b>❔ Broadcasts</b>

    One message to many. Tap an earlier one to see how far it got, or to stop it. Broadcasts go behind all that belongs to deals, and never to those who switched news off.
about-admin-broadcast-write =
    <b>❔ Writing a broadcast</b>

    Send one message: text, a picture, a video, a file or a voice, but no album. I show it back exactly as others will get it. Nobody gets anything yet.
about-admin-broadcast-audience =
    <b>❔ Who gets it</b>

    Choose all, owners of channels or advertisers, and a language. The number counts those who have met me and have not blocked me; who switched news off gets nothing all the same. To change the message, go back and send another. Nobody gets anything yet.
about-admin-broadcast-sure =
    <b>❔ The last question</b>

    “Yes” begins to send. It can be stopped on the next screen, but what has arrived stays.
about-admin-broadcast =
    <b>❔ On its way</b>

    “Refresh” counts anew. “Stop” acts at once and keeps it from those who do not have it yet. “Blocked” have switched me off, “failed” were refused by Telegram.
