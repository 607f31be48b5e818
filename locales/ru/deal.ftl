# Карточка сделки. $party — кто смотрит (advertiser, owner, admin); *_mine и *_state — чьё это предложение.

deal-status-draft = 📝 Ещё не отправлена
deal-status-negotiation = 💬 Обсуждаются условия
deal-status-owner-accepted = 🤝 Условия приняты, нужны кошельки
deal-status-awaiting-escrow-payment = 💳 Ожидается оплата
deal-status-escrow-funded = 🔒 Оплачено, деньги заблокированы
deal-status-creative-pending-owner = ✍️ Готовится пост
deal-status-creative-submitted = 👀 Пост на проверке
deal-status-creative-changes-requested = ✏️ Пост просят поправить
deal-status-creative-approved = ✅ Пост одобрен, осталось выбрать время
deal-status-scheduled = 🗓 Запланировано
deal-status-posted = 📣 Опубликовано
deal-status-retention-check = 🔎 Опубликовано, идёт проверка
deal-status-disputed = ⚖️ Спор
deal-status-released = 🏁 Завершена
deal-status-refunded = ↩️ Деньги вернулись рекламодателю
deal-status-cancelled = ✖️ Отменена
deal-status-expired = ⌛ Истекла

deal-card-title = <b>{ $channel }</b> · сделка № { $deal }
deal-card-terms =
    💎 <b>{ $price_nano }</b> · { $top_hours } ч в топе, { $feed_hours } ч в ленте
    { $author ->
        [advertiser] Пост пишет рекламодатель, владелец одобряет.
       *[owner] Пост пишет владелец, рекламодатель одобряет.
    }
deal-card-permanent = Потом пост просто остаётся в канале.
deal-card-extra = { format-extra }
deal-card-pinned = 📌 Закреплён, пока идёт проверка
deal-card-window = Публикация — не позже { $window_end_at }
deal-card-wallets =
    Кошельки: рекламодатель { $payer_ready ->
        [yes] ✅
       *[no] не выбран
    }, владелец { $payout_ready ->
        [yes] ✅
       *[no] не выбран
    }
deal-card-proposed =
    🕐 { $time_state ->
        [mine] Вы предлагаете { $proposed_at }
       *[theirs] Вам предлагают { $proposed_at }
    }
deal-card-publish = 🗓 Выйдет <b>{ $publish_at }</b>
deal-card-top = 📌 В топе до <b>{ $top_until_at }</b>{ $party ->
        [owner] : не публикуйте до этого ничего другого
       *[advertiser] {""}
    }
deal-card-post = 🔗 <a href="{ $post_url }">Пост</a>
deal-card-post-deleted = Бот убрал пост из канала.
deal-card-cure =
    ⚠️ Пост отличается от согласованного. { $party ->
        [owner] Верните его или опубликуйте снова до <b>{ $cure_at }</b>, иначе деньги вернутся рекламодателю.
       *[advertiser] У владельца есть время до <b>{ $cure_at }</b>, чтобы всё вернуть, иначе деньги вернутся рекламодателю.
    }
deal-card-cancel =
    { $cancel_state ->
        [mine] Вы предложили отменить сделку. Если другая сторона согласится, рекламодатель получит всё обратно.
       *[theirs] Вам предлагают отменить сделку. Если согласитесь, рекламодатель получит всё обратно.
    }

deal-next-draft = Запрос ещё не отправлен.
deal-next-negotiation =
    { $party ->
        [admin] Стороны договариваются об условиях.
       *[other] { $offer_mine ->
            [yes] Ваше предложение отправлено. Ждём ответа другой стороны.
           *[no] Сейчас в силе предложение другой стороны: примите его, предложите своё или откажитесь.
        }
    }
deal-next-owner-accepted =
    { $party ->
        [advertiser] { $payer_ready ->
            [yes] Ваш кошелёк выбран. Как только владелец выберет свой, можно будет платить.
           *[no] Выберите кошелёк, с которого заплатите. На него же вернутся деньги, если сделка не состоится.
        }
        [owner] { $payout_ready ->
            [yes] Ваш кошелёк выбран. Как только рекламодатель выберет свой, он сможет заплатить.
           *[no] Выберите кошелёк, на который придут деньги.
        }
       *[admin] Нужны оба кошелька, после этого откроется оплата.
    }
