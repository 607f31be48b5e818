# Adding a channel, and the cards of one's channels.

channels-ask-title = <b>Add your channel</b>
channels-ask-how =
    The quickest way: tap <b>Choose a channel</b> below. Telegram then makes me an administrator with just the rights that I need: to post, edit and delete messages.

    Or send <i>@name</i>, a link, or forward any post from the channel. Or simply add me to the channel's administrators: I will notice.

channels-missing-title = <b>Almost there</b>
channels-missing-rights =
    In <b>{ $channel }</b> I may:
    { $post ->
        [yes] ✅
       *[no] ❌
    } post messages
    { $edit ->
        [yes] ✅
       *[no] ❌
    } edit messages
    { $delete ->
        [yes] ✅
       *[no] ❌
    } delete messages
channels-missing-how =
    Open the channel → <i>Administrators</i>, give me what is missing, come back and tap <b>Check again</b>.

    Why: I publish the agreed post, check that it stays, and take it down when the term is over. I never touch anything else.

channels-added-title = ✅ <b>{ $title } is in</b>
channels-added-next = Next: say what a post costs. Your channel shows up in the search with its first price.
channels-card-title = 📣 <b>{ $title }</b>
channels-facts =
    { $is_public ->
        [yes] @{ $username } ·{" "}
       *[no] Private ·{" "}
    }{ $subscribers ->
        [one] one subscriber
       *[other] { $subscribers } subscribers
    }, counted { $taken_at }
channels-on-sale = 🟢 On sale from { $price_nano }.
channels-needs-prices = ⚪ Not on sale yet: set a first price.
channels-rights-lost = ⚠️ I have lost my rights in this channel, so it is hidden from the search. Give them back and tap <b>Check again</b>.
channels-other-payee = 💎 Payouts are received by { $payees }, to whom the channel belongs. Only they choose the wallet for it, in this bot; everything else is up to you.
channels-lacks-payee = 💎 Payouts belong to the channel's creator, whom Telegram does not show me. Ask them to add the channel here themselves.

channels-still-missing = Checked: nothing has changed in the channel yet.
channels-checked = Checked: all is well.

channels-mine-title = <b>My channels</b>
channels-mine-empty =
    No channels yet.

    Add one, set a price, and advertisers will find it.

btn-pick-channel = 📣 Choose a channel
btn-add-channel = ➕ Add a channel
btn-set-prices = 💎 Set prices
btn-edit-listing = ✏️ Edit the offer
btn-channel-line =
    { $is_ok ->
        [yes] 📣
       *[no] ⚠️
    } { $title }
