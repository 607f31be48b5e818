# Стол администратора.

admin-home =
    <b>Администрирование</b>

    Люди: { $users }, каналы: { $channels }, объявления: { $listings }
    Сделки: открыто { $deals_open }, с деньгами { $deals_funded }, завершено { $deals_done }
    Споры: { $disputes }, открытые жалобы: { $reports }, выплаты в пути: { $settling }
    Ждут отправки: { $notices_waiting }, хранилища: { $vaults }
admin-home-no-vault = ⚠️ Хранилищ нет: посты сверяются в личном чате администратора, не больше 20 в минуту.
admin-home-no-place = ❗ Проверкам негде работать, поэтому публикации назначать нельзя. Создайте хранилище.
admin-disputes = <b>⚖️ Споры</b>
admin-disputes-none = Ни один спор не ждёт решения. Отлично.
admin-dispute =
    <b>⚖️ { $channel }</b> · сделка № { $deal } · { $price_nano }
    { $cause ->
        [ours] Причина — в нас, не во владельце.
        [owners] Владелец не даёт нам посмотреть.
       *[none] Спор открыла одна из сторон.
    }
admin-dispute-due = ⏳ Без вашего решения <b>{ $due_at }</b> решат проверки.
admin-dispute-decided = 💸 Решено. Осталось подтверждение сети.
admin-dispute-party = ⚠️ Вы сами — сторона этой сделки.
admin-split =
    <b>Решить сделку № { $deal }?</b>

    { $verdict ->
        [release] Всё получает владелец.
        [refund] Всё возвращается рекламодателю.
       *[split] Доля владельца — { $share_bps }, рекламодателя — { $rest_bps }.
    }
    Владелец: <b>{ $owner_nano }</b>
    Рекламодатель: <b>{ $advertiser_nano }</b>
    Комиссия: { $fee_nano }

    Отменить решение будет нельзя.
admin-vaults =
    <b>Хранилища</b>

    Хранилище — закрытый чат, в котором бот сверяет посты: пересылает туда, смотрит и удаляет копию. Все вместе принимают до { $per_minute } сообщений в минуту.
admin-vaults-none = Пока ни одного. Их заменяет личный чат администратора.
admin-vaults-nothing = ❗ Пока ни одного, и ни один администратор не запустил бота: публикации назначать нельзя.
admin-vaults-line =
    · { $private ->
        [yes] личный чат { $chat_id }
       *[no] чат { $chat_id }
    }
admin-vault-add =
    <b>Новое хранилище</b>

    1. Создайте закрытый канал или группу, которую видят только администраторы.
    2. Выберите её кнопкой ниже: бот станет там администратором.
    3. Бот сразу её проверит: напишет, перешлёт, прочтёт и удалит одно сообщение.
admin-vault-add-how = Подойдёт и пост, пересланный из этого чата, или его номер. С несколькими хранилищами можно проверять больше постов одновременно.
admin-reserves =
    <b>Резервы</b>

    { $contracts ->
        [one] В { $contracts } контракте
       *[other] В { $contracts } контрактах
    }: <b>{ $held_nano }</b>
    Нужно открытым сделкам: <b>{ $owed_nano }</b>
admin-reserves-covered = ✅ Покрыто, с запасом { $over_nano }.
admin-reserves-short = ❗ Не хватает { $over_nano }. Проверьте последние сделки и тревоги сети.

btn-admin-disputes = ⚖️ Споры
btn-admin-vaults = Хранилища
btn-admin-reserves = Резервы
btn-admin-dispute = № { $deal } · { $channel } · { $price_nano }
btn-admin-release = Заплатить владельцу
btn-admin-refund = Вернуть
btn-admin-split = Поделить
btn-admin-step =
    { $step ->
        [-25] −25 %
        [-5] −5 %
        [5] +5 %
       *[25] +25 %
    }
btn-admin-decide = ⚖️ Да, решить так
btn-admin-open-deal = Открыть сделку
btn-admin-vault-here = Использовать этот чат
btn-admin-vault-add = ➕ Добавить хранилище
btn-admin-vault-channel = Выбрать канал
btn-admin-vault-group = Выбрать группу
btn-admin-vault-drop = Убрать { $chat_id }

# Крупные выплаты, которые ждут слова администратора.

admin-payouts =
    <b>🔐 Выплаты ждут</b>

    Молчание их выплачивает. «Одобрить» платит сразу, «Остановить» даёт время проверить.
admin-payouts-none = Ничего не ждёт.
admin-payout =
    <b>🔐 Выплата по сделке № { $deal }</b> · { $channel }

    { $verdict ->
        [split] Решение: раздел.
       *[release] Решение: выплата владельцу.
    }
    Владельцу: <b>{ $owner_nano }</b>
    Рекламодателю: <b>{ $advertiser_nano }</b>
admin-payout-waiting =
    ⏳ Уйдёт сама <b>{ $until_at }</b>.
    «Остановить»: подождёт самое большее до { $latest_at }, обе стороны узнают.
admin-payout-stopped =
    ✋ Остановлена. Без решения уйдёт <b>{ $until_at }</b>.
    «Вернуть»: всё получит рекламодатель. Отменить нельзя.
btn-admin-payouts = 🔐 Выплаты ждут
btn-admin-payout = № { $deal } · { $channel } · { $owner_nano }
btn-admin-payout-approve = Одобрить
btn-admin-payout-stop = ✋ Остановить
btn-admin-payout-give-back = ↩️ Вернуть
