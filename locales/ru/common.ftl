# Подписи, общие для многих экранов.

btn-back = ← Назад
btn-home = 🏠 Домой
btn-next = Дальше →
btn-previous = ← Раньше
btn-older = Старее →
btn-newer = ← Новее
btn-clear = Очистить
btn-skip = Пропустить
btn-check-again = 🔄 Проверить снова
btn-category = Тематика
btn-channel-language = Язык канала

category-any = Любая тематика
category-news = Новости
category-crypto = Криптовалюты
category-business = Бизнес
category-technology = Технологии
category-education = Образование
category-entertainment = Развлечения
category-lifestyle = Стиль жизни
category-other = Разное

language-any = Любой язык
language-en = Английский
language-ru = Русский
language-uk = Украинский
language-kk = Казахский
language-uz = Узбекский
language-fa = Персидский
language-es = Испанский
language-other = Другой язык
