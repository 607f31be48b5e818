# Refusals: plain sentences without marks, at most 200 characters, because they are shown as alerts too.

error-old-button = That button is from an earlier screen. Here is what is true now.
error-unexpected = Something went wrong on our side. Nothing was lost; please try again in a moment.

error-not-found = This is not there any more, or it is not yours to see.
error-forbidden = You may not do this: ask the channel's creator for the right.
error-banned = Your access to the marketplace was withdrawn. Deals that are open end by their own clocks.
error-market-paused = The marketplace takes no new deals right now. Open deals go on as usual.
error-gone-ahead = The deal has moved on meanwhile. Here is what is true now.
error-settling = The money has been decided and is on its way; the network is confirming it. There is nothing left to do.
error-try-again = Telegram or the TON network did not answer. Nothing was changed; please try again.

error-rights-missing =
    I lack rights in { $channel }: { $post ->
        [yes] ✅
       *[no] ❌
    } post, { $edit ->
        [yes] ✅
       *[no] ❌
    } edit, { $delete ->
        [yes] ✅
       *[no] ❌
    } delete messages. Give me what is missing and check again.
error-not-a-channel = That is not a channel. Only channels can be listed here.
error-channel-not-found = I cannot find the channel “{ $written }”. Check the name; to a private channel, add me as an administrator first.
error-bot-not-admin = I am not an administrator of that channel yet. Add me with the rights to post, edit and delete messages.
error-channel-unready = The bot lacks its rights in { $channel } now, so your post could not go out. Please do not pay yet: I will tell you when it has them back.
error-you-are-not-admin = Telegram says that you are not an administrator who may post in this channel.
error-channel-taken = This channel is listed already. I have told whoever gives rights there that you want to manage it too, and I will tell you when they let you in.
error-channel-protected = The channel forbids forwarding, so nobody could verify that a post stays as agreed. Switch that protection off and try again.
error-bad-channel-ref = “{ $written }” names no channel. Send @name or a t.me link. A private channel is picked with the button in the chat, or named by a post forwarded from it.

error-bad-price = I could not read “{ $written }” as a price. For example: 12.5 or 1 500 or 1.5k
error-ambiguous-price = “{ $written }” could mean { $one } or { $other }. Please write one of these.
error-price-too-low = The price must be between { $min_nano } and { $max_nano }.
error-price-changed = The price has changed from { $old_nano } to { $price_nano }. Look at it again before you decide.
error-bad-number = I could not read “{ $written }” as a number. For example: 5000 or 5k
error-bad-time = That time does not work. Please choose another one.
error-unclear-time = I could not read “{ $written }” as a time to come. For example: tomorrow 18:00 or 25.12 9:30
error-bad-timezone = I do not know the time zone “{ $written }”. Send a city such as Berlin, or an offset such as +3.
error-time-outside-window = That is outside the days that were agreed for publishing. Choose a time within them.
error-slot-taken = Another ad has its hours on top of the channel at that time. Please choose another hour.

error-nothing-to-post = There is nothing to post yet. Send a text, a picture, a video or an album.
error-text-too-long = The text has { $length } characters, Telegram takes { $limit } here. Please shorten it.
error-bad-creative =
    { $reason ->
        [album-buttons] An album cannot carry buttons. Remove the buttons, or send one picture.
        [album-mix] Photos and videos go into one album, files into another; a GIF goes alone.
        [album-size] An album takes at most { $what } items.
        [dropped] Telegram does not let the bot post { $what ->
            [custom_emoji] custom emoji
            [text_mention] a mention of somebody without @name
           *[other] custom emoji and mentions of people without @name
        }. Please leave it out.
        [entity] The formatting does not fit the text. Please send the post anew.
        [media-kind] { $what ->
            [voice] A voice message
            [video_note] A round video
            [sticker] A sticker
            [audio] Music
            [poll] A poll
            [contact] A contact
            [location] A place on the map
           *[other] Such a message
        } cannot be posted. Send a text, a photo, a video, a GIF, a file or an album.
       *[other] Telegram does not accept this post: { $what }
    }
error-bad-buttons =
    { $reason ->
        [label] The button with the link { $what } has no label. One button per line: Label - https://example.org
        [number] { $what } buttons are too many.
       *[link] “{ $what }” is no link that a button can open. One button per line: Label - https://example.org
    }
error-empty-message = Words are needed here. Write a few.
error-large-input = That is too long: at most { $limit } characters fit.

error-wallet-needed = This needs your wallet. Connect the wallet of this deal first.
error-wallets-unavailable = Wallets cannot be connected here right now.
error-bad-proof = The wallet could not prove that it is yours. Please connect it again.
error-wallet-refused = You said no in the wallet. Nothing was sent.
error-wallet-silent = The wallet did not answer in time. If you did confirm, we will see the payment on the network by ourselves.
error-bad-share = The owner's share must be between 0 and 100 per cent.

error-own-deal = This is your own channel: you cannot buy from yourself.
error-listing-gone = This offer is not on sale any more.
error-no-vault = Publishing cannot be scheduled yet: the administrators have to set up a place for checks first. Your money stays safe meanwhile.
error-too-many-deals = You have { $limit } unpaid requests open. Finish or cancel one first.
error-bad-vault =
    { $reason ->
        [public] That chat is public (@{ $what }): what is compared there would be seen. Pick a private one.
        [listed] That channel is in the market. Pick a private chat that only administrators see.
        [changed] Copies in that chat do not show the post as it is, so nothing can be compared there.
       *[telegram] The trial failed. Telegram says: { $what }
    }
