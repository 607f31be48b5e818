# Квитанция: сообщение, окно сделки и страница. $intact и $checks — количества.

notice-receipt =
    { notice-head }
    🧾 <b>Квитанция о размещении</b>
    Опубликовано { $posted_at }: { $url }
    Проверок без замечаний: { $intact } из { $checks }
btn-receipt-page = 🧾 Страница квитанции
deal-do-receipt = 🧾 Квитанция
deal-receipt =
    🧾 <b>Квитанция о размещении</b>
    { receipt-outcome }
deal-receipt-post =
    Опубликовано { $posted_at }: <a href="{ $post_url }">пост</a>
    <i>{ $text }</i>
    { receipt-package }
deal-receipt-media = Медиа: { $media }
deal-receipt-checks = <b>{ receipt-checks }</b>
deal-receipt-money =
    <b>{ receipt-money }</b>
    Владелец { $owner_nano }, комиссия { $fee_nano }, рекламодатель { $advertiser_nano }
    Контракт: <code>{ $address }</code>
deal-receipt-hashes =
    Условия: <code>{ $terms_hash }</code>
    Пост: <code>{ $post_hash }</code>

receipt-title = Квитанция о размещении
receipt-none = По этому адресу квитанции нет. Откройте её из сделки в чате с ботом.
receipt-lead = Сделка № { $deal } в канале «{ $channel }»
receipt-outcome =
    { $outcome ->
        [release] Пост простоял как договаривались, владелец получил деньги.
        [split] Деньги разделены между сторонами.
       *[refund] Деньги вернулись рекламодателю.
    }
receipt-posted = Что было опубликовано
receipt-medium =
    { $kind ->
        [photo] фото
        [video] видео
        [animation] GIF
       *[document] документ
    }
receipt-when = Опубликовано
receipt-time = { $when_at }
receipt-link = Ссылка
receipt-term = Договорённость
receipt-package = { $top_hours } ч в топе, { $feed_hours } ч в ленте
receipt-until = Под наблюдением до
receipt-deleted = Снят ботом
receipt-checks = Проверки: { $intact } из { $count } без замечаний
receipt-money = Деньги
receipt-price = Было заблокировано
receipt-owner = Владельцу
receipt-fee = Комиссия
receipt-advertiser = Обратно рекламодателю
receipt-settled = Расчёт
receipt-contract = Контракт
receipt-message = Сообщение о расчёте
receipt-hashes = Хеши
receipt-hash-terms = Условия (SHA-256)
receipt-hash-post = Пост, как его показал Telegram (SHA-256)
receipt-note = Эту страницу прочтёт любой, у кого есть её адрес. Денежную часть можно проверить в сети TON по адресу контракта.
