# Descriptions in Telegram's menu of commands.

cmd-start = Open the menu
cmd-help = How it works
cmd-language = Choose the language
