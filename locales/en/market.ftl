# Formats of a post and what a price is worth: said alike on every screen of the market.

format-words =
    { $is_permanent ->
        [yes] stays for good, { $feed_days ->
            [one] one day
           *[other] { $feed_days } days
        } guaranteed
       *[no] { $top_hours } h on top, { $feed_hours } h in the feed
    }{ $pinned ->
        [yes] , pinned
       *[no] {""}
    }
views-count =
    { $average_views ->
        [one] one view
       *[other] { $average_views } views
    }
format-extra = 🎁 { $extra } <i>(not verified)</i>

fair-mark =
    { $fair ->
        [cheap] 🟢
        [dear] 🟠
       *[usual] ⚪
    }
fair-words =
    { $fair ->
        [cheap] 🟢 Good price: only { $cheaper_count } % of { $fair_count } similar channels sell views cheaper.
        [dear] 🟠 High price: { $cheaper_count } % of { $fair_count } similar channels sell views cheaper.
       *[usual] ⚪ Usual price of views among { $fair_count } similar channels.
    } Similar are those of the same topic, language and size.

listings-open-deals =
    ⚠️ { $open_count ->
        [one] One deal is open here
       *[other] { $open_count } deals are open here
    }. What you change holds for new requests only: running deals keep their terms.
listings-hours-title = <b>Own hours</b>
listings-hours-how =
    Send the hours on top and in the feed, for example <i>3/48</i> or <i>3h/2d</i>. On top at most { $most_top_hours } h, in the feed at most { $most_feed_hours } h, and never longer on top than in the feed.
listings-price-extra = { format-extra }
listings-extra-title = <b>{ $title }</b> · { $preset } · something besides
listings-extra-how =
    Send what you promise besides the post, for example <i>plus a story</i>. Up to { $extra_limit } characters.

    The bot cannot check it: buyers see it marked as not verified, and it does not decide about the money.

search-sort-title = <b>Which channels come first?</b>
sort-price = Cheapest first
sort-cpm = Cheapest views
sort-subscribers = Largest first
sort-views = Most views
sort-new = Newest first

# Labels.

btn-own-hours = ➕ Own hours
btn-pin =
    { $pinned ->
        [yes] 📌 Pinned ✓
       *[no] 📌 Pin it
    }
btn-extra = 🎁 Something besides
btn-loosen =
    { $part ->
        [price] Any price
        [subscribers] Any size
        [category] Any category
        [language] Any language
       *[text] Any words
    } · { $found_count }{ $is_most ->
        [yes] +
       *[no] {""}
    }

# Refusals.

error-bad-hours = “{ $written }” is no format. Hours on top / in the feed, such as 3/48: at most { $most_top_hours } and { $most_feed_hours }.
error-too-many-packages = You sell { $limit } formats, which is the most. Stop selling one first.
error-package-taken = You sell that format already. Change its price instead.

# A brief's groups of parts.

campaigns-audience-what = Which channels should see the brief? What you leave open fits all.
campaigns-details-what = What else should owners know before they name a price?
btn-audience = 🎯 Which channels
btn-brief-details = ⚙️ Links, limits, time, author

# Bargaining in a deal's room.

deal-format =
    On the table: { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }

    Choose another format, or write the hours on top and in the feed: <code>3/48</code> (at most { $most_top_hours } and { $most_feed_hours }). The price on the table stays; you can counter it next.
deal-offers-title = <b>Offers so far</b>
deal-offers-line =
    { $is_standing ->
        [yes] 👉
       *[no] ▫️
    } { $at } · <b>{ $who ->
        [me] you
        [advertiser] the advertiser
       *[owner] the owner
    }</b>
    <b>{ $offer_nano }</b> · { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
    Published before { $window_end_at } · terms <code>{ $short_hash }</code>
deal-offers-none = Nothing is on record for this deal.
deal-reply-carried = 📨 Carried to the other side of deal #{ $deal }.
btn-deal-format = 📦 Another format
btn-deal-offers = 📜 Offers so far

error-same-terms = These very terms are on the table already. Change something, or accept them.
error-cannot-carry = Telegram lets nobody pass on this kind of message. Send a text, a picture, a file or a voice message.
