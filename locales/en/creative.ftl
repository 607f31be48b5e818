# The creative: writing, checking, asking for changes.

creative-title = <b>{ $channel }</b> · deal #{ $deal } · the post
creative-write-note = ✏️ Asked for: { $note }
creative-write-revises = A new version has to be approved again, and the time agreed again.
creative-write-closed = The post cannot be changed any more. Go back to see how the deal stands.
creative-write-ask =
    Send the post as one message: text with formatting, one photo, video, GIF or file, or an album. You can also forward it from elsewhere.
creative-write-draft =
    Your post: { $letters ->
        [0] no text
        [one] { $letters } character
       *[other] { $letters } characters
    }, { $media_kind ->
        [none] no media
        [photo] { $media ->
            [one] 1 photo
           *[other] { $media } photos
        }
        [video] { $media ->
            [one] 1 video
           *[other] { $media } videos
        }
        [animation] a GIF
        [document] { $media ->
            [one] 1 file
           *[other] { $media } files
        }
       *[mixed] { $media } photos and videos
    }, { $links ->
        [0] no buttons
        [one] 1 button
       *[other] { $links } buttons
    }.
    Another message replaces it.
creative-write-album = Album: { $parts } parts so far. When all have arrived, look at it.
creative-write-look = Next, look at it exactly as the channel will show it.
creative-write-previewed = Above is your post, exactly as it will appear. Send it for review?
creative-buttons =
    Write the link buttons, one a line:
    <code>Open the shop - https://example.com</code>

    Several in one row: put <code>||</code> between them.
creative-buttons-line = · { $text } → { $url }
creative-check =
    Version { $version }, by the { $author ->
        [advertiser] advertiser
       *[owner] owner
    }, { $at }
creative-check-ask = The post above is exactly what the channel will show. Approve it?
creative-check-state =
    { $state ->
        [approved] ✅ Approved.
        [changes_requested] ✏️ Changes were asked for.
        [submitted] 👀 Being checked.
       *[withdrawn] Replaced by a newer version.
    }
creative-check-replaced = There is a newer version. Look at it first.
creative-changes =
    What should be changed? Write it in one message.
    { $rounds ->
        [0] { "" }
       *[other] Rounds of changes so far: { $rounds }. After three, either side may leave the deal with a refund.
    }

btn-creative-send = 📨 Send for review
btn-creative-preview = 👀 See it as posted
btn-creative-buttons = 🔗 Link buttons
btn-creative-no-buttons = Remove the buttons
btn-creative-link-preview =
    { $link_preview ->
        [yes] Link preview: on
       *[no] Link preview: off
    }
btn-creative-approve = ✅ Approve
btn-creative-ask-changes = ✏️ Ask for changes
btn-creative-look = 👀 Show it again
