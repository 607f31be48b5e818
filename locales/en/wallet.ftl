# Wallets and payments. Addresses are shown, never typed.

wallet-home-title = <b>👛 Wallet</b>
wallet-home-for-deal =
    Deal #{ $deal } · { $channel } · { $price_nano }
    { $party ->
        [advertiser] You pay from this wallet, and a refund goes back to it.
       *[owner] Your earnings go to this wallet.
    }
wallet-home-address =
    <code>{ $wallet }</code>
    Confirmed on { $proved_at }
wallet-home-asleep = The connection to the wallet is closed. Connect again to pay from it.
wallet-home-none = No wallet is connected yet. Connect one: it takes a tap in the wallet and costs nothing.
wallet-home-in-use = ✅ This wallet is set for the deal.

wallet-connect-title = <b>Connect a wallet</b>
wallet-connect-waiting = Open your wallet with a button below or scan the code above, and confirm there. This message changes by itself.
wallet-connect-code =
    { $id }: <code>{ $link }</code>
wallet-connect-over = Nothing is being waited for. Connect again, or go back.
wallet-qr = Scan it with { $name } on another device.
wallet-connected = ✅ Your wallet is connected.
wallet-sent = ✅ The wallet says it has paid. The deal goes on as soon as the network shows the money.
wallet-sent-back = ✅ The wallet has asked the contract for your money. You see it as soon as the network confirms.

wallet-payment-title = <b>💳 Payment</b> · deal #{ $deal } · { $channel }
wallet-payment-facts =
    Send <b>{ $required_nano }</b>: { $amount_nano } for the deal and { $back_nano } for storage and network fees. What is left of the latter comes back to you at the end.
    To the deal's contract:
    <code>{ $address }</code>
wallet-payment-only-from =
    Only from this wallet, <b>never from an exchange</b>:
    <code>{ $payer }</code>
    Anything sent from elsewhere goes back to its sender.
wallet-payment-due = ⏳ Pay before <b>{ $due_at }</b>; otherwise the deal closes.
wallet-payment-state =
    The network says: { $chain_state ->
        [funded] 🔒 the money is locked in the contract.
        [released] 💸 the owner was paid.
        [refunded] 💸 the advertiser was refunded.
        [split] 💸 the money was shared.
        [alien] ❗ this contract is not ours. Do not pay, write to support.
       *[none] nothing has arrived yet.
    }
wallet-payment-deadline = From <b>{ $deadline_at }</b> on the contract lets anybody send locked money back to the advertiser, without asking us.
wallet-payment-waiting = 📱 Confirm in your wallet. This message changes by itself.
wallet-payment-needs-wallet = Connect that wallet to pay with one tap.
wallet-payment-late = The contract's deadline has passed: you can take your money back yourself.

btn-wallet-use = ✅ Use for this deal
btn-wallet-connect = 🔗 Connect a wallet
btn-wallet-again = 🔗 Try again
btn-wallet-disconnect = Disconnect
btn-wallet-open = Open { $id }
btn-wallet-pay = 💳 Pay in wallet
btn-wallet-link = Transfer link
btn-wallet-look = 🔄 Check now
btn-wallet-explorer = Explorer
btn-wallet-take-back = ↩️ My money back
btn-wallet-back-link = Money back by link
