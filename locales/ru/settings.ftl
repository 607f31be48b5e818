# Язык и часовой пояс.

settings-home-title = <b>Настройки</b>
settings-home-facts =
    🌐 Язык: { $language ->
        [ru] Русский
       *[en] English
    }
    🕐 Часовой пояс: { $zone }, там сейчас { $now_at }{ $zone_known ->
        [yes] {""}
       *[no] { "." } Это ваше время? Если нет, укажите пояс: по нему показаны все сроки
    }.
settings-language-title = <b>На каком языке говорить?</b>
settings-language-en = English
settings-language-ru = Русский
settings-timezone-title = <b>Который у вас час?</b>
settings-timezone-hint =
    Выберите город или пришлите другой: <i>Омск</i>, <i>Asia/Tokyo</i>, <i>+5:30</i>.

    Сейчас выбрано: { $zone }, { $now_at }.
settings-zone-london = Лондон · { $clock }
settings-zone-berlin = Берлин · { $clock }
settings-zone-kyiv = Киев · { $clock }
settings-zone-moscow = Москва · { $clock }
settings-zone-dubai = Дубай · { $clock }
settings-zone-tashkent = Ташкент · { $clock }
settings-zone-kolkata = Дели · { $clock }
settings-zone-utc = UTC · { $clock }

btn-language = 🌐 Язык
btn-timezone = 🕐 Часовой пояс
