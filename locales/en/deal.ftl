# The deal room. $party is who looks (advertiser, owner, admin); *_mine, *_state say whose a proposal is.

deal-status-draft = 📝 Not sent yet
deal-status-negotiation = 💬 Being negotiated
deal-status-owner-accepted = 🤝 Agreed, wallets needed
deal-status-awaiting-escrow-payment = 💳 Waiting for the payment
deal-status-escrow-funded = 🔒 Paid, the money is locked
deal-status-creative-pending-owner = ✍️ The post is being written
deal-status-creative-submitted = 👀 The post is being checked
deal-status-creative-changes-requested = ✏️ Changes to the post were asked for
deal-status-creative-approved = ✅ Post approved, time to be agreed
deal-status-scheduled = 🗓 Scheduled
deal-status-posted = 📣 Published
deal-status-retention-check = 🔎 Published, being watched
deal-status-disputed = ⚖️ In dispute
deal-status-released = 🏁 Completed
deal-status-refunded = ↩️ Refunded to the advertiser
deal-status-cancelled = ✖️ Cancelled
deal-status-expired = ⌛ Expired

deal-card-title = <b>{ $channel }</b> · deal #{ $deal }
deal-card-terms =
    💎 <b>{ $price_nano }</b> · { $top_hours } h on top, { $feed_hours } h in the feed
    { $author ->
        [advertiser] The advertiser writes the post, the owner approves it.
       *[owner] The owner writes the post, the advertiser approves it.
    }
deal-card-permanent = After that the post simply stays.
deal-card-extra = { format-extra }
deal-card-pinned = 📌 Pinned while it is watched
deal-card-window = To be published before { $window_end_at }
deal-card-wallets =
    Wallets: advertiser { $payer_ready ->
        [yes] ✅
       *[no] not set
    }, owner { $payout_ready ->
        [yes] ✅
       *[no] not set
    }
deal-card-proposed =
    🕐 { $time_state ->
        [mine] You propose { $proposed_at }
       *[theirs] The other side proposes { $proposed_at }
    }
deal-card-publish = 🗓 Goes out on <b>{ $publish_at }</b>
deal-card-top = 📌 On top until <b>{ $top_until_at }</b>{ $party ->
        [owner] : please post nothing else before that
       *[advertiser] {""}
    }
deal-card-post = 🔗 <a href="{ $post_url }">The post</a>
deal-card-post-deleted = The post was taken down by the bot.
deal-card-cure =
    ⚠️ The post is not as agreed. { $party ->
        [owner] Restore it or post it again before <b>{ $cure_at }</b>; otherwise the advertiser gets the money back.
       *[advertiser] The owner has until <b>{ $cure_at }</b> to restore it; otherwise the money goes back to the advertiser.
    }
deal-card-cancel =
    { $cancel_state ->
        [mine] You proposed to cancel. If the other side agrees, the advertiser gets everything back.
       *[theirs] The other side proposes to cancel. If you agree, the advertiser gets everything back.
    }

deal-next-draft = This request has not been sent yet.
deal-next-negotiation =
    { $party ->
        [admin] The two sides are agreeing on terms.
       *[other] { $offer_mine ->
            [yes] Your offer is on the table. Waiting for the other side.
           *[no] The offer on the table is theirs: accept it, offer other terms, or decline.
        }
    }
deal-next-owner-accepted =
    { $party ->
        [advertiser] { $payer_ready ->
            [yes] Your wallet is set. As soon as the owner sets theirs, you can pay.
           *[no] Choose the wallet you will pay from. A refund would go back to the same wallet.
        }
        [owner] { $payout_ready ->
            [yes] Your wallet is set. As soon as the advertiser sets theirs, they can pay.
           *[no] Choose the wallet for your earnings.
        }
       *[admin] Both wallets are needed, then the payment opens.
    }
deal-next-awaiting-escrow-payment =
    { $party ->
        [advertiser] Pay into this deal's own contract. The money stays there until the post has stood its time.
       *[owner] Waiting for the advertiser's payment. There is nothing to publish yet.
    }
deal-next-escrow-funded = The money is locked in the deal's contract. Next comes the post.
deal-next-creative-pending-owner =
    { $author_me ->
        [yes] Your turn: send the post as it should appear in the channel.
       *[no] The other side is writing the post. You will see it before it goes out.
    }
deal-next-creative-submitted =
    { $author_me ->
        [yes] The other side is looking at your post.
       *[no] { $party ->
            [admin] The post is being checked by the other side.
           *[other] Your turn: look at the post, then approve it or ask for changes.
        }
    }
deal-next-creative-changes-requested =
    { $author_me ->
        [yes] Your turn: the other side asked for changes. Send the post again.
       *[no] The author is changing the post.
    }
