# The administrators' desk: finding, bans, hidden listings, reports, letters, broadcasts, the audit log, the pause.

admin-home-paused = ⏸ <b>The marketplace is paused:</b> no new money comes in.
admin-more = <b>More</b>
admin-search =
    <b>🔍 Find anything</b>
    { $asked }
admin-search-how = Send an id, a name with @, a title, or a TON address.
admin-search-none = Nothing was found. Send other words: an id, a name with @, a title, or a TON address.
admin-user =
    <b>👤 { $name }</b>{ $has_username ->
        [yes] { " " }@{ $username }
       *[no] { "" }
    } · id { $user_id }

    Since { $since_at }, language { $language }
    Deals { $deals }, open { $deals_open }, completed { $deals_done }, disputed { $disputes }
    Open reports: { $reports }
admin-user-banned = ⛔ <b>Banned:</b> { $reason }
admin-user-blocked = 🔇 Has blocked the bot.
admin-user-wallet = 💎 <code>{ $wallet }</code>
admin-user-channel = 📣 { $title } · { $subscribers }
admin-listing =
    <b>📣 { $channel }</b>{ $has_username ->
        [yes] { " " }@{ $username }
       *[no] { "" }
    }

    Owner: { $owner }
    Subscribers { $subscribers }, from { $price_nano }
    { $status ->
        [active] On the market
        [paused] Paused by the owner
        [hidden] Hidden
       *[delisted] Off the market: the bot lacks its rights
    }, deals open { $deals_open }, open reports { $reports }
admin-listing-hidden =
    ⛔ <b>{ $by ->
        [ban] Hidden with the owner's ban
       *[moderation] Hidden by an administrator
    }:</b> { $reason }
admin-listing-words = <blockquote>{ $description }</blockquote>
admin-escrow =
    <b>🔐 Escrow of deal #{ $deal }</b>

    <code>{ $address }</code>
    On the chain: { $state }, balance { $balance_nano }
    Amount: { $amount_nano }
    Verdict: { $verdict }
    { $current ->
        [yes] The deal's current contract.
       *[no] An earlier contract of the deal; still watched.
    }
admin-pause-off =
    <b>⏸ Pause the marketplace</b>

    No new requests, no acceptances, no new contracts, nobody is asked to pay. Paid deals go on to their end, refunds and payouts too.
admin-pause-on =
    <b>⏸ The marketplace is paused</b>

    Since { $since_at }: { $reason }
    Paid deals go on to their end, refunds and payouts too.
admin-reason =
    <b>Why?</b>

    { $act ->
        [pause] Send one line. Administrators will see it; people are only told that nothing new can begin.
        [hide] Send one line. The managers of “{ $who }” will read it.
       *[ban] Send one line. { $who } will read it.
    }
admin-sure-ban =
    <b>Ban { $who }?</b>

    Reason: { $reason }
    The bot and the API refuse them from now on, their listings are hidden. Open deals go on by their clocks, and the other sides are told.
admin-sure-unban =
    <b>Let { $who } in again?</b>

    What the ban hid comes back on the market.
admin-sure-hide =
    <b>Hide “{ $who }”?</b>

    Reason: { $reason }
    It leaves the market; open deals go on. Its managers are told.
admin-sure-restore =
    <b>Put “{ $who }” back on the market?</b>

    Its managers are told.
admin-sure-pause =
    <b>Pause the whole marketplace?</b>

    Reason: { $reason }
    Nothing new can begin until you resume. What is paid goes on.
admin-sure-resume =
    <b>Resume?</b>

    New deals and payments become possible again.
admin-reports = <b>🚩 Reports</b>
admin-reports-none = No report is waiting.
admin-report =
    <b>🚩 { $kind ->
        [user] A person
       *[listing] A channel
    }: { $title }</b>

    { report-why } · reported by { $by }, { $made_at }
admin-report-words = <blockquote>{ $words }</blockquote>
admin-report-others =
    { $others ->
        [one] One more open report about it.
       *[other] { $others } more open reports about it.
    }
admin-report-closed =
    { $state ->
        [upheld] ✅ Upheld; the reporter knows.
       *[dismissed] ✖️ Dismissed; the reporter knows.
    }
admin-support = <b>✉️ { $name }</b>
admin-support-line =
    { $mine ->
        [yes] 🛠
       *[no] 👤
    } { $said_at }
    { $text }
admin-support-how = Send a message: it is the answer. A reply to a letter's notice does as well.
admin-audit =
    <b>Audit log</b>
    { $asked }
admin-audit-how = Send <i>deal 5</i>, <i>user 12</i>, <i>by 12</i> or an action's name to see those only.
admin-audit-line =
    { $done_at } <b>{ $action }</b> { $entity }{ $has_who ->
        [yes] { " " }by { $who_id }
       *[no] { "" }
    } { $ip }
    { $details }
admin-audit-none = Nothing was written down about that.
admin-broadcasts =
    <b>📣 Broadcasts</b>

    One message to everybody, or to some. Whoever switched news off gets none.
