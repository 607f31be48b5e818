# Кошельки и оплата. Адреса показываем, но никогда не просим вводить.

wallet-home-title = <b>👛 Кошелёк</b>
wallet-home-for-deal =
    Сделка № { $deal } · { $channel } · { $price_nano }
    { $party ->
        [advertiser] С этого кошелька вы платите, на него же вернутся деньги, если что-то пойдёт не так.
       *[owner] На этот кошелёк придёт ваш заработок.
    }
wallet-home-address =
    <code>{ $wallet }</code>
    Подтверждён { $proved_at }
wallet-home-asleep = Связь с кошельком закрыта. Чтобы платить с него, подключите его снова.
wallet-home-none = Кошелёк ещё не подключён. Это одно нажатие в кошельке, и оно бесплатно.
wallet-home-in-use = ✅ Этот кошелёк выбран для сделки.

wallet-connect-title = <b>Подключение кошелька</b>
wallet-connect-waiting = Откройте кошелёк кнопкой ниже или отсканируйте код выше и подтвердите подключение. Это сообщение обновится само.
wallet-connect-code =
    { $id }: <code>{ $link }</code>
wallet-connect-over = Сейчас мы ничего не ждём. Попробуйте ещё раз или вернитесь назад.
wallet-qr = Отсканируйте в { $name } на другом устройстве.
wallet-connected = ✅ Кошелёк подключён.
wallet-sent = ✅ Кошелёк сообщил об отправке. Сделка продолжится, как только деньги увидит сеть.
wallet-sent-back = ✅ Кошелёк попросил контракт вернуть деньги. Вы увидите их, как только это подтвердит сеть.

wallet-payment-title = <b>💳 Оплата</b> · сделка № { $deal } · { $channel }
wallet-payment-facts =
    Отправьте <b>{ $required_nano }</b>: { $amount_nano } за сделку и { $back_nano } на хранение и сетевые комиссии. Остаток от последних вернётся к вам в конце.
    Контракт сделки:
    <code>{ $address }</code>
wallet-payment-only-from =
    Только с этого кошелька и <b>никогда с биржи</b>:
    <code>{ $payer }</code>
    Всё, что придёт с другого адреса, вернётся отправителю.
wallet-payment-due = ⏳ Оплатите до <b>{ $due_at }</b>, иначе сделка закроется.
wallet-payment-state =
    В сети: { $chain_state ->
        [funded] 🔒 деньги заблокированы в контракте.
        [released] 💸 владелец получил деньги.
        [refunded] 💸 деньги вернулись рекламодателю.
        [split] 💸 деньги поделены.
        [alien] ❗ этот контракт не наш. Не платите, напишите в поддержку.
       *[none] пока ничего не пришло.
    }
wallet-payment-deadline = С <b>{ $deadline_at }</b> контракт позволяет любому вернуть заблокированные деньги рекламодателю, не спрашивая нас.
wallet-payment-waiting = 📱 Подтвердите в кошельке. Это сообщение обновится само.
wallet-payment-needs-wallet = Подключите этот кошелёк, чтобы оплатить одним нажатием.
wallet-payment-late = Срок контракта прошёл: вы можете сами забрать свои деньги.

btn-wallet-use = ✅ Выбрать для сделки
btn-wallet-connect = 🔗 Подключить кошелёк
btn-wallet-again = 🔗 Ещё раз
btn-wallet-disconnect = Отключить
btn-wallet-open = Открыть { $id }
btn-wallet-pay = 💳 Оплатить в кошельке
btn-wallet-link = Ссылка для перевода
btn-wallet-look = 🔄 Проверить
btn-wallet-explorer = Обозреватель
btn-wallet-take-back = ↩️ Вернуть мои деньги
btn-wallet-back-link = Вернуть по ссылке
