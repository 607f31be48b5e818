# Уведомления: коротко, с одной кнопкой, которая открывает сделку. Доступны данные события, `deal`, `channel`
# и `price_nano`.

notice-head = <b>{ $channel }</b> · сделка № { $deal }

# Части.

notice-changed =
    { $reason ->
        [gone] пост удалён
        [text] изменён текст
        [entities] изменены ссылки или оформление
        [media] изменены медиа
        [buttons] изменены кнопки
        [pin] пост не закреплён
       *[other] изменено содержание
    }
notice-why =
    { $reason ->
        [post-unclear] Telegram не сообщил, вышел ли пост.
        [post-unverifiable] пост слишком долго не удавалось проверить.
       *[other] { $reason }
    }
notice-because =
    { $reason ->
        [admin] Так решил администратор.
        [dispute_cap] Никто не решил вовремя, поэтому решили проверки.
       *[other] Пост отличался от согласованного.
    }
notice-because-paid =
    { $reason ->
        [admin] Так решил администратор.
        [dispute_cap] Никто не решил вовремя, поэтому решили проверки.
       *[retained] Пост отстоял свой срок.
    }
notice-because-shared =
    { $reason ->
        [dispute_cap] Никто не решил вовремя, а проверить пост не удалось не по вине владельца.
       *[admin] Так решил администратор.
    }
notice-hindrance =
    { $reason ->
        [protected] канал запрещает пересылку.
       *[rights] бот лишился прав в канале.
    }
notice-obstacle =
    { $reason ->
        [channel-gone] канал не найден.
        [bot-rights] у бота не хватает прав в канале.
        [owner-not-admin] владелец больше не администратор канала.
        [protected] канал запрещает пересылку, и пост нельзя было бы проверить.
       *[other] канал не пускает бота.
    }

# Шаги сделки.

notice-send-owner =
    { notice-head }
    💬 Новый запрос: <b>{ $price_nano }</b> · { format-words }. Посмотрите условия и ответьте.{ $has_words ->
        [yes] {" "}Рекламодатель пишет:
       *[no] {""}
    }
    { $has_words ->
        [yes] <i>{ $text }</i>
       *[no] {""}
    }
notice-counter-advertiser =
    { notice-head }
    💬 Вам предлагают другие условия: <b>{ $price_nano }</b> · { format-words }. Примите, предложите свои или откажитесь.
notice-decline-advertiser =
    { notice-head }
    ✖️ Другая сторона отказалась. Сделка закрыта, никто никому ничего не должен.
notice-counter-owner =
    { notice-head }
    💬 Вам предлагают другие условия: <b>{ $price_nano }</b> · { format-words }. Примите, предложите свои или откажитесь.
notice-decline-owner =
    { notice-head }
    ✖️ Другая сторона отказалась. Сделка закрыта, никто никому ничего не должен.
notice-accept-advertiser =
    { notice-head }
    🤝 Владелец согласен на <b>{ $price_nano }</b>. Выберите кошелёк, с которого заплатите.
notice-accept-owner =
    { notice-head }
    🤝 Рекламодатель согласен на <b>{ $price_nano }</b>. Выберите кошелёк, на который придут деньги.
notice-open-escrow-advertiser =
    { notice-head }
    💳 Можно платить: { $price_nano } в отдельный контракт этой сделки.
notice-open-escrow-owner =
    { notice-head }
    💳 Оба кошелька выбраны, рекламодатель может платить. Мы сообщим, когда деньги будут заблокированы.
notice-confirm-deposit-advertiser =
    { notice-head }
    🔒 Ваша оплата, { $price_nano }, пришла и заблокирована в контракте. Теперь — пост.
notice-confirm-deposit-owner =
    { notice-head }
    🔒 Рекламодатель заплатил: { $price_nano } заблокировано в контракте. Теперь — пост.
