# Notices: short, with one button that opens the deal. A notice's arguments are its event's payload, `deal`,
# `channel` and `price_nano`.

notice-head = <b>{ $channel }</b> · deal #{ $deal }

# Parts.

notice-changed =
    { $reason ->
        [gone] it was deleted
        [text] the text was changed
        [entities] links or formatting were changed
        [media] the media were changed
        [buttons] the buttons were changed
        [pin] it is not pinned
       *[other] its content was changed
    }
notice-why =
    { $reason ->
        [post-unclear] Telegram did not say whether the post went out.
        [post-unverifiable] the post could not be checked for too long.
       *[other] { $reason }
    }
notice-because =
    { $reason ->
        [admin] An administrator decided.
        [dispute_cap] Nobody decided in time, so the checks did.
       *[other] The post was not as agreed.
    }
notice-because-paid =
    { $reason ->
        [admin] An administrator decided.
        [dispute_cap] Nobody decided in time, so the checks did.
       *[retained] The post stood as agreed.
    }
notice-because-shared =
    { $reason ->
        [dispute_cap] Nobody decided in time, and the post could not be checked by no fault of the owner's.
       *[admin] An administrator decided.
    }
notice-hindrance =
    { $reason ->
        [protected] the channel forbids forwarding.
       *[rights] the bot has lost its rights in the channel.
    }
notice-obstacle =
    { $reason ->
        [channel-gone] the channel cannot be found.
        [bot-rights] the bot lacks its rights in the channel.
        [owner-not-admin] the owner is no longer an administrator of the channel.
        [protected] the channel forbids forwarding, so nobody could verify the post.
       *[other] the channel does not let the bot in.
    }

# Steps of a deal.

notice-send-owner =
    { notice-head }
    💬 A new request: <b>{ $price_nano }</b> · { format-words }. Look at the terms and answer.{ $has_words ->
        [yes] {" "}The advertiser writes:
       *[no] {""}
    }
    { $has_words ->
        [yes] <i>{ $text }</i>
       *[no] {""}
    }
notice-counter-advertiser =
    { notice-head }
    💬 The other side offers other terms: <b>{ $price_nano }</b> · { format-words }. Accept, offer yours, or decline.
notice-decline-advertiser =
    { notice-head }
    ✖️ The other side declined. The deal is closed, nothing is owed.
notice-counter-owner =
    { notice-head }
    💬 The other side offers other terms: <b>{ $price_nano }</b> · { format-words }. Accept, offer yours, or decline.
notice-decline-owner =
    { notice-head }
    ✖️ The other side declined. The deal is closed, nothing is owed.
notice-accept-advertiser =
    { notice-head }
    🤝 The owner agreed to <b>{ $price_nano }</b>. Choose the wallet you will pay from.
notice-accept-owner =
    { notice-head }
    🤝 The advertiser agreed to <b>{ $price_nano }</b>. Choose the wallet for your earnings.
notice-open-escrow-advertiser =
    { notice-head }
    💳 You can pay now: { $price_nano } into this deal's own contract.
notice-open-escrow-owner =
    { notice-head }
    💳 Both wallets are set. The advertiser can pay now; you hear from us when the money is locked.
notice-confirm-deposit-advertiser =
    { notice-head }
    🔒 Your payment of { $price_nano } arrived and is locked in the contract. Next comes the post.
notice-confirm-deposit-owner =
    { notice-head }
    🔒 The advertiser paid: { $price_nano } is locked in the contract. Next comes the post.
notice-ask-creative-advertiser =
    { notice-head }
    ✍️ Your turn: send the post as it should appear in the channel.
notice-submit-creative-advertiser =
    { notice-head }
    👀 The post is ready for you to check. Approve it or ask for changes.
notice-revise-creative-advertiser =
    { notice-head }
    👀 There is a new version of the post. It needs your approval, and then a time.
notice-request-changes-advertiser =
    { notice-head }
    ✏️ The other side asks for changes:
    { $note }
notice-approve-creative-advertiser =
    { notice-head }
    ✅ The post is approved. Now agree on the time.
notice-propose-time-advertiser =
    { notice-head }
    🕐 The other side proposes to publish on <b>{ $publish_at }</b>. Agree, or propose another time.
notice-agree-time-advertiser =
    { notice-head }
    🗓 Agreed: the post goes out on <b>{ $publish_at }</b>. The bot publishes it by itself.
notice-ask-creative-owner =
    { notice-head }
    ✍️ Your turn: send the post as it should appear in the channel.
notice-submit-creative-owner =
    { notice-head }
    👀 The post is ready for you to check. Approve it or ask for changes.