deal-next-awaiting-escrow-payment =
    { $party ->
        [advertiser] Заплатите в отдельный контракт этой сделки. Деньги лежат там, пока пост не отстоит свой срок.
       *[owner] Ждём оплаты от рекламодателя. Публиковать пока ничего не нужно.
    }
deal-next-escrow-funded = Деньги заблокированы в контракте сделки. Теперь — пост.
deal-next-creative-pending-owner =
    { $author_me ->
        [yes] Ваш ход: пришлите пост таким, каким он должен выйти в канале.
       *[no] Другая сторона готовит пост. Вы увидите его до публикации.
    }
deal-next-creative-submitted =
    { $author_me ->
        [yes] Другая сторона смотрит ваш пост.
       *[no] { $party ->
            [admin] Другая сторона проверяет пост.
           *[other] Ваш ход: посмотрите пост и одобрите его или попросите поправить.
        }
    }
deal-next-creative-changes-requested =
    { $author_me ->
        [yes] Ваш ход: пост просят поправить. Пришлите новую версию.
       *[no] Автор правит пост.
    }
deal-next-creative-approved =
    { $time_state ->
        [mine] Ждём, когда другая сторона согласится на время.
        [theirs] Согласитесь на время или предложите другое.
       *[none] Пост одобрен. Предложите, когда его опубликовать.
    }
deal-next-scheduled = Бот сам опубликует пост — ровно таким, каким его одобрили.
deal-next-posted = Пост вышел. Начинается проверка.
deal-next-retention-check =
    Пост должен оставаться без изменений до <b>{ $retention_ends_at }</b>. Бот смотрит в случайные моменты и ещё раз в самом конце.
    { $party ->
        [advertiser] Если всё на месте, владелец получит деньги; если нет, они вернутся к вам.
       *[owner] Если всё на месте, владелец получит деньги; если нет, они вернутся рекламодателю.
    }
deal-next-disputed = Решает администратор: у него есть слова обеих сторон и все проверки. Деньги пока заблокированы.
deal-next-released =
    { $outcome ->
        [split] Деньги поделены между сторонами. Сделка завершена.
       *[release] Владелец получил деньги. Сделка завершена.
    }
deal-next-refunded =
    { $party ->
        [advertiser] Деньги вернулись в ваш кошелёк. Сделка завершена.
       *[owner] Деньги вернулись рекламодателю. Сделка завершена.
    }
deal-next-cancelled = Сделка отменена. Никто никому ничего не должен.
deal-next-expired = Никто не ответил вовремя, и сделка закрылась. Никто никому ничего не должен.

deal-ends-expire = ⏳ Если до <b>{ $due_at }</b> ничего не произойдёт, сделка закроется без оплаты.
deal-ends-refund =
    ⏳ { $stage ->
        [scheduled] Если пост не выйдет до <b>{ $due_at }</b>,
       *[other] Если до <b>{ $due_at }</b> ничего не произойдёт,
    } { $party ->
        [advertiser] все деньги вернутся к вам.
       *[owner] деньги вернутся рекламодателю.
    }
deal-ends-decide = ⏳ Последняя проверка — <b>{ $due_at }</b>, она всё решит.
deal-ends-cap = ⏳ Если до <b>{ $due_at }</b> никто не решит, решат проверки поста.

deal-settling-release =
    💸 Решено: { $party ->
        [owner] деньги получаете вы.
       *[advertiser] деньги получает владелец.
    } Перевод уже в пути; сделка завершится, когда его подтвердит сеть.
deal-settling-refund =
    💸 Решено: деньги { $party ->
        [advertiser] возвращаются к вам.
       *[owner] возвращаются рекламодателю.
    } Перевод уже в пути; сделка завершится, когда его подтвердит сеть.
deal-settling-split = 💸 Решено: деньги делятся между сторонами. Переводы уже в пути; сделка завершится, когда их подтвердит сеть.

# Что может сделать сторона: надписи в одно-четыре слова.

