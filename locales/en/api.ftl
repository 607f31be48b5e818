# Refusals of the API's own doors.

error-bad-request =
    { $reason ->
        [unknown] This request has a field that nobody knows here: { $what }.
        [missing] This request lacks a field: { $what }.
       *[wrong] This request cannot be read: { $what }.
    }
error-platform-step = Nobody can take this step: the platform takes it by itself when its time has come.
error-written-in-chat = Posts are written in the chat with the bot. Open the deal there.
error-too-many-requests = Too many requests. Please try again in { $seconds } s.
error-request-under-way = A request with this key was begun, and its end is not known yet. Look at what is there, or ask again in a moment.
error-key-reused = This key was used for another request. Please take a fresh one.
error-bad-key = The key of this request cannot be used: 1 to 128 plain letters, digits and marks.
