"""People: preferences, bans with a reason, hidden listings, broadcasts, reports, letters to the support; the audit
log's own queue, and what the one sender of notices sorts by."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

POSTGRES = """
ALTER TABLE "users" ADD "ban_reason" VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE "users" ADD "muted" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "users" ADD "quiet_from_hour" INT;
ALTER TABLE "users" ADD "quiet_to_hour" INT;
ALTER TABLE "listings" ADD "hidden_by" VARCHAR(16) NOT NULL DEFAULT '';
ALTER TABLE "listings" ADD "hidden_reason" VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE "deal_events" ADD "ip_address" VARCHAR(64);
ALTER TABLE "deal_events" ADD "audited_at" TIMESTAMPTZ;
ALTER TABLE "notices" ADD "rank" INT NOT NULL DEFAULT 0;
ALTER TABLE "notices" ADD "broadcast_id" BIGINT;
ALTER TABLE "notices" ADD "message_id" BIGINT;
ALTER TABLE "audit_logs" ADD "event_id" BIGINT;
CREATE TABLE "broadcasts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "admin_id" BIGINT NOT NULL,
    "source_message_id" BIGINT NOT NULL,
    "audience" VARCHAR(16) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "total" INT NOT NULL,
    "last_user_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ
);
CREATE TABLE "reports" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "reporter_id" BIGINT NOT NULL,
    "entity_type" VARCHAR(16) NOT NULL,
    "entity_id" BIGINT NOT NULL,
    "reason" VARCHAR(16) NOT NULL,
    "words" TEXT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "decided_by" BIGINT,
    "decided_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "idx_reports_reporte_b68680" ON "reports" ("reporter_id");
CREATE INDEX "ix_report_state" ON "reports" ("state", "id");
CREATE INDEX "ix_report_entity" ON "reports" ("entity_type", "entity_id");
CREATE TABLE "support_lines" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user_id" BIGINT NOT NULL,
    "admin_id" BIGINT,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "idx_support_lin_user_id_069a1b" ON "support_lines" ("user_id");