deal-do-send = Отправить
deal-do-counter = 💬 Другие условия
deal-do-decline = ✖️ Отказаться
deal-do-accept = 🤝 Принять
deal-do-set-payout-wallet = 👛 Кошелёк для выплаты
deal-do-set-payer-wallet = 👛 Кошелёк для оплаты
deal-do-open-escrow = Открыть оплату
deal-do-confirm-deposit = Подтвердить оплату
deal-do-ask-creative = Запросить пост
deal-do-submit-creative = ✍️ Прислать пост
deal-do-request-changes = ✏️ Попросить поправить
deal-do-approve-creative = 👀 Проверить пост
deal-do-revise-creative = ✏️ Изменить пост
deal-do-propose-time = 🕐 Предложить время
deal-do-agree-time = ✅ Согласиться на время
deal-do-mark-posted = Отметить публикацию
deal-do-start-retention = Начать проверку
deal-do-start-cure = Попросить вернуть
deal-do-post-again = 🔁 Опубликовать снова
deal-do-withdraw = ↩️ Выйти с возвратом
deal-do-propose-cancel = ↩️ Предложить отмену
deal-do-agree-cancel = ↩️ Согласиться на отмену
deal-do-dispute = ⚖️ Открыть спор
deal-do-state-case = ⚖️ Добавить слово
deal-do-concede = 🏳 Уступить
deal-do-time-out = Время вышло
deal-do-decide-release = Заплатить владельцу
deal-do-decide-refund = Вернуть деньги
deal-do-decide-split = Поделить
deal-do-confirm-release = Подтвердить выплату
deal-do-confirm-refund = Подтвердить возврат
deal-do-confirm-split = Подтвердить раздел
deal-do-cancel = ✖️ Отменить
deal-do-expire = Закрыть по времени
deal-do-return-deposit = Вернуть оплату
deal-do-pay = 💳 Оплатить
deal-do-money-back = ↩️ Вернуть мои деньги
deal-do-creative = 👀 Посмотреть пост
deal-do-evidence = 🔎 Проверки

btn-deal-talk = 💬 Переписка
btn-deal-timeline = 🕘 История
btn-deal-window-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
btn-deal-day =
    { $nth ->
        [0] Сегодня
        [1] Завтра
       *[other] { $weekday ->
            [0] пн
            [1] вт
            [2] ср
            [3] чт
            [4] пт
            [5] сб
           *[6] вс
        } { $day }
    }
btn-deal-hour = { $hour }
btn-open-deal = Открыть сделку № { $deal }

# Вопрос перед шагом; последствия — в самом вопросе.

deal-ask-stale = Пока вы думали, сделка ушла вперёд. Вернитесь и посмотрите, как обстоят дела.
deal-ask-accept =
    Принять <b>{ $price_nano }</b> за { $package }?{ $has_extra ->
        [yes] {" "}{ format-extra }
       *[no] {""}
    }

    { $party ->
        [advertiser] Дальше обе стороны выбирают кошельки, и вы платите в контракт сделки. Пока не заплатили, вы ничего не должны.
       *[owner] Дальше обе стороны выбирают кошельки, и рекламодатель платит. Обязательства появятся, когда деньги будут заблокированы.
    }
deal-ask-decline =
    Отказаться от предложения?

    Сделка закроется. Никто ничего не платит.
deal-ask-cancel =
    Отменить сделку?

    Оплаты не было, так что никто никому ничего не должен. Вернуть сделку будет нельзя.
deal-ask-withdraw =
    Выйти из сделки?

    { $party ->
        [advertiser] Все деньги, <b>{ $price_nano }</b>, вернутся в ваш кошелёк. Передумать будет нельзя.
       *[owner] Рекламодатель получит все деньги обратно, а вы ничего не заработаете. Передумать будет нельзя.
    }
deal-ask-propose-cancel =
    Предложить отменить сделку?

    { $party ->
        [advertiser] Если владелец согласится, <b>{ $price_nano }</b> вернётся в ваш кошелёк. До этого всё идёт своим чередом.
       *[owner] Если рекламодатель согласится, <b>{ $price_nano }</b> вернётся ему, а вы ничего не заработаете. До этого всё идёт своим чередом.
    }
deal-ask-agree-cancel =
    Согласиться на отмену?

    { $party ->
        [advertiser] Все деньги, <b>{ $price_nano }</b>, вернутся в ваш кошелёк. Передумать будет нельзя.
       *[owner] Рекламодатель получит обратно <b>{ $price_nano }</b>, а вы ничего не заработаете. Передумать будет нельзя.
    }
