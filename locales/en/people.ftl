# Refusals and words of the people's side: preferences, support, reports.

error-bad-hours = A night needs a beginning and another end, both between 0 and 23. For example: 22-8
