# Finding a channel and asking for a deal.

search-results-title = 🔍 <b>Channels</b>
search-by-price =
    💎 { $price_ends ->
        [from] from { $min_nano }
        [to] up to { $max_nano }
        [between] { $min_nano } to { $max_nano }
       *[any] any price
    }
search-by-subscribers =
    👥 { $subscribers_ends ->
        [from] from { $min_subscribers }
        [to] up to { $max_subscribers }
        [between] { $min_subscribers } to { $max_subscribers }
       *[any] any number of subscribers
    }
search-by-category =
    🏷 { $category ->
        [any] any category
        [news] News
        [crypto] Crypto
        [business] Business
        [technology] Technology
        [education] Education
        [entertainment] Entertainment
        [lifestyle] Lifestyle
       *[other] Other
    }
search-by-language =
    🌐 { $language ->
        [any] any language
        [en] English
        [ru] Russian
        [uk] Ukrainian
        [kk] Kazakh
        [uz] Uzbek
        [fa] Persian
        [es] Spanish
       *[other] Other
    }
search-by-words = “{ $text }”
search-row =
    <b>{ $number }. { $title }</b>
    👥 { $subscribers } · from <b>{ $price_nano }</b>{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } per 1000
       *[no] {""}
    }{ $fair ->
        [none] {""}
       *[known] {" "}{ fair-mark }
    }
search-empty = <b>Nothing fits.</b>
search-empty-loosen = One filter less is enough. Take it back with one tap:
search-empty-several = No single filter is to blame: several together leave nothing over. Clear them all, or send other words to look for.
search-empty-market = Nobody sells here yet. Do you have a channel? Be the first.
search-filters-title = <b>Filters</b>
search-filters-facts =
    { search-by-price }
    { search-by-subscribers }
    { search-by-category }
    { search-by-language }
    🔤 Words: { $has_text ->
        [yes] { $text }
       *[no] any
    }
    ↕️ First come { $sort ->
        [price] the cheapest
        [cpm] the cheapest views
        [views] those with most views
        [new] the newest
       *[subscribers] the largest
    }
search-price-title = <b>What may a post cost?</b>
search-price-how = Send a range: <i>10-50</i>, <i>up to 100</i>, <i>5+</i>.
search-subscribers-title = <b>How many subscribers?</b>
search-subscribers-how = Send a range: <i>1k-10k</i>, <i>5000+</i>, <i>up to 20 000</i>.
search-category-title = <b>What is the channel about?</b>
search-language-title = <b>In which language does it write?</b>
search-text-title = <b>Which words?</b>
search-text-how = Send words to look for in names and descriptions, for example <i>coffee</i> or <i>@channel</i>.

search-card-title =
    📣 <b>{ $title }</b>{ $is_public ->
        [yes] {" "}· @{ $username }
       *[no] {" "}· private channel
    }
search-card-facts =
    👥 { $subscribers ->
        [one] one subscriber
       *[other] { $subscribers } subscribers
    }{ $views_known ->
        [yes] , a post gets { views-count }
       *[no] {""}
    }
    Figures from { $source ->
        [preview] the channel's public page
       *[bot_api] Telegram
    }, { $taken_at }
search-card-fair = { fair-words }
search-card-description = <i>{ $description }</i>
search-card-choose = Choose a package: you will see everything once more before the request goes out.
search-card-closed = ⏸ This channel takes no requests right now.

search-message-title =
    <b>{ $title }</b> · { format-words } · { $price_nano }
search-message-how = Write a few words to the owner: what you advertise and when you would like it. Or skip this.
search-confirm-title = <b>Send this request?</b>
search-confirm-facts =
    📣 { $title }
    📦 { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
    💎 <b>{ $price_nano }</b>
    ✍️ { $author ->
        [advertiser] You write the post, the owner approves it
       *[owner] The owner writes the post, you approve it
    }
    🗓 To be published within { $window_days } days
search-confirm-words = 💬 <i>{ $words }</i>
search-confirm-next = Nothing is paid now. The owner has { $answer_seconds } to accept or to make another offer; you pay only after you both agreed, and into a contract that guards the money.

search-inline-facts =
    { $subscribers ->
        [one] one subscriber
       *[other] { $subscribers } subscribers
    } · from { $price_nano }
search-inline-card =
    📣 <b>{ $title }</b>
    👥 { $subscribers ->
        [one] one subscriber
       *[other] { $subscribers } subscribers
    } · a post from <b>{ $price_nano }</b>{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } per 1000
       *[no] {""}
    }

btn-search-row = { $number }. { $title }
btn-filters = ⚙️ Filters
btn-show-results = 🔍 Show channels
btn-price = 💎 Price
btn-subscribers = 👥 Subscribers
btn-words = 🔤 Words
btn-sort =
    ↕️ { $sort ->
        [price] Cheapest first
        [cpm] Cheapest views
        [views] Most views
        [new] Newest first
       *[subscribers] Largest first
    }
btn-clear-filters = Clear all
btn-any-price = Any price
btn-any-size = Any size
btn-no-words = Any words
btn-offer =
    { $is_permanent ->
        [yes] Permanent
       *[no] { $preset }
    }{ $pinned ->
        [yes] {" "}📌
       *[no] {""}
    } · { $price_nano }
btn-send-request = 📨 Send the request
btn-author =
    { $author ->
        [advertiser] ✍️ Let the owner write
       *[owner] ✍️ I write it myself
    }
btn-open-listing = See the offer