deal-next-creative-approved =
    { $time_state ->
        [mine] Waiting for the other side to agree to the time.
        [theirs] Agree to the time, or propose another.
       *[none] The post is approved. Propose when it goes out.
    }
deal-next-scheduled = The bot publishes the post by itself, exactly as approved.
deal-next-posted = The post is out. The watch begins.
deal-next-retention-check =
    The post has to stay as it is until <b>{ $retention_ends_at }</b>. The bot looks at random moments and once at the end.
    { $party ->
        [advertiser] If it stays, the owner is paid; if not, you get your money back.
       *[owner] If it stays, the owner is paid; if not, the advertiser gets the money back.
    }
deal-next-disputed = An administrator decides, with both sides' words and all checks at hand. The money stays locked meanwhile.
deal-next-released =
    { $outcome ->
        [split] The money was shared between both sides. The deal is done.
       *[release] The owner has been paid. The deal is done.
    }
deal-next-refunded =
    { $party ->
        [advertiser] Your money is back in your wallet. The deal is done.
       *[owner] The money went back to the advertiser. The deal is done.
    }
deal-next-cancelled = This deal was cancelled. Nothing is owed.
deal-next-expired = Nobody acted in time, so the deal closed. Nothing is owed.

deal-ends-expire = ⏳ If nothing happens by <b>{ $due_at }</b>, the deal closes and nobody pays.
deal-ends-refund =
    ⏳ { $stage ->
        [scheduled] If the post is not out by <b>{ $due_at }</b>,
       *[other] If nothing happens by <b>{ $due_at }</b>,
    } { $party ->
        [advertiser] you get all your money back.
       *[owner] the advertiser gets the money back.
    }
deal-ends-decide = ⏳ The last check is on <b>{ $due_at }</b>; it decides.
deal-ends-cap = ⏳ If nobody decides by <b>{ $due_at }</b>, the checks of the post decide.

deal-settling-release =
    💸 Decided: { $party ->
        [owner] you are paid.
       *[advertiser] the owner is paid.
    } The transfer is on its way; the deal is done when the network confirms it.
deal-settling-refund =
    💸 Decided: { $party ->
        [advertiser] you get your money back.
       *[owner] the advertiser gets the money back.
    } The transfer is on its way; the deal is done when the network confirms it.
deal-settling-split = 💸 Decided: the money is shared between both sides. The transfer is on its way; the deal is done when the network confirms it.

# What a side can do: labels, one to four words.

deal-do-send = Send
deal-do-counter = 💬 Other terms
deal-do-decline = ✖️ Decline
deal-do-accept = 🤝 Accept
deal-do-set-payout-wallet = 👛 Wallet for earnings
deal-do-set-payer-wallet = 👛 Wallet to pay from
deal-do-open-escrow = Open the payment
deal-do-confirm-deposit = Confirm the payment
deal-do-ask-creative = Ask for the post
deal-do-submit-creative = ✍️ Send the post
deal-do-request-changes = ✏️ Ask for changes
deal-do-approve-creative = 👀 Check the post
deal-do-revise-creative = ✏️ Change the post
deal-do-propose-time = 🕐 Propose a time
deal-do-agree-time = ✅ Agree to the time
deal-do-mark-posted = Mark as published
deal-do-start-retention = Start the watch
deal-do-start-cure = Ask to restore
deal-do-post-again = 🔁 Post again
deal-do-withdraw = ↩️ Leave with refund
deal-do-propose-cancel = ↩️ Propose to cancel
deal-do-agree-cancel = ↩️ Agree to cancel
deal-do-dispute = ⚖️ Open a dispute
deal-do-state-case = ⚖️ Add a statement
deal-do-concede = 🏳 Concede
deal-do-time-out = Time out
deal-do-decide-release = Pay the owner
deal-do-decide-refund = Refund
deal-do-decide-split = Split
deal-do-confirm-release = Confirm the payout
deal-do-confirm-refund = Confirm the refund
deal-do-confirm-split = Confirm the split
deal-do-cancel = ✖️ Cancel
deal-do-expire = Expire
deal-do-return-deposit = Return the payment
deal-do-pay = 💳 Pay
deal-do-money-back = ↩️ My money back
deal-do-creative = 👀 See the post
deal-do-evidence = 🔎 Checks

btn-deal-talk = 💬 Conversation
btn-deal-timeline = 🕘 History
btn-deal-window-days = { $days } days from now
btn-deal-day =
    { $nth ->
        [0] Today
        [1] Tomorrow
       *[other] { $weekday ->
            [0] Mon
            [1] Tue
            [2] Wed
            [3] Thu
            [4] Fri
            [5] Sat
           *[6] Sun
        } { $day }
    }
btn-deal-hour = { $hour }
btn-open-deal = Open deal #{ $deal }

