app-name = Ads in channels
web-home-lead = A marketplace for ads in Telegram channels. The money waits in a smart contract until the post has stayed up for the whole agreed term.
web-home-step-find = Find a channel, agree on the price and the format in the chat with the bot.
web-home-step-pay = Pay into the deal's own contract on TON: neither side can take the money alone, and we cannot keep it.
web-home-step-post = The owner drafts the post, you approve it, the bot publishes it on time.
web-home-step-settle = The bot checks that it stays unchanged. Then the owner is paid, or you get your money back.
web-home-try = Try it with simulated phones
web-home-sandbox = This is the sandbox: Telegram, the TON network and the wallets are local stand-ins, and the coins are worth nothing.
error-not-signed-in = Please open the app from Telegram again.
error-bad-init-data = Telegram's signature does not fit or is too old. Please open the app again.
error-no-such-door = There is nothing at this address.
error-wrong-method = This address does not take that method.
error-large-request = That is too large.

web-amount = { $amount_nano }
web-reserves-title = Proof of reserves
web-reserves-lead = Every deal's money lies in a contract of its own. Here they all are, read from the network; check any of them yourself.
web-reserves-held = In the contracts
web-reserves-owed = Needed by open deals
web-reserves-covered = ✅ Every contract holds at least what its deal needs. What is more pays for storage and goes back to the advertiser.
web-reserves-short = ❗ Some contracts hold less than their deals need; { $short_nano } is missing.
web-reserves-deal = Deal
web-reserves-state = State
web-reserves-amount = Needed
web-reserves-balance = Held
web-reserves-contract = Contract
web-reserves-settling = on its way out
web-reserves-locked =
    { $state ->
        [funded] locked
       *[other] not there
    }
web-reserves-observed = Every balance was read on { $observed_at } or later.
web-reserves-unobserved = The network was not asked yet.
web-reserves-none = No deal has money in it right now.
web-reserves-json = For programs:
