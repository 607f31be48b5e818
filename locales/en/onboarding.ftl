# Refusals and words of the people's side: preferences, support, reports.

error-bad-night = A night needs a beginning and another end, both between 0 and 23. For example: 22-8
error-too-fast-tap = One moment, please: that was very quick.
error-too-fast-lost = That was more than I can read at once. I have taken the first messages; please send the last ones again in a minute.

cmd-support = Write to the support
cmd-privacy = What is kept about you
cmd-terms = The rules
btn-support = ✉️ Write to the support
btn-support-short = ✉️ Support
btn-privacy = Privacy
btn-terms = Rules
btn-about = ❔
btn-report = 🚩 Report
btn-report-side = 🚩 Report this person
btn-report-send = 🚩 Yes, report

menu-home-paused = ⏸ The marketplace takes no new deals and payments right now. Deals that are paid go on as usual.

notice-side-unreachable =
    { notice-head }
    🔇 My messages do not reach the other side at the moment, and it is their turn. If nothing happens until <b>{ $due_at }</b>, the deal ends by its rules; the card says how.
listings-state-hidden = ⛔ An administrator took it off the market: { $reason } Deals that are open go on. Questions: /support

# Help.

help-hint = Here I only explain, so what you wrote has gone nowhere. To answer the screen, tap “Back” and send it there; to ask people, tap “Write to the support”.
help-support =
    <b>✉️ What is the matter?</b>

    Send it in one message; a deal's number helps. People read it, and the answer comes here. Money of deals is moved by their contracts and rules: the support cannot take it, and nobody of us ever asks for your wallet's words.
help-support-contact = You can also write to { $contact }.
help-support-sent =
    <b>✅ Sent</b>

    The answer comes here as a message. If you want to add something, send it now.
help-support-answered = ✅ Your answer is on its way.
help-privacy =
    <b>Privacy</b>

    What is kept: your Telegram id, name and @name, language, time zone, what you set and search here, your wallet's address, your deals with their posts and messages, and a log of significant acts (over the Mini App with the network address).

    Why: to run deals, to decide disputes, to find abuse. Nothing is sold, there are no advertising trackers.

    Who sees it: the other side of a deal sees your name, your messages and your wallet's address; administrators see what a dispute, a report or a letter is about. On the TON network payments are public for everybody and for ever.

    What you can do: disconnect the wallet, change or switch off what I write, or ask the support for a copy or for deletion. What belongs to deals is kept as long as somebody may ask about them.
help-terms =
    <b>Rules</b>

    1. Advertisers buy posts, owners sell them; the marketplace keeps the deal and takes { $fee_bps } of what the owner is paid.
    2. The money waits in a contract of its own on TON. It is paid out if the post stood as agreed, and goes back if it did not, or if a step was not done in time. After the contract's deadline the advertiser can take back what was not settled, without us.
    3. A dispute is decided by an administrator; if nobody decides within { $days } days, the checks of the post do.
    4. Not allowed: what is against the law or against Telegram's rules, fraud, bought audiences, stolen channels, pressure. Listings can be hidden and people refused; deals that are paid are brought to their end all the same.
    5. You answer for your posts, your channel and your wallet. The contract has not been audited by others yet: do not risk more than you can spare.
    6. This is software, not a bank: there is no warranty beyond the contract's rules, which anybody can read.

# Reports.

report-why =
    { $reason ->
        [fraud] Fraud
        [forbidden] Forbidden content
        [fake] Fake audience or figures
        [spam] Spam
        [rude] Rudeness
       *[other] Something else
    }
report-reason-fraud = Fraud
report-reason-forbidden = Forbidden content
report-reason-fake = Fake figures
report-reason-spam = Spam
report-reason-rude = Rudeness
report-reason-other = Something else
report-reason =
    <b>🚩 What is wrong with { $title }?</b>

    Administrators look at it. { $kind ->
        [user] The person does
       *[listing] The channel's people do
    } not learn who reported. A quarrel about a post or money belongs into the deal: open a dispute there.
report-words =
    <b>🚩 { report-why }</b>

    Would you like to say more? Send it in one message, or skip.
report-sure =
    <b>Report { $title }?</b>

    { report-why }
report-sure-words = <blockquote>{ $words }</blockquote>
report-sent =
    <b>✅ Thank you</b>

    Administrators look at { $title } now. You hear here what came of it.
