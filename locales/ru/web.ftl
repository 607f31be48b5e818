app-name = Реклама в каналах
web-home-lead = Площадка рекламы в Telegram-каналах. Деньги ждут в смарт-контракте, пока пост не простоит весь оговорённый срок.
web-home-step-find = Найдите канал и договоритесь о цене и формате прямо в чате с ботом.
web-home-step-pay = Оплатите контракт сделки в сети TON: ни одна сторона не заберёт деньги в одиночку, и мы их присвоить не можем.
web-home-step-post = Владелец готовит пост, вы его одобряете, бот публикует вовремя.
web-home-step-settle = Бот проверяет, что пост не меняли. Потом деньги получает владелец — или вы возвращаете их себе.
web-home-try = Попробовать на виртуальных телефонах
web-home-sandbox = Это песочница: Telegram, сеть TON и кошельки здесь — местные двойники, а монеты ничего не стоят.
error-not-signed-in = Откройте приложение из Telegram ещё раз.
error-bad-init-data = Подпись Telegram не подходит или устарела. Откройте приложение ещё раз.
error-no-such-door = По этому адресу ничего нет.
error-wrong-method = Этот адрес не принимает такой метод.
error-large-request = Это слишком много.

web-amount = { $amount_nano }
web-reserves-title = Подтверждение резервов
web-reserves-lead = Деньги каждой сделки лежат в её собственном контракте. Здесь они все, по данным сети; любой можно проверить самому.
web-reserves-held = В контрактах
web-reserves-owed = Нужно открытым сделкам
web-reserves-covered = ✅ В каждом контракте не меньше, чем нужно его сделке. Излишек оплачивает хранение и возвращается рекламодателю.
web-reserves-short = ❗ В некоторых контрактах меньше, чем нужно их сделкам; не хватает { $short_nano }.
web-reserves-deal = Сделка
web-reserves-state = Состояние
web-reserves-amount = Нужно
web-reserves-balance = Лежит
web-reserves-contract = Контракт
web-reserves-settling = выплачивается
web-reserves-locked =
    { $state ->
        [funded] заперты
       *[other] нет на месте
    }
web-reserves-observed = Каждый остаток прочитан { $observed_at } или позже.
web-reserves-unobserved = Сеть ещё не спрашивали.
web-reserves-none = Сейчас ни в одной сделке нет денег.
web-reserves-json = Для программ:
