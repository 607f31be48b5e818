# Кампании: задания рекламодателя и предложения, с которыми на них приходят каналы.

campaigns-home-title = <b>Мои задания</b>
campaigns-home-what =
    Один раз опишите, что рекламируете и сколько может стоить пост. Каналы сами придут с ценой, а вы сравните и выберете.

    У вас самих есть канал? Загляните в чужие задания: возможно, там ждут именно вас.
campaigns-status =
    { $status ->
        [open] 🟢 открыто до { $ends_at }
        [paused] ⏸ на паузе
        [expired] ⌛ срок вышел
       *[closed] ✖️ закрыто
    }
campaigns-line =
    <b>{ $title }</b>
    { campaigns-status } · до { $max_nano } за пост

# Задание.

campaigns-brief-title =
    📄 <b>{ $has_title ->
        [no] Новое задание
       *[yes] { $title }
    }</b>
campaigns-brief-text = { $text }
campaigns-budget =
    { $budget_ends ->
        [between] от { $min_nano } до { $max_nano }
       *[to] до { $max_nano }
    }
campaigns-brief-facts =
    💎 За пост: <b>{ campaigns-budget }</b>
    { search-by-category }
    { search-by-language }
    👥 { $has_size ->
        [yes] не меньше { $min_subscribers } подписчиков
       *[no] любое число подписчиков
    }
    🗓 Выйти должен за { $window_days } { $window_days ->
        [one] день
        [few] дня
       *[other] дней
    } после предложения
    ✍️ { $author ->
        [advertiser] Пост пишет рекламодатель
       *[owner] Пост пишет владелец канала
    }
campaigns-brief-links =
    🔗 Ссылки: { $links }
campaigns-brief-restrictions =
    🚫 Не нужно: { $restrictions }
campaigns-state-mine =
    { campaigns-status }
    📥 Предложений: <b>{ $offers_count }</b>, приглашены и молчат: { $invited_count }
campaigns-state-theirs =
    { $status ->
        [open] 🟢 Предложения принимаются до { $ends_at }. Цену называете вы, и ничто не связывает вас, пока рекламодатель не согласится именно на ваши условия.
        [paused] ⏸ Новые предложения сейчас не принимаются.
        [expired] ⌛ Срок этого задания вышел.
       *[closed] ✖️ Это задание закрыто.
    }
campaigns-draft-new = Его пока никто не видит. Поправьте, что хотите, и опубликуйте: подходящие каналы его найдут. Задание открыто две недели.
campaigns-draft-live = Каждая правка сохраняется сразу. Владельцев, которые уже сделали предложение, мы попросим подтвердить его.

campaigns-title-title = <b>О чём задание?</b>
campaigns-title-how = Пришлите название в несколько слов, например <i>Чайная лавка, весенняя распродажа</i>. До 80 знаков.
campaigns-text-title = <b>О чём должен быть пост?</b>
campaigns-text-how = Опишите, что вы рекламируете и для кого: до 1000 знаков. Каналы прочтут это, прежде чем назвать цену.
campaigns-budget-title = <b>Сколько может стоить один пост?</b>
campaigns-budget-how = Пришлите самую большую цену или границы: <i>20</i>, <i>10-50</i>, <i>до 100</i>, <i>1,5к</i>.
campaigns-subscribers-title = <b>Какой величины нужен канал?</b>
campaigns-subscribers-how = Пришлите наименьшее число подписчиков: <i>5000</i> или <i>5к</i>.
campaigns-links-title = <b>Какие ссылки нужны в посте?</b>
campaigns-links-how = Пришлите их и в двух словах, куда они ведут. До 300 знаков.
campaigns-restrictions-title = <b>Чего быть не должно?</b>
campaigns-restrictions-how = Например: <i>без другой рекламы в тот же день, без шуток про чай</i>. До 500 знаков.
campaigns-category-title = <b>О чём должен быть канал?</b>
campaigns-language-title = <b>На каком языке он должен писать?</b>
campaigns-window-title = <b>За какое время после предложения пост должен выйти?</b>
campaigns-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
campaigns-close =
    <b>Закрыть «{ $title }» насовсем?</b>

    { $offers_count ->
        [0] Ответа никто не ждёт.
        [one] Ответа ждёт { $offers_count } канал, мы ему сообщим.
        [few] Ответа ждут { $offers_count } канала, мы им сообщим.
       *[other] Ответа ждут { $offers_count } каналов, мы им сообщим.
    } Начатые сделки идут дальше.

