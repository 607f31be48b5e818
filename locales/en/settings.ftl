# Language and time zone.

settings-home-title = <b>Settings</b>
settings-home-facts =
    🌐 Language: { $language ->
        [ru] Русский
       *[en] English
    }
    🕐 Time zone: { $zone }, it is { $now_at } there{ $zone_known ->
        [yes] {""}
       *[no] { "." } Is that your time? If not, set your zone: all deadlines are shown in it
    }.
settings-language-title = <b>Which language shall I speak?</b>
settings-language-en = English
settings-language-ru = Русский
settings-timezone-title = <b>What time is it where you are?</b>
settings-timezone-hint =
    Choose your city, or send another one: <i>Lisbon</i>, <i>Asia/Tokyo</i>, <i>+5:30</i>.

    Now set: { $zone }, { $now_at }.
settings-zone-london = London · { $clock }
settings-zone-berlin = Berlin · { $clock }
settings-zone-kyiv = Kyiv · { $clock }
settings-zone-moscow = Moscow · { $clock }
settings-zone-dubai = Dubai · { $clock }
settings-zone-tashkent = Tashkent · { $clock }
settings-zone-kolkata = Delhi · { $clock }
settings-zone-utc = UTC · { $clock }

btn-language = 🌐 Language
btn-timezone = 🕐 Time zone

settings-notices =
    <b>🔔 What I write to you</b>

    Steps of your deals, money and safety always come: you could lose something otherwise. News can be switched off.
settings-notices-quiet =
    { $is_quiet ->
        [yes] 🌙 Quiet from { $from } to { $until } by your clock: what can wait comes in the morning.
       *[no] 🌙 No quiet hours: everything comes at once.
    }
settings-quiet =
    <b>🌙 Quiet hours</b>

    What can wait comes when they end. What would be too late then still comes at once, such as a deadline, a damaged post or a changed wallet.
settings-quiet-how = Choose, or send your own: <i>22-8</i>.

btn-notices = 🔔 Notices
btn-notices-kind =
    { $on ->
        [yes] ✅
       *[no] 🔕
    } { $kind ->
        [briefs] Briefs and invitations
        [stats] Statistics and price hints
       *[news] News of the marketplace
    }
btn-notices-quiet = 🌙 Quiet hours
btn-quiet-night = { $from }–{ $until }
btn-quiet-none = No quiet hours
btn-open-notices = 🔔 What I get
