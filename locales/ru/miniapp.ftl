# Мини-приложение: что говорят его страницы сверх слов, которые уже есть в чате.

mini-loading = Загружается…
mini-noscript = Приложению нужен JavaScript.
mini-landing-title = Реклама в Telegram-каналах с оплатой по факту размещения
mini-landing-open = Сама площадка живёт в Telegram: откройте бота и нажмите «Открыть приложение» — или делайте всё прямо в чате.
mini-trouble-title = Не удалось загрузить
mini-trouble-offline = Площадка не отвечает. Проверьте соединение: ничего из сделанного не пропало.
mini-try-again = Повторить
mini-closed-title = Пора открыть заново
mini-closed-what = Подпись Telegram действует недолго. Закройте приложение и откройте его из чата: всё останется как было.
mini-closed-do = Закрыть
mini-word-offline = Площадка не отвечает. Насколько мы знаем, ничего не изменилось: повторите, дважды это не случится.
mini-word-unexpected = У нас что-то сломалось. Ничего не потеряно; попробуйте ещё раз через минуту.
mini-word-copied = Скопировано
mini-word-wallet-refused = В кошельке не подтверждено. Ничего не отправлено.
mini-word-wallet-gone = Кошелёк недоступен. Откройте его и попробуйте снова.
mini-word-sent = Кошелёк говорит, что отправил. Страница изменится, когда деньги увидит сеть.
mini-word-look-silent = Сеть не ответила. Попробуйте чуть позже.

mini-nav = Главные разделы
mini-nav-market = Каталог
mini-nav-deals = Сделки
mini-nav-channels = Каналы
mini-nav-campaigns = Задания
mini-nav-wallet = Кошелёк
mini-back = Назад
mini-more = Ещё
mini-no = Нет, назад
mini-save = Сохранить
mini-saved = Сохранено
mini-send = Отправить
mini-copy = Скопировать
mini-write = Написать сообщение
mini-attachment = 📎 вложение, смотрите в чате
mini-open-chat = Открыть чат
mini-at = { $at }
mini-count = { $count }
mini-who =
    { $who ->
        [me] Вы
        [advertiser] Рекламодатель
       *[owner] Владелец
    }

# Каталог.

mini-market-title = Каналы
mini-find = Найти каналы
mini-find-example = Кофе, путешествия, @имя…
mini-filters = Фильтры
mini-price-from = Цена от
mini-price-to = Цена до
mini-size-from = Подписчиков от
mini-size-to = Подписчиков до
mini-sort = Сначала
mini-show = Показать
mini-price-example = 12.5
mini-price-title = Число, например 12.5
mini-market-none = Ничего не подошло
mini-market-none-what = Ослабьте фильтры или поищите другие слова.
mini-market-empty = В продаже пока нет каналов
mini-market-empty-what = У вас есть канал? Предложите пост в нём первым.
mini-subscribers =
    { $subscribers ->
        [one] { $subscribers } подписчик
        [few] { $subscribers } подписчика
       *[other] { $subscribers } подписчиков
    }
mini-views =
    { $views ->
        [one] { $views } просмотр
        [few] { $views } просмотра
       *[other] { $views } просмотров
    }
mini-from-price = от { $price_nano }
mini-up-to = до { $price_nano }
mini-cpm = { $cpm_nano } / 1000
mini-cpm-long = { $cpm_nano } за 1000 просмотров
mini-private = Закрытый канал
mini-packages = Пакеты
mini-packages-how = Выберите пакет: перед отправкой вы увидите всё ещё раз. Сейчас ничего не оплачивается.
mini-package =
    { $is_permanent ->
        [yes] Навсегда, гарантия { $feed_days ->
            [one] { $feed_days } день
            [few] { $feed_days } дня
           *[other] { $feed_days } дней
        }
       *[no] { $top_hours } ч в топе, { $feed_hours } ч в ленте
    }{ $pinned ->
        [yes] , закреплён
       *[no] {""}
    }
mini-besides = Кроме поста
mini-extra = 🎁 { $extra } (не проверяется)
mini-invite = Пригласить

mini-stats = Статистика
mini-stats-young = График появится здесь после второго дня.
mini-stats-source =
    Источник: { $source ->
        [bot_api] Telegram
        [preview] открытая страница канала
       *[other] { $source }
    }, { $taken_at }