# Предложения рядом.

campaigns-offers-title =
    📥 <b>{ $offers_count ->
        [one] { $offers_count } предложение
        [few] { $offers_count } предложения
       *[other] { $offers_count } предложений
    }</b>
campaigns-package =
    { format-words }{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }
campaigns-offer-line =
    { $is_chosen ->
        [yes] ☑️{" "}
       *[no] {""}
    }<b>{ $number }. { $channel }</b> · <b>{ $price_nano }</b>
    👥 { $subscribers }{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } за 1000
       *[no] {""}
    } · { campaigns-package }
    { $has_pitch ->
        [yes] <i>{ $pitch }</i>
       *[no] <i>Без слов о себе</i>
    }{ $is_current ->
        [yes] {""}
       *[no] {" "}⚠️ к прежней версии задания
    }
campaigns-offers-empty = Предложений сейчас нет. Найдите каналы и пригласите их: кнопка есть в карточке канала.
campaigns-offers-choose = ☑️ Отметьте предложения, которые хотите принять.
campaigns-start-title =
    <b>{ $chosen_count ->
        [0] Ничего не выбрано
        [one] Начать { $chosen_count } сделку?
        [few] Начать { $chosen_count } сделки?
       *[other] Начать { $chosen_count } сделок?
    }</b>
campaigns-start-line =
    📣 <b>{ $channel }</b> · <b>{ $price_nano }</b>
    { campaigns-package }
    🗓 Выйдет до { $window_end_at }
    ✍️ { $author ->
        [advertiser] Пост пишете вы, владелец одобряет
       *[owner] Пост пишет владелец, вы одобряете
    }{ $is_same ->
        [yes] {""}
       *[no] {" "}⚠️ Предложение изменилось: вернитесь и посмотрите ещё раз.
    }
campaigns-start-next = { $chosen_count ->
        [1] Владелец уже согласен ровно на это
       *[other] Всего <b>{ $total_nano }</b>. Владельцы уже согласны ровно на это
    }, так что с вашим согласием всё решено. Сейчас платить не нужно: когда будут выбраны оба кошелька, у вас будет { $pay_seconds }, чтобы внести деньги в контракт, который их хранит.

campaigns-invite-title = <b>Пригласить { $channel }</b>: в какое задание?
campaigns-invite-none = Открытых заданий у вас нет.
campaigns-invited = Приглашение отправлено. Когда канал ответит, мы напишем.

# «Купить рекламу».

campaigns-share-title = <b>Купить рекламу здесь</b>
campaigns-share-words = Купить рекламу здесь: { $link_html }
campaigns-share-text = <code>{ campaigns-share-words }</code>
campaigns-share-how = Вставьте эту строку в описание канала или в закреплённый пост: по ссылке сразу видно ваше предложение с ценами. «Показать другим» отправит его карточкой в любой чат.

# Путь владельца к предложению.

applications-channels-title = <b>Для какого канала?</b>
applications-channels-none = У вас здесь ещё нет канала. Добавьте его, и сможете отвечать на задания.
applications-matching-title = <b>Задания для { $channel }</b>
applications-answered =
    { $state ->
        [invited] 💌 Вас пригласили
        [applied] ✅ Ваше предложение в силе
       *[none] ⚪ Ещё без ответа
    }
applications-matching-line =
    <b>{ $title }</b> · { campaigns-budget }
    <i>{ $text }</i>
    { applications-answered }
applications-matching-none =
    Сейчас ничего подходящего нет.

    Задания подбираются по тематике, языку и числу подписчиков канала: проверьте, что они указаны верно.
applications-format-title = <b>{ $title }</b> · что вы предлагаете?
applications-format-how = Выберите, сколько пост остаётся в канале. У ваших пакетов есть цена, дальше можно назвать и другую. Бюджет задания: до { $max_nano }.
applications-price-title = <b>Сколько это стоит?</b>
applications-price-how =
    Пришлите цену от { $min_nano } до { $max_nano }, например <i>12,5</i>.

    Вы получите её за вычетом нашей комиссии { $fee_bps }.
