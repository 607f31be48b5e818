# Пост: подготовка, проверка, правки.

creative-title = <b>{ $channel }</b> · сделка № { $deal } · пост
creative-write-note = ✏️ Просят поправить: { $note }
creative-write-revises = Новую версию нужно будет одобрить заново и заново согласовать время.
creative-write-closed = Изменить пост уже нельзя. Вернитесь и посмотрите, как обстоят дела.
creative-write-ask =
    Пришлите пост одним сообщением: текст с оформлением, одно фото, видео, GIF или файл — или альбом. Можно и переслать готовый пост.
creative-write-draft =
    Ваш пост: { $letters ->
        [0] без текста
        [one] { $letters } знак
        [few] { $letters } знака
       *[many] { $letters } знаков
    }, { $media_kind ->
        [none] без медиа
        [photo] { $media ->
            [one] { $media } фото
           *[other] { $media } фото
        }
        [video] { $media ->
            [one] { $media } видео
           *[other] { $media } видео
        }
        [animation] GIF
        [document] { $media ->
            [one] { $media } файл
            [few] { $media } файла
           *[many] { $media } файлов
        }
       *[mixed] { $media } фото и видео
    }, { $links ->
        [0] без кнопок
        [one] { $links } кнопка
        [few] { $links } кнопки
       *[many] { $links } кнопок
    }.
    Новое сообщение заменит его.
creative-write-album =
    Альбом: { $parts ->
        [one] пришла { $parts } часть
        [few] пришло { $parts } части
       *[many] пришло { $parts } частей
    }. Когда придут все, посмотрите, что получилось.
creative-write-look = Теперь посмотрите, как он будет выглядеть в канале.
creative-write-previewed = Выше — ваш пост ровно в том виде, в каком он выйдет. Отправить на проверку?
creative-buttons =
    Напишите кнопки-ссылки, по одной на строке:
    <code>Открыть магазин - https://example.com</code>

    Несколько в одном ряду разделите знаком <code>||</code>.
creative-buttons-line = · { $text } → { $url }
creative-check =
    Версия { $version }, автор — { $author ->
        [advertiser] рекламодатель
       *[owner] владелец
    }, { $at }
creative-check-ask = Выше — ровно то, что выйдет в канале. Одобрить?
creative-check-state =
    { $state ->
        [approved] ✅ Одобрен.
        [changes_requested] ✏️ Попросили поправить.
        [submitted] 👀 На проверке.
       *[withdrawn] Заменён новой версией.
    }
creative-check-replaced = Есть более новая версия. Сначала посмотрите её.
creative-changes =
    Что поправить? Напишите одним сообщением.
    { $rounds ->
        [0] { "" }
       *[other] Правок уже было: { $rounds }. После трёх любая сторона может выйти из сделки с возвратом.
    }

btn-creative-send = 📨 На проверку
btn-creative-preview = 👀 Как это выйдет
btn-creative-buttons = 🔗 Кнопки-ссылки
btn-creative-no-buttons = Убрать кнопки
btn-creative-link-preview =
    { $link_preview ->
        [yes] Превью ссылки: есть
       *[no] Превью ссылки: нет
    }
btn-creative-approve = ✅ Одобрить
btn-creative-ask-changes = ✏️ Попросить поправить
btn-creative-look = 👀 Показать ещё раз