mini-tile-subscribers = Подписчики
mini-tile-week = За неделю
mini-tile-month = За месяц
mini-tile-views = Просмотры поста
mini-tile-median = Медиана просмотров
mini-tile-er = Просмотров на подписчика
mini-tile-posts = Постов в день
mini-tile-premium = Premium
mini-chart-subscribers = Подписчики
mini-chart-views = Средние просмотры

mini-ask-title = Заказать пост
mini-ask-words = Пара слов владельцу
mini-ask-words-how = Что вы рекламируете и когда хотели бы выйти. Можно оставить пустым.
mini-ask-send = Отправить запрос
mini-format = Формат
mini-price = Цена
mini-window = Публикация
mini-within-days =
    { $days ->
        [one] в течение { $days } дня
       *[other] в течение { $days } дней
    }
mini-before = до { $window_end_at }
mini-author = Кто пишет пост
mini-author-owner = Пишет владелец, я одобряю
mini-author-advertiser = Пишу я, владелец одобряет
mini-author-is =
    { $author ->
        [advertiser] Рекламодатель
       *[owner] Владелец
    }

# Каналы.

mini-channels-title = Мои каналы
mini-channels-none = Каналов пока нет
mini-channels-none-what = Добавьте канал и назначьте цену: рекламодатели его найдут.
mini-add-channel = Добавить канал
mini-channel-state =
    { $state ->
        [on-sale] В продаже
        [paused] Пауза
        [lost] Нет прав
       *[unpriced] Нужна цена
    }
mini-add-title = Добавить канал
mini-add-what = Два шага, всего минута.
mini-add-step-bot = 1. Сделайте бота администратором
mini-add-step-bot-how = Откройте канал → «Администраторы» → «Добавить», найдите бота и дайте ему три права: публиковать, изменять и удалять сообщения.
mini-add-by-telegram = Добавить в Telegram
mini-add-step-name = 2. Назовите канал
mini-add-name = @имя, ссылка или id
mini-add-name-how = Для закрытого канала — ссылка на любой его пост.
mini-add-check = Проверить и добавить
mini-add-why = Бот публикует согласованный пост, проверяет, что он на месте, и убирает его по окончании срока. Больше он ничего не трогает.
mini-briefs-for-it = Задания для этого канала
mini-checked = Проверено: всё в порядке
mini-payees = Выплаты могут получать: { $payees }
mini-listing-title = Что видят покупатели
mini-listing-on-sale = В продаже: рекламодатели находят канал в каталоге.
mini-packages-what = Сколько пост стоит первым (в топе) и сколько всего остаётся (в ленте). Не меньше { $min_nano }; вы получаете цену за вычетом нашей комиссии { $fee_bps }. Идущие сделки сохраняют свою цену.
mini-listing-words = Описание и темы
mini-description = Описание
mini-description-how = О чём канал, кто его читает, что вы не рекламируете.
mini-as-buyers-see = Глазами покупателя

# Задания и предложения.

mini-briefs-title = Задания
mini-briefs-mine = Мои задания
mini-briefs-none = Скажите один раз, что вы ищете
mini-briefs-none-what = Напишите, что рекламируете и сколько может стоить пост. Каналы сами придут с ценой, вы сравните и выберете.
mini-briefs-theirs = Задания для моих каналов
mini-briefs-no-fit = Сейчас ничего не подходит
mini-briefs-no-fit-what = Задания подбираются по теме, языку и числу подписчиков: проверьте, что у вас они указаны верно.
mini-new-brief = Новое задание
mini-edit-brief = Изменить задание
mini-brief-title = Название
mini-brief-title-how = Несколько слов, например «Чайная лавка, весенняя распродажа».
mini-brief-text = Что должно быть в посте?
mini-brief-text-how = Что вы рекламируете и для кого. Каналы читают это, прежде чем назвать цену.
mini-least-subscribers = Подписчиков не меньше
mini-brief-window = Опубликовать в течение
mini-brief-links = Ссылки
mini-brief-restrictions = Чего не нужно
mini-brief-author-owner = Владелец канала
mini-brief-author-advertiser = Я
mini-publish = Опубликовать
mini-invited =
    { $count ->
        [0] Пока никто не приглашён.
        [one] { $count } приглашение без ответа.
        [few] { $count } приглашения без ответа.
       *[other] { $count } приглашений без ответа.
    }
