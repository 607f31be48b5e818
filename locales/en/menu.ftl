# Home, my deals, help.

menu-home-title = <b>Ads in Telegram channels, paid safely</b>
menu-home-what =
    Hello, { $name }! Advertisers find channels here, owners sell posts.

    🔒 The money waits in a TON contract of its own, out of anybody's reach.
    🔎 The bot publishes the post and checks that it stays as agreed.
    🏁 Then the owner is paid; if it did not stay, the advertiser gets everything back.
menu-home-running =
    { $running ->
        [one] You have <b>one running deal</b>.
       *[other] You have <b>{ $running } running deals</b>.
    }
menu-hint = I am not waiting for a message here. Please use the buttons below; to write to the other side of a deal, open the deal and tap “Conversation”.

menu-deals-title = <b>My deals</b>
menu-deals-empty =
    No deals yet.

    Find a channel and ask its owner for a post, or list your own channel and wait for requests.
menu-deals-line =
    <b>#{ $deal } { $channel }</b> · { $price_nano }
    { $status_html } · { $side ->
        [advertiser] you advertise
       *[owner] your channel
    }

menu-help =
    <b>Where to begin</b>

    To advertise, find a channel or write a brief. To sell posts, add your channel under “My channels”. Looking around costs nothing: money moves only when you confirm a payment in your own wallet. On every screen ❔ says what it is for.

    <b>How it works</b>

    1. The advertiser picks a channel and a package and sends a request. Both may bargain.
    2. Both connect a TON wallet. The advertiser pays into a contract made for this one deal.
    3. The post is written, shown to the other side exactly as it will look, and approved.
    4. Both agree on a time, and the bot publishes.
    5. The bot checks the post several times until the term ends. Intact: the owner is paid. Deleted or changed: the advertiser gets the money back.

    Whoever stays silent never locks the money: each step has a deadline, and the deal's card says what happens then. After the contract's own deadline the advertiser can take the money back without us.

    Commands: /start opens the menu, /language changes the language, /support writes to people, /privacy and /terms say what is kept and what holds.

btn-find-channels = 🔍 Find channels
btn-my-deals = 🤝 My deals
btn-my-channels = 📣 My channels
btn-wallet = 💎 Wallet
btn-settings = ⚙️ Settings
btn-help = ❓ Help
btn-admin = 🛠 Administration
btn-set-timezone = 🕐 Set my time zone
btn-deal-line = #{ $deal } · { $channel }
