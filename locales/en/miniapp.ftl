# The Mini App: what its pages say beside the words that the chat has already.

mini-loading = Loading…
mini-noscript = The app needs JavaScript.
mini-landing-title = Ads in Telegram channels, paid when they have run
mini-landing-open = The marketplace itself lives in Telegram: open the bot and tap “Open app”, or do everything in the chat.
mini-trouble-title = This did not load
mini-trouble-offline = The marketplace did not answer. Check your connection; nothing you did is lost.
mini-try-again = Try again
mini-closed-title = Time to open it again
mini-closed-what = Telegram's signature is only good for a while. Close the app and open it from the chat: everything is as you left it.
mini-closed-do = Close
mini-word-offline = The marketplace did not answer. Nothing was changed as far as we know: try again, it will not happen twice.
mini-word-unexpected = Something went wrong on our side. Nothing was lost; please try again in a moment.
mini-word-copied = Copied
mini-word-wallet-refused = Not confirmed in the wallet. Nothing was sent.
mini-word-wallet-gone = The wallet cannot be reached. Open it and try again.
mini-word-sent = The wallet says it has sent. The page changes when the network shows the money.
mini-word-look-silent = The network did not answer. Try again in a moment.

mini-nav = Main parts
mini-nav-market = Market
mini-nav-deals = Deals
mini-nav-channels = Channels
mini-nav-campaigns = Briefs
mini-nav-wallet = Wallet
mini-back = Back
mini-more = More
mini-no = No, go back
mini-save = Save
mini-saved = Saved
mini-send = Send
mini-copy = Copy
mini-write = Write a message
mini-attachment = 📎 attachment, see the chat
mini-open-chat = Open the chat
mini-at = { $at }
mini-count = { $count }
mini-who =
    { $who ->
        [me] You
        [advertiser] Advertiser
       *[owner] Owner
    }

# The market.

mini-market-title = Channels
mini-find = Find channels
mini-find-example = Coffee, travel, @name…
mini-filters = Filters
mini-price-from = Price from
mini-price-to = Price up to
mini-size-from = Subscribers from
mini-size-to = Subscribers up to
mini-sort = First come
mini-show = Show
mini-price-example = 12.5
mini-price-title = A number such as 12.5
mini-market-none = Nothing fits
mini-market-none-what = Loosen the filters, or look for other words.
mini-market-empty = No channel is on sale yet
mini-market-empty-what = Own a channel? Be the first to offer a post in it.
mini-subscribers =
    { $subscribers ->
        [one] one subscriber
       *[other] { $subscribers } subscribers
    }
mini-views = { $views } views
mini-from-price = from { $price_nano }
mini-up-to = up to { $price_nano }
mini-cpm = { $cpm_nano } / 1000
mini-cpm-long = { $cpm_nano } per 1000 views
mini-private = Private channel
mini-packages = Packages
mini-packages-how = Choose one: you see everything once more before the request goes out. Nothing is paid now.
mini-package =
    { $is_permanent ->
        [yes] Stays for good, { $feed_days ->
            [one] one day
           *[other] { $feed_days } days
        } guaranteed
       *[no] { $top_hours } h on top, { $feed_hours } h in the feed
    }{ $pinned ->
        [yes] , pinned
       *[no] {""}
    }
mini-besides = Besides
mini-extra = 🎁 { $extra } (not verified)
mini-invite = Invite

mini-stats = Statistics
mini-stats-young = A chart appears here after the second day.
mini-stats-source =
    Figures from { $source ->
        [bot_api] Telegram
        [preview] the channel's public page
       *[other] { $source }
    }, { $taken_at }
mini-tile-subscribers = Subscribers
mini-tile-week = In a week
mini-tile-month = In a month
mini-tile-views = Views of a post
mini-tile-median = Median views
mini-tile-er = Views per subscriber
mini-tile-posts = Posts a day
mini-tile-premium = Premium
mini-chart-subscribers = Subscribers
mini-chart-views = Average views

mini-ask-title = Ask for a post
mini-ask-words = A few words to the owner
mini-ask-words-how = What you advertise, and when you would like it. You may leave this out.
mini-ask-send = Send the request
mini-format = Format
mini-price = Price
mini-window = Publication
mini-within-days = within { $days } days
mini-before = before { $window_end_at }
mini-author = Who writes the post
mini-author-owner = The owner writes it, I approve it
mini-author-advertiser = I write it, the owner approves it
mini-author-is =
    { $author ->
        [advertiser] The advertiser
       *[owner] The owner
    }

# Channels.

mini-channels-title = My channels
mini-channels-none = No channels yet
mini-channels-none-what = Add one, set a price, and advertisers will find it.
mini-add-channel = Add a channel
mini-channel-state =
    { $state ->
        [on-sale] On sale
        [paused] Paused
        [lost] Rights lost
       *[unpriced] Needs a price
    }
mini-add-title = Add a channel
mini-add-what = Two steps, a minute in all.
mini-add-step-bot = 1. Make the bot an administrator
mini-add-step-bot-how = Open your channel → Administrators → Add, look for the bot, and give it three rights: post, edit and delete messages.
mini-add-by-telegram = Add it in Telegram
mini-add-step-name = 2. Name the channel
mini-add-name = @name, link or id
mini-add-name-how = For a private channel: a link to any of its posts.
mini-add-check = Check and add
mini-add-why = The bot publishes the agreed post, checks that it stays, and takes it down when the term is over. It never touches anything else.
mini-briefs-for-it = Briefs for this channel
mini-checked = Checked: all is well
mini-payees = Payouts may be received by: { $payees }
mini-listing-title = What buyers see
mini-listing-on-sale = On sale: advertisers find it in the market.
mini-packages-what = How long the post stays first (on top), and how long it stays at all (in the feed). At least { $min_nano }; you get the price less our { $fee_bps } fee. Running deals keep their price.
mini-listing-words = Words
mini-description = Description
mini-description-how = What the channel is about, who reads it, what you do not advertise.
mini-as-buyers-see = As buyers see it

