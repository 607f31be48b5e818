# Campaigns: an advertiser's briefs, and the offers that channels make for them.

campaigns-home-title = <b>My briefs</b>
campaigns-home-what =
    Say once what you want to advertise and what a post may cost. Channels come to you with a price; you compare and choose.

    Own a channel yourself? Look at the briefs of others: one of them may be waiting for you.
campaigns-status =
    { $status ->
        [open] 🟢 open until { $ends_at }
        [paused] ⏸ paused
        [expired] ⌛ ended
       *[closed] ✖️ closed
    }
campaigns-line =
    <b>{ $title }</b>
    { campaigns-status } · up to { $max_nano } a post

# A brief.

campaigns-brief-title =
    📄 <b>{ $has_title ->
        [no] New brief
       *[yes] { $title }
    }</b>
campaigns-brief-text = { $text }
campaigns-budget =
    { $budget_ends ->
        [between] { $min_nano } to { $max_nano }
       *[to] up to { $max_nano }
    }
campaigns-brief-facts =
    💎 A post: <b>{ campaigns-budget }</b>
    { search-by-category }
    { search-by-language }
    👥 { $has_size ->
        [yes] at least { $min_subscribers } subscribers
       *[no] any number of subscribers
    }
    🗓 Published within { $window_days } days of the offer
    ✍️ { $author ->
        [advertiser] The advertiser writes the post
       *[owner] The channel's owner writes the post
    }
campaigns-brief-links =
    🔗 Links: { $links }
campaigns-brief-restrictions =
    🚫 Not wanted: { $restrictions }
campaigns-state-mine =
    { campaigns-status }
    📥 Offers: <b>{ $offers_count }</b>, invited without an answer: { $invited_count }
campaigns-state-theirs =
    { $status ->
        [open] 🟢 Takes offers until { $ends_at }. You name the price; nothing is binding before the advertiser says yes to your very terms.
        [paused] ⏸ Takes no new offers right now.
        [expired] ⌛ This brief has ended.
       *[closed] ✖️ This brief is closed.
    }
campaigns-draft-new = Nobody sees it yet. Change what you like, then publish: channels that fit will find it, and it stays open for two weeks.
campaigns-draft-live = Every change is saved at once. Owners who have made an offer are asked to confirm it for the new brief.

campaigns-title-title = <b>What is it about?</b>
campaigns-title-how = Send a title of a few words, for example <i>Tea shop, spring sale</i>. Up to 80 characters.
campaigns-text-title = <b>What should the post say?</b>
campaigns-text-how = Describe what you advertise and for whom, in up to 1000 characters. Channels read this before they name a price.
campaigns-budget-title = <b>What may one post cost?</b>
campaigns-budget-how = Send the most you would pay, or a range: <i>20</i>, <i>10-50</i>, <i>up to 100</i>, <i>1.5k</i>.
campaigns-subscribers-title = <b>How large must a channel be?</b>
campaigns-subscribers-how = Send the least number of subscribers: <i>5000</i> or <i>5k</i>.
campaigns-links-title = <b>Which links belong into the post?</b>
campaigns-links-how = Send them with a word on where they lead. Up to 300 characters.
campaigns-restrictions-title = <b>What is not wanted?</b>
campaigns-restrictions-how = For example: <i>no other ads on the same day, no jokes about tea</i>. Up to 500 characters.
campaigns-category-title = <b>What should the channel be about?</b>
campaigns-language-title = <b>In which language should it write?</b>
campaigns-window-title = <b>How soon must the post be published, counted from the offer?</b>
campaigns-days = { $days } days
campaigns-close =
    <b>Close “{ $title }” for good?</b>

    { $offers_count ->
        [0] Nobody is waiting for an answer.
        [one] One channel is waiting for an answer and will be told.
       *[other] { $offers_count } channels are waiting for an answer and will be told.
    } Deals that have begun go on.

# Offers beside each other.

campaigns-offers-title =
    📥 <b>{ $offers_count ->
        [one] One offer
       *[other] { $offers_count } offers
    }</b>
campaigns-package =
    { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
campaigns-offer-line =
    { $is_chosen ->
        [yes] ☑️{" "}
       *[no] {""}
    }<b>{ $number }. { $channel }</b> · <b>{ $price_nano }</b>
    👥 { $subscribers }{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } per 1000
       *[no] {""}
    } · { campaigns-package }
    { $has_pitch ->
        [yes] <i>{ $pitch }</i>
       *[no] <i>No words of their own</i>
    }{ $is_current ->
        [yes] {""}
       *[no] {" "}⚠️ for an older version of the brief
    }
campaigns-offers-empty = No offers right now. Find channels and invite them: their card has the button.
campaigns-offers-choose = ☑️ Tap the offers that you want to take.
campaigns-start-title =
    <b>{ $chosen_count ->
        [0] Nothing is chosen
        [one] Begin this deal?
       *[other] Begin { $chosen_count } deals?
    }</b>
