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