notice-ask-creative-advertiser =
    { notice-head }
    ✍️ Ваш ход: пришлите пост таким, каким он должен выйти в канале.
notice-submit-creative-advertiser =
    { notice-head }
    👀 Пост готов к проверке. Одобрите его или попросите поправить.
notice-revise-creative-advertiser =
    { notice-head }
    👀 Пришла новая версия поста. Её нужно одобрить, а потом согласовать время.
notice-request-changes-advertiser =
    { notice-head }
    ✏️ Другая сторона просит поправить:
    { $note }
notice-approve-creative-advertiser =
    { notice-head }
    ✅ Пост одобрен. Осталось договориться о времени.
notice-propose-time-advertiser =
    { notice-head }
    🕐 Вам предлагают опубликовать <b>{ $publish_at }</b>. Согласитесь или предложите другое время.
notice-agree-time-advertiser =
    { notice-head }
    🗓 Договорились: пост выйдет <b>{ $publish_at }</b>. Бот опубликует его сам.
notice-ask-creative-owner =
    { notice-head }
    ✍️ Ваш ход: пришлите пост таким, каким он должен выйти в канале.
notice-submit-creative-owner =
    { notice-head }
    👀 Пост готов к проверке. Одобрите его или попросите поправить.
notice-revise-creative-owner =
    { notice-head }
    👀 Пришла новая версия поста. Её нужно одобрить, а потом согласовать время.
notice-request-changes-owner =
    { notice-head }
    ✏️ Другая сторона просит поправить:
    { $note }
notice-approve-creative-owner =
    { notice-head }
    ✅ Пост одобрен. Осталось договориться о времени.
notice-propose-time-owner =
    { notice-head }
    🕐 Вам предлагают опубликовать <b>{ $publish_at }</b>. Согласитесь или предложите другое время.
notice-agree-time-owner =
    { notice-head }
    🗓 Договорились: пост выйдет <b>{ $publish_at }</b>. Бот опубликует его сам.
notice-mark-posted-advertiser =
    { notice-head }
    📣 Ваш пост вышел: { $url }
    Мы следим за ним до { $ends_at }.
notice-mark-posted-owner =
    { notice-head }
    📣 Пост вышел: { $url }
    📌 Не публикуйте в канале ничего другого до <b>{ $top_ends_at }</b>: это время в топе.
    Не меняйте пост до { $ends_at }, и вы получите деньги.
notice-start-cure-owner =
    { notice-head }
    ⚠️ <b>Пост отличается от согласованного</b>: { notice-changed }.
    Верните его или опубликуйте снова до <b>{ $until_at }</b>: после этого деньги вернутся рекламодателю.
notice-start-cure-advertiser =
    { notice-head }
    ⚠️ Пост отличается от согласованного: { notice-changed }. Владелец может всё вернуть до { $until_at }, иначе деньги вернутся к вам.
notice-post-again-advertiser =
    { notice-head }
    🔁 Владелец публикует пост снова. Проверка продлится на потерянное время.
notice-withdraw-advertiser =
    { notice-head }
    ↩️ Владелец вышел из сделки. Все деньги, { $price_nano }, возвращаются к вам.
notice-withdraw-owner =
    { notice-head }
    ↩️ Рекламодатель вышел из сделки. Деньги возвращаются к нему.
notice-propose-cancel-advertiser =
    { notice-head }
    ↩️ Владелец предлагает отменить сделку. Если согласитесь, { $price_nano } вернётся к вам.
notice-propose-cancel-owner =
    { notice-head }
    ↩️ Рекламодатель предлагает отменить сделку. Если согласитесь, { $price_nano } вернётся к нему.
notice-agree-cancel-advertiser =
    { notice-head }
    ↩️ Владелец согласен на отмену. { $price_nano } возвращается к вам.
notice-agree-cancel-owner =
    { notice-head }
    ↩️ Рекламодатель согласен на отмену. Деньги возвращаются к нему.
