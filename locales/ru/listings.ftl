# Что предлагает канал: редактор владельца и строки предложения, которые видят и покупатели.

listings-card-title = <b>{ $title }</b> · что видят покупатели
listings-offer =
    📦 { format-words }: <b>{ $price_nano }</b>{ $cpm_known ->
        [yes] {" "}({ $cpm_nano } за 1000 просмотров)
       *[no] {""}
    }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
listings-no-offers = Цены пока нет. Назначьте её, и канал появится в поиске.
listings-description = <i>{ $description }</i>
listings-state-on-sale =
    🟢 Продаётся. Поставьте эту ссылку в канал, и рекламодатели придут прямо сюда:
    { $link_html }
listings-state-paused = ⏸ Пауза: новых запросов нет. Открытые сделки идут.
listings-state-delisted = ⚠️ Скрыто: у меня больше нет прав в канале. Верните их в настройках канала.

listings-packages-title = <b>{ $title }</b> · пакеты
listings-packages-what =
    Пакет говорит, сколько пост остаётся первым (в топе) и сколько он вообще остаётся в канале (в ленте): <b>2/48</b> значит два часа в топе и 48 часов в ленте.

    Нажмите на пакет, чтобы назначить цену.
listings-price-title =
    <b>{ $title }</b> · { format-words }
listings-price-now = Сейчас: <b>{ $price_nano }</b>
listings-price-how =
    Пришлите цену, например <i>12,5</i>, <i>1 500</i> или <i>1,5к</i>. Не меньше { $min_nano }.

    Вы получите цену за вычетом нашей комиссии { $fee_bps }. У идущих сделок цена не изменится.
listings-description-title = <b>Описание</b>
listings-description-now = Сейчас: <i>{ $description }</i>
listings-description-how = Пришлите несколько фраз: о чём канал, кто его читает, что вы не рекламируете. До 600 знаков.
listings-category-title = <b>О чём канал?</b>
listings-language-title = <b>На каком языке пишет канал?</b>

btn-packages = 💎 Пакеты и цены
btn-description = 📝 Описание
btn-pause = ⏸ Пауза
btn-resume = ▶️ Снова продавать
btn-package-line =
    { $is_permanent ->
        [yes] Навсегда
       *[no] { $preset }
    }{ $pinned ->
        [yes] {" "}📌
       *[no] {""}
    } · { $has_price ->
        [yes] { $price_nano }
       *[no] назначить цену
    }
btn-remove-package = 🗑 Больше не продавать