campaigns-start-line =
    📣 <b>{ $channel }</b> · <b>{ $price_nano }</b>
    { campaigns-package }
    🗓 Published before { $window_end_at }
    ✍️ { $author ->
        [advertiser] You write the post, the owner approves it
       *[owner] The owner writes the post, you approve it
    }{ $is_same ->
        [yes] {""}
       *[no] {" "}⚠️ This offer has changed: go back and look again.
    }
campaigns-start-next = { $chosen_count ->
        [one] The owner has said yes to exactly this
       *[other] Together <b>{ $total_nano }</b>. The owners have said yes to exactly this
    }, so with your yes it is agreed. Nothing is paid now: when both wallets are set you have { $pay_seconds } to pay into the contract that guards the money.

campaigns-invite-title = <b>Invite { $channel }</b> to which brief?
campaigns-invite-none = You have no open brief.
campaigns-invited = Invited. You will hear when they answer.

# "Buy ads here".

campaigns-share-title = <b>Buy ads here</b>
campaigns-share-words = Buy ads here: { $link_html }
campaigns-share-text = <code>{ campaigns-share-words }</code>
campaigns-share-how = Copy this line into your channel's description or a pinned post: who taps the link sees your offer, with prices. “Show to others” sends your offer as a card into any chat.

# An owner's way to an offer.

applications-channels-title = <b>For which channel?</b>
applications-channels-none = You have no channel here yet. Add one, and you can answer briefs with it.
applications-matching-title = <b>Briefs for { $channel }</b>
applications-answered =
    { $state ->
        [invited] 💌 You are invited
        [applied] ✅ Your offer stands
       *[none] ⚪ Not answered yet
    }
applications-matching-line =
    <b>{ $title }</b> · { campaigns-budget }
    <i>{ $text }</i>
    { applications-answered }
applications-matching-none =
    Nothing fits right now.

    Briefs are matched by the category and the language of your offer and by your subscribers: see that they are right.
applications-format-title = <b>{ $title }</b> · what do you offer?
applications-format-how = Choose how long the post stays. Your packages come with your price; you can name another one next. The budget ends at { $max_nano }.
applications-price-title = <b>What do you ask for it?</b>
applications-price-how =
    Send a price from { $min_nano } to { $max_nano }, for example <i>12.5</i>.

    You get it less our { $fee_bps } fee.
applications-pitch-title = <b>Why your channel?</b>
applications-pitch-how = Send a few words to the advertiser: who reads you, how such posts did before. Up to 600 characters. Or skip this.
applications-terms =
    📦 { campaigns-package }
    💎 <b>{ $price_nano }</b>
    🗓 Published before { $window_end_at }
    ✍️ { $author ->
        [advertiser] The advertiser writes the post, the owner approves it
       *[owner] The owner writes the post, the advertiser approves it
    }
applications-pitch = 💬 <i>{ $pitch }</i>
applications-confirm-title = <b>Send this offer?</b> { $channel } → “{ $title }”
applications-confirm-next = This is your word: until { $ends_at } the advertiser can say yes to exactly these terms, and the deal is agreed. You can withdraw the offer at any time before that.

# An offer's card.

applications-card-title = 📥 <b>{ $channel }</b> → “{ $title }”
applications-brief =
    { $text }{ $has_links ->
        [yes] {" "}🔗 { $links }
       *[no] {""}
    }{ $has_restrictions ->
        [yes] {" "}🚫 { $restrictions }
       *[no] {""}
    }
    💎 A post: { campaigns-budget }
applications-figures =
    { $is_public ->
        [yes] @{ $username } ·{" "}
       *[no] {""}
    }👥 { $subscribers }{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } per 1000
       *[no] {""}
    }
applications-said =
    { $is_mine ->
        [yes] 🗨 You:
       *[no] { $speaker ->
            [advertiser] 🗨 Advertiser:
           *[owner] 🗨 Channel:
        }
    } { $text }
applications-obstacle =
    { $obstacle ->
        [brief] ⚠️ The brief has changed since this offer. The owner has to confirm it.
        [time] ⚠️ This offer leaves too little time to publish. The owner can renew it.
       *[closed] ⚠️ The brief takes nothing any more.
    }
applications-state =
    { $state ->
        [invited] { $party ->
            [owner] 💌 You are invited: name your price before { $ends_at }, or turn it down.
           *[advertiser] 💌 Invited. Their answer is awaited until { $ends_at }.
        }
        [applied] { $party ->
            [owner] ✅ Your offer stands until { $ends_at }. The advertiser says yes to exactly these terms, or no.
           *[advertiser] ✅ It stands until { $ends_at }. Your yes makes it a deal.
        }
        [declined] ✖️ The advertiser declined.
        [withdrawn] ↩️ The channel's side withdrew.
       *[taken] 🤝 It became a deal.
    }
applications-talk-title = <b>{ $channel }</b> → “{ $title }”
applications-talk-how = Write a line to the other side. Up to 1000 characters.

# Labels.

