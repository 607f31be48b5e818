# Стол администраторов: поиск, блокировки, скрытые объявления, жалобы, письма, рассылки, журнал, пауза.

admin-home-paused = ⏸ <b>Площадка на паузе:</b> новые деньги не принимаются.
admin-more = <b>Ещё</b>
admin-search =
    <b>🔍 Найти что угодно</b>
    { $asked }
admin-search-how = Пришлите номер, имя с @, название или адрес TON.
admin-search-none = Ничего не нашлось. Пришлите другое: номер, имя с @, название или адрес TON.
admin-user =
    <b>👤 { $name }</b>{ $has_username ->
        [yes] { " " }@{ $username }
       *[no] { "" }
    } · id { $user_id }

    С нами с { $since_at }, язык { $language }
    Сделок { $deals }, открыто { $deals_open }, завершено { $deals_done }, в споре { $disputes }
    Открытых жалоб: { $reports }
admin-user-banned = ⛔ <b>Доступ закрыт:</b> { $reason }
admin-user-blocked = 🔇 Отключил бота.
admin-user-wallet = 💎 <code>{ $wallet }</code>
admin-user-channel = 📣 { $title } · { $subscribers }
admin-listing =
    <b>📣 { $channel }</b>{ $has_username ->
        [yes] { " " }@{ $username }
       *[no] { "" }
    }

    Владелец: { $owner }
    Подписчиков { $subscribers }, от { $price_nano }
    { $status ->
        [active] На рынке
        [paused] Приостановлено владельцем
        [hidden] Скрыто
       *[delisted] Снято: у бота нет прав
    }, открытых сделок { $deals_open }, открытых жалоб { $reports }
admin-listing-hidden =
    ⛔ <b>{ $by ->
        [ban] Скрыто вместе с доступом владельца
       *[moderation] Скрыто администратором
    }:</b> { $reason }
admin-listing-words = <blockquote>{ $description }</blockquote>
admin-escrow =
    <b>🔐 Эскроу сделки № { $deal }</b>

    <code>{ $address }</code>
    В сети: { $state }, баланс { $balance_nano }
    Сумма: { $amount_nano }
    Решение: { $verdict }
    { $current ->
        [yes] Текущий контракт сделки.
       *[no] Прежний контракт сделки, за ним тоже следим.
    }
admin-pause-off =
    <b>⏸ Поставить площадку на паузу</b>

    Ни новых запросов, ни согласий, ни новых контрактов, никого не просят платить. Оплаченные сделки идут до конца, возвраты и выплаты тоже.
admin-pause-on =
    <b>⏸ Площадка на паузе</b>

    С { $since_at }: { $reason }
    Оплаченные сделки идут до конца, возвраты и выплаты тоже.
admin-reason =
    <b>Почему?</b>

    { $act ->
        [pause] Пришлите одну строку. Её увидят администраторы; людям скажут только, что начать новое пока нельзя.
        [hide] Пришлите одну строку. Её прочтут управляющие «{ $who }».
       *[ban] Пришлите одну строку. Её прочтёт { $who }.
    }
admin-sure-ban =
    <b>Закрыть доступ: { $who }?</b>

    Причина: { $reason }
    Бот и API больше не пустят, объявления будут скрыты. Открытые сделки идут по своим срокам, другим сторонам сообщим.
admin-sure-unban =
    <b>Снова открыть доступ: { $who }?</b>

    Что было скрыто вместе с доступом, вернётся на рынок.
admin-sure-hide =
    <b>Скрыть «{ $who }»?</b>

    Причина: { $reason }
    Объявление уйдёт с рынка, открытые сделки продолжатся. Управляющим сообщим.
admin-sure-restore =
    <b>Вернуть «{ $who }» на рынок?</b>

    Управляющим сообщим.
admin-sure-pause =
    <b>Поставить всю площадку на паузу?</b>

    Причина: { $reason }
    До возобновления ничего нового не начнётся. Оплаченное продолжается.
admin-sure-resume =
    <b>Возобновить?</b>

    Новые сделки и оплаты снова станут возможны.
admin-reports = <b>🚩 Жалобы</b>
admin-reports-none = Ни одна жалоба не ждёт.
admin-report =
    <b>🚩 { $kind ->
        [user] Человек
       *[listing] Канал
    }: { $title }</b>

    { report-why } · жалуется { $by }, { $made_at }
admin-report-words = <blockquote>{ $words }</blockquote>
admin-report-others =
    { $others ->
        [one] Ещё { $others } открытая жалоба о том же.
        [few] Ещё { $others } открытые жалобы о том же.
       *[other] Ещё { $others } открытых жалоб о том же.
    }
admin-report-closed =
    { $state ->
        [upheld] ✅ Принята, заявитель знает.
       *[dismissed] ✖️ Отклонена, заявитель знает.
    }
admin-support = <b>✉️ { $name }</b>
admin-support-line =
    { $mine ->
        [yes] 🛠
       *[no] 👤
    } { $said_at }
    { $text }
admin-support-how = Пришлите сообщение, это и будет ответ. Можно и ответить прямо на уведомление о письме.
admin-audit =
    <b>Журнал</b>
    { $asked }
admin-audit-how = Пришлите <i>deal 5</i>, <i>user 12</i>, <i>от 12</i> или имя действия, чтобы видеть только это.
admin-audit-line =
    { $done_at } <b>{ $action }</b> { $entity }{ $has_who ->
        [yes] { " " }от { $who_id }
       *[no] { "" }
    } { $ip }
    { $details }
admin-audit-none = Об этом записей нет.
admin-broadcasts =
    <b>📣 Рассылки</b>

    Одно сообщение всем или некоторым. Кто отключил новости, не получит.