notice-revise-creative-owner =
    { notice-head }
    👀 There is a new version of the post. It needs your approval, and then a time.
notice-request-changes-owner =
    { notice-head }
    ✏️ The other side asks for changes:
    { $note }
notice-approve-creative-owner =
    { notice-head }
    ✅ The post is approved. Now agree on the time.
notice-propose-time-owner =
    { notice-head }
    🕐 The other side proposes to publish on <b>{ $publish_at }</b>. Agree, or propose another time.
notice-agree-time-owner =
    { notice-head }
    🗓 Agreed: the post goes out on <b>{ $publish_at }</b>. The bot publishes it by itself.
notice-mark-posted-advertiser =
    { notice-head }
    📣 Your post is out: { $url }
    It is watched until { $ends_at }.
notice-mark-posted-owner =
    { notice-head }
    📣 The post is out: { $url }
    📌 Please post nothing else in the channel before <b>{ $top_ends_at }</b>: those are its hours on top.
    Leave it as it is until { $ends_at }; then you are paid.
notice-start-cure-owner =
    { notice-head }
    ⚠️ <b>The post is not as agreed</b>: { notice-changed }.
    Restore it or post it again before <b>{ $until_at }</b>; after that the advertiser gets the money back.
notice-start-cure-advertiser =
    { notice-head }
    ⚠️ The post is not as agreed: { notice-changed }. The owner can restore it before { $until_at }; otherwise you get your money back.
notice-post-again-advertiser =
    { notice-head }
    🔁 The owner posts again. It is watched longer, by the time that was lost.
notice-withdraw-advertiser =
    { notice-head }
    ↩️ The owner left the deal. All your money, { $price_nano }, is on its way back.
notice-withdraw-owner =
    { notice-head }
    ↩️ The advertiser left the deal. The money goes back to them.
notice-propose-cancel-advertiser =
    { notice-head }
    ↩️ The owner proposes to cancel. If you agree, { $price_nano } goes back to you.
notice-propose-cancel-owner =
    { notice-head }
    ↩️ The advertiser proposes to cancel. If you agree, they get { $price_nano } back.
notice-agree-cancel-advertiser =
    { notice-head }
    ↩️ The owner agreed to cancel. { $price_nano } is on its way back to you.
notice-agree-cancel-owner =
    { notice-head }
    ↩️ The advertiser agreed to cancel. The money goes back to them.
notice-dispute-advertiser =
    { notice-head }
    ⚖️ A dispute was opened: { notice-why }
    The money stays locked. Say your side of it; an administrator decides.
notice-state-case-advertiser =
    { notice-head }
    ⚖️ The other side adds:
    { $text }
notice-dispute-owner =
    { notice-head }
    ⚖️ A dispute was opened: { notice-why }
    The money stays locked. Say your side of it; an administrator decides.
notice-state-case-owner =
    { notice-head }
    ⚖️ The other side adds:
    { $text }
notice-dispute-admin =
    { notice-head }
    ⚖️ A dispute over { $price_nano }: { notice-why }
notice-state-case-admin =
    { notice-head }
    ⚖️ A new statement:
    { $text }
notice-concede-advertiser =
    { notice-head }
    🏳 The dispute is over by agreement. The money is on its way; the card says to whom.
notice-concede-owner =
    { notice-head }
    🏳 The dispute is over by agreement. The money is on its way; the card says to whom.
notice-time-out-advertiser =
    { notice-head }
    ⌛ Time ran out, so you get your money back: { $price_nano } is on its way.
notice-time-out-owner =
    { notice-head }
    ⌛ Time ran out, so the advertiser gets the money back.
notice-decide-release-advertiser =
    { notice-head }
    🏁 Decided: the owner is paid. { notice-because-paid }
notice-decide-release-owner =
    { notice-head }
    🏁 Decided: you are paid. { notice-because-paid } The money is on its way.
notice-decide-refund-advertiser =
    { notice-head }
    ↩️ Decided: you get your money back. { notice-because }
notice-decide-refund-owner =
    { notice-head }
    ↩️ Decided: the advertiser gets the money back. { notice-because }
notice-decide-split-advertiser =
    { notice-head }
    ⚖️ Decided: the money is shared; the owner's part is { $split_bps }. { notice-because-shared }
notice-decide-split-owner =
    { notice-head }
    ⚖️ Decided: the money is shared; your part is { $split_bps }. { notice-because-shared }
notice-confirm-release-advertiser =
    { notice-head }
    💸 The owner has been paid. The deal is done, thank you.