notice-dispute-advertiser =
    { notice-head }
    ⚖️ Открыт спор: { notice-why }
    Деньги остаются заблокированы. Расскажите, как было; решит администратор.
notice-state-case-advertiser =
    { notice-head }
    ⚖️ Другая сторона добавила:
    { $text }
notice-dispute-owner =
    { notice-head }
    ⚖️ Открыт спор: { notice-why }
    Деньги остаются заблокированы. Расскажите, как было; решит администратор.
notice-state-case-owner =
    { notice-head }
    ⚖️ Другая сторона добавила:
    { $text }
notice-dispute-admin =
    { notice-head }
    ⚖️ Спор на { $price_nano }: { notice-why }
notice-state-case-admin =
    { notice-head }
    ⚖️ Новое слово в споре:
    { $text }
notice-concede-advertiser =
    { notice-head }
    🏳 Спор закончен: одна из сторон уступила. Деньги уже в пути; кому — видно на карточке.
notice-concede-owner =
    { notice-head }
    🏳 Спор закончен: одна из сторон уступила. Деньги уже в пути; кому — видно на карточке.
notice-time-out-advertiser =
    { notice-head }
    ⌛ Время вышло, и деньги возвращаются к вам: { $price_nano } уже в пути.
notice-time-out-owner =
    { notice-head }
    ⌛ Время вышло, и деньги возвращаются рекламодателю.
notice-decide-release-advertiser =
    { notice-head }
    🏁 Решено: деньги получает владелец. { notice-because-paid }
notice-decide-release-owner =
    { notice-head }
    🏁 Решено: деньги получаете вы. { notice-because-paid } Они уже в пути.
notice-decide-refund-advertiser =
    { notice-head }
    ↩️ Решено: деньги возвращаются к вам. { notice-because }
notice-decide-refund-owner =
    { notice-head }
    ↩️ Решено: деньги возвращаются рекламодателю. { notice-because }
notice-decide-split-advertiser =
    { notice-head }
    ⚖️ Решено: деньги делятся; доля владельца — { $split_bps }. { notice-because-shared }
notice-decide-split-owner =
    { notice-head }
    ⚖️ Решено: деньги делятся; ваша доля — { $split_bps }. { notice-because-shared }
notice-confirm-release-advertiser =
    { notice-head }
    💸 Владелец получил деньги. Сделка завершена, спасибо.
notice-confirm-release-owner =
    { notice-head }
    💸 <b>{ $owner_nano }</b> уже в вашем кошельке. Сделка завершена, спасибо.
notice-confirm-refund-advertiser =
    { notice-head }
    💸 <b>{ $advertiser_nano }</b> вернулось в ваш кошелёк. Сделка закрыта.
notice-confirm-refund-owner =
    { notice-head }
    💸 Деньги вернулись рекламодателю. Сделка закрыта.
notice-confirm-split-advertiser =
    { notice-head }
    💸 <b>{ $advertiser_nano }</b> вернулось в ваш кошелёк; владелец получил { $owner_nano }.
notice-confirm-split-owner =
    { notice-head }
    💸 <b>{ $owner_nano }</b> уже в вашем кошельке; рекламодателю вернулось { $advertiser_nano }.
notice-cancel-advertiser =
    { notice-head }
    ✖️ Другая сторона отменила сделку. Оплаты не было, так что никто никому ничего не должен.
notice-expire-advertiser =
    { notice-head }
    ⌛ Никто не ответил вовремя, и сделка закрылась. Никто никому ничего не должен.
notice-cancel-owner =
    { notice-head }
    ✖️ Другая сторона отменила сделку. Оплаты не было, так что никто никому ничего не должен.
notice-expire-owner =
    { notice-head }
    ⌛ Никто не ответил вовремя, и сделка закрылась. Никто никому ничего не должен.
notice-return-deposit-advertiser =
    { notice-head }
    ↩️ { $amount_nano } пришло, когда сделка была уже закрыта. Деньги возвращаются в ваш кошелёк.
