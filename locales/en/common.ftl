# Labels that many screens share.

btn-back = ← Back
btn-home = 🏠 Home
btn-next = Next →
btn-previous = ← Previous
btn-older = Older →
btn-newer = ← Newer
btn-clear = Clear
btn-skip = Skip
btn-check-again = 🔄 Check again
btn-category = Category
btn-channel-language = Channel's language

category-any = Any category
category-news = News
category-crypto = Crypto
category-business = Business
category-technology = Technology
category-education = Education
category-entertainment = Entertainment
category-lifestyle = Lifestyle
category-other = Other

language-any = Any language
language-en = English
language-ru = Russian
language-uk = Ukrainian
language-kk = Kazakh
language-uz = Uzbek
language-fa = Persian
language-es = Spanish
language-other = Other language
