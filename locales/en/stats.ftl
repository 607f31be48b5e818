# Statistics of channels: windows, and what the figures are called.

stats-title = 📊 <b>{ $title }</b>
stats-subscribers = 👥 { $subscribers ->
        [one] <b>one</b> subscriber
       *[other] <b>{ $subscribers }</b> subscribers
    }
stats-growth-week = 📈 { $week_fell ->
        [yes] −{ $week_count }
       *[no] +{ $week_count }
    } in 7 days
stats-growth-month = 🗓 { $month_fell ->
        [yes] −{ $month_count }
       *[no] +{ $month_count }
    } in 30 days
stats-views = 👁 <b>{ $average_views }</b> views of a post on average, median { $median_views } · ER { $er_bps }
stats-no-views =
    👁 Views are not known { $is_public ->
        [yes] yet
       *[no] : a private channel has no public page
    }
stats-posts = ✍️ { $posts_per_day ->
        [one] one post a day
       *[other] { $posts_per_day } posts a day
    }
stats-share = { $share_bps }
stats-premium = ⭐ { $premium_bps } with Telegram Premium
stats-sources =
    Counted by { $source ->
        [bot_api] Telegram
        [preview] the public page
       *[other] { $source }
    }, { $taken_at }.{ $views_known ->
        [yes] {" "}Views: { $views_source ->
            [preview] the channel's public page
           *[other] { $views_source }
        }, { $views_at }.
       *[no] {""}
    }
stats-drawn =
    { $drawn ->
        [views] Average views of a post, last 30 days
       *[growth] Subscribers, last 30 days
    }
stats-no-picture =
    { $drawn ->
        [views] The chart of views
       *[growth] The chart of subscribers
    } appears when there are figures of two days. They are taken once a day.

btn-statistics = 📊 Statistics
btn-other-chart =
    { $drawn ->
        [views] 📈 Subscribers
       *[growth] 👁 Views
    }
btn-new-figures = 🔄 New figures

error-stats-fresh = These figures are fresh. New ones can be taken every { $pause_seconds }.