notice-confirm-release-owner =
    { notice-head }
    💸 <b>{ $owner_nano }</b> is in your wallet. The deal is done, thank you.
notice-confirm-refund-advertiser =
    { notice-head }
    💸 <b>{ $advertiser_nano }</b> is back in your wallet. The deal is closed.
notice-confirm-refund-owner =
    { notice-head }
    💸 The advertiser has been refunded. The deal is closed.
notice-confirm-split-advertiser =
    { notice-head }
    💸 <b>{ $advertiser_nano }</b> is back in your wallet; the owner got { $owner_nano }.
notice-confirm-split-owner =
    { notice-head }
    💸 <b>{ $owner_nano }</b> is in your wallet; the advertiser got { $advertiser_nano } back.
notice-cancel-advertiser =
    { notice-head }
    ✖️ The other side cancelled. Nothing was paid, so nothing is owed.
notice-expire-advertiser =
    { notice-head }
    ⌛ Nobody acted in time, so the deal closed. Nothing is owed.
notice-cancel-owner =
    { notice-head }
    ✖️ The other side cancelled. Nothing was paid, so nothing is owed.
notice-expire-owner =
    { notice-head }
    ⌛ Nobody acted in time, so the deal closed. Nothing is owed.
notice-return-deposit-advertiser =
    { notice-head }
    ↩️ { $amount_nano } arrived after the deal was closed. It is on its way back to your wallet.
notice-return-deposit-owner =
    { notice-head }
    ↩️ The advertiser's payment came after the deal was closed. It goes back to them; there is nothing for you to do.
notice-warning-expire =
    { notice-head }
    ⏳ { $left_seconds } left. If nothing happens, the deal closes and nobody pays.
notice-warning-refund =
    { notice-head }
    ⏳ { $left_seconds } left. If nothing happens, the advertiser gets the money back.
notice-warning-decide =
    { notice-head }
    ⏳ { $left_seconds } left until the last check of the post.
notice-warning-cap =
    { notice-head }
    ⏳ { $left_seconds } left. If nobody decides, the checks of the post decide.
notice-message-advertiser =
    { notice-head }
    💬 <b>Advertiser:</b> { $text }

    <i>Reply to this message to answer.</i>
notice-message-owner =
    { notice-head }
    💬 <b>Owner:</b> { $text }

    <i>Reply to this message to answer.</i>
notice-violation-seen-owner =
    { notice-head }
    ⚠️ The post looks different from what was agreed: { notice-changed }. Restore it now; the bot looks again in a few minutes.
notice-check-hindered-owner =
    { notice-head }
    ⚠️ The bot cannot check the post: { notice-hindrance } Please mend it; otherwise it comes to a dispute.
notice-check-hindered-advertiser =
    { notice-head }
    ⚠️ The post cannot be checked right now: { notice-hindrance } The owner has been told; your money stays locked.
notice-posting-hindered-owner =
    { notice-head }
    ⚠️ The post is due, but it cannot go out: { notice-obstacle } Please mend it now; if the slot passes, the advertiser gets the money back.
notice-delete-post-owner =
    { notice-head }
    The deal is over, but the bot could not take the post down. You may delete it yourself: { $url }
notice-post-unfound-owner =
    { notice-head }
    The deal is over and the money goes back. The bot could not find out whether its post is in your channel: please look, and delete it if it is there.
notice-post-unfound-admin =
    { notice-head }
    The money goes back, but whether the post is in the channel could not be found out. The owner was asked to look and delete it.
notice-channel-rights-lost =
    <b>{ $channel }</b>
    ⚠️ The bot has lost its rights in the channel, so its listing is hidden. It needs:
    { $post ->
        [yes] ✅
       *[no] ❌
    } posting, { $edit ->
        [yes] ✅
       *[no] ❌
    } editing, { $delete ->
        [yes] ✅
       *[no] ❌
    } deleting messages.{ $deals ->
        [0] {""}
        [one] {" "}One deal is open here: without the rights its post cannot go out or be checked.
       *[other] {" "}{ $deals } deals are open here: without the rights their posts cannot go out or be checked.
    }
notice-channel-rights-regained =
    <b>{ $channel }</b>
    ✅ The bot has its rights again, and the listing is back.
notice-top-broken-owner =
    { notice-head }
    ⚠️ <b>Another post has appeared above the ad.</b> The advertiser was promised the top of the channel until { $until_at }. Take the new post down and publish it later; this one is noted on the deal.
notice-top-broken-advertiser =
    { notice-head }
    ⚠️ Another post has appeared above yours before { $until_at }. The owner has been warned, and it is noted among the checks. You may open a dispute on the deal's card.
