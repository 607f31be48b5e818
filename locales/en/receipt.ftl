# The delivery receipt: the message, the window of the deal room, and the page. $intact and $checks are counts.

notice-receipt =
    { notice-head }
    🧾 <b>Delivery receipt</b>
    Published on { $posted_at }: { $url }
    Checks as agreed: { $intact } of { $checks }
btn-receipt-page = 🧾 Receipt page
deal-do-receipt = 🧾 Receipt
deal-receipt =
    🧾 <b>Delivery receipt</b>
    { receipt-outcome }
deal-receipt-post =
    Published on { $posted_at }: <a href="{ $post_url }">the post</a>
    <i>{ $text }</i>
    { receipt-package }
deal-receipt-media = Media: { $media }
deal-receipt-checks = <b>{ receipt-checks }</b>
deal-receipt-money =
    <b>{ receipt-money }</b>
    Owner { $owner_nano }, fee { $fee_nano }, advertiser { $advertiser_nano }
    Contract: <code>{ $address }</code>
deal-receipt-hashes =
    Terms: <code>{ $terms_hash }</code>
    Post: <code>{ $post_hash }</code>

receipt-title = Delivery receipt
receipt-none = There is no receipt at this address. Open it from the deal in the chat with the bot.
receipt-lead = Deal #{ $deal } in the channel “{ $channel }”
receipt-outcome =
    { $outcome ->
        [release] The post stood as agreed, and the owner was paid.
        [split] The money was shared between both sides.
       *[refund] The advertiser got the money back.
    }
receipt-posted = What was posted
receipt-medium =
    { $kind ->
        [photo] photo
        [video] video
        [animation] GIF
       *[document] document
    }
receipt-when = Published
receipt-time = { $when_at }
receipt-link = Link
receipt-term = Agreed
receipt-package = { $top_hours } h on top, { $feed_hours } h in the feed
receipt-until = Watched until
receipt-deleted = Taken down by the bot
receipt-checks = Checks: { $intact } of { $count } as agreed
receipt-money = Money
receipt-price = Locked
receipt-owner = To the owner
receipt-fee = Fee
receipt-advertiser = Back to the advertiser
receipt-settled = Settled
receipt-contract = Contract
receipt-message = Settlement message
receipt-hashes = Hashes
receipt-hash-terms = Terms (SHA-256)
receipt-hash-post = Post as Telegram showed it (SHA-256)
receipt-note = Whoever has the address of this page can read it. The money's part can be checked on the TON network by the contract's address.
