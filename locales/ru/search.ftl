# Найти канал и предложить сделку.

search-results-title = 🔍 <b>Каналы</b>
search-by-price =
    💎 { $price_ends ->
        [from] от { $min_nano }
        [to] до { $max_nano }
        [between] от { $min_nano } до { $max_nano }
       *[any] любая цена
    }
search-by-subscribers =
    👥 { $subscribers_ends ->
        [from] от { $min_subscribers }
        [to] до { $max_subscribers }
        [between] от { $min_subscribers } до { $max_subscribers }
       *[any] любое число подписчиков
    }
search-by-category =
    🏷 { $category ->
        [any] любая тематика
        [news] Новости
        [crypto] Криптовалюты
        [business] Бизнес
        [technology] Технологии
        [education] Образование
        [entertainment] Развлечения
        [lifestyle] Стиль жизни
       *[other] Разное
    }
search-by-language =
    🌐 { $language ->
        [any] любой язык
        [en] Английский
        [ru] Русский
        [uk] Украинский
        [kk] Казахский
        [uz] Узбекский
        [fa] Персидский
        [es] Испанский
       *[other] Другой
    }
search-by-words = «{ $text }»
search-row =
    <b>{ $number }. { $title }</b>
    👥 { $subscribers } · от <b>{ $price_nano }</b>{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } за 1000
       *[no] {""}
    }{ $fair ->
        [none] {""}
       *[known] {" "}{ fair-mark }
    }
search-empty = <b>Ничего не подошло.</b>
search-empty-loosen = Достаточно убрать один фильтр. Это одно нажатие:
search-empty-several = Дело не в одном фильтре: вместе они не оставляют ничего. Сбросьте все или пришлите другие слова для поиска.
search-empty-market = Здесь пока никто не продаёт. Есть канал? Станьте первым.
search-filters-title = <b>Фильтры</b>
search-filters-facts =
    { search-by-price }
    { search-by-subscribers }
    { search-by-category }
    { search-by-language }
    🔤 Слова: { $has_text ->
        [yes] { $text }
       *[no] любые
    }
    ↕️ Сначала { $sort ->
        [price] дешёвые
        [cpm] с дешёвыми просмотрами
        [views] с большими охватами
        [new] новые
       *[subscribers] крупные
    }
search-price-title = <b>Сколько может стоить пост?</b>
search-price-how = Пришлите границы: <i>10-50</i>, <i>до 100</i>, <i>от 5</i>.
search-subscribers-title = <b>Сколько подписчиков?</b>
search-subscribers-how = Пришлите границы: <i>1к-10к</i>, <i>от 5000</i>, <i>до 20 000</i>.
search-category-title = <b>О чём канал?</b>
search-language-title = <b>На каком языке он пишет?</b>
search-text-title = <b>Какие слова искать?</b>
search-text-how = Пришлите слова из названия или описания, например <i>кофе</i> или <i>@канал</i>.

search-card-title =
    📣 <b>{ $title }</b>{ $is_public ->
        [yes] {" "}· @{ $username }
       *[no] {" "}· закрытый канал
    }
search-card-facts =
    👥 { $subscribers ->
        [one] { $subscribers } подписчик
        [few] { $subscribers } подписчика
       *[other] { $subscribers } подписчиков
    }{ $views_known ->
        [yes] , у поста { views-count }
       *[no] {""}
    }
    Данные: { $source ->
        [preview] открытая страница канала
       *[bot_api] Telegram
    }, { $taken_at }
search-card-fair = { fair-words }
search-card-description = <i>{ $description }</i>
search-card-choose = Выберите пакет: перед отправкой запроса вы увидите всё ещё раз.
search-card-closed = ⏸ Сейчас этот канал не принимает запросы.

search-message-title =
    <b>{ $title }</b> · { format-words } · { $price_nano }
search-message-how = Напишите владельцу пару слов: что рекламируете и когда хотели бы выйти. Или пропустите этот шаг.
search-confirm-title = <b>Отправить такой запрос?</b>
search-confirm-facts =
    📣 { $title }
    📦 { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
    💎 <b>{ $price_nano }</b>
    ✍️ { $author ->
        [advertiser] Пост пишете вы, владелец одобряет
       *[owner] Пост пишет владелец, вы одобряете
    }
    🗓 { $window_days ->
        [one] Выйти должен в течение { $window_days } дня
       *[other] Выйти должен в течение { $window_days } дней
    }
search-confirm-words = 💬 <i>{ $words }</i>
search-confirm-next = Сейчас платить не нужно. У владельца есть { $answer_seconds }, чтобы согласиться или предложить другое. Вы платите, только когда обо всём договорились, и деньги хранит контракт.

search-inline-facts =
    { $subscribers ->
        [one] { $subscribers } подписчик
        [few] { $subscribers } подписчика
       *[other] { $subscribers } подписчиков
    } · от { $price_nano }
search-inline-card =
    📣 <b>{ $title }</b>
    👥 { $subscribers ->
        [one] { $subscribers } подписчик
        [few] { $subscribers } подписчика
       *[other] { $subscribers } подписчиков
    } · пост от <b>{ $price_nano }</b>{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } за 1000
       *[no] {""}
    }

btn-search-row = { $number }. { $title }
btn-filters = ⚙️ Фильтры
btn-show-results = 🔍 Показать каналы
btn-price = 💎 Цена
btn-subscribers = 👥 Подписчики
btn-words = 🔤 Слова
btn-sort =
    ↕️ { $sort ->
        [price] Сначала дешёвые
        [cpm] Дешёвые просмотры
        [views] Больше просмотров
        [new] Сначала новые
       *[subscribers] Сначала крупные
    }
btn-clear-filters = Сбросить всё
btn-any-price = Любая цена
btn-any-size = Любой размер
btn-no-words = Любые слова
btn-offer =
    { $is_permanent ->
        [yes] Навсегда
       *[no] { $preset }
    }{ $pinned ->
        [yes] {" "}📌
       *[no] {""}
    } · { $price_nano }
btn-send-request = 📨 Отправить запрос
btn-author =
    { $author ->
        [advertiser] ✍️ Пусть пишет владелец
       *[owner] ✍️ Напишу пост сам
    }
btn-open-listing = Открыть предложение