# Briefs and offers.

mini-briefs-title = Briefs
mini-briefs-mine = My briefs
mini-briefs-none = Say once what you look for
mini-briefs-none-what = Write what you want to advertise and what a post may cost. Channels come to you with a price; you compare and choose.
mini-briefs-theirs = Briefs for my channels
mini-briefs-no-fit = Nothing fits right now
mini-briefs-no-fit-what = Briefs are matched by category, language and subscribers: see that those of your offer are right.
mini-new-brief = New brief
mini-edit-brief = Change the brief
mini-brief-title = Title
mini-brief-title-how = A few words, such as “Tea shop, spring sale”.
mini-brief-text = What should the post say?
mini-brief-text-how = What you advertise and for whom. Channels read this before they name a price.
mini-least-subscribers = Least subscribers
mini-brief-window = To be published within
mini-brief-links = Links
mini-brief-restrictions = What is not wanted
mini-brief-author-owner = The channel's owner
mini-brief-author-advertiser = I do
mini-publish = Publish
mini-invited =
    { $count ->
        [0] Nobody is invited yet.
        [one] One invitation is without an answer.
       *[other] { $count } invitations are without an answer.
    }
mini-find-to-invite = Find channels to invite
mini-offers-title = Offers
mini-offers-none = No offers yet
mini-look-closer = Look closer
mini-take-ask =
    Begin this deal with { $channel } for { $price_nano }?

    The owner has said yes to exactly these terms, so with your yes it is agreed. Nothing is paid now: next, both sides choose wallets.
mini-the-brief = The brief
mini-offer-title = Offer a post
mini-offer-format = What you offer
mini-offer-price = Your price
mini-offer-price-how = From { $min_nano } to { $max_nano }. You get it less our { $fee_bps } fee.
mini-offer-pitch = Why your channel?
mini-offer-pitch-how = Who reads you, how such posts did before. You may leave this out.
mini-offer-send = Send the offer

# Deals.

mini-deals-title = My deals
mini-deals-turn = Your turn
mini-deals-open = Under way
mini-deals-over = Finished
mini-deals-none = No deals yet
mini-deals-none-what = Choose a channel and ask for a post, or let advertisers find yours.
mini-to-market = To the market
mini-deal-side =
    { $party ->
        [advertiser] you buy
       *[owner] you sell
    } · #{ $deal }
mini-deal-number =
    Deal #{ $deal } · { $party ->
        [advertiser] you are the advertiser
        [owner] you are the owner
       *[admin] as an administrator
    }
mini-turn =
    { $turn ->
        [mine] Your turn
        [settling] On its way
       *[theirs] Nothing to do now
    }
mini-way = { $done } of { $count } steps done
mini-stage-agree = Agree
mini-stage-pay = Pay
mini-stage-write = Write
mini-stage-time = Schedule
mini-stage-watch = Publish and watch
mini-stage-done = Settle
mini-see-post = 🔗 See the post
mini-the-post = The post
mini-post-preview = The post as the channel will show it
mini-changes-what = What should be different?
mini-written-in-chat = Posts are written in the chat with the bot, where Telegram keeps every letter exact.
mini-write-in-chat = The button opens the chat with the bot: send the post there as one message. You see it here before it goes out.
mini-talk = Conversation
mini-terms = Terms
mini-payer = Advertiser's wallet
mini-payout = Owner's wallet
mini-ready =
    { $ready ->
        [yes] ✅ set
       *[no] not set
    }
mini-history = History
mini-all-history = All of it
mini-checks = Checks
mini-checks-what = The bot looks at random moments and once at the end. Both sides see the same.
mini-contract = The contract
mini-use-wallet = Use my wallet { $wallet }
mini-other-wallet = Another wallet
mini-propose-time = Propose a time
mini-when = Publish on
mini-when-how = In your time zone: { $zone }
mini-propose = Propose
mini-other-terms = Offer other terms
mini-your-price = Your price
mini-counter-what = Your offer replaces the one on the table.
mini-offer-terms = Offer
mini-more-steps = Other steps
mini-case-words = In your own words

# Wallet, payment, settings.

mini-wallet-title = Wallet
mini-wallet-yours = Your wallet
mini-wallet-none = No wallet yet
mini-wallet-proved = Confirmed on { $proved_at }
mini-wallet-change = Connect another wallet
mini-wallet-what = Connecting proves that the wallet is yours. It lets nobody spend from it: each payment is confirmed in the wallet.
mini-payment-title = Payment
mini-pay-this = Send exactly
mini-pay-parts = { $amount_nano } for the deal, { $back_nano } for storage and network fees. What is left of the latter comes back to you.
mini-settings = Settings
mini-language = Language
mini-zone = Time zone
mini-zone-how = Now { $zone }, where it is { $now_at }. Write a city or an offset: Berlin, +3.
mini-settings-what = Both hold for the chat as well.

btn-open-app = 📱 Open app
error-too-many-pages = You follow { $limit } deals at once, which is the most. Close a page, and this one goes on.