btn-campaigns = 📄 Briefs
btn-new-brief = ➕ New brief
btn-brief-line =
    { $status ->
        [open] 🟢
        [paused] ⏸
        [expired] ⌛
       *[closed] ✖️
    } { $title }
btn-brief-title-line = { $title }
btn-briefs-for-me = 📣 For my channels
btn-offers = 📥 Offers: { $offers_count }
btn-offer-post = ✋ Offer a post
btn-edit-brief = ✏️ Change
btn-share = 📤 Show to others
btn-resume-brief = ▶️ Take offers again
btn-extend = ⏳ Two more weeks
btn-close-brief = ✖️ Close
btn-yes-close = Yes, close it
btn-publish = 📢 Publish
btn-brief-title = Title
btn-brief-text = 📝 Text
btn-budget = 💎 Budget
btn-links = 🔗 Links
btn-restrictions = 🚫 Not wanted
btn-window = 🗓 { $window_days } days
btn-brief-author =
    { $author ->
        [advertiser] ✍️ I write
       *[owner] ✍️ Owner writes
    }
btn-start-deals =
    🤝 { $chosen_count ->
        [one] Begin one deal
       *[other] Begin { $chosen_count } deals
    }
btn-offer-line =
    { $is_chosen ->
        [yes] ☑️
       *[no] {""}
    }{ $number }. { $channel } · { $price_nano }
btn-order =
    ↕️ { $order ->
        [price] Cheapest first
        [cpm] Cheapest views
        [subscribers] Largest first
        [views] Most views
       *[new] Newest first
    }
btn-choose =
    { $is_choosing ->
        [yes] Stop choosing
       *[no] ☑️ Choose several
    }
btn-yes-start = 🤝 Yes, begin
btn-invite = 💌 Invite to my brief
btn-buy-ads-here = 🔗 “Buy ads here”
btn-copy = 📋 Copy
btn-format =
    { $is_permanent ->
        [yes] Permanent
       *[no] { $preset }
    }{ $pinned ->
        [yes] {" "}📌
       *[no] {""}
    }{ $has_price ->
        [yes] {" "}· { $price_nano }
       *[no] {""}
    }
btn-list-price = { $price_nano }, my usual price
btn-send-offer = 📨 Send the offer
btn-start-deal = 🤝 Begin the deal
btn-make-offer =
    { $state ->
        [applied] ✏️ Change my offer
       *[other] ✋ Make an offer
    }
btn-open-its-deal = Open the deal
btn-ask = 💬 Write
btn-decline-offer = ✖️ Decline
btn-withdraw-offer = ↩️ Withdraw
btn-open-campaign = Open the brief
btn-open-application = Open the offer

# Notices. Each has a button that opens the brief or the offer.

notice-campaign-offer =
    <b>{ $title }</b>
    📥 { $channel } offers a post for <b>{ $price_nano }</b>.
notice-campaign-invitation =
    <b>{ $title }</b>
    💌 An advertiser would like to see a post in { $channel }. Look at the brief and name your price.
notice-campaign-declined =
    <b>{ $title }</b>
    ✖️ The advertiser declined the offer of { $channel }.
notice-campaign-changed =
    <b>{ $title }</b>
    ✏️ The brief has changed. Your offer waits until you have read it and confirmed.
notice-campaign-closed =
    <b>{ $title }</b>
    ⌛ This brief has ended; your offer binds you no longer.
notice-campaign-ending =
    <b>{ $title }</b>
    ⏳ Your brief ends in a day. Extend it if you still look for channels.
notice-campaign-expired =
    <b>{ $title }</b>
    ⌛ Your brief has ended. You can open it again for two weeks.
campaigns-reply-carried = 📨 Carried to the other side of the offer.
notice-campaign-question =
    <b>{ $title }</b> · { $channel }
    💬 The advertiser asks: { $text }
notice-campaign-answer =
    <b>{ $title }</b> · { $channel }
    💬 The channel answers: { $text }

# Inline cards.

campaigns-inline-facts = Looking for channels · { campaigns-budget } a post
campaigns-inline-card =
    📄 <b>{ $title }</b>
    { $text }

    💎 A post: <b>{ campaigns-budget }</b>

# Refusals.

error-campaign-closed = This brief takes nothing any more.
error-too-many-campaigns = You have { $limit } briefs open, which is the most. Close one first.
error-campaign-full = { $limit } channels have answered this brief already; it takes no more.
error-does-not-fit =
    { $reason ->
        [language] This brief is for channels in another language.
        [category] This brief is for channels about something else.
       *[subscribers] This brief is for channels with at least { $min_subscribers } subscribers.
    }
error-brief-changed = The brief has changed since you read it. Open it again before you offer.
error-offer-gone = This offer is not there any more as it was. Here is what is true now.
error-offer-outdated =
    { $reason ->
        [time] This offer leaves too little time to publish. Ask the channel to renew it.
       *[brief] The brief has changed since this offer. Its owner has to confirm it first.
    }
error-invited-already = { $channel } knows of this brief already.