notice-return-deposit-owner =
    { notice-head }
    ↩️ Оплата пришла, когда сделка была уже закрыта. Она возвращается рекламодателю; вам ничего делать не нужно.
notice-warning-expire =
    { notice-head }
    ⏳ Осталось { $left_seconds }. Если ничего не произойдёт, сделка закроется без оплаты.
notice-warning-refund =
    { notice-head }
    ⏳ Осталось { $left_seconds }. Если ничего не произойдёт, деньги вернутся рекламодателю.
notice-warning-decide =
    { notice-head }
    ⏳ До последней проверки поста { $left_seconds }.
notice-warning-cap =
    { notice-head }
    ⏳ Осталось { $left_seconds }. Если никто не решит, решат проверки поста.
notice-message-advertiser =
    { notice-head }
    💬 <b>Рекламодатель:</b> { $text }

    <i>Чтобы ответить, ответьте на это сообщение.</i>
notice-message-owner =
    { notice-head }
    💬 <b>Владелец:</b> { $text }

    <i>Чтобы ответить, ответьте на это сообщение.</i>
notice-violation-seen-owner =
    { notice-head }
    ⚠️ Пост отличается от согласованного: { notice-changed }. Верните его сейчас: через несколько минут бот посмотрит ещё раз.
notice-check-hindered-owner =
    { notice-head }
    ⚠️ Бот не может проверить пост: { notice-hindrance } Пожалуйста, исправьте это, иначе дело дойдёт до спора.
notice-check-hindered-advertiser =
    { notice-head }
    ⚠️ Сейчас пост не удаётся проверить: { notice-hindrance } Владелец об этом знает, ваши деньги остаются заблокированы.
notice-posting-hindered-owner =
    { notice-head }
    ⚠️ Пора публиковать пост, но он не выходит: { notice-obstacle } Пожалуйста, исправьте это сейчас: если время пройдёт, деньги вернутся рекламодателю.
notice-delete-post-owner =
    { notice-head }
    Сделка закончена, но убрать пост бот не смог. Можете удалить его сами: { $url }
notice-post-unfound-owner =
    { notice-head }
    Сделка закончена, деньги возвращаются. Бот не смог выяснить, вышел ли пост в вашем канале: пожалуйста, посмотрите и удалите его, если он там.
notice-post-unfound-admin =
    { notice-head }
    Деньги возвращаются, но выяснить, есть ли пост в канале, не удалось. Владельца попросили посмотреть и удалить его.
notice-channel-rights-lost =
    <b>{ $channel }</b>
    ⚠️ Бот лишился прав в канале, поэтому объявление скрыто. Ему нужны:
    { $post ->
        [yes] ✅
       *[no] ❌
    } публикация, { $edit ->
        [yes] ✅
       *[no] ❌
    } изменение, { $delete ->
        [yes] ✅
       *[no] ❌
    } удаление сообщений.{ $deals ->
        [0] {""}
        [one] {" "}Здесь { $deals } открытая сделка: без этих прав её пост не выпустить и не проверить.
        [few] {" "}Здесь { $deals } открытые сделки: без этих прав посты не выпустить и не проверить.
       *[other] {" "}Здесь { $deals } открытых сделок: без этих прав посты не выпустить и не проверить.
    }
notice-channel-rights-regained =
    <b>{ $channel }</b>
    ✅ У бота снова есть права, объявление вернулось в поиск.
notice-top-broken-owner =
    { notice-head }
    ⚠️ <b>Над рекламой появился другой пост.</b> Рекламодателю обещан топ канала до { $until_at }. Уберите новый пост и опубликуйте его позже; этот случай записан в сделке.
notice-top-broken-advertiser =
    { notice-head }
    ⚠️ До { $until_at } над вашим постом появился другой. Владелец предупреждён, случай записан среди проверок. На карточке сделки можно открыть спор.