# The question before a step; the consequence is in it.

deal-ask-stale = The deal has moved on since this question was asked. Go back to see how it stands.
deal-ask-accept =
    Agree to <b>{ $price_nano }</b> for { $package }?{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }

    { $party ->
        [advertiser] Next, both sides choose wallets and you pay into the deal's contract. Until you pay, you owe nothing.
       *[owner] Next, both sides choose wallets and the advertiser pays. You are bound once the money is locked.
    }
deal-ask-decline =
    Decline this offer?

    The deal closes. Nobody pays anything.
deal-ask-cancel =
    Cancel the deal?

    Nothing was paid, so nothing is owed. This cannot be undone.
deal-ask-withdraw =
    Leave the deal?

    { $party ->
        [advertiser] All your money, <b>{ $price_nano }</b>, goes back to your wallet. This cannot be undone.
       *[owner] The advertiser gets all of the money back, and you earn nothing. This cannot be undone.
    }
deal-ask-propose-cancel =
    Propose to cancel the deal?

    { $party ->
        [advertiser] If the owner agrees, <b>{ $price_nano }</b> goes back to your wallet. Until then everything goes on.
       *[owner] If the advertiser agrees, they get <b>{ $price_nano }</b> back and you earn nothing. Until then everything goes on.
    }
deal-ask-agree-cancel =
    Agree to cancel?

    { $party ->
        [advertiser] All your money, <b>{ $price_nano }</b>, goes back to your wallet. This cannot be undone.
       *[owner] The advertiser gets <b>{ $price_nano }</b> back, and you earn nothing. This cannot be undone.
    }
deal-ask-agree-time =
    Publish on <b>{ $at }</b>?

    The bot publishes the approved post by itself at that time.
deal-ask-post-again =
    Post again now?

    What is left of the old post is deleted and the approved post is published anew. The watch lasts longer by the gap.
deal-ask-concede =
    Concede?

    { $party ->
        [advertiser] The owner is paid and you get nothing back. This cannot be undone.
       *[owner] The advertiser gets <b>{ $price_nano }</b> back and you earn nothing. This cannot be undone.
    }

deal-yes-accept = 🤝 Yes, agree
deal-yes-decline = Yes, decline
deal-yes-cancel = Yes, cancel
deal-yes-withdraw = Yes, leave
deal-yes-propose-cancel = Yes, propose
deal-yes-agree-cancel = Yes, cancel
deal-yes-agree-time = ✅ Yes, publish then
deal-yes-post-again = Yes, post again
deal-yes-concede = Yes, concede

deal-counter =
    { $offer_mine ->
        [yes] Your standing offer is <b>{ $price_nano }</b>.
       *[no] Their offer is <b>{ $price_nano }</b>.
    } Format: { format-words }. Publication before { $window_end_at }.

    Write another price, for example <code>12.5</code> or <code>1.5k</code>, choose until when the post may go out, or another format. Your offer replaces the one on the table.

deal-talk-empty = No messages yet.
deal-talk-line =
    <b>{ $who ->
        [me] You
        [advertiser] Advertiser
       *[owner] Owner
    }</b> · { $at }
    { $has_media ->
        [yes] 📎 attachment
       *[no] { $text }
    }
deal-talk-hint =
    
    Write a message: the bot carries it to the other side.

deal-time-ask =
    When should the post go out? Before { $window_end_at }.

    Choose a day, or write it: <code>tomorrow 18:00</code>, <code>25.12 9:30</code>. Your time zone: { $zone }.
deal-zone-why = Asked once: all times are then shown on your clock. Choose your city, or send another one: <i>Lisbon</i>, <i>+5:30</i>.
deal-time-hour = Choose the hour, or write the exact time, for example <code>18:30</code>. Your time zone: { $zone }.
deal-time-none = No hours are left on this day. Choose another.

deal-case-open =
    What is wrong? Write it in your own words.

    <b>Sending it opens a dispute.</b> The money stays locked and an administrator decides; if nobody does within { $dispute_seconds }, the checks of the post decide.
deal-case-add = Write what the other side and the administrator should know. Everyone in the dispute can read it.

deal-evidence-none = Nothing has been checked yet.
deal-evidence-post = Published on { $posted_at }
deal-evidence-check =
    { $at } · { $result ->
        [intact] ✅ as agreed
        [present] 👁 it is there, its content could not be read
        [violated] ❌ { $changed ->
            [gone] deleted
            [text] the text was changed
            [entities] links or formatting were changed
            [media] the media were changed
            [buttons] the buttons were changed
            [pin] the post is not pinned any more
           *[other] not as agreed
        }
       *[unknown] ❔ { $cause ->
            [owners] could not be checked: the channel does not let the bot look
           *[ours] could not be checked, not the owner's fault
        }
    }