applications-pitch-title = <b>Почему ваш канал?</b>
applications-pitch-how = Напишите рекламодателю пару слов: кто вас читает, как проходили такие посты раньше. До 600 знаков. Или пропустите.
applications-terms =
    📦 { campaigns-package }
    💎 <b>{ $price_nano }</b>
    🗓 Выйдет до { $window_end_at }
    ✍️ { $author ->
        [advertiser] Пост пишет рекламодатель, владелец одобряет
       *[owner] Пост пишет владелец, рекламодатель одобряет
    }
applications-pitch = 💬 <i>{ $pitch }</i>
applications-confirm-title = <b>Отправить предложение?</b> { $channel } → «{ $title }»
applications-confirm-next = Это ваше слово: до { $ends_at } рекламодатель может согласиться ровно на эти условия, и сделка состоится. До его согласия вы можете отозвать предложение в любой момент.

# Карточка предложения.

applications-card-title = 📥 <b>{ $channel }</b> → «{ $title }»
applications-brief =
    { $text }{ $has_links ->
        [yes] {" "}🔗 { $links }
       *[no] {""}
    }{ $has_restrictions ->
        [yes] {" "}🚫 { $restrictions }
       *[no] {""}
    }
    💎 За пост: { campaigns-budget }
applications-figures =
    { $is_public ->
        [yes] @{ $username } ·{" "}
       *[no] {""}
    }👥 { $subscribers }{ $views_known ->
        [yes] {" "}· { views-count } · { $cpm_nano } за 1000
       *[no] {""}
    }
applications-said =
    { $is_mine ->
        [yes] 🗨 Вы:
       *[no] { $speaker ->
            [advertiser] 🗨 Рекламодатель:
           *[owner] 🗨 Канал:
        }
    } { $text }
applications-obstacle =
    { $obstacle ->
        [brief] ⚠️ После этого предложения задание изменилось. Владелец должен его подтвердить.
        [time] ⚠️ По этому предложению осталось слишком мало времени на публикацию. Владелец может его обновить.
       *[closed] ⚠️ Задание больше ничего не принимает.
    }
applications-state =
    { $state ->
        [invited] { $party ->
            [owner] 💌 Вас пригласили: назовите цену до { $ends_at } или откажитесь.
           *[advertiser] 💌 Канал приглашён. Ждём ответа до { $ends_at }.
        }
        [applied] { $party ->
            [owner] ✅ Ваше предложение в силе до { $ends_at }. Рекламодатель согласится ровно на эти условия или откажется.
           *[advertiser] ✅ В силе до { $ends_at }. С вашим согласием это станет сделкой.
        }
        [declined] ✖️ Рекламодатель отказался.
        [withdrawn] ↩️ Канал отозвал предложение.
       *[taken] 🤝 Это стало сделкой.
    }
applications-talk-title = <b>{ $channel }</b> → «{ $title }»
applications-talk-how = Напишите второй стороне. До 1000 знаков.

# Подписи.

btn-campaigns = 📄 Задания
btn-new-brief = ➕ Новое задание
btn-brief-line =
    { $status ->
        [open] 🟢
        [paused] ⏸
        [expired] ⌛
       *[closed] ✖️
    } { $title }
btn-brief-title-line = { $title }
btn-briefs-for-me = 📣 Для моих каналов
btn-offers = 📥 Предложения: { $offers_count }
btn-offer-post = ✋ Предложить пост
btn-edit-brief = ✏️ Изменить
btn-share = 📤 Показать другим
btn-resume-brief = ▶️ Снова принимать
btn-extend = ⏳ Ещё две недели
btn-close-brief = ✖️ Закрыть
btn-yes-close = Да, закрыть
btn-publish = 📢 Опубликовать
btn-brief-title = Название
btn-brief-text = 📝 Текст
btn-budget = 💎 Бюджет
btn-links = 🔗 Ссылки
btn-restrictions = 🚫 Не нужно
btn-window =
    🗓 { $window_days ->
        [one] { $window_days } день
        [few] { $window_days } дня
       *[other] { $window_days } дней
    }
btn-brief-author =
    { $author ->
        [advertiser] ✍️ Пишу я
       *[owner] ✍️ Пишет владелец
    }
btn-start-deals =
    🤝 { $chosen_count ->
        [one] Начать { $chosen_count } сделку
        [few] Начать { $chosen_count } сделки
       *[other] Начать { $chosen_count } сделок
    }
