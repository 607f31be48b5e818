# Описания в меню команд Telegram.

cmd-start = Открыть меню
cmd-help = Как это работает
cmd-language = Выбрать язык
