# Форматы поста и оценка цены: одинаково на всех экранах площадки.

format-words =
    { $is_permanent ->
        [yes] навсегда, гарантия { $feed_days ->
            [one] { $feed_days } день
            [few] { $feed_days } дня
           *[other] { $feed_days } дней
        }
       *[no] { $top_hours } ч в топе, { $feed_hours } ч в ленте
    }{ $pinned ->
        [yes] , в закрепе
       *[no] {""}
    }
views-count =
    { $average_views ->
        [one] { $average_views } просмотр
        [few] { $average_views } просмотра
       *[other] { $average_views } просмотров
    }
format-extra = 🎁 { $extra } <i>(не проверяется)</i>

fair-mark =
    { $fair ->
        [cheap] 🟢
        [dear] 🟠
       *[usual] ⚪
    }
fair-words =
    { $fair ->
        [cheap] 🟢 Выгодно: из похожих каналов ({ $fair_count }) просмотры дешевле только у { $cheaper_count } %.
        [dear] 🟠 Дорого: из похожих каналов ({ $fair_count }) просмотры дешевле у { $cheaper_count } %.
       *[usual] ⚪ Обычная цена просмотров среди похожих каналов ({ $fair_count }).
    } Похожие каналы: та же тема, язык и размер.

listings-open-deals =
    ⚠️ { $open_count ->
        [one] Здесь идёт { $open_count } сделка
        [few] Здесь идут { $open_count } сделки
       *[other] Здесь идёт { $open_count } сделок
    }. Правки касаются только новых запросов: у идущих сделок условия не изменятся.
listings-hours-title = <b>Свои часы</b>
listings-hours-how =
    Пришлите часы в топе и в ленте, например <i>3/48</i> или <i>3ч/2д</i>. В топе не больше { $most_top_hours } ч, в ленте не больше { $most_feed_hours } ч, и в топе не дольше, чем в ленте.
listings-price-extra = { format-extra }
listings-extra-title = <b>{ $title }</b> · { $preset } · что ещё
listings-extra-how =
    Пришлите, что обещаете кроме поста, например <i>плюс сторис</i>. До { $extra_limit } знаков.

    Бот не может это проверить: покупатели увидят пометку «не проверяется», и на деньги это не влияет.

search-sort-title = <b>Какие каналы показывать первыми?</b>
sort-price = Сначала дешёвые
sort-cpm = Дешёвые просмотры
sort-subscribers = Сначала крупные
sort-views = Больше просмотров
sort-new = Сначала новые

# Кнопки.

btn-own-hours = ➕ Свои часы
btn-pin =
    { $pinned ->
        [yes] 📌 В закрепе ✓
       *[no] 📌 Закрепить
    }
btn-extra = 🎁 Что-то ещё
btn-loosen =
    { $part ->
        [price] Любая цена
        [subscribers] Любой размер
        [category] Любая тематика
        [language] Любой язык
       *[text] Любые слова
    } · { $found_count }{ $is_most ->
        [yes] +
       *[no] {""}
    }

# Отказы.

error-bad-hours = «{ $written }»: такого формата нет. Часы в топе / в ленте, например 3/48: не больше { $most_top_hours } и { $most_feed_hours }.
error-too-many-packages = У вас уже { $limit } форматов, больше нельзя. Сначала уберите один из них.
error-package-taken = Такой формат вы уже продаёте. Измените его цену.

# Части задания по группам.

campaigns-audience-what = Какие каналы должны увидеть задание? Что не указано, подходит любое.
campaigns-details-what = Что ещё владельцам нужно знать, прежде чем назвать цену?
btn-audience = 🎯 Какие каналы
btn-brief-details = ⚙️ Ссылки, запреты, срок, автор

# Торг в комнате сделки.

deal-format =
    Сейчас на столе: { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }

    Выберите другой формат или напишите часы в топе и в ленте: <code>3/48</code> (не больше { $most_top_hours } и { $most_feed_hours }). Цена пока остаётся прежней, её можно изменить следом.
deal-offers-title = <b>Все предложения</b>
deal-offers-line =
    { $is_standing ->
        [yes] 👉
       *[no] ▫️
    } { $at } · <b>{ $who ->
        [me] вы
        [advertiser] рекламодатель
       *[owner] владелец
    }</b>
    <b>{ $offer_nano }</b> · { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
    Опубликовать до { $window_end_at } · условия <code>{ $short_hash }</code>
deal-offers-none = У этой сделки нет записанных предложений.
deal-reply-carried = 📨 Передано другой стороне сделки № { $deal }.
btn-deal-format = 📦 Другой формат
btn-deal-offers = 📜 Все предложения

error-same-terms = Именно эти условия уже на столе. Измените что-нибудь или примите их.
error-cannot-carry = Такое сообщение Telegram передать не даёт. Пришлите текст, картинку, файл или голосовое.
