# Refusals and words of the people's side: preferences, support, reports.

error-bad-hours = A night needs a beginning and another end, both between 0 and 23. For example: 22-8
error-too-fast-tap = One moment, please: that was very quick.
error-too-fast-lost = That was more than I can read at once. I have taken the first messages; please send the last ones again in a minute.
