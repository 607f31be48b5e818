"""What search reads is repeated on the listing, with an index for each order; packages promise extras."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

POSTGRES = """
ALTER TABLE "packages" ADD "extra" VARCHAR(100) NOT NULL DEFAULT '';
ALTER TABLE "listings" ADD "average_views" INT NOT NULL DEFAULT 0;
ALTER TABLE "listings" ADD "cpm_nano" BIGINT NOT NULL DEFAULT 999999999999999999;
ALTER TABLE "listings" ADD "size_band" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "listings" ADD "fair_percentile" SMALLINT;
ALTER TABLE "listings" ADD "fair_count" INT NOT NULL DEFAULT 0;
ALTER TABLE "listings" ADD "fair_stale" BOOL NOT NULL DEFAULT FALSE;
DROP INDEX "ix_listing_price";
DROP INDEX "ix_listing_subscribers";
UPDATE "listings" SET "fair_stale" = TRUE, "average_views" = COALESCE((
    SELECT s."average_views" FROM "stats_snapshots" s
    WHERE s."channel_id" = "listings"."channel_id" AND s."average_views" IS NOT NULL
    ORDER BY s."taken_at" DESC, s."id" DESC LIMIT 1), 0);
UPDATE "listings" SET "cpm_nano" = "price_nano" * 1000 / "average_views" WHERE "average_views" > 0 AND "price_nano" > 0;
UPDATE "listings" SET "search_text" = ' ' || replace(replace("search_text", 'ё', 'е'), '_', ' ');
UPDATE "listings" SET "size_band" = CASE WHEN "subscribers" < 1000 THEN 0 WHEN "subscribers" < 3000 THEN 1
    WHEN "subscribers" < 10000 THEN 2 WHEN "subscribers" < 30000 THEN 3 WHEN "subscribers" < 100000 THEN 4
    WHEN "subscribers" < 300000 THEN 5 WHEN "subscribers" < 1000000 THEN 6 ELSE 7 END;
UPDATE "packages" SET "is_active" = FALSE WHERE "is_active" AND EXISTS (
    SELECT 1 FROM "packages" p WHERE p."id" > "packages"."id" AND p."listing_id" = "packages"."listing_id"
    AND p."top_hours" = "packages"."top_hours" AND p."feed_hours" = "packages"."feed_hours"
    AND p."is_permanent" = "packages"."is_permanent" AND p."pinned" = "packages"."pinned" AND p."is_active");
CREATE UNIQUE INDEX "uq_package_active" ON "packages"
    ("listing_id", "top_hours", "feed_hours", "is_permanent", "pinned") WHERE "is_active";