admin-broadcast-write =
    <b>Новая рассылка</b>

    Пришлите сообщение таким, каким его получат: текст, картинку, видео, файл или голос. Перед отправкой вы увидите его ещё раз.
admin-broadcast-audience =
    <b>Кому?</b>

    Так оно выглядит, см. выше. Людей: <b>{ $people }</b>
admin-broadcast-sure =
    <b>Отправить?</b>

    Получателей: { $people }; { admin-audience }, { admin-audience-language }. Отправленное не вернуть, неотправленное можно остановить.
admin-audience =
    { $audience ->
        [owners] владельцы каналов
        [advertisers] рекламодатели
       *[all] все
    }
admin-audience-language =
    { $language ->
        [en] на английском
        [ru] на русском
       *[any] на любом языке
    }
admin-broadcast =
    <b>📣 Рассылка { $number }</b>

    { $state ->
        [running] Идёт
        [stopped] Остановлена
       *[done] Закончена
    } · { admin-audience }, { admin-audience-language }
    Начата { $made_at }, людей тогда: { $people }
admin-broadcast-counts = Отправлено { $sent }, ждут { $waiting }, отключили бота { $blocked }, не удалось { $failed }

btn-admin-reports = 🚩 Жалобы
btn-admin-search = 🔍 Найти
btn-admin-more = Ещё
btn-admin-pause = ⏸ Пауза
btn-admin-audit = Журнал
btn-admin-broadcasts = 📣 Рассылки
btn-admin-hit =
    { $kind ->
        [user] 👤
        [deal] 🤝
        [escrow] 🔐
       *[listing] 📣
    } { $title }
btn-admin-ban = ⛔ Закрыть доступ
btn-admin-unban = Снова пустить
btn-admin-hide = ⛔ Скрыть объявление
btn-admin-restore = Вернуть
btn-admin-owner = Владелец
btn-admin-write-to = ✉️ Написать
btn-admin-audit-of = Журнал
btn-admin-resume = ▶️ Возобновить
btn-admin-pause-market = ⏸ На паузу
btn-admin-act = Да, сделать
btn-admin-report = { $title } · { $by }
btn-admin-report-look = 🔍 Посмотреть
btn-admin-report-uphold = ✅ Принять
btn-admin-report-dismiss = ✖️ Отклонить
btn-admin-reporter = Заявитель
btn-admin-broadcast-new = ➕ Новая рассылка
btn-admin-broadcast =
    { $number } · { $state ->
        [running] идёт
        [stopped] остановлена
       *[done] закончена
    } · { $made_at }
btn-admin-audience =
    { $on ->
        [yes] ✅{ " " }
       *[no] { "" }
    }{ $name ->
        [owners] Владельцы
        [advertisers] Рекламодатели
       *[all] Все
    }
btn-admin-audience-language =
    🌐 { $language ->
        [en] Английский
        [ru] Русский
       *[any] Любой язык
    }
btn-admin-broadcast-send = 📣 Да, отправить
btn-admin-broadcast-refresh = 🔄 Обновить
btn-admin-broadcast-stop = ✋ Остановить
btn-open-report = 🚩 Открыть жалобу
btn-open-support = ✉️ Ответить

notice-market-paused-admin = ⏸ Администратор поставил площадку на паузу: { $reason }
notice-market-resumed-admin = ▶️ Площадка снова работает: администратор снял паузу.
notice-banned =
    ⛔ <b>Ваш доступ к площадке закрыт.</b>
    Причина: { $reason }
    Открытые сделки закончатся по своим срокам, ничьи деньги не пропадут. Если это ошибка, напишите /support и ваши слова одним сообщением.
notice-unbanned = ✅ Доступ к площадке снова открыт. С возвращением: /start
notice-other-side-banned =
    { notice-head }
    ⚠️ Другая сторона потеряла доступ к площадке. Сделка идёт по своим срокам: оплаченное заперто в контракте и закончится по договору или вернётся. Что дальше, сказано в карточке.
notice-listing-hidden =
    <b>{ $channel }</b>
    ⛔ Администратор снял объявление с рынка: { $reason }
    Открытые сделки продолжаются. Вопросы: /support
notice-listing-restored =
    <b>{ $channel }</b>
    ✅ Объявление снова на рынке.
notice-report-admin =
    🚩 Жалоба: <b>{ $title }</b>, { $kind ->
        [user] человек
       *[listing] канал
    }.
notice-report-upheld =
    ✅ Вы пожаловались на { $kind ->
        [user] человека
       *[listing] канал
    }. Мы посмотрели и согласны с вами. Спасибо.
notice-report-dismissed =
    Вы пожаловались на { $kind ->
        [user] человека
       *[listing] канал
    }. Мы посмотрели и нарушения не нашли. Всё равно спасибо за внимание.
notice-support-admin =
    ✉️ <b>{ $name }</b> спрашивает:
    { $text }
    <i>Чтобы ответить, ответьте на это сообщение.</i>
notice-support-answered-admin =
    ✉️ Другой администратор уже ответил, <b>{ $name }</b>:
    { $text }
notice-support-answer =
    ✉️ <b>Поддержка:</b>
    { $text }
    <i>Чтобы продолжить, ответьте на это сообщение.</i>

error-too-many-reports = Открытых жалоб у вас уже { $limit }. Мы их смотрим, дождитесь, пожалуйста, ответов.
error-too-many-letters = За час вы написали { $limit } раз. Всё дошло, дождитесь, пожалуйста, ответа.
error-listing-hidden = Это объявление снял с рынка администратор. Спросите в /support.
error-cannot-copy = Такое нельзя разослать. Пришлите одно сообщение: текст, картинку, видео, файл или голос.