admin-broadcast-write =
    <b>A new broadcast</b>

    Send the message as everybody should get it: text, picture, video, file or voice. You see it once before it goes.
admin-broadcast-audience =
    <b>Who gets it?</b>

    That is how it looks, above. People: <b>{ $people }</b>
admin-broadcast-sure =
    <b>Send it?</b>

    To { $people ->
        [one] one person
       *[other] { $people } people
    }: { admin-audience }, { admin-audience-language }. What has been sent cannot be called back; what has not can be stopped.
admin-audience =
    { $audience ->
        [owners] owners of channels
        [advertisers] advertisers
       *[all] everybody
    }
admin-audience-language =
    { $language ->
        [en] in English
        [ru] in Russian
       *[any] in any language
    }
admin-broadcast =
    <b>📣 Broadcast { $number }</b>

    { $state ->
        [running] On its way
        [stopped] Stopped
       *[done] Done
    } · { admin-audience }, { admin-audience-language }
    Begun { $made_at }, people then: { $people }
admin-broadcast-counts = Sent { $sent }, waiting { $waiting }, blocked the bot { $blocked }, failed { $failed }

btn-admin-reports = 🚩 Reports
btn-admin-search = 🔍 Find
btn-admin-more = More
btn-admin-pause = ⏸ Pause
btn-admin-audit = Audit log
btn-admin-broadcasts = 📣 Broadcasts
btn-admin-hit =
    { $kind ->
        [user] 👤
        [deal] 🤝
        [escrow] 🔐
       *[listing] 📣
    } { $title }
btn-admin-ban = ⛔ Ban
btn-admin-unban = Let in again
btn-admin-hide = ⛔ Hide the listing
btn-admin-restore = Put back
btn-admin-owner = The owner
btn-admin-write-to = ✉️ Write
btn-admin-audit-of = Audit log
btn-admin-resume = ▶️ Resume
btn-admin-pause-market = ⏸ Pause
btn-admin-act = Yes, do it
btn-admin-report = { $title } · { $by }
btn-admin-report-look = 🔍 Look at it
btn-admin-report-uphold = ✅ Uphold
btn-admin-report-dismiss = ✖️ Dismiss
btn-admin-reporter = The reporter
btn-admin-broadcast-new = ➕ A new broadcast
btn-admin-broadcast =
    { $number } · { $state ->
        [running] on its way
        [stopped] stopped
       *[done] done
    } · { $made_at }
btn-admin-audience =
    { $on ->
        [yes] ✅{ " " }
       *[no] { "" }
    }{ $name ->
        [owners] Owners
        [advertisers] Advertisers
       *[all] Everybody
    }
btn-admin-audience-language =
    🌐 { $language ->
        [en] English
        [ru] Russian
       *[any] Any language
    }
btn-admin-broadcast-send = 📣 Yes, send
btn-admin-broadcast-refresh = 🔄 Refresh
btn-admin-broadcast-stop = ✋ Stop
btn-open-report = 🚩 Open the report
btn-open-support = ✉️ Answer

notice-market-paused-admin = ⏸ An administrator paused the marketplace: { $reason }
notice-market-resumed-admin = ▶️ The marketplace goes on: an administrator resumed it.
notice-banned =
    ⛔ <b>Your access to the marketplace was withdrawn.</b>
    Reason: { $reason }
    Open deals end by their own clocks, and nobody's money is lost. If you think this is a mistake, write /support and your words in one message.
notice-unbanned = ✅ You have access to the marketplace again. Welcome back: /start
notice-other-side-banned =
    { notice-head }
    ⚠️ The other side lost access to the marketplace. The deal goes on by its clocks: what is paid is locked and ends as agreed or comes back. The card says what happens next.
notice-listing-hidden =
    <b>{ $channel }</b>
    ⛔ An administrator took the listing off the market: { $reason }
    Deals that are open go on. Questions: /support
notice-listing-restored =
    <b>{ $channel }</b>
    ✅ The listing is back on the market.
notice-report-admin =
    🚩 <b>{ $title }</b> was reported: { $kind ->
        [user] a person
       *[listing] a channel
    }.
notice-report-upheld =
    ✅ You reported { $kind ->
        [user] a person
       *[listing] a channel
    }. We looked and agreed with you. Thank you.
notice-report-dismissed =
    You reported { $kind ->
        [user] a person
       *[listing] a channel
    }. We looked and found no breach of the rules. Thank you for looking out all the same.
notice-support-admin =
    ✉️ <b>{ $name }</b> asks:
    { $text }
    <i>Reply to this message to answer.</i>
notice-support-answered-admin =
    ✉️ Another administrator answered <b>{ $name }</b>:
    { $text }
notice-support-answer =
    ✉️ <b>Support:</b>
    { $text }
    <i>Reply to this message to write back.</i>

error-too-many-reports = You have { $limit } reports open. We are looking at them; please wait for the answers.
error-too-many-letters = You have written { $limit } times within an hour. We have all of it; please wait for the answer.
error-listing-hidden = An administrator took this listing off the market. Ask /support.
error-cannot-copy = That cannot be copied to others. Send one message: text, a picture, a video, a file or a voice.