deal-evidence-intrusion = { $at } · ⚠️ another post appeared during the hours on top
deal-evidence-versions = ✍️ Versions of the post: { $versions_count }, approved: { $version_approved }
deal-evidence-talk =
    { $at } · 💬 <b>{ $who ->
        [advertiser] Advertiser
       *[owner] Owner
    }</b>: { $text }
deal-evidence-chain =
    ⛓ { $chain_state ->
        [funded] The contract holds { $chain_balance_nano }
        [released] The contract has paid the owner
        [refunded] The contract has paid the money back
        [split] The contract has shared the money
       *[other] The contract is not funded
    }: <code>{ $chain_address }</code>
deal-evidence-reason =
    
    ⚖️ <b>{ $opened_by ->
        [advertiser] The advertiser
       *[owner] The owner
    }</b>: { $reason }
deal-evidence-statement =
    <b>{ $who ->
        [advertiser] Advertiser
       *[owner] Owner
    }</b> · { $at }
    { $text }
deal-reason-post-unclear = ⚖️ Telegram did not say whether the post went out, and it could not be found for sure.
deal-reason-post-unverifiable = ⚖️ The post could not be checked for too long.
deal-reason-other = ⚖️ The platform could not decide by itself.

# History: one line for each step. $who is me, advertiser, owner, admin or platform.

deal-timeline-hidden = … and { $hidden } earlier
deal-did-send = { $at } · the request was sent
deal-did-counter =
    { $at } · { $who ->
        [me] you offered other terms
        [advertiser] the advertiser offered other terms
       *[owner] the owner offered other terms
    }
deal-did-decline =
    { $at } · { $who ->
        [me] you declined
        [advertiser] the advertiser declined
       *[owner] the owner declined
    }
deal-did-accept =
    { $at } · { $who ->
        [me] you accepted the terms
        [advertiser] the advertiser accepted the terms
       *[owner] the owner accepted the terms
    }
deal-did-set-payout-wallet = { $at } · the owner's wallet was set
deal-did-set-payer-wallet = { $at } · the advertiser's wallet was set
deal-did-open-escrow = { $at } · the payment was opened
deal-did-confirm-deposit = { $at } · 🔒 the payment arrived
deal-did-ask-creative = { $at } · the post was asked for
deal-did-submit-creative = { $at } · the post was sent for review
deal-did-request-changes = { $at } · changes were asked for
deal-did-approve-creative = { $at } · ✅ the post was approved
deal-did-revise-creative = { $at } · a new version of the post was sent
deal-did-propose-time =
    { $at } · { $who ->
        [me] you proposed a time
        [advertiser] the advertiser proposed a time
       *[owner] the owner proposed a time
    }
deal-did-agree-time = { $at } · 🗓 the time was agreed
deal-did-mark-posted = { $at } · 📣 the post went out
deal-did-start-retention = { $at } · the watch began
deal-did-start-cure = { $at } · ⚠️ the post was not as agreed
deal-did-post-again = { $at } · the owner posted again
deal-did-withdraw =
    { $at } · { $who ->
        [me] you left the deal
        [advertiser] the advertiser left the deal
       *[owner] the owner left the deal
    }
deal-did-propose-cancel =
    { $at } · { $who ->
        [me] you proposed to cancel
        [advertiser] the advertiser proposed to cancel
       *[owner] the owner proposed to cancel
    }
deal-did-agree-cancel = { $at } · both sides agreed to cancel
deal-did-dispute =
    { $at } · ⚖️ { $who ->
        [me] you opened a dispute
        [advertiser] the advertiser opened a dispute
        [owner] the owner opened a dispute
       *[platform] the platform opened a dispute
    }
deal-did-state-case =
    { $at } · { $who ->
        [me] you added a statement
        [advertiser] the advertiser added a statement
       *[owner] the owner added a statement
    }
deal-did-concede =
    { $at } · { $who ->
        [me] you conceded
        [advertiser] the advertiser conceded
       *[owner] the owner conceded
    }
deal-did-time-out = { $at } · time ran out: refund
deal-did-decide-release = { $at } · decided: the owner is paid
deal-did-decide-refund = { $at } · decided: refund
deal-did-decide-split = { $at } · decided: the money is shared
deal-did-confirm-release = { $at } · 💸 the owner was paid
deal-did-confirm-refund = { $at } · 💸 the advertiser was refunded
deal-did-confirm-split = { $at } · 💸 the money was shared
deal-did-cancel =
    { $at } · { $who ->
        [me] you cancelled
        [advertiser] the advertiser cancelled
       *[owner] the owner cancelled
    }
deal-did-expire = { $at } · time ran out: closed
deal-did-return-deposit = { $at } · a late payment was sent back
