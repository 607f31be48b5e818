# What a channel offers: the owner's editor, and the offer lines that buyers see too.

listings-card-title = <b>{ $title }</b> · what buyers see
listings-offer =
    📦 { format-words }: <b>{ $price_nano }</b>{ $cpm_known ->
        [yes] {" "}({ $cpm_nano } per 1000 views)
       *[no] {""}
    }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
listings-no-offers = No price yet. Set one, and the channel shows up in the search.
listings-description = <i>{ $description }</i>
listings-state-on-sale =
    🟢 On sale. Put this link into your channel, and advertisers come straight here:
    { $link_html }
listings-state-paused = ⏸ Paused: no new requests. Open deals go on.
listings-state-delisted = ⚠️ Hidden, because I have lost my rights in the channel. Give them back in the channel's settings.

listings-packages-title = <b>{ $title }</b> · packages
listings-packages-what =
    A package says how long the post stays first (on top) and how long it stays at all (in the feed): <b>2/48</b> is two hours on top and 48 hours in the feed.

    Tap one to set its price.
listings-price-title =
    <b>{ $title }</b> · { format-words }
listings-price-now = Now: <b>{ $price_nano }</b>
listings-price-how =
    Send the price, for example <i>12.5</i>, <i>1 500</i> or <i>1.5k</i>. At least { $min_nano }.

    You get the price less our { $fee_bps } fee. Deals that are running keep their price.
listings-description-title = <b>Description</b>
listings-description-now = Now: <i>{ $description }</i>
listings-description-how = Send a few sentences: what the channel is about, who reads it, what you do not advertise. Up to 600 characters.
listings-category-title = <b>What is the channel about?</b>
listings-language-title = <b>In which language does the channel write?</b>

btn-packages = 💎 Packages and prices
btn-description = 📝 Description
btn-pause = ⏸ Pause
btn-resume = ▶️ Sell again
btn-package-line =
    { $is_permanent ->
        [yes] Permanent
       *[no] { $preset }
    }{ $pinned ->
        [yes] {" "}📌
       *[no] {""}
    } · { $has_price ->
        [yes] { $price_nano }
       *[no] set a price
    }
btn-remove-package = 🗑 Stop selling this
