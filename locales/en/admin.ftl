# The administrators' desk.

admin-home =
    <b>Administration</b>

    People { $users }, channels { $channels }, listings { $listings }
    Deals open { $deals_open }, with money { $deals_funded }, completed { $deals_done }
    Disputes { $disputes }, open reports { $reports }, payouts on their way { $settling }
    Notices waiting { $notices_waiting }, vaults { $vaults }
admin-home-no-vault = ⚠️ No vault is set up: posts are compared in an administrator's private chat, 20 a minute.
admin-home-no-place = ❗ There is no place for checks, so nothing can be scheduled. Set up a vault.
admin-disputes = <b>⚖️ Disputes</b>
admin-disputes-none = No dispute is waiting. Well done.
admin-dispute =
    <b>⚖️ { $channel }</b> · deal #{ $deal } · { $price_nano }
    { $cause ->
        [ours] Our own doing, not the owner's.
        [owners] The owner keeps us from looking.
       *[none] Opened by a side.
    }
admin-dispute-due = ⏳ Without a decision the checks decide on <b>{ $due_at }</b>.
admin-dispute-decided = 💸 Decided. The network has yet to confirm.
admin-dispute-party = ⚠️ You are a side of this deal yourself.
admin-split =
    <b>Decide deal #{ $deal }?</b>

    { $verdict ->
        [release] The owner gets everything.
        [refund] The advertiser gets everything back.
       *[split] The owner's share is { $share_bps }, the advertiser's { $rest_bps }.
    }
    Owner: <b>{ $owner_nano }</b>
    Advertiser: <b>{ $advertiser_nano }</b>
    Fee: { $fee_nano }

    This cannot be undone.
admin-vaults =
    <b>Vaults</b>

    A vault is a private chat where the bot compares posts: it forwards one there, looks, and deletes the copy. Together they take { $per_minute } messages a minute.
admin-vaults-none = None yet. An administrator's private chat serves meanwhile.
admin-vaults-nothing = ❗ None yet, and no administrator has started the bot: nothing can be scheduled.
admin-vaults-line =
    · { $private ->
        [yes] private chat { $chat_id }
       *[no] chat { $chat_id }
    }
admin-vault-add =
    <b>A new vault</b>

    1. Make a private channel or group that only administrators see.
    2. Pick it with the button below: the bot becomes an administrator there.
    3. The bot tries it out at once: it writes, forwards, reads and deletes one message.
admin-vault-add-how = A post forwarded from the chat, or the chat's id, does as well. With several vaults more posts can be checked at a time.
admin-reserves =
    <b>Reserves</b>

    In { $contracts ->
        [one] one contract
       *[other] { $contracts } contracts
    }: <b>{ $held_nano }</b>
    Needed by open deals: <b>{ $owed_nano }</b>
admin-reserves-covered = ✅ Covered, with { $over_nano } to spare.
admin-reserves-short = ❗ Short by { $over_nano }. Look at the newest deals and at the chain alerts.

btn-admin-disputes = ⚖️ Disputes
btn-admin-vaults = Vaults
btn-admin-reserves = Reserves
btn-admin-dispute = #{ $deal } · { $channel } · { $price_nano }
btn-admin-release = Pay the owner
btn-admin-refund = Refund
btn-admin-split = Split
btn-admin-step =
    { $step ->
        [-25] −25 %
        [-5] −5 %
        [5] +5 %
       *[25] +25 %
    }
btn-admin-decide = ⚖️ Yes, decide so
btn-admin-open-deal = Open the deal
btn-admin-vault-here = Use this chat
btn-admin-vault-add = ➕ Add a vault
btn-admin-vault-channel = Pick a channel
btn-admin-vault-group = Pick a group
btn-admin-vault-drop = Remove { $chat_id }

# Large payouts that wait for an administrator's word.

admin-payouts =
    <b>🔐 Payouts waiting</b>

    Silence pays them out. Approve to pay at once, stop to look closer.
admin-payouts-none = Nothing is waiting.
admin-payout =
    <b>🔐 Payout of deal #{ $deal }</b> · { $channel }

    { $verdict ->
        [split] Decided: a split.
       *[release] Decided: the owner is paid.
    }
    Owner: <b>{ $owner_nano }</b>
    Advertiser: <b>{ $advertiser_nano }</b>
admin-payout-waiting =
    ⏳ Goes out by itself on <b>{ $until_at }</b>.
    Stop: it waits until { $latest_at } at the longest, and both sides are told.
admin-payout-stopped =
    ✋ Stopped. Without a decision it goes out on <b>{ $until_at }</b>.
    Give back: the advertiser gets everything. This cannot be undone.
btn-admin-payouts = 🔐 Payouts waiting
btn-admin-payout = #{ $deal } · { $channel } · { $owner_nano }
btn-admin-payout-approve = Approve
btn-admin-payout-stop = ✋ Stop
btn-admin-payout-give-back = ↩️ Give back