CREATE INDEX "ix_listing_by_price" ON "listings" ("price_nano", "id", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_cpm" ON "listings" ("cpm_nano", "id", "price_nano", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_subscribers" ON "listings" ("subscribers", "id", "price_nano", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_views" ON "listings" ("average_views", "id", "price_nano", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_age" ON "listings" ("id", "price_nano", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_stale" ON "listings" ("id") WHERE "fair_stale";
ALTER TABLE "listings" ADD "words" TSVECTOR GENERATED ALWAYS AS (
    array_to_tsvector(array_remove(string_to_array("search_text", ' '), ''))) STORED;
CREATE INDEX "ix_listing_words" ON "listings" USING GIN ("words");
"""

SQLITE = """
ALTER TABLE "packages" ADD "extra" VARCHAR(100) NOT NULL DEFAULT '';
ALTER TABLE "listings" ADD "average_views" INT NOT NULL DEFAULT 0;
ALTER TABLE "listings" ADD "cpm_nano" BIGINT NOT NULL DEFAULT 999999999999999999;
ALTER TABLE "listings" ADD "size_band" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "listings" ADD "fair_percentile" SMALLINT;
ALTER TABLE "listings" ADD "fair_count" INT NOT NULL DEFAULT 0;
ALTER TABLE "listings" ADD "fair_stale" INT NOT NULL DEFAULT 0;
DROP INDEX "ix_listing_price";
DROP INDEX "ix_listing_subscribers";
UPDATE "listings" SET "fair_stale" = 1, "average_views" = COALESCE((
    SELECT s."average_views" FROM "stats_snapshots" s
    WHERE s."channel_id" = "listings"."channel_id" AND s."average_views" IS NOT NULL
    ORDER BY s."taken_at" DESC, s."id" DESC LIMIT 1), 0);
UPDATE "listings" SET "cpm_nano" = "price_nano" * 1000 / "average_views" WHERE "average_views" > 0 AND "price_nano" > 0;
UPDATE "listings" SET "search_text" = ' ' || replace(replace("search_text", 'ё', 'е'), '_', ' ');
UPDATE "listings" SET "size_band" = CASE WHEN "subscribers" < 1000 THEN 0 WHEN "subscribers" < 3000 THEN 1
    WHEN "subscribers" < 10000 THEN 2 WHEN "subscribers" < 30000 THEN 3 WHEN "subscribers" < 100000 THEN 4
    WHEN "subscribers" < 300000 THEN 5 WHEN "subscribers" < 1000000 THEN 6 ELSE 7 END;
UPDATE "packages" SET "is_active" = 0 WHERE "is_active" AND EXISTS (
    SELECT 1 FROM "packages" p WHERE p."id" > "packages"."id" AND p."listing_id" = "packages"."listing_id"
    AND p."top_hours" = "packages"."top_hours" AND p."feed_hours" = "packages"."feed_hours"
    AND p."is_permanent" = "packages"."is_permanent" AND p."pinned" = "packages"."pinned" AND p."is_active");
CREATE UNIQUE INDEX "uq_package_active" ON "packages"
    ("listing_id", "top_hours", "feed_hours", "is_permanent", "pinned") WHERE "is_active";
CREATE INDEX "ix_listing_by_price" ON "listings" ("price_nano", "id", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_cpm" ON "listings" ("cpm_nano", "id", "price_nano", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_subscribers" ON "listings" ("subscribers", "id", "price_nano", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_views" ON "listings" ("average_views", "id", "price_nano", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_by_age" ON "listings" ("id", "price_nano", "subscribers", "language", "category")
    WHERE status = 'active' AND price_nano > 0;
CREATE INDEX "ix_listing_stale" ON "listings" ("id") WHERE "fair_stale";
"""

DOWN = """
DROP INDEX "ix_listing_stale";
DROP INDEX "ix_listing_by_age";
DROP INDEX "ix_listing_by_views";
DROP INDEX "ix_listing_by_subscribers";
DROP INDEX "ix_listing_by_cpm";
DROP INDEX "ix_listing_by_price";
DROP INDEX "uq_package_active";
ALTER TABLE "listings" DROP COLUMN "fair_stale";
ALTER TABLE "listings" DROP COLUMN "fair_count";
ALTER TABLE "listings" DROP COLUMN "fair_percentile";
ALTER TABLE "listings" DROP COLUMN "size_band";
ALTER TABLE "listings" DROP COLUMN "cpm_nano";
ALTER TABLE "listings" DROP COLUMN "average_views";
ALTER TABLE "packages" DROP COLUMN "extra";
CREATE INDEX "ix_listing_price" ON "listings" ("status", "price_nano", "id");
CREATE INDEX "ix_listing_subscribers" ON "listings" ("status", "subscribers", "id");
"""

DOWN_POSTGRES = (
    """
ALTER TABLE "listings" DROP COLUMN "words";
"""
    + DOWN
)


async def upgrade(db: BaseDBAsyncClient) -> str:
    return POSTGRES if db.capabilities.dialect == "postgres" else SQLITE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWN_POSTGRES if db.capabilities.dialect == "postgres" else DOWN


MODELS_STATE = (
    r"eJztPWtz2ziSf4WlLzNbpcnGTsaT9V5dlWwrGd3Yks6Sk7ldbfEgEZJYpkAuH3K8e/PfDwDfJEgTFEVDNKYyiUSiQaobaPS7/93bmRo0nHcDyz"
    r"L0FXB1E/UulX/3ENhB/IF1u6/0gGXFN8kFFywNOh7EA+kNsHRcG6xcfG8NDAfiSxp0VrZuBY/qTRBUVluAEDR+cBSAnCdoK66pmPj60tbh+lLR"
    r"0V53odZXzPUa2uSDBleGjsinJ93dajZ4QoqJwcAjRO/IczVzhR+so83xHuEh/Z8eVF1zA90ttPGD/v733grsLKBvkKprZEzwVPLtH//A33Wkwe"
    r"/QIWP/3Vvr0NDoZ4wT4A/CY+B3y4aOQzGI75FLITX072oCwSqBoth/tujtHoXG+KZf/iCQ1qNKH5Miqv9u9Loawl7pmxFyP9OxBH9LdWUa3g7F"
    r"461nd4sfGgLoyCVXNxBBG2DU4Wuu7RECI88wgvUQ0tzHVTzEx0MCRoNr4BlkmRBo/wXiaz1VHU/m6mw4V9VebgmFEAmSB5dWGIcYHfhVHYqADX"
    r"mFn/5yfv7hwy/n7z9cfPr54y+//Pzp/Sc8lr5v/tYvf/gvE2PLn4ribPRlNJ6TFzLxGvc3ALnwB4UBLlBjEsfYd1yMrjwBrrfAHiJvR0kwwu8N"
    r"0ArmSBEBZ6iBf2aWGiHuy8gRXojpEe/S+gTBSPg6mg9vom21QIPp9HZErtD1S67cDK9vR2NyKdxpC/RtNP/15n7wbXwZb7oFmg9+G+IrdOdl93"
    r"YBoXfgu2pAtHG3+OvZRQkNvw7ur38d3P94dvGnNCHHwZ1zeouQNCZhsAmRq/JupSzky5uKQcZgzxyZikJuq5gGEafdQ9sJzqU0HQqJwAKtRYha"
    r"++n9cclwfvbxl4+fPlx8jLAfXSlDeh7BLrR3Th6r/zWbjNlojQAyuNT0lav8n2LoztFw2vuPtYdWBGPK0tMNV0fOO/LY/+wdCdklmCQIIjPvHO"
    r"efRpKT/Hg3+D3LZK5vJ1cUZabjbmw6C53gikUMdQucLfvkKKFIBNXekdE7FtrTjP3iYwXGfvGxkLGTW2k0W7a+gioCyORj62m4zvCSllm6pbsr"
    r"xvqeY5m2AO0hQAeWdgn25sPf5+UcZfcc3LmdjL+Ew7NsJnN+2pCgRgVuHuM3+I6r72DB8ZmCzDL7APRd+EEcsbQRUozuhrP54G6aosfNYD4kd8"
    r"5TtAiv/pgVLaNJFCLwKuSr8rfJeJg9CKJx87/1yDsBzzVVZD6pQEviJLwcXkqR2bO0mmROQ0oyC03mjN2h+smVATzW0dVVNT9BgdjUw0eAFJzE"
    r"f138hyY0LuQngKQmzoN5YltcPzLtWyFHyVPis2lDfOM3+JwzcmWwH5idrxNTndYe+CNcaeHV+Pk2eIpssln2S426BnQpEu7xqXA/up73WHymCe"
    r"zGM3UUuSnWWgG3oUH9QMTeBNOcFvOoitUEzyxAKWEOS7B6fAK2phZwiR10HLCBDAPTVQD5+bd7aEQuJzamE36pO3/C05VDc4ineDTPzQT+UpjN"
    r"39qd77JXAMJI0YJnkycVY67c75fAbyX3n5qk8MtuwIGCaeFQCx5Ymp6rAOT74vrE66a7od+uryzhGm9IhfjcoKLj6wpZkXmvXyMzMpx8GT+e9L"
    r"IJ6WWzgO0+1/WyRcBCe9kGN1+H9/PRbHh/qQBtD21Xd6C9QJNvY3LJfELk2+DmbjQmA3Y6WqDp7WD+eXJ/d6lYmLfiZb8Tw6Pm4Tfnlt4TQO2Z"
    r"XDuyc5Kuhe8M21Cx0TUcL/LekFbXbpHi1MxxSTmoZohAAlYahRoyTYB0GNuBal4mKO606FFV28uvxpTSdz2YXQ9uhmU631G1GE/T3Vtz02PpLu"
    r"G9co2FjFINc1NNTynG78uaQiriDyJXd5/9JYWHBV+rhQDSV/Yh6G+R4X+CsaB+iWLyKpLuy6amrhIiwfxXbL5fHD4TQxxL1m0V60eOnclwtKpI"
    r"zoB1QqtIo/rDeQVUfzgvRDW5xUQ1i4u8iGgmF+kCmptf0Rp0gW5wxUAmQGQUZLn2XCMKUreIEkZEI56Fn4aqtfIFc9Uce+FLK0WdJX8SVoqcdv"
    r"w6itsVIJGbDK3Nv9EvU9kc6LoG3OHzTF2S0VVdTCQNDOtH0EbAUALvlGKuid9HwVR2bdMwoP2DozwB/MGlKSiKZ5FMsbP375X4sY6iI0V32Ylm"
    r"jT+BnWcWzZbkbQ78px+BHDzbD/3OZp5JxVBIxZBN0qqHHBu6g2Lep/cVTrtP7wtPO3IrfdpFu6b6yo9ApN+ptj6+NFc8bqdgeCdWdNtep9RxwM"
    r"FUsnDSDPKy7LwHhq6pHla2GaFkZTwlAyg5S23OcmoZ1j3LhhawYbgmKkeATO+H08E9yaEOZ1ig2XA8v8SiJHLx56n/xaLfhr9PR3Qw/G7p4dN4"
    r"Iz+qnL5nxafvWe70lbpmrWOiY7pmUhqLlCAG/+SIDZ1FE50u6duNCY3C7Rl6eTIUv1g1D8PZW3amEp7t0WdWcqBGQfcxXIEPlTAq5nN8FuoQ3s"
    r"PxPAolfbaCChDlJVu8AnW8mkThtayO90wrKJbCIU5MpqTOCoFcoOngYUYFC+A5RKzAWgX9vjJM+r0RYaLxMFJXxyyfR8OJADqhVx7bUiJDRVtU"
    r"2g0dPTJ4TjG2IwBZDYEb2fj0xi+0iurWVcV5Fk6int84pSO1bt2VPKw0m9Q2m5DDozYhcrCSELUJYQC08YJcu6qCTBKmA0woI8lUEWSK5ZicyQ"
    r"ljYWPaBelhBcamBEzn8Nt8hBphzI63JO+2hDbjSC1l6RnIztTTaqw23xP+EeaTqoFnHtRmoLrEoRvDLPAwUuy6qn4M3aaqTxI9eXX9LiWP8lcA"
    r"fZXCn2cnsgUSts0cRss9MmlI6ZERziOTOkOAjWrQOAHWAIHFSkzpEnmlX/VNkDk+u/kTjbOgMs+YR2MvyzOOMJunCHea8UMwzWnRoXJ+cXYRHl"
    r"BTKtt8pH7sQOOp3WIED2RrnR2IpW7VOTtuaEVQa48VWRGX4SsJrPAHHT+uQkYgCBmBgOnP32wkAdTM0f5mCCEjCpimm/Off65gu8GjCo039F6+"
    r"9Bf9zIHkJMyREjq7FJN+gvFLpPbCPnyX6lbN6/no6/BS8aEX6H705df5TL2dzOaXiq1vtq6jGlgDw3eGd5OvJH7JhjtzL0r8Uj2XiXSXvGDR3G"
    r"LKQ8cNS5JyH6Rs+M7gue0j1bSK8mPKDVMpwFaMj9Is1ZfWR0nmQjJTNyE3O01CSZtjQzbHyAsszY0l5sbk0pOWxnYsjb5RjCXR8iAqMJPd+ZN1"
    r"FVftWWVPEj3k/MKTHIihqT9LV5HkIGA5W/Pg/Ems9juzYK4u4YrLzp/Mx4hWDRupEwTnJv7rZdTe6lUXoJgqChun/O6QkJkXe0US7P5F54iaPG"
    r"iadZL8PdNLKKzHKksrCSMa98u8JwCpYLWCFkMbvTJNAwJUFPWdBMyQY4khj8UXQxq1q39eTSa3KdXzapRN4Hm4uxre/3hGdU48SHcLjDwEc1SV"
    r"D6y4nEhPgkq086HdAs+mV2elx4Atojy6cro4l50/X9WeLGrvoG5ivsQEJVtTNtGaMmqpkV3j0rj3AlK9gijCV25Scr2Fq8ceU8chN/rlqg0e0n"
    r"I1Hc1EMHC/aB6sWOKGvKeKn+LR1SfL24jGtvsl6tEj/vF5/FcLDglhRY526l0NxjeXyhIgbYE+j8aDWzyvjoCxQNeT8ecRyWjDhFnr9RLaGs5O"
    r"Jq+Zp0bhVgiHdyYaobGoj4B55VBZ7n+OoaTvWWjf88oAmAiFpVZfiDLIAstwEpFpDVwX7iyWR6M4uykBInljjjfGMh4Xc4zB5IYRecPgqQhuag"
    r"p1MbTA3XLIqh5czy8VTD+sFy3Q19HkFuMeS3p73TTI6y3Qw/i38eTb+FLx0CPGFSlicD/0SyQTdSYoDitAFWRSZrEuuSJgkak1ebifXSqmZztB"
    r"kYlZUGXCEUDmlp2+6vPGo3T6CgI9uM26aThp2W3IsmuZBbEP3BbIRmNvRDRCplcgd4zhUQ2RoVOVZYtMOFxLzJHBqKOEWJDYtwBtYX0eGV8hDH"
    r"folxgQT6QA0/Hp0Jh+dnItTBxvudNdF3L3MJk9XN2N5lRsj+ZYICw/jL8MZ+r98L8fMNeklce3AG2go9oQv5ZDRw2m03s/iw+zLJuk8S0Q0a1u"
    r"7gdE5ift9TTMnFEdCfO8iox/Xizjn+dk/NMrLVdDzO9SXTlRAwteg7O1nSMofKX5ztTfpn3Bdcil/CZhxNB+yfM6o/3uoKYDHnpEAJIYjRNj6b"
    r"kuM82rmBwJEEmQxglC+lyolg33OnxinM1lUa5ZUBlaXD3M1ceaikyWYlLWISMFJg9o7gNa5tLXIsWpuewS5q/q2kYCSBq7GzJ2a0EC7YGW7uby"
    r"cEU0cycW3gF59DKfl43t49ai9GzHZCdd+nf6pS4AOqaaA6D3q/mEb9kKUPBICHbKE3AU/EH7q+J49p54EhTSQgvYrqMApCmm5+KXdt5lDUCHzX"
    r"RA2UveynQHVaUTzLdwlKp0JV4EYHhcuI4ARLaI1kT32UWlGJOLkiCTC2qBzh10r+N7pKchg+WEp2Qxw4lKYrxGP+HKCRD0PPThVK00CSLTUzjs"
    r"p1DxEWR4yeTSQSqkg/QEC3BqNli7nCp07+Z+8Hl+qVDYBRoPv0zmo8F8NBlj8sCN6epUkgu8Qerg+no4pb49vyyTn2lPHXvfBqP5aPxFHc6u7y"
    r"ff1Ongf+5o0B54AjoNryDPxfqVBZ5Jh/cFCgZ+fhjf0K7E/u21h38icSfeDwekMqg6HY5vyLyBOyqMZ1AtiDQybeCfisYnvJPR2KSbMhzH8leG"
    r"4xmOywgu9mBGw2NX5uz61+HNwy11ja62UPMMcnU68ecnsjP5fj+cY9RgHOOXGF7/RiqausQ+j9cJzcpaoJvRbPpAYTTdsbwA6nY4mPkFUA0IHP"
    r"9aiD4bRpgbjK+Ht/QdVmRxGkZT3Z+bbzq3hzaxr9bdZglwkQMpA8pFhAvpFlINr5vp7QjvFccy9FrhrQ0HVwZ4xesfOKwgkRIBLwfZAfPhsYs9"
    r"Y8VnZRYpLS/vggS43AUN7gIX2jsuJ1IEIIYLqVPhxRS36hY4Wx52lIaSrOhlVrReQywdqMuCVrsVuFFqhjbrz6daOL3VCKi67cBlK/CG4qCwfk"
    r"MUI00jdgEeXpUDFPgwr8mvPlWxkH0qNpB9ykVo+gWwaqI7Aynx/TK+1xCqS4snqzcBUYuriIbghsPGfVODaptYAuZBaw5OZkznOLFtYqkSiyKW"
    r"t8Sy97ZGOEbBFDKTWuSwjIho9YXYzBQCnwzdEl7rb1S5P09mf/pWabWBbcqeSe7WdnZr7LWAWAapsWmZE8i9K/Te9WxYl9xZWElpkSktQC02Sd"
    r"2jUTeMYeEkbwJM0ldk+uJzlVrh+UmchpQZCEKT+UTKOJyKxUjm7byJXRMrXtzZOzlQmcNT11G2AjsL6BvE34UjDXgkr8IbIIDsgvKq+A/a03Hj"
    r"Pw0n8V8X/7IVcru4L0ngLOzUyJ3DWb1Ro2B0qJrGmd79BZmcDDbfAG7fco8fNm7TMWcHorfbrX5yknMF9MoO6VUwW6FDOkvuboIhJKY6KYG7Mk"
    r"NIqxon2H9eTBtreTvsVM3a+ohKFsg9TWtLOZrgHqJDW4aTZN7hHp5kfG8lJO2g45CqAoej6c6fqauI8vMvD8TTkE7SJRRxZdgnvKd+2mYxNqu3"
    r"nr+Jp+ogry+sU8+PqOpFZU4FUTUqNvjMvKBsQ8Tpy2s3qPHJ8nLBGCyOQKT9ZCLj+Z3ygGxMpmeoKYSXKMCGiruFCu0yqZhr+oWOyJeLOWCeA4"
    r"rFyCILr1lkAaxcpveyOGsjhuhgBZnm8+sd07NX9avSR9AiI1uWsJAlLF5xi7nAxsdO3S0WQ8stJreY3GLMLWYB262fyhMCC73BupQX8CpNOART"
    r"6V4t99wwAQPzxTVLEiCyagmZudGqJTKgsA4pTi6gMDBW1EqBSkK2ElP/Cn62ThBZVnsXJFhIVns/crV3Lp9HDRt16EkrsFInHG0v2KmTzr2XLd"
    r"UTBLE0gyIDckJz7WMlyLZ1qCnLZ3pvabrK2jZ3ionHO7oGFdekN0xiYc5brxueW1q0BWZN/RKLtlRVpaoqCKGE3DmyX+QrtKPy/Tjhacm93png"
    r"0khTO+1G2gSkuijVRakunoK6eD2YXQ9uhq+mLQaxbyxNMQ6LK9ES/UHHb0Yj1TEh1THTwig7qJp1cgKplrVWWYzdd6KsZ22H+k20rR+sAFZp6+"
    r"6QCFjksnuTh/sZ3gOe7QQbYhbsCKfOgm+4zwRpFgV37FyOYsdtGkoM322nmpYHrJ9fTUsBSi1NcC1tpWu1qJyGlNXQToHKLDmwXB1PwkmTV12T"
    r"F8Eju05ZNRkjCS+ymHFyLa7EMFK9EUU1Z6Pisam8ZM8K0+SObM16VVIdKfbhIAtVkPHKMFDFubDF9qlE0m27vZLp0gjbZ5LB5Y2Mg7B7Cqkmum"
    r"6Gq6rXlz2NxWAy/RJrWI0uSYe2RxKMDEfujoQfR/cwf0m9NGBnKrO2LGfqjrrybDtIcs6g3zSxTIYK+EwKMIP+JYY8Fv7D1d+uAnc1mdymdLer"
    r"UdZM+HB3Nbz/8YwufjxIdwtQnijrVIu9sKBFtrMLw2uC1Dp+nOcAJbqrsnbTMOrhnA0tEV+x46CN9X9LZ7L1YpznACW6hWzwKByGGy4qD3amh9"
    r"waLXkzgF1CbstyIcnQJunMNYiQA5VkOMAMDDSSJMFtboygJPJrIz+y+uTYeoVCMCFse/j/6YwP+73xZDwkYAs0GhMT+/sFCqsenCXLIpwn6yF8"
    r"iCzyHxdocDsajjHyK9rlfSp+OP/lIqIb+VJGqdnd4PY2T5olMAjaa3CnLKQ0HNQsBb/EKui+nrc/DSodwSI7ghOm6zp+yAS4dEM2GQFF3oNT7U"
    r"jBdMg135jeIUNb3gJHc6DrGrWonIaUVBaZysCAdr2csTSkpLLIVHaeoMXruYpgWnRaRVdO1mslY3vfwHYSI7gtT9BuBp7IDMxWg9YKUB3UTcV7"
    r"wj2058XUn2psVuo9ICgjK28+4IvABak3PLiaRRN1CVVcmb0xVremwWK6/P0cwLPpub8Gs52kWHpwS4dbYr/pMaJL/Rv9suBSavup2sVBWUPMfD"
    r"XFMFeP75T5FvoXlA1twPCku1sFgtVWccEj/MncQ/uvClAIpaGtuFvgYkDHVXRXWWOMOwomnLKEa8ziyTX8aIfR8aGdZx6QvE3/za3k4pCDcHzn"
    r"QiUvPlYw+F18LLT4kVvlsak+WXmQHUN0IOX3OOhOhnUgVh+IMkk4ApFOpXpOJb+GulNDy0xDSjVTODXzoFSe5pJPwmbHLPkg7oNcIiH4g2R5lA"
    r"7r5WWHLonr8AoCWatFhXgtB7LSBlB7yHkM9wbXpCvHpeJDL9B08ECDQSxSvEJboJvh7cjvvoH3iE76b9TxijZfCGWF0bcx7YLyNQWxxgmYFglD"
    r"i9e2Ix4132HEAGjjBTWHq+I5CdMiniFqB8mNZxrH75RDcnFdnwxYByT9tov7WLZeK7QsDSd1gJpRl96SvO0yqDRUNbYlDdUZ5DcXU7/HP30D1b"
    r"0OWS2Li0Pqs3AStbnytNauBrdIQrWH07/k/usW89D/BdUlQAwdabYDhlHMP5KAnVniTYRar4Fuqxa0V6STnsGQ98oRywDvUOhhYwhekcQlDrac"
    r"BurMgm2MJ1P8YHWbtWBLo4PSgDJEiCNEyIHAXm1V3jYFGTCpsPBXI5X18btqNk+1XrG0mmROQ0oyC01m0iQZQf44vDScrDN3nDpz6Ri9A4Ogmo"
    r"vPEyNUJ91Zd/UYdpo7JKSOztIlJOXdm7m9n8cZZ7HC63iek9ryVUM/07yuQv+Ng5zGY9PVV7DH8BkHd/plLmNEx1SMKpuZO+huMYpoh0NoGLTl"
    r"IdafHRP5AV+0/63yZGMx3KFRW/TvHbAfHdoSEe6xpq0EXXL/6ndMhIgEgJF/GEFl7TySt+IiCcn1xRUNg4EqJRd9RKv4MR4lSbgnen1ZalGMc7"
    r"Zf4lkXtbFgVykRY/4RcnnLg+GyNlSF2lDA3nC1qAjHi9Gcgjy2M80pXiW3SUyrddvtG03rWSXtm1UsttWp9MoAl9Q4iBp1G5sygCUl6lIiEGxz"
    r"BHih1EQEJe14YtvxDICJoKkecXxyG+azwLIOgci0Bq4LdxYrJ7I4sCYBIv23eV9ipP/zbJsEmNwwIm+YNdANyBA+SooTRxACFxKrqXiev6+iee"
    r"JRhaonvXdgw5zmDKah1Z5hMU0Y9ItNpknfQZVMXBp5qymkHStwL5UtaVupYE3WNS3lz8FXHVFb5RpCra/Ad5t3ytmfzz+ycmwPmG2BFuiBWj6J"
    r"EVTX8D/GMx1JJyWWUlshxmv84y4VgGgKAL5n7nQHj3eiS7b51FccUwFYG3/G3zfQdZQnksGL59oCR3EgRIcm60qD52saPPFyUuli4hAaUjBdKu"
    r"3bXOAX3pHcaE0DSbyyG8VYEDNEVKtVTApUBtVxBNVZOkIsQakU4zGQxDUHrn0nIYdMGgF0IGgxk5hZSSI9K5FIz97nvCGnlljVEREkxcTjbGA+"
    r"Dh7DyV5f1TlKUC6A286ehpOu7YOC+XLkyNOCu7JeoljEadGhaoRVegVWiLBq0bgQV9ljGhhSRfjKjAyZwn9VLA0atEyHhED51lu/qBbR77FSry"
    r"NlA/ZQIT+zr7imodGIKqL8Q9My8BgTrykbS2YK+cAyPTQ9vTQOCMyo+iXGgdDHugXOlkcizcLJumoZsTRf6MsPVeRBcgwhg6AqBEHtgeHVEfvT"
    r"cFLsrx/yIfPD3oJPLWg5z3twp8CkqtGQquFjtQFNYxhNdFpUqKpopJafYHpGWEyZrWYkSi2Xahl4nEpKr1ZWMgxgb7BUTyF9FeAJ6K5DPJIKQA"
    r"rQdjr6wVGeTFvrK/gauU7zMBAW/df0I2HHxEn5tNVXW+Iz3IFnxcH/m4ipeLTxSN4UkLCFoh8D9XL+B8GxStpNUALI5A/BmGWZulPQarN6VcW2"
    r"a8qR3RHYfzio0vs2GM1H4y+XSgC/QLP5ZDolZRQd17QsUllxMJ3eT76SS5ir2OaeXPsy+jocq1eD698ulY2+h0glPI5UZZwFVRkdp2YFxmp2/h"
    r"Izf1bcrxXv2GSco5QxjxjUKlWJt0BmB+iaumSkhZUdiQkgmRRQV1enSKwR+BqDycBXkXeWOEr6GxE7DwqJfVmf5yzMUF+bP4m6DMXKfEFTrsM0"
    r"dLOwmH94q1+qm5stFfNn67WVCxsE76lSSFWT1Q3E5DT9Lim4wSrjUW5vHoaXCobDSu1wfEPVXOIpo2rudOI3CyBLmSq5dxiPD5OHGdZyd0t945"
    r"mes0B3I1+d3elO2GRgGPYYgMK0GJB5m52W0Gzo2s81CJyEkzK4yBSW2ZqNJ10we6W9oUZpzRWTl1njb4cPodXWtGsX42CCd2ZHtWx3i7HIVbAp"
    r"AyZG3SbyvM7UbVrjl4G2ZeusvLOSdPE0WOcSdI4QB4mA5WxNBpaLl38SRq79xte+ZzNEgOI1HwzvYH2En3+uUh/h55+L6yOQe5lsNGqKqKHopQ"
    r"ClhCWyhEXy5UkJ2hpUzoBKOotM58A+WMcsl4KUVBafyrWJLGl8AjTeQsAsDFWanxwDyXoHHNnJ+Gm25zsdOWT+NJSU+huX+qFtm1z5aBFA57Tc"
    r"xgqjidpg561kyuRiSPV9jerDaUBJgboUeJVa6G81LKQkSayw3Q93ltgBDX9OI02spONPHFrG4jJNIDcxVUexm+asVSL3Cpc0XD0e2PTrmsxxLM"
    r"nlFbBd2vJLC3rAHRRWWreR3EkElSYOnuOHlNqmuR6T+ik9VlRpfLdfGlhKxmEVF1Xu+4VJ/RNNoPxfF/9GCv+/JB3TMIFGKsWSgrCkPixpwuVC"
    r"kmSJ/6I1Zh38x/GgpgCkhXFy/m3dJXcdCyI3n/LZxgMPqD4TvAmPFpQA6VzVk7OLSml6FyV5eheBHnR6HbjeQNYP/G7pNqzjpkhDthNa+gqHxM"
    r"naNg9KP2nuXJtB1zUgqXfGOtcSd0vPNScaV7WWAVL8lJAfHMUywIoWCADKErirLaMMwUujZTkzoflZ8dGyhzaxDLOP85cTIBLgIlfcwhLp7XAw"
    r"G16SXqgQOHCB7oefH8Y35MLaQ9oCzaa3o/kllpEM3c2u/yqCwKcKYsCn4tpcWVMo3VrcZ34SShrhap/5wmSCvhXsl1ji6JJuwFR0Fc5zWjSoqo"
    r"ondz67VlN+hTeA1bdbA6uK8e2ocqMLXGcWRnmyRMfUgHLpkQxVw5DRlrNu0/ZjFzxCVC351n/rEJwC0hlk+q1g3L1M/ozonaPBC0GACTiZtimc"
    r"cp0KXzc9m5WEVlLGN4IQWamobTFsOu3Z8ZbkvZaQq7VSBqpLNsLGcv4A1m9JEtFeh09cSalZuA6VXWouoVJG+4ikaMmQhyZCHl65NO6DQwXunD"
    r"JAr5fqAMRddHzJv3UpXHx3ohBiOKE+/cwhpSVhjpTZ1qVuFmvddlyVF8lpqM6FEZ+dV7Gb41HF4vB5znZuALTxglbGVfGchGkRy77J4vh4btg7"
    r"QbTqf5mIC8NJmBYx/DC/bgfFzXOMEGPqI1atEeN8LMu8yQPLDByeDBxHXYIaDV5TcBLjHBhfGubqEWrq0nRr2APz0DKbUGSj4BMwsMpEIIiFn+"
    r"ccyUN2r6xC862+Aqz5bQtq7C8WvNxhIu8wBwKb5TkvqRkTQYiRO0oe25ncUdmfobO7jiOSNLEewM4C+oaV4c2VkRNMc7pkzyflMJwEB+ctNWiR"
    r"Fg9Jvjm4GRzd0blO0c1aCVVA20Pb1Z1DsVU3r+sUcGQ+IUcluV0SRy8kCzbnuPka/Iac58a/0S9z3ezJkMo9DC1b32NikMblroJ/nRn0BSQnoa"
    r"MAG5IWguQHQY02E1yZ+ISxdQdLZj+ev1eCupp4pLLTkYcngmC1/ROrdeERnySgp0nGe1VxNJG1UMfj78oCB4cFteuOihkDM+3+JYNmDNeiQTOk"
    r"yMnaM6XCV4cAXVP4jikzfKM2uZkfIc2SHdIDSmWIwL7nhOHWlYSJ+WSsXJtYa1i5PzikTyoJeuvTZHSSpA6UR/hMMtaDWRXTcw3MSciJjingAt"
    r"sNWxRbtrnCg/JSxHEecYD4gJ/HY60Ohsu89zp573tgeIzzag6/FwgKEUAn4obL2OTw93m5iTLikreT8ZdweNZueWATvuZY2QDaWDNg8bDgTinz"
    r"AvEYYYLX3oo+cWA4cGlmcnhsVWW2CZBOMIAWaq2TTcWB4WB4B7F7Vqmg5VlJQcszRkFLE7mQ1R6j2AmXAGnfC/c6h1lj/rZXPcz++H+/Flpz"
)