deal-ask-agree-time =
    Опубликовать <b>{ $at }</b>?

    В это время бот сам опубликует одобренный пост.
deal-ask-post-again =
    Опубликовать снова прямо сейчас?

    Остатки старого поста удалятся, одобренный пост выйдет заново. Проверка продлится на время перерыва.
deal-ask-concede =
    Уступить?

    { $party ->
        [advertiser] Деньги получит владелец, вам ничего не вернётся. Передумать будет нельзя.
       *[owner] Рекламодатель получит обратно <b>{ $price_nano }</b>, а вы ничего не заработаете. Передумать будет нельзя.
    }

deal-yes-accept = 🤝 Да, принять
deal-yes-decline = Да, отказаться
deal-yes-cancel = Да, отменить
deal-yes-withdraw = Да, выйти
deal-yes-propose-cancel = Да, предложить
deal-yes-agree-cancel = Да, отменить
deal-yes-agree-time = ✅ Да, публикуем
deal-yes-post-again = Да, опубликовать
deal-yes-concede = Да, уступить

deal-counter =
    { $offer_mine ->
        [yes] Сейчас в силе ваше предложение: <b>{ $price_nano }</b>.
       *[no] Вам предлагают <b>{ $price_nano }</b>.
    } Формат: { format-words }. Публикация — не позже { $window_end_at }.

    Напишите другую цену, например <code>12,5</code> или <code>1,5к</code>, выберите, сколько дней с этого момента пост может ждать публикации, или другой формат. Ваше предложение заменит нынешнее.

deal-talk-empty = Сообщений пока нет.
deal-talk-line =
    <b>{ $who ->
        [me] Вы
        [advertiser] Рекламодатель
       *[owner] Владелец
    }</b> · { $at }
    { $has_media ->
        [yes] 📎 вложение
       *[no] { $text }
    }
deal-talk-hint =
    
    Напишите сообщение, и бот передаст его другой стороне.

deal-time-ask =
    Когда опубликовать пост? Не позже { $window_end_at }.

    Выберите день или напишите: <code>завтра 18:00</code>, <code>25.12 9:30</code>. Ваш часовой пояс: { $zone }.
deal-zone-why = Спрошу один раз: потом всё время будет показано по вашим часам. Выберите город или пришлите другой: <i>Пермь</i>, <i>+5:30</i>.
deal-time-hour = Выберите час или напишите точное время, например <code>18:30</code>. Ваш часовой пояс: { $zone }.
deal-time-none = В этот день свободных часов уже нет. Выберите другой.

deal-case-open =
    Что случилось? Напишите своими словами.

    <b>Ваше сообщение откроет спор.</b> Деньги останутся заблокированы, решит администратор; если за { $dispute_seconds } никто не решит, решат проверки поста.
deal-case-add = Напишите, что должны знать другая сторона и администратор. Это прочтут все участники спора.

deal-evidence-none = Проверок ещё не было.
deal-evidence-post = Опубликовано { $posted_at }
deal-evidence-check =
    { $at } · { $result ->
        [intact] ✅ всё как договорились
        [present] 👁 пост на месте, но прочитать его не удалось
        [violated] ❌ { $changed ->
            [gone] пост удалён
            [text] изменён текст
            [entities] изменены ссылки или оформление
            [media] изменены медиа
            [buttons] изменены кнопки
            [pin] пост больше не закреплён
           *[other] не так, как договорились
        }
       *[unknown] ❔ { $cause ->
            [owners] проверить не удалось: канал не даёт боту посмотреть
           *[ours] проверить не удалось, не по вине владельца
        }
    }
deal-evidence-intrusion = { $at } · ⚠️ в оплаченное время в топе появился другой пост
deal-evidence-versions = ✍️ Версий поста: { $versions_count }, одобрена: { $version_approved }
deal-evidence-talk =
    { $at } · 💬 <b>{ $who ->
        [advertiser] Рекламодатель
       *[owner] Владелец
    }</b>: { $text }
deal-evidence-chain =
    ⛓ { $chain_state ->
        [funded] На контракте { $chain_balance_nano }
        [released] Контракт заплатил владельцу
        [refunded] Контракт вернул деньги
        [split] Контракт разделил деньги
       *[other] Контракт не пополнен
    }: <code>{ $chain_address }</code>