btn-offer-line =
    { $is_chosen ->
        [yes] ☑️
       *[no] {""}
    }{ $number }. { $channel } · { $price_nano }
btn-order =
    ↕️ { $order ->
        [price] Сначала дешёвые
        [cpm] Дешёвые просмотры
        [subscribers] Сначала крупные
        [views] Больше просмотров
       *[new] Сначала новые
    }
btn-choose =
    { $is_choosing ->
        [yes] Закончить выбор
       *[no] ☑️ Выбрать несколько
    }
btn-yes-start = 🤝 Да, начать
btn-invite = 💌 Пригласить в задание
btn-buy-ads-here = 🔗 «Купить рекламу»
btn-copy = 📋 Скопировать
btn-format =
    { $is_permanent ->
        [yes] Навсегда
       *[no] { $preset }
    }{ $pinned ->
        [yes] {" "}📌
       *[no] {""}
    }{ $has_price ->
        [yes] {" "}· { $price_nano }
       *[no] {""}
    }
btn-list-price = { $price_nano }, моя обычная цена
btn-send-offer = 📨 Отправить предложение
btn-start-deal = 🤝 Начать сделку
btn-make-offer =
    { $state ->
        [applied] ✏️ Изменить предложение
       *[other] ✋ Сделать предложение
    }
btn-open-its-deal = Открыть сделку
btn-ask = 💬 Написать
btn-decline-offer = ✖️ Отказаться
btn-withdraw-offer = ↩️ Отозвать
btn-open-campaign = Открыть задание
btn-open-application = Открыть предложение

# Уведомления. У каждого есть кнопка, которая открывает задание или предложение.

notice-campaign-offer =
    <b>{ $title }</b>
    📥 { $channel } предлагает пост за <b>{ $price_nano }</b>.
notice-campaign-invitation =
    <b>{ $title }</b>
    💌 Рекламодатель хотел бы видеть пост в { $channel }. Посмотрите задание и назовите цену.
notice-campaign-declined =
    <b>{ $title }</b>
    ✖️ Рекламодатель отказался от предложения { $channel }.
notice-campaign-changed =
    <b>{ $title }</b>
    ✏️ Задание изменилось. Ваше предложение подождёт, пока вы прочтёте его и подтвердите.
notice-campaign-closed =
    <b>{ $title }</b>
    ⌛ Это задание завершено, ваше предложение вас больше не связывает.
notice-campaign-ending =
    <b>{ $title }</b>
    ⏳ Через день срок задания выйдет. Продлите его, если ещё ищете каналы.
notice-campaign-expired =
    <b>{ $title }</b>
    ⌛ Срок задания вышел. Его можно открыть ещё на две недели.
campaigns-reply-carried = 📨 Передано другой стороне предложения.
notice-campaign-question =
    <b>{ $title }</b> · { $channel }
    💬 Рекламодатель спрашивает: { $text }
notice-campaign-answer =
    <b>{ $title }</b> · { $channel }
    💬 Канал отвечает: { $text }

# Карточки для других чатов.

campaigns-inline-facts = Ищу каналы · { campaigns-budget } за пост
campaigns-inline-card =
    📄 <b>{ $title }</b>
    { $text }

    💎 За пост: <b>{ campaigns-budget }</b>

# Отказы.

error-campaign-closed = Это задание больше ничего не принимает.
error-too-many-campaigns = У вас открыто { $limit } заданий, больше нельзя. Сначала закройте одно.
error-campaign-full = На это задание больше не отвечают: ответов уже { $limit }.
error-does-not-fit =
    { $reason ->
        [language] Это задание для каналов на другом языке.
        [category] Это задание для каналов о другом.
       *[subscribers] Это задание для каналов, у которых не меньше { $min_subscribers } подписчиков.
    }
error-brief-changed = Пока вы читали, задание изменилось. Откройте его ещё раз, прежде чем предлагать.
error-offer-gone = Этого предложения в таком виде больше нет. Вот как всё обстоит сейчас.
error-offer-outdated =
    { $reason ->
        [time] По этому предложению осталось слишком мало времени на публикацию. Попросите канал обновить его.
       *[brief] После этого предложения задание изменилось. Сначала владелец должен его подтвердить.
    }
error-invited-already = { $channel } уже знает об этом задании.