mini-find-to-invite = Найти и пригласить каналы
mini-offers-title = Предложения
mini-offers-none = Предложений пока нет
mini-look-closer = Подробнее
mini-take-ask =
    Начать сделку с каналом «{ $channel }» за { $price_nano }?

    Владелец уже согласился ровно на эти условия, ваше «да» скрепит сделку. Сейчас ничего не оплачивается: дальше обе стороны выбирают кошельки.
mini-the-brief = Задание
mini-offer-title = Предложить пост
mini-offer-format = Что вы предлагаете
mini-offer-price = Ваша цена
mini-offer-price-how = От { $min_nano } до { $max_nano }. Вы получите её за вычетом нашей комиссии { $fee_bps }.
mini-offer-pitch = Почему ваш канал?
mini-offer-pitch-how = Кто вас читает, как прошли похожие посты. Можно оставить пустым.
mini-offer-send = Отправить предложение

# Сделки.

mini-deals-title = Мои сделки
mini-deals-turn = Ваш ход
mini-deals-open = Идут
mini-deals-over = Завершены
mini-deals-none = Сделок пока нет
mini-deals-none-what = Выберите канал и закажите пост — или дождитесь, пока рекламодатели найдут ваш.
mini-to-market = В каталог
mini-deal-side =
    { $party ->
        [advertiser] вы покупаете
       *[owner] вы продаёте
    } · № { $deal }
mini-deal-number =
    Сделка № { $deal } · { $party ->
        [advertiser] вы рекламодатель
        [owner] вы владелец
       *[admin] вы администратор
    }
mini-turn =
    { $turn ->
        [mine] Ваш ход
        [settling] Деньги в пути
       *[theirs] Сейчас делать нечего
    }
mini-way = Пройдено шагов: { $done } из { $count }
mini-stage-agree = Договориться
mini-stage-pay = Оплатить
mini-stage-write = Написать пост
mini-stage-time = Выбрать время
mini-stage-watch = Опубликовать и проверять
mini-stage-done = Рассчитаться
mini-see-post = 🔗 Посмотреть пост
mini-the-post = Пост
mini-post-preview = Пост, каким его покажет канал
mini-changes-what = Что поправить?
mini-written-in-chat = Посты пишут в чате с ботом: там Telegram сохраняет каждую букву.
mini-write-in-chat = Кнопка откроет чат с ботом: отправьте там пост одним сообщением. Здесь вы увидите его до публикации.
mini-talk = Переписка
mini-terms = Условия
mini-payer = Кошелёк рекламодателя
mini-payout = Кошелёк владельца
mini-ready =
    { $ready ->
        [yes] ✅ выбран
       *[no] не выбран
    }
mini-history = История
mini-all-history = Вся история
mini-checks = Проверки
mini-checks-what = Бот смотрит в случайные моменты и ещё раз в конце. Обе стороны видят одно и то же.
mini-contract = Контракт
mini-use-wallet = Мой кошелёк { $wallet }
mini-other-wallet = Другой кошелёк
mini-propose-time = Предложить время
mini-when = Опубликовать
mini-when-how = По вашему часовому поясу: { $zone }
mini-propose = Предложить
mini-other-terms = Предложить другие условия
mini-your-price = Ваша цена
mini-counter-what = Ваше предложение заменит то, что на столе.
mini-offer-terms = Предложить
mini-more-steps = Другие шаги
mini-case-words = Своими словами

# Кошелёк, оплата, настройки.

mini-wallet-title = Кошелёк
mini-wallet-yours = Ваш кошелёк
mini-wallet-none = Кошелька пока нет
mini-wallet-proved = Подтверждён { $proved_at }
mini-wallet-change = Подключить другой кошелёк
mini-wallet-what = Подключение доказывает, что кошелёк ваш. Тратить с него никто не сможет: каждый платёж подтверждается в кошельке.
mini-payment-title = Оплата
mini-pay-this = Отправьте ровно
mini-pay-parts = { $amount_nano } за сделку, { $back_nano } на хранение и комиссии сети. Что из них останется, вернётся к вам.
mini-settings = Настройки
mini-language = Язык
mini-zone = Часовой пояс
mini-zone-how = Сейчас { $zone }, там { $now_at }. Напишите город или смещение: Берлин, +3.
mini-settings-what = Действует и в чате.

btn-open-app = 📱 Приложение
error-too-many-pages = Вы следите сразу за { $limit } сделками, больше нельзя. Закройте одну страницу, и эта продолжит.