deal-evidence-reason =
    
    ⚖️ <b>{ $opened_by ->
        [advertiser] Рекламодатель
       *[owner] Владелец
    }</b>: { $reason }
deal-evidence-statement =
    <b>{ $who ->
        [advertiser] Рекламодатель
       *[owner] Владелец
    }</b> · { $at }
    { $text }
deal-reason-post-unclear = ⚖️ Telegram не сообщил, вышел ли пост, и найти его наверняка не удалось.
deal-reason-post-unverifiable = ⚖️ Пост слишком долго не удавалось проверить.
deal-reason-other = ⚖️ Площадка не смогла решить сама.

# История: по строке на шаг. $who — me, advertiser, owner, admin или platform.

deal-timeline-hidden = … и раньше: { $hidden }
deal-did-send = { $at } · запрос отправлен
deal-did-counter =
    { $at } · { $who ->
        [me] вы предложили другие условия
        [advertiser] рекламодатель предложил другие условия
       *[owner] владелец предложил другие условия
    }
deal-did-decline =
    { $at } · { $who ->
        [me] вы отказались
        [advertiser] рекламодатель отказался
       *[owner] владелец отказался
    }
deal-did-accept =
    { $at } · { $who ->
        [me] вы приняли условия
        [advertiser] рекламодатель принял условия
       *[owner] владелец принял условия
    }
deal-did-set-payout-wallet = { $at } · выбран кошелёк владельца
deal-did-set-payer-wallet = { $at } · выбран кошелёк рекламодателя
deal-did-open-escrow = { $at } · открыта оплата
deal-did-confirm-deposit = { $at } · 🔒 оплата пришла
deal-did-ask-creative = { $at } · запрошен пост
deal-did-submit-creative = { $at } · пост отправлен на проверку
deal-did-request-changes = { $at } · пост попросили поправить
deal-did-approve-creative = { $at } · ✅ пост одобрен
deal-did-revise-creative = { $at } · отправлена новая версия поста
deal-did-propose-time =
    { $at } · { $who ->
        [me] вы предложили время
        [advertiser] рекламодатель предложил время
       *[owner] владелец предложил время
    }
deal-did-agree-time = { $at } · 🗓 время согласовано
deal-did-mark-posted = { $at } · 📣 пост вышел
deal-did-start-retention = { $at } · началась проверка
deal-did-start-cure = { $at } · ⚠️ пост отличается от согласованного
deal-did-post-again = { $at } · владелец публикует снова
deal-did-withdraw =
    { $at } · { $who ->
        [me] вы вышли из сделки
        [advertiser] рекламодатель вышел из сделки
       *[owner] владелец вышел из сделки
    }
deal-did-propose-cancel =
    { $at } · { $who ->
        [me] вы предложили отмену
        [advertiser] рекламодатель предложил отмену
       *[owner] владелец предложил отмену
    }
deal-did-agree-cancel = { $at } · стороны согласились на отмену
deal-did-dispute =
    { $at } · ⚖️ { $who ->
        [me] вы открыли спор
        [advertiser] рекламодатель открыл спор
        [owner] владелец открыл спор
       *[platform] площадка открыла спор
    }
deal-did-state-case =
    { $at } · { $who ->
        [me] вы добавили слово в споре
        [advertiser] рекламодатель добавил слово в споре
       *[owner] владелец добавил слово в споре
    }
deal-did-concede =
    { $at } · { $who ->
        [me] вы уступили
        [advertiser] рекламодатель уступил
       *[owner] владелец уступил
    }
deal-did-time-out = { $at } · время вышло: возврат
deal-did-decide-release = { $at } · решено: деньги — владельцу
deal-did-decide-refund = { $at } · решено: возврат
deal-did-decide-split = { $at } · решено: деньги делятся
deal-did-confirm-release = { $at } · 💸 владелец получил деньги
deal-did-confirm-refund = { $at } · 💸 деньги вернулись рекламодателю
deal-did-confirm-split = { $at } · 💸 деньги поделены
deal-did-cancel =
    { $at } · { $who ->
        [me] вы отменили сделку
        [advertiser] рекламодатель отменил сделку
       *[owner] владелец отменил сделку
    }
deal-did-expire = { $at } · время вышло: сделка закрыта
deal-did-return-deposit = { $at } · запоздавшая оплата возвращена
