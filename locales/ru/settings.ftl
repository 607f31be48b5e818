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

settings-notices =
    <b>🔔 О чём я пишу</b>

    О шагах ваших сделок, деньгах и безопасности пишу всегда, иначе можно что-то потерять. Новости можно отключить.
settings-notices-quiet =
    { $is_quiet ->
        [yes] 🌙 Тихо с { $from } до { $until } по вашему времени: что может подождать, приходит утром.
       *[no] 🌙 Тихих часов нет: всё приходит сразу.
    }
settings-quiet =
    <b>🌙 Тихие часы</b>

    Что может подождать, придёт в их конце. Что утром было бы поздно, приходит сразу: сроки, испорченный пост, смена кошелька.
settings-quiet-how = Выберите или пришлите свои: <i>22-8</i>.

btn-notices = 🔔 Уведомления
btn-notices-kind =
    { $on ->
        [yes] ✅
       *[no] 🔕
    } { $kind ->
        [briefs] Задания и приглашения
        [stats] Статистика и подсказки цен
       *[news] Новости площадки
    }
btn-notices-quiet = 🌙 Тихие часы
btn-quiet-night = { $from }–{ $until }
btn-quiet-none = Без тихих часов
btn-open-notices = 🔔 Что я получаю
