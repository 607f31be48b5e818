# Who speaks for a channel: screens, notices, refusals.

people-title = 👥 <b>{ $title }</b>: who may do what here
people-line =
    { $is_creator ->
        [yes] 👑
       *[no] 👤
    } <b>{ $name }</b>: { $is_manager ->
        [yes] { people-rights }
       *[no] no rights yet
    }
people-rights =
    { $can_accept ->
        [yes] { $can_creative ->
            [yes] { $can_payout ->
                [yes] deals, posts, payouts
               *[no] deals, posts
            }
           *[no] { $can_payout ->
                [yes] deals, payouts
               *[no] deals
            }
        }
       *[no] { $can_creative ->
            [yes] { $can_payout ->
                [yes] posts, payouts
               *[no] posts
            }
           *[no] payouts
        }
    }
people-how-set = Tap a person to give or take rights. Everybody with a right gets this channel's notices.
people-how-ask = Rights are given by the channel's creator, or by whoever receives payouts.
people-silent = Telegram does not answer, so I cannot tell who runs the channel now. Please try again.
people-person-title = { $is_creator ->
        [yes] 👑
       *[no] 👤
    } <b>{ $name }</b> · { $title }
people-person-creator = The channel's creator: all rights are theirs, and nobody can take them away.
people-person-how =
    <b>Deals</b>: answer requests, agree on price and time.
    <b>Posts</b>: write and send what will be published.
    <b>Payouts</b>: name the wallet that is paid, and give rights to others.

    Each use is checked with Telegram at that moment: whoever is no longer an administrator there may do nothing here.
people-person-payout = Only the channel's creator gives the right to payouts.

channels-remove-title = 🗑 <b>Take { $title } out of the market?</b>
channels-remove-how = The offer disappears from the search, and the channel from everybody's list. Figures and past deals stay. Adding the channel again brings it back.

btn-people = 👥 People
btn-person =
    { $is_creator ->
        [yes] 👑
       *[no] { $is_manager ->
            [yes] ✅
           *[no] ➕
        }
    } { $name }
btn-all-admins = ➕ All: deals and posts
btn-right-accept =
    { $is_given ->
        [yes] ✅
       *[no] ◻️
    } Deals
btn-right-creative =
    { $is_given ->
        [yes] ✅
       *[no] ◻️
    } Posts
btn-right-payout =
    { $is_given ->
        [yes] ✅
       *[no] ◻️
    } Payouts
btn-remove-channel = 🗑 Take it out
btn-remove-yes = 🗑 Yes, take it out
btn-open-channel = Open the channel

error-person-left = This person is not an administrator who may post there any more.
error-channel-busy =
    { $count ->
        [one] A deal is still open in this channel. It can be taken out when that is over.
       *[other] { $count } deals are still open in this channel. It can be taken out when they are over.
    }

notice-manager-rights =
    <b>{ $channel }</b>
    👥 You speak for this channel now:
    { $accept ->
        [yes] ✅
       *[no] ❌
    } answer requests and agree on deals
    { $creative ->
        [yes] ✅
       *[no] ❌
    } write the posts
    { $payout ->
        [yes] ✅
       *[no] ❌
    } receive payouts
notice-manager-removed =
    <b>{ $channel }</b>
    👥 You do not speak for this channel any more: either your rights were taken back, or you are no longer an administrator there who may post.
notice-manager-asks =
    <b>{ $channel }</b>
    👥 { $person }, an administrator of the channel, wants to manage it here too. To let them: <i>People</i> on the channel's card.
notice-channel-claimed =
    <b>{ $channel }</b>
    👑 { $person } has taken the channel over here. Deals that you have open stay yours to finish.
notice-channel-passed-on =
    <b>{ $channel }</b>
    👑 The channel has a new creator: { $person }. Payouts are theirs now, and they name who else receives them. Deals that are open keep the wallet they were agreed with.
notice-rights-lost-unfunded =
    { notice-head }
    ⚠️ The bot has lost its rights in the channel, so the post could not go out. Please do not pay until it has them back; I will tell you. An unpaid deal simply expires.
notice-rights-lost-funded =
    { notice-head }
    ⚠️ The bot has lost its rights in the channel. The owner was asked to give them back. Your money is safe: if the post cannot go out in time, it comes back; if the post is out and cannot be checked, it is not paid out unseen.
notice-rights-regained-unfunded =
    { notice-head }
    ✅ The bot has its rights in the channel again: the deal can go on.
notice-rights-regained-funded =
    { notice-head }
    ✅ The bot has its rights in the channel again: the deal goes on as agreed.