CREATE TABLE "switches" (
    "name" VARCHAR(32) NOT NULL PRIMARY KEY,
    "is_on" BOOL NOT NULL,
    "reason" VARCHAR(200) NOT NULL,
    "said_by" BIGINT,
    "changed_at" TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX "uid_audit_logs_event" ON "audit_logs" ("event_id");
CREATE INDEX "ix_event_unaudited" ON "deal_events" ("id") WHERE "audited_at" IS NULL;
CREATE INDEX "ix_notice_waiting" ON "notices" ("rank", "id") WHERE "sent_at" IS NULL AND "failed" IS NULL;
CREATE INDEX "ix_notice_broadcast" ON "notices" ("broadcast_id") WHERE "broadcast_id" IS NOT NULL;
CREATE INDEX "ix_notice_message" ON "notices" ("user_id", "message_id") WHERE "message_id" IS NOT NULL;
CREATE INDEX "ix_listing_hidden" ON "listings" ("hidden_by") WHERE "hidden_by" <> '';
"""

SQLITE = """
ALTER TABLE "users" ADD "ban_reason" VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE "users" ADD "muted" JSON NOT NULL DEFAULT '[]';
ALTER TABLE "users" ADD "quiet_from_hour" INT;
ALTER TABLE "users" ADD "quiet_to_hour" INT;
ALTER TABLE "listings" ADD "hidden_by" VARCHAR(16) NOT NULL DEFAULT '';
ALTER TABLE "listings" ADD "hidden_reason" VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE "deal_events" ADD "ip_address" VARCHAR(64);
ALTER TABLE "deal_events" ADD "audited_at" TIMESTAMP;
ALTER TABLE "notices" ADD "rank" INT NOT NULL DEFAULT 0;
ALTER TABLE "notices" ADD "broadcast_id" BIGINT;
ALTER TABLE "notices" ADD "message_id" BIGINT;
ALTER TABLE "audit_logs" ADD "event_id" BIGINT;
CREATE TABLE "broadcasts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "admin_id" BIGINT NOT NULL,
    "source_message_id" BIGINT NOT NULL,
    "audience" VARCHAR(16) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "total" INT NOT NULL,
    "last_user_id" BIGINT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "ended_at" TIMESTAMP
);
CREATE TABLE "reports" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "reporter_id" BIGINT NOT NULL,
    "entity_type" VARCHAR(16) NOT NULL,
    "entity_id" BIGINT NOT NULL,
    "reason" VARCHAR(16) NOT NULL,
    "words" TEXT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "decided_by" BIGINT,
    "decided_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL
);
CREATE INDEX "idx_reports_reporte_b68680" ON "reports" ("reporter_id");
CREATE INDEX "ix_report_state" ON "reports" ("state", "id");
CREATE INDEX "ix_report_entity" ON "reports" ("entity_type", "entity_id");
CREATE TABLE "support_lines" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "admin_id" BIGINT,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL
);
CREATE INDEX "idx_support_lin_user_id_069a1b" ON "support_lines" ("user_id");
CREATE TABLE "switches" (
    "name" VARCHAR(32) NOT NULL PRIMARY KEY,
    "is_on" INT NOT NULL,
    "reason" VARCHAR(200) NOT NULL,
    "said_by" BIGINT,
    "changed_at" TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX "uid_audit_logs_event" ON "audit_logs" ("event_id");
CREATE INDEX "ix_event_unaudited" ON "deal_events" ("id") WHERE "audited_at" IS NULL;
CREATE INDEX "ix_notice_waiting" ON "notices" ("rank", "id") WHERE "sent_at" IS NULL AND "failed" IS NULL;
CREATE INDEX "ix_notice_broadcast" ON "notices" ("broadcast_id") WHERE "broadcast_id" IS NOT NULL;
CREATE INDEX "ix_notice_message" ON "notices" ("user_id", "message_id") WHERE "message_id" IS NOT NULL;
CREATE INDEX "ix_listing_hidden" ON "listings" ("hidden_by") WHERE "hidden_by" <> '';
"""

DOWN = """
DROP TABLE "switches";
DROP TABLE "broadcasts";
DROP TABLE "reports";
DROP TABLE "support_lines";
DROP INDEX "uid_audit_logs_event";
DROP INDEX "ix_event_unaudited";
DROP INDEX "ix_notice_waiting";
DROP INDEX "ix_notice_broadcast";
DROP INDEX "ix_notice_message";
DROP INDEX "ix_listing_hidden";
ALTER TABLE "users" DROP COLUMN "ban_reason";
ALTER TABLE "users" DROP COLUMN "muted";
ALTER TABLE "users" DROP COLUMN "quiet_from_hour";
ALTER TABLE "users" DROP COLUMN "quiet_to_hour";
ALTER TABLE "listings" DROP COLUMN "hidden_by";
ALTER TABLE "listings" DROP COLUMN "hidden_reason";
ALTER TABLE "deal_events" DROP COLUMN "ip_address";
ALTER TABLE "deal_events" DROP COLUMN "audited_at";
ALTER TABLE "notices" DROP COLUMN "rank";
ALTER TABLE "notices" DROP COLUMN "broadcast_id";
ALTER TABLE "notices" DROP COLUMN "message_id";
ALTER TABLE "audit_logs" DROP COLUMN "event_id";
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return POSTGRES if db.capabilities.dialect == "postgres" else SQLITE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWN


MODELS_STATE = (
    r"eJztXetT4zi2/1dU+TKzVUxvQz+mL7O1VQHSPbkDSS4J3Xt32fIqsUJcOLLHlqG5u/O/X0l+xA/ZWI4TFKMP0wO2frY5R4/zPv/urR0T2f6bvu"
    r"va1gISy8G9U/DvHoZrRH8Q3T4CPei6m5vsAoFzm4+Hm4H8Bpz7xIMLQu8toe0jeslE/sKz3OhVvTFGYLGCGCP7Bx9A7D8iDxAHOPT63LPQ8hRY"
    r"+MEiyDwCznKJPPaDiRa2hdlPjxZZmR58xMChMHiP8Bv2XtNZ0Bdb+G53rwiw9XuADOLcIbJCHn3RP/7RW8C1C607bFgmGxO9lf32z3/S3y1sou"
    r"/IZ2P/3VtayDb5z5QmMBxEx6Dvrod8n1OQ3mOXYm5Y340UgQ2G4tR/cvntHkdTevNf/mBI997gr8kwNfw2ft2IsWfW3RCTz3wso9/cWDh2sMab"
    r"8e4TWdGXxgALE3b1DmHkQUo6eo14AWMwDmw7mg8xz0NabYaEdEhhTLSEgc2mCUOHH7C51jOM0XhmTAczw+gVplCMSLE8urSgNKTkoJ/qcwLcsU"
    r"/46b9OTt69+/nk7buPnz68//nnD5/efqJj+fcWb/38R/gxG2qFj+I0G34Zjmbsgxw6x8MFwC78wTGQQGPD4g31fULJVWTA+Qp6AxysOQuG9Lsh"
    r"XqACKxJwjhv0z8xzI6Z9FTviCxt+bFZpc4ZQInwdzgYXybK6xf3J5HLIrvD5y65cDM4vhyN2KV5pt/jbcPbrxXX/2+h0s+hu8az/24Be4Ssvv7"
    r"ZLGL2G3w0b4Tuyor8ef6zg4df+9fmv/esfjz/+KcvIUXTnhN9iLN2wMFqEmBiySymPfH5RCdgYrZkdc1HJZbXhQbLTPiDPj86lLB9KmSCCNmJE"
    r"o/X0drdsODl+//P7T+8+vk+on1ypInqRwAR5a79I1f+ejkdisiaAHC1Na0HAf4Bt+Tujae8vywAvGMXAPLBsYmH/DXvtX3s7InYFJRmB2JPXvv"
    r"+7nd5Jfrzq/y2/yZxfjs84yRyf3Hn8KfwBZyJmGCvor8QnRwVHEtT+jozersie3dg/vq+xsX98X7qxs1tZMruetUAGhtiR29azuM7sJXve0l2L"
    r"LATze0Zl2hKyx4AOTO0K6s0Gf5tV7yjrp+jO5Xj0JR6e32Zy56eHGGkMSIoUv6B3iLVGJcdnBpnf7CPom/gHdcTSVlgxvBpMZ/2rSYYfF/3ZgN"
    r"05yfAivvpjXrRMHgKYwAvYr+Dv49EgfxAk42Z/77FvggFxDOw8GtBM0yS+HF/KsDlwzYZsziI1m5Vmc87uUP/kygF3dXR1Vc1PcWBj6pFjQAan"
    r"6d+U/rEJTYr4KZDWxGUoz2yLy3uhfSveUYqc+Ox4iN74DT0VjFw56kdm5/PUow5rDfwRz7T46ub9HnxMbLL57ZcbdW1EOBGu6alwPTyf9UT7TB"
    r"vU3Typo8TNbK01aBsb1Lck7EX0mMPaPOpSNbVnlpCUbQ5zuLh/hJ5plOwSa+T78A4JDExnEfLzb9fITlxOYkqn/FJX4QMPVw4tEJ7T0TlxUvTL"
    r"ULZ4a32yzl+BmBLFjN7N3lROuWq/X4q+tdx/RprDz7sB+4DywucWPDh3AgIgDn1xR8zrZpHYb3cE5mhJFyRgPjcELHodsBlZ9Pq18kSBky/nx9"
    r"NeNiW9bC70yFNTL1sCVtrL1r/4OrieDaeD61MAzQfkEctH3i0efxuxS84jZr/1L66GIzZgbeFbPLnszz6Pr69OgUv3Vjrt12p41AL65dLSewq0"
    r"P5NrR1ZO2rXwXWAbKje6xuNVXhva6totVhyaOS4tBzUMEUhhtVGoJdMEzIaxbanm5YLiDosfdbW94mzMKH3n/el5/2JQpfPtVIsJTItcOnc9ke"
    r"4S36vWWNgow3bu6ukp5fR9XlPIRPwhTCzyFE4pOiz6tV4IIP/kEMH/Fh3+p9gWdFShmLyIpPu8qamrjEht/gvxvl8ePrNB7ErW3SvVdxw7k9vR"
    r"6hI5B+uEVpEl9buTGqR+d1JKanZLSGrRLvIsoYW7SBfI3P6MNhGBli0VA5mC6CjIau25QRQkekANYq7TqFZOz1cjxaRkRpepv0woldlysqhGe4"
    r"5iTrJdbznaPtRkszkI+1DBLvEyKvMZZDGzAn05vHFUpSz7iBAbrdl2Omej6zr3WAIe1UyRh6ENIr8gcJbM4wYol4nn2DbyfvDBI6Q/EJ78AwKX"
    r"5egdv30LNq/1gYWBRcQpfq2/QZzhlzwtvbf56Pcw9jt6dxh0n8/50yq5kiq5mKV1DzkxuoMC9qe3NU67T29LTzt2K3vaJaum/sxPINrj11iYmz"
    r"sLGYdfNLwTM3rf/r7McSCxqeRx2gD1vOz8AG3LNAJMLEEQX9WekgPqnaXxznJoue0910Mu9FA8J2rH3kyuB5P+Nctej59wi6eD0eyUipKY0J8n"
    r"4S8u/23wt8mQD0bfXSt+m2zMTZ3T97j89D0unL5a12x0THRM10xLY4kSJNg/JaJyp8mDDpf1+43GPfMcaC6gT3oixTy5eVSlnM/jYRJKeUpThj"
    r"iMEbQYjji8QA793ifgIse10Rsw46q0ayEf0P0OYIdYC+T/QlVsywee8wg8yvL1HHk+WNHfltBj2vcTuHNK9PV9vlzH8SotQZTr5nxayMdQpVBa"
    r"nGsuzjmBt0BxJL80F4RwzY7mEQyBaaFIcq4dw5DCdEKD33Ukug3xXRAlutQlchrTgVIUObNfHatfudGvYPM7NBXRCzBm1JIjdu/6ZjQajr6cgg"
    r"hPdcLZeDJhWqBPHNflNdCoyH8KTAcjNTRC4hBRAmTpBp+M70zFm9aqZ9lUEDcaxfrlkZ2h7b4LMmjzRlfNG9lYOLMRk9O4FlisWJzKoXNYkWCJ"
    r"pACFwCyTLk5RbpWJCzzsOb2ACUoBf2etlIKkDMUGV5JVwJae8D2hadtnK0rifRylsxgUPUyrixgHJWES9cT4YM9hEj3HjcoHSwjx4wmrPMyQt3"
    r"jSv5lyhw+kwhkV3s8vx/z3he3w31tx8rSuzhKL2FK6bALooLWg/QgWnTy9x2AK28L3gj2nnNoJoANGmX0Tm57e9IMWSSeHujTP4zTp5YOGLGw0"
    r"rURcxGqDe2MTAjs8GjOigNWMaMwIbZTfrVF+Qalw53glBZNKrGQpTOfo237OJtuY/WDOvo2FKUhY2QXIztiEW7O3P9I/wnk0TPgkQ9ocqks7dG"
    r"uUhQElitdU1d+g96nqs9Jnsrp+l8qpyffEeZFWOMcHsgRSts0CRZ/xMmSQ2pWknKMhc4ZADzfgcQq2F0fSC5SJ6gR7tUP4VbB5c3Y3CBvNQXXl"
    r"PRmNveC0FTGlyBHpwns30WMOiw9liQVH+Yp7+Um4RZX1fDve5jkdrRc7VCOpI1/9f0sqdavy/05TXuLuE6LIik1jiorAinDQ7uMqdASCkhEIlP"
    r"/ypaBSoHaO9lfDCB1RIDTdnHz4UMN2Q0eVGm/4vWIxfP6zBJHTmB0V2upSrYADjF9i1Ugf4m+pb9U8nw2/Dk5BiL7F18Mvv86mxuV4OjsFnnW3"
    r"Ir5hUw2M3hlcjb+y+CUPrZ0HVeKXmrlMtLvkGYvminIe+aRxap8Y3xk67/tIddyyuiXVhqkMUEexq2yW0tbHV8Fm7iaU3k7TKG1zbMnmmHiBtb"
    r"mxwtyYnnra0rgfS2NoFBNJtDKEisxkV+HDukqr/VllD5I87PyiD9mSQpPwKV0lko+h66+cretaUbXfn0bP6hKtpOz86XyMZNaIiTrGaObQf54n"
    r"7aVVdwKqqaKIaSrvDok383KvSGq7f9Y5YqQPmnadJP/IddeOCxboktfKiMZHVd4TiA24WCBXoI2eOY6NIC6L+k4Dc+yYU+Su9sWYR/vVP8/G48"
    r"uM6nk2zCfw3FydDa5/POY6Jx1kkRIjD6McV+UjK64k0dNQTXY5srvwyQmazPQNcI8kT64cLs0zR4OUezaF04aQpvZkVbtpd5PyFSaoxSaSZUsj"
    r"VCom5rD4UNcOlV374iaz+TmujXvPEDUoiSJ84ba95yu0uO8JdRx246hataFD9lxNh1Xoi9wvZoBqlrhh32nQtwR89unyNqpt20cV6tE9/eOL9K"
    r"8XHBJjVY526p31RxenYA6xeYs/D0f9S/pcC0P7Fp+PR5+HLKONMmZpNUtoazk7mX1mkRulSyEe3plohNaiPqLNq0DKav/zBqV9z0r7nhc2pEwo"
    r"bYHzTJRBHqzDSVTmNSQErV2RR6M8uykF0XtjYW/cyHhSm+MGpheMyguGPorRpqFQt0Er3MWYzer++ewUUP5RvegWfx2OLyntqaT3YDk2+7xbfD"
    r"P6bTT+NjoFAb6ntGJFDK4HYesqps5ETXtevhb5gpVZbMquBKwyt8Y319NT4ASeHxWZmEZVJnwFZO5UI/ssA1hf9pKtcAPJb4XWgoD/AOYv3tUx"
    r"0/vLMsC86hyYB5ZNLOy/Ya/9a2//eyMjUWZbLBSFy9d/y+137AH5onBRoIe0WTeL05bdliy7rlMS+yBtgWw19kZFI2R2BkrHGO7UEBk7VUW2yJ"
    r"TDtcIcGY3aSYgFi32LyBbX59HxFcrsDkcVBsQDKcC0ez60pp8dXN8gP5ivLUKQdG/Z6c3Z1XDGxfbkGbeYyg+jL4OpcT34nxu6a/LK4yuI75Bv"
    r"eIh+ls9H9SeT6zCLj25ZHkvju8VMt7q47jOZ/9EiK5NuzriJhHlSR8Y/KZfxTwoy/uGVlmsg5neprpyqgQUvsbPtO0dQ+Urznam/jTCxiIWklN"
    r"80Rg3tl72vM9rvGpkWlOFHAtDMaJ0Z84AQYZpXOTtSEM2Q1hnC+lwYroceLPQoOJurolzzUB1aXD/MNaSagR2RYlLVISMD0we09AGtc+kbseLQ"
    r"XHYp81d9bSMF0sbulozdJhK1BZa2dLeXh6uimTs18bbIo9f5vGJq77YWZeD5jjjpMrxzVOkC4GPqOQB6vzqP9JYHIKAjEVyDR+gD+oP5C/AD74"
    r"F5EgBroQU94gOITeAEhH60/yZvANruSVuUvZStTLdVVTrFfAs7qUpX4UWAdiBF6wSgskW0IbmPP9aKMflYEWTykVugCwfdy/ge+Wko2HLiU7J8"
    r"w0lKYrxEP+HaCRD8PAxxhlmZBJHrKRz3U6j5Cja84uHaQaqkg/QAC3CaHlwSSRW6d3Hd/zw7BRx7i0eDL+PZsD8bjkeUPejOIRaX5CJvkNE/Px"
    r"9MuG8vLMsUZtpzx963/nA2HH0xBtPz6/E3Y9L/3ysetAcfocXDK9h7qX7lwqc1wvRd0cDPN6ML3pU4vL0MWN/7W3x+PeizyqDGZDC6YM+N3FFx"
    r"PIPhImyyx0b+qWR8yjuZjE27KeNxIn9lPF7guExwGw9mMnzjypye/zq4uLnkrtHFCpmBza5OxuHzmezMfr8ezChpKI3pRwzOf2MVTQmzz9N5wr"
    r"OybvHFcDq54RjT8t0gQl0O+tOwAKqNoB9ei8nnoYRy/dH54JJ/w4JNTttuq/tz+03nHpDH7KtNl1kKrnIgZcS5hHEx32Ku0XkzuRzSteK7ttUo"
    r"vLXl4MqIrnT+Q18UJFIh4BWQHTAf7rrYM1V8Fk6Z0vL8KkjB9SpocRUQ5K2lnEgJQA0XUqfCizltjRX0VzLbURalt6Lnt6LlElHpwJiXtNqtsR"
    r"tlnrDP+vOZFk6vNQKqaTtw3Qq8pTgoqt8wxcg0mV1AZq8qABU+zBvuV5/qWMg+lRvIPhUiNMMCWA3JnUNqej9P7yVCxtyVyepNIRrtKqoRuOWw"
    r"8dDUYHgOlYBlyFrA6Yzpwk7sOVSqpKKIG8yp7L1qEI5R8gidSa1yWEbCtOZCbO4RCp8M3RJemy9UvT4PZn2GVmmjhWUqfpJerftZrRuvBaIySI"
    r"NFK3yAXrtKr93AQ03ZncdqTqvMaQVqsWnu7oy7cQyLJHtTMM1flflLz1VuhZdncRapMxCUZvOBlHE4FIuRztt5Fatmo3hJZ+8UoDqHp6mjbAHX"
    r"LrTusHwXjixwR16FV8AA3QXlRekftaeTpn8Wp+nflP66FfJ+aV+RwFnaqVE6h7N+o0bF+FA3jTO7+ksyOQXbfAu0fc09fsS0zcacbUnebrf6KU"
    r"jONcirO6TXoWyNDukiubuNDSH1qIMSuGtvCFlV4wD7z6tpY61uh52pWducUOkCuYdpbakmE3pAeNuW4SyZd/CADjK+txaR1sj3WVWB7cl0FT6p"
    r"q4QK8y+3pNOAP6RLJJLKsE95T8O0zXJq1m89f7F5VAf3+tI69fKEql9U5lAI1aBiQ7iZl5RtSHb66toNxuZkeb5gDBVHEDZ/crD99AbcYI+y6Q"
    r"mZgO0lAHoIkBUCvMskcJb8Fz6iWC5mi+dsUSxGF1l4ySILcEGE3svyrI0NooMVZNrPr/edwFs0r0qfoFUmti5hoUtYvOASI9Cjx07TJbZB6yWm"
    r"l5heYsIl5kKPNE/licFKL7Au5QW8SBMOxVS6F8s9tx0ooHx5zZIURFctYU9utWqJ5TZJTc+iFE5naqjntF+2RAduNpnyBxe4GRmFGqWapZF7yV"
    r"14AX9mJ5gMA9NqtpazSJ2gojKXde8ERULvdO+EHfdOkPIgNvD4xH7pEp9Pym39jNcn7Sp/3u8zxojqBjhxx6TsQEdgAT3PQiaYP/F7c4eApees"
    r"gUPH+5aJAHH4DYf5a4q+oJafrf1DCm9NRxX+IW340YYfRRil5MrR3VdfoLlb6BWNT0vp+S6Ea5Nn4yQ2bfnR6qJWF7W6eAjq4nl/et6/GLyYth"
    r"hFkoo0xU2QaYWWGA7afWsnrY4pqY45LiXZVrXh0w/Qatne6vSJu7hUdYDuUPeWfesHC0hV2qYrJAEr7PXtjW+up3QNBJ4fLYhptCL8JhO+5a4t"
    r"rPUaWoszo8rDILIoNSIh2Ps6EwkRbf3yaloGqLU0xbW0hWU24nIWqV23h8BlkRxYrY6ncdrk1dTkxegorvpXT8ZI41UWMw6uYZwaRqpXoqgWbF"
    r"QyNpXn7Flx0umOrVkvyqodxT5sZaGK8scFBqpNZnm5fSqVwr7fzuN8asTNaNng6rbgURILRxqpHrbxrOod6Q7hamwyRxXWsAaB3dtGdSvGhh33"
    r"GqOv42tYvkBlFtiZOsd7ljMt31gEnheVDMiR33GoTIZL9pkMMEf+OUXuiv7x7N+vAnc2Hl9mdLezYd5MeHN1Nrj+8ZhPfjrIIiUkTxVJa7S9iN"
    r"Aq29mV2WuiRFV5mheAmtx1t3bHtpvRXIzWhK/Zv9Oj+r9rCbf1cpoXgJrcSrZLVY7CLbdogGsnwKRBg+scsEvE3bNcyOodsOIADZhQgGo2bGEG"
    r"hiZLkpA2NyYoTfzGxE+sPoVtvUZZpRi7P/r/dCxH/d5oPBow2C0ejpiJ/e0tjmuIHKeLjJykq4u8Syzy729x/3I4GFHi17TLh1x8d/Lzx4Rv7J"
    r"cqTk2v+peXRdbMoc3I3mB3yiO14aBhY4U5VUEfmnn7s1DtCFbZEZwyXTfxQ6bg2g3ZZgQU+w5JtSOD6ZBrvjW9Q4e2vIYdzUeE2I24nEVqLqvM"
    r"ZWgjr2GFkQxSc1llLvuPyJX1XCWYPTqtkisH67XSsb2vYDmpEdxWZGg3A090BuZeg9ZKSB1VIaZrgmzbQWYSPmrk1OrkoehGVt3KIxSBS1JvZG"
    r"g1TR7UJVJJZfZuqLpybNGmK98dBT45Afk1etpBiqVbN0i5ZPabniC6NLxxVBVcym0/dXuigCWim68JbGdx/wbMVii8AO54O5NHi6wAgosVIPAe"
    r"/eQ8IO8XAAHjNPIAWUFCgT4BFgFLSnEfUMaBOVrSLZ5do6/2Bf1T9vPOLZK3+f8LM7k85CAe37lQybbq35bHpoZslSH2BtGBlN9dlxvmC0tOEk"
    r"4g2qnUzKkUdiTwG2iZWaRWM5VTM7dK5Wkv+SRuHS6SDzZdxSskhHDQC+SfBKHbxrNSzmuq/DyfiRI3E+dQ/seIU1DYQhS+0w/m7K+aR7n/Ui/N"
    r"YXX2i3rbb7mEsZkCTVy/qUm7P2mD9Y57iL+lfiWYc9bQ5xSE6Fs86d/wyBeXVeowb/HF4HIYNu6hG4IVtu75dXhxwYJfVpZpIpwX1evILO1XgV"
    r"lQct45XkntnpJA6xRmj4zilXv3Ixu236zIhvguiAou16VzGrNHOkdTc/dx1W2nWW++qUDk8qJGOVgH1Jx9VzYKt7PS+l8limUa1AGi73qfjuhV"
    r"VrTrWUJ3qnZXltgnb+skaNBRpeTm93I9szJSc31xMovTWn3DOOqsDlA3Wi2L6gzxW4tW8xH0FitDtip4DtaBDWTfR6QuR92IFYdgpcp0OnDNhm"
    r"zOIjWblWYz6/CLkXzYSxanyzrtpqxTNiRmy5iD9sJh1PCMZ9vCLu7jxk7bRLDwp3SJSFWFwaI1XKSZZG2w881zDmrJ1420yu51Ncrdb+WjGTmE"
    r"eSoELprozlGVhwbzMTWDOKbOGpEVJRFvKIZsm3cYc6nO4eAwvoI3FQWPnkWQz4Mk+L9r6N37vAMZekCYgKj16C9hgzKEWbwF+58ghmM/r5R1ML"
    r"EIuFBcMSkM1qlwFhLaoK8JqtxK2rejpG9H1T5eXeXEhvL3SMq2Gg3XpVhqlGKB3p1URfh4vBq14NlrO1ML/kVSCRQLaX2hbmmO+2SwbqkGFdua"
    r"FFYUwDU3tuJG0z6CArDmRFNOeBDfS/gf4uHa8VAovuI50FxAX35vySP1ZG46mSMtrUD9Z8oUJChtlFbbKG1DygTTCDCxBOapZ7xMebDOYVeZ15"
    r"AQtHZF+XTldQ5TEH0+FR3jiTFLZtmkYHrBqLxgmkrTWpBuR/ZYQstGAtpXFBZOEAoXAXvpgDVFMmRiF6DA/ZLyDpb7X9KOyDpZtDzGzgSslSok"
    r"p2DFWk4CBwPiuODP0a8W5o6PJULmEUBv7t6A4z+fvBflx275NN22WOk9qNydQflrcO5KSFEZTJfq5LYmSbElIk3WLEjTVdx1xUV0h8KN+q5koL"
    r"qIlUQRK9fCWCS5VFJ8A9K0lqH1gcXcd+SIzGwym2xIuR1mg9ONnerP+DjnWVYSzOJ0YMVWoaQFdhR5IV1GLVUZ4LD4UDe+LzsDa8T37VEb3ZRU"
    r"E2qkmYprVVpprspbHdXURK7jswC80NwaVlBiquNiRYkJ7uADAuzPPKLqpW3yeL4VC+VzXJuOceic8qjkANgPIl217cdr5VXhjeqoQnmNDZMr6K"
    r"9kzGp5nC6ilbOsFas6hYGyMkTeIHQIXo0QvAdoB03E/ixOi/3NA450duJrcIJF/cVlD+4MTKsaLakaKGlcv6WmMUgedFhcqKtoZKafYnpGXDlX"
    r"rGak6upWahl0nMHqbNZWMmzo3VGpniNDFeARWsRnLiwAMYDm2sI/+ODR8cwjQK+x6zwLCFPRf8l/ZNsx82o9rqzFCtALa/gEfPqfg4WKxz5e2a"
    r"DCHQpxLGjp+ewjRmOD9RbgDNCpR4ptllXqTklfxfpV5fZdQ4utjsj+I8GV3rf+cDYcfTkFEf4WT2fjyYSVkfOJ47qsilx/Mrkef2WX6K7iOQ/s"
    r"2pfh18HIOOuf/3YK7qwHVliJ7nGsKt00qkrn+6FDQrqSUR1x/7hc3D8uiPuNAhTbDEzUMuYOo1C1KvEa2OxDyxQWfKs6ElMgHUnXVFfnRGwQqb"
    r"qB6UhVlVeWOkr6KxE7t4qhfF6flywL0lybP4iqIOXKfEkHpu00dKe0cnt866hSN3deqnJ7qMTULasRfafBkYapa2uoudMcdUnBjWaZjHJ7cTM4"
    r"BRRHldrB6IKrucxTxtXcyTgsls6mMldyrygdb8Y3U6rlrufWXeAE/i2+Gobq7Nry4yLrg7jGOiINFdzWS/XqRMtOS2geIt5TAwancVoGV5nDOr"
    r"2y9aQAYWOsV9QVqzVS6jTvV7QP4cXK8RqXghHCO7Oi9mx321BRqlxYDqZG1TD2vs5UDVvSj0Ge61mivKiK/OIsrAM17XceB4mh668cAZXLp38a"
    r"o+d+63M/8AQiQPmcj4Z3MKH+w4c6CfUfPpQn1LN7uWw0bopooOhlgFrCUlnCYvncrAByAy7noJrPKvM5sg82MctlkJrL6nO5MZM1jw+AxysEhZ"
    r"WEKvOTNyCdjy+RnUzf5gWh01FC5s+itNTfutSPPM+RykdLAJ3TcnfS+lGl9k6vJVOmEENqPTSofZ0Fag405cCLVOJ/rWEhFUlipc2mpLPEtmg3"
    r"dRhpYhX9pjahZaJdpg3iph7VUepmd9Y6kXulUxot7rdsOXfOnrEryeUFqF3ZcM6MOhBuFVbatI3hQQSVpg6e3YeUeo6zHLH6KT1RVOnm7lFlYC"
    r"kbR1VcXLvrHGX1TzyB8l+E/o0c/y+Wjmk70PRPAQSe8wgsn7eAI4glWdJ/WJs3es3y/QCZAGIzjpMLb1uE3fVdhEkx5XMfL9yi+kz0JTJaUArS"
    r"uaonxx9rpel9rMjT+xjpQYfX/+0VZP2g767loSZuiixyP6GlL3BIHKxtc6v0k/bOtWvkOh4RnWnRncrzzONjJBqozh3zCbCWprw/KST0PIkKyr"
    r"HiATDqbQrmVOyMOph6gY1KWqNu87CmuRl0R3s+LyMki5GASlIy2EJPvYOejhZ5CtcoGxj+KvPCEFLxRp0EomQSSMi+BodsDqgNX43P2ezaq21g"
    r"z8I6WPWt/SyZzb4mNdUzMC1RNp7p9DD0QxtL3Um+Qej5XWN+s1JIAjvXjB7DYvomgA546aqk8sHfZtUu0UQovxyPvsTD837SXGzqoaVPxmWoZP"
    r"Inx5PB6BQw5C2+mfw6uLw4BYG7on/aLb4YTuPkSNPyw/zIvLBcax20Xu7HRAvLRPLVQrI4XTCkuS8vpGOTqKg0UodFqWY60HWXXgWbFbEQTREh"
    r"NmIV8XsCK1Hq7lGVpchPxtWtdolBWDTkBx+4NlzwEpIQzCFZrASFKp8brQveK31sldtGHpDHYgebyngpuMraS+96cDnoTwenwEM21bfQLb4efL"
    r"4ZXbALywBTSW86uRzOToHv2hZpIuF9qiHgfSqv3p4X7/jSku/qnkJpa1Vja5UytcJeC/UrYrX4lC4yQjqY6Cx+zmHxoG6wRnrli6t5F2d4C1R9"
    r"vVXS64Rn7VRuJJD40zgPWCQ6ZgZUS49sqBEnFe+5Lls2wpDAe4TrlWcLvzqGc6D2zam4u1fJnwm/Czx4Jk00hdPKtXLKdcaI7ASeqExRRaOnBK"
    r"GyUqGMS8QP5uy75kiqOXQO1SWfX2tVoSDVb1mZmQcLPUqVLcvjOmRnb6/kls4HU0nR0kkxbSTFvHDzpGngspClSwujnkgnSN2u1gjCgYZNR9YP"
    r"pQdsOJgj8ogQ3kQIsoB1Fh4YPVQYFC8B1bZmhTeYKllf1UD3rnIiJcewPmLyhQ5TqA4JMHumPUHfBdptebxSPF6HK0mHK2lvfSNWHIJBQRVv/a"
    r"PF3Agi0Sq8Uy1V8TF1BSqWg8HSL+6i7IuoHaTFcIT1gQyipvMsHcNZLpPmkI8rx2ZtIL17RLi3Xpzf0eKztxDJ+P8Lq7XcNhSP71yu4buTGnah"
    r"dyeldiF2q1r+snxDFJpcWeIpwegKTxIVng4jCvyQiwnpTnkvVkZoBfFdMyErg9RClhayxELWjc9FiIKIxa9XCljMWLB79/XezUvqSzLK2Jdkxc"
    r"k0ZkcFvF9OpGy/WP3S8nxiyBI5i+qcgHN8Uif4k44q9+meFAJAbXpWBnR/lKFzGrNHKkunXDWkc8shtkzI+D8HS1E4jdkjhW9m5/shcfs7Rkwx"
    r"455KGrLaZxGs1VCZQsO+MWeeStm6zhmcprgExSnZDHnlP4vq3Pm4EwPA3HYW9yyP1SENVNEiWudhqqaNZrL+oW0jwhAsIFhmbRWR3evT86nO+v"
    r"pUvrw+FVZXRDXXcx4amXpEeL3CVF5h64CI5ISKFnwxQLciyPC4jVYEvwcWXT1Lz1kbKycQNCUoNSkJkB0ydbcWexqSiS6HRuRN4TRxi8T1EfRE"
    r"OXsV/QwThBqbCXttZzYTHRXT2QNcwmGTmg9w7ULrTtR9SKpafPSYw2V7sWC8ID1h65r6LcbCq0ek0IfXDo2u+LMOMcGrFqmg+YA8YvnbUqtpz4"
    r"FDoJHziH2D9R3QNHqmkUV73vav0d9QcLeHN46q/O0PbEjdikPA9awHygywYCGH9K9zwOPKWqwAOwl9AD3EogzZH4RMHm+4cOgJ41ksD+THk7cg"
    r"6vlOR4K1han2CRBcrP4kqFa0yzcpGB6gs0/qRAewudAk15Do5lvbBYxZvkE3BmFLqOe8UBvcHr1QMUcO1gmlFb4mDOiawrdLmeEbN+9Pw9osIt"
    r"khO6BShohcBX5c6KWWMDEbj8C5Q7WGBfnBBz5xWLr9EW+UxBooQXCPnlg3peipwAmITXcSdqJTDhDoEeAseUKD6zkLOqgoRezmFVuID/R9Mo6v"
    r"aHjn8iT20pPpAdqB4Lwqz9pLAJ2oWLKPxD1FtrI+8ixxRld0p3LzgpsxykQcvxZ9Ykt/RWVN1PjYqrvZpiCd2AByATwfPtQJ4PnwoTyAh93L5a"
    r"TTRSVB4Wh4B6l7XCs86rgiPOpY0GzdwSSqGl3XCZeC7N8L9zKHWWv+thc9zP74f/oGO28="
)
