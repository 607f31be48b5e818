# Words about money that are no step of a deal: payments that came back, wallets, and what admins must know.

notice-deposit-returned =
    ↩️ <b>A payment for deal #{ $deal } came back</b>
    { $value_nano } from <code>{ $sender }</code> { $reason ->
        [wallet] was not sent from the wallet of the deal. Pay only from that wallet, never from an exchange.
        [little] was too little: the contract takes { $required_nano } or more in one payment.
        [late] came after the contract's deadline.
       *[twice] was not needed: the deal is paid already.
    }
    The contract sent it back by itself, less the network's fee.
notice-stray-deposit-returned =
    ↩️ <b>A payment for deal #{ $deal } goes back</b>
    { $amount_nano } came to the deal's earlier contract, which no longer counts because you chose another wallet. It goes back to the wallet that paid. Pay with the payment screen of the deal. Questions: /support
notice-stray-coins-returned =
    ↩️ <b>A transfer for deal #{ $deal } is on its way back</b>
    { $amount_nano } came to the deal's contract as a plain transfer, which does not count as the payment. It goes back to the wallet of the deal. Pay with the payment screen of the deal. Questions: /support
notice-wallet-changed =
    👛 <b>Your wallet was changed</b>
    New deals use <code>{ $wallet }</code>. Deals that are under way keep the wallet they have. If this was not you, disconnect it in the menu at once.
notice-manager-wallet-changed =
    👛 <b>{ $name } changed the wallet</b>
    Payouts of new deals may go to <code>{ $wallet }</code>. Deals that are under way keep the wallet they have.

notice-chain-mismatch-admin =
    ❗ <b>Deal #{ $deal }: the chain did something else</b>
    The contract says { $state }, our verdict is { $verdict }. The deal follows the chain. If nobody used the refund after the deadline, check the controller's key.
    <code>{ $address }</code>
notice-chain-contradiction-admin =
    ❗ <b>Deal #{ $deal }: the network contradicts itself</b>
    It now shows { $state } where it showed { $known } before. Nothing was changed. Check the provider.
    <code>{ $address }</code>
notice-chain-alien-admin =
    ❗ <b>Deal #{ $deal }: not our contract</b>
    The provider shows foreign code or terms at the deal's address. Nothing of it is believed. Check the provider.
    <code>{ $address }</code>
notice-controller-low-admin =
    ❗ <b>The controller's wallet runs dry</b>
    It has { $balance_nano } and needs { $needed_nano } for { $orders } settlements. They wait until it is topped up:
    <code>{ $address }</code>
notice-controller-key-admin =
    ❗ <b>A controller's key is missing</b>
    Settlements of its deals wait: { $words }
notice-settlement-stuck-admin =
    ❗ <b>Deal #{ $deal }: the settlement does not get through</b>
    It was sent { $tries } times and is tried again ever more slowly.

wallets-need-https = Wallets cannot be connected here: they need a public https address (PUBLIC_URL) to read our manifest from.

notice-payout-waiting-admin =
    🔐 <b>Deal #{ $deal }: a large payout waits for you</b>
    { $owner_nano } to the owner. Without a word from you it goes out on { $until_at }. Administration, “Payouts waiting”.
notice-payout-waiting-owner =
    🔐 <b>Deal #{ $deal }: your payout is being looked at</b>
    { $owner_nano } is decided for you. Large payouts wait for a last look; yours goes out on { $until_at } at the latest.
notice-payout-stopped =
    ✋ <b>Deal #{ $deal }: the payout is stopped for now</b>
    An administrator wants to look closer. Without a further decision it goes out on { $until_at }.
notice-payout-stopped-admin =
    ✋ <b>Deal #{ $deal }: you stopped a payout</b>
    { $owner_nano } to the owner goes out on { $until_at } unless you decide before.
notice-payout-given-back =
    ↩️ <b>Deal #{ $deal }: the payout is called back</b>
    After a closer look an administrator gives { $amount_nano } back to the advertiser.
