# Статистика каналов: окна и названия показателей.

stats-title = 📊 <b>{ $title }</b>
stats-subscribers = 👥 { $subscribers ->
        [one] <b>{ $subscribers }</b> подписчик
        [few] <b>{ $subscribers }</b> подписчика
       *[other] <b>{ $subscribers }</b> подписчиков
    }
stats-growth-week = 📈 { $week_fell ->
        [yes] −{ $week_count }
       *[no] +{ $week_count }
    } за 7 дней
stats-growth-month = 🗓 { $month_fell ->
        [yes] −{ $month_count }
       *[no] +{ $month_count }
    } за 30 дней
stats-views = 👁 В среднем у поста { $average_views ->
        [one] <b>{ $average_views }</b> просмотр
        [few] <b>{ $average_views }</b> просмотра
       *[other] <b>{ $average_views }</b> просмотров
    }, медиана { $median_views } · ER { $er_bps }
stats-no-views =
    👁 Просмотры { $is_public ->
        [yes] пока неизвестны
       *[no] неизвестны: у закрытого канала нет публичной страницы
    }
stats-posts = ✍️ Постов в день: { $posts_per_day }
stats-share = { $share_bps }
stats-premium = ⭐ { $premium_bps } с Telegram Premium
stats-sources =
    Подписчиков посчитал { $source ->
        [bot_api] Telegram
        [preview] сайт t.me
       *[other] { $source }
    }, { $taken_at }.{ $views_known ->
        [yes] {" "}Просмотры: { $views_source ->
            [preview] публичная страница канала
           *[other] { $views_source }
        }, { $views_at }.
       *[no] {""}
    }
stats-drawn =
    { $drawn ->
        [views] Средние просмотры поста за 30 дней
       *[growth] Подписчики за 30 дней
    }
stats-no-picture =
    { $drawn ->
        [views] График просмотров
       *[growth] График подписчиков
    } появится, когда наберутся данные за два дня. Они обновляются раз в сутки.

btn-statistics = 📊 Статистика
btn-other-chart =
    { $drawn ->
        [views] 📈 Подписчики
       *[growth] 👁 Просмотры
    }
btn-new-figures = 🔄 Обновить данные

error-stats-fresh = Данные свежие. Обновлять их можно раз в { $pause_seconds }.
