"""A million listings in PostgreSQL, made by the database itself from a fixed seed: sizes, prices and words as unequal
as in a real market."""

MILLION = 1_000_000
PEOPLE = 20_000
INDEXES = (
    "ix_listing_by_price",
    "ix_listing_by_cpm",
    "ix_listing_by_subscribers",
    "ix_listing_by_views",
    "ix_listing_by_age",
    "ix_listing_stale",
    "ix_listing_words",
)
"""Built after the rows are in, which is many times quicker; by the definitions that the migration has made."""
HEAD = "кофе крипто новости спорт маркетинг финансы рецепты кино музыка дизайн coffee crypto news daily trading travel"

USERS = """
INSERT INTO users (id, first_name, language, timezone, timezone_known, is_banned, search, created_at)
SELECT n, 'U' || n, 'en', 'UTC', TRUE, FALSE, '{{}}', now() FROM generate_series(1, {people}) n
"""
CHANNELS = """
INSERT INTO channels (id, chat_id, title, username, status, subscribers, highest_message_id, created_at, owner_id)
SELECT n, -1000000000000 - n, initcap(words), replace(words, ' ', '_') || n, 'active', subscribers, 0, now(), owner
FROM (
    SELECT n, 1 + n % {people} AS owner, 100 + floor(exp(8.5 + 1.5 * random_normal()))::int % 5000000 AS subscribers,
        head[1 + floor(power(random(), 2) * array_length(head, 1))::int]
            || ' w' || floor(20000 * power(random(), 3))::int || ' w' || floor(20000 * power(random(), 3))::int AS words
    FROM generate_series(1, {count}) n, (SELECT string_to_array('{head}', ' ') AS head) vocabulary
) made
"""
LISTINGS = """
INSERT INTO listings (id, channel_id, status, category, language, description, price_nano, subscribers, average_views,
    cpm_nano, size_band, fair_count, fair_stale, search_text, created_at, updated_at)
SELECT id, id, status, category, language, '', price, subscribers, views, CASE WHEN views > 0 THEN price * 1000 / views
    ELSE 999999999999999999 END, width_bucket(subscribers, ARRAY[1000, 3000, 10000, 30000, 100000, 300000, 1000000]),
    0, TRUE, ' ' || lower(title) || ' w' || id % 5000, now(), now()
FROM (
    SELECT id, title, subscribers, CASE WHEN random() < 0.9 THEN 'active' ELSE 'paused' END AS status,
        (ARRAY['news','crypto','business','technology','education','entertainment','lifestyle','other'])
            [1 + floor(8 * power(random(), 1.5))::int] AS category,
        (ARRAY['ru','en','uk','kk','uz','fa','es','other'])[1 + floor(8 * power(random(), 2.5))::int] AS language,
        CASE WHEN random() < 0.8 THEN (subscribers * (0.1 + 0.4 * random()))::int ELSE 0 END AS views,
        (1000000000 + subscribers * 1000000::bigint * exp(0.5 * random_normal()))::bigint / 10000000 * 10000000 AS price
    FROM channels
) made
"""


def statements(count: int = MILLION) -> list[str]:
    facts = {"count": count, "people": min(PEOPLE, count), "head": HEAD}
    return ["SELECT setseed(0.42)", *(sql.format(**facts) for sql in (USERS, CHANNELS, LISTINGS))]
