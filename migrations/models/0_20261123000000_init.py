"""The first schema."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

POSTGRES = """
CREATE TABLE "audit_logs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user_id" BIGINT,
    "action" VARCHAR(64) NOT NULL,
    "entity_type" VARCHAR(32) NOT NULL,
    "entity_id" VARCHAR(64) NOT NULL,
    "details" JSONB NOT NULL,
    "ip_address" VARCHAR(64),
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "idx_audit_logs_user_id_f7db5c" ON "audit_logs" ("user_id");
CREATE INDEX "idx_audit_logs_action_4eb755" ON "audit_logs" ("action");
CREATE INDEX "ix_audit_entity" ON "audit_logs" ("entity_type", "entity_id");
CREATE TABLE "settlement_batches" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "controller_address" VARCHAR(80) NOT NULL,
    "seqno" BIGINT NOT NULL,
    "boc" TEXT NOT NULL,
    "message_hash" VARCHAR(64) NOT NULL,
    "valid_until" BIGINT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_settlement__control_f306f8" UNIQUE ("controller_address", "seqno", "message_hash")
);
CREATE INDEX "idx_settlement__message_edd80c" ON "settlement_batches" ("message_hash");
CREATE TABLE "cursors" (
    "name" VARCHAR(64) NOT NULL PRIMARY KEY,
    "value" VARCHAR(160) NOT NULL
);
CREATE TABLE "leases" (
    "name" VARCHAR(64) NOT NULL PRIMARY KEY,
    "holder" VARCHAR(64) NOT NULL,
    "fence" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "notices" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "user_id" BIGINT NOT NULL,
    "key" VARCHAR(80) NOT NULL,
    "args" JSONB NOT NULL,
    "deal_id" BIGINT,
    "copy_from_chat_id" BIGINT,
    "copy_message_id" BIGINT,
    "due_at" TIMESTAMPTZ NOT NULL,
    "claimed_until" TIMESTAMPTZ,
    "attempts" INT NOT NULL,
    "sent_at" TIMESTAMPTZ,
    "failed" VARCHAR(200)
);
CREATE INDEX "idx_notices_user_id_727b8f" ON "notices" ("user_id");
CREATE INDEX "ix_notice_queue" ON "notices" ("sent_at", "due_at");
CREATE TABLE "proof_nonces" (
    "payload" VARCHAR(160) NOT NULL PRIMARY KEY,
    "user_id" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "idx_proof_nonce_expires_9896db" ON "proof_nonces" ("expires_at");
CREATE TABLE "users" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "username" VARCHAR(64),
    "first_name" VARCHAR(128) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "timezone" VARCHAR(64) NOT NULL,
    "timezone_known" BOOL NOT NULL,
    "is_banned" BOOL NOT NULL,
    "blocked_bot_at" TIMESTAMPTZ,
    "wallet_address" VARCHAR(80),
    "wallet_proved_at" TIMESTAMPTZ,
    "search" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "idx_users_usernam_266d85" ON "users" ("username");
CREATE TABLE "channels" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "chat_id" BIGINT NOT NULL UNIQUE,
    "title" VARCHAR(255) NOT NULL,
    "username" VARCHAR(64),
    "status" VARCHAR(16) NOT NULL,
    "subscribers" INT NOT NULL,
    "highest_message_id" BIGINT NOT NULL,
    "top_until" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "owner_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_channels_usernam_3c391d" ON "channels" ("username");
CREATE INDEX "idx_channels_owner_i_e6d572" ON "channels" ("owner_id");
CREATE TABLE "channel_managers" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "can_accept" BOOL NOT NULL,
    "can_creative" BOOL NOT NULL,
    "can_payout" BOOL NOT NULL,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE CASCADE,
    "user_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_channel_man_channel_e2fda9" UNIQUE ("channel_id", "user_id")
);
CREATE INDEX "idx_channel_man_channel_4f2469" ON "channel_managers" ("channel_id");
CREATE INDEX "idx_channel_man_user_id_ccdf4a" ON "channel_managers" ("user_id");
CREATE TABLE "listings" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "status" VARCHAR(16) NOT NULL,
    "category" VARCHAR(32) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "description" TEXT NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "subscribers" INT NOT NULL,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "channel_id" BIGINT NOT NULL UNIQUE REFERENCES "channels" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_listing_price" ON "listings" ("status", "price_nano", "id");
CREATE INDEX "ix_listing_subscribers" ON "listings" ("status", "subscribers", "id");
CREATE TABLE "deals" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "status" VARCHAR(32) NOT NULL,
    "verdict" VARCHAR(8),
    "verdict_reason" VARCHAR(64) NOT NULL,
    "outcome" VARCHAR(8),
    "terms" JSONB NOT NULL,
    "terms_hash" VARCHAR(64) NOT NULL,
    "offered_by" VARCHAR(16) NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "payer_address" VARCHAR(80),
    "payout_address" VARCHAR(80),
    "fee_bps" INT,
    "change_rounds" INT NOT NULL,
    "proposed_publish_at" TIMESTAMPTZ,
    "proposed_by" VARCHAR(16),
    "publish_at" TIMESTAMPTZ,
    "cancel_proposed_by" VARCHAR(16),
    "retention_ends_at" TIMESTAMPTZ,
    "cure_ends_at" TIMESTAMPTZ,
    "due_at" TIMESTAMPTZ,
    "warn_at" TIMESTAMPTZ,
    "entered_at" TIMESTAMPTZ NOT NULL,
    "version" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "advertiser_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "listing_id" BIGINT NOT NULL REFERENCES "listings" ("id") ON DELETE RESTRICT,
    "owner_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_deals_adverti_318ed9" ON "deals" ("advertiser_id");
CREATE INDEX "idx_deals_channel_b2223e" ON "deals" ("channel_id");
CREATE INDEX "idx_deals_listing_5383c7" ON "deals" ("listing_id");
CREATE INDEX "idx_deals_owner_i_c6d3f3" ON "deals" ("owner_id");
CREATE INDEX "ix_deal_status_due" ON "deals" ("status", "due_at");
CREATE INDEX "ix_deal_warn" ON "deals" ("warn_at");
CREATE TABLE "creatives" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "version" INT NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "author" VARCHAR(16) NOT NULL,
    "user_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "entities" JSONB NOT NULL,
    "media" JSONB NOT NULL,
    "buttons" JSONB NOT NULL,
    "link_preview" BOOL NOT NULL,
    "review_note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_creatives_deal_id_f58701" UNIQUE ("deal_id", "version")
);
CREATE INDEX "idx_creatives_deal_id_61fea0" ON "creatives" ("deal_id");
CREATE TABLE "deal_events" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "action" VARCHAR(32) NOT NULL,
    "source" VARCHAR(32) NOT NULL,
    "target" VARCHAR(32) NOT NULL,
    "party" VARCHAR(16) NOT NULL,
    "user_id" BIGINT,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "relayed_at" TIMESTAMPTZ,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_deal_events_relayed_783f98" ON "deal_events" ("relayed_at");
CREATE INDEX "idx_deal_events_deal_id_f1ef5b" ON "deal_events" ("deal_id");
CREATE TABLE "deal_messages" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "party" VARCHAR(16) NOT NULL,
    "user_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "source_message_id" BIGINT,
    "created_at" TIMESTAMPTZ NOT NULL,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_deal_messag_deal_id_ab29c6" ON "deal_messages" ("deal_id");
CREATE TABLE "disputes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "opened_by" VARCHAR(16) NOT NULL,
    "reason" TEXT NOT NULL,
    "cause" VARCHAR(8),
    "statements" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "decided_by" BIGINT,
    "decision" VARCHAR(8),
    "deal_id" BIGINT NOT NULL UNIQUE REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE TABLE "escrows" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "address" VARCHAR(80) NOT NULL UNIQUE,
    "contract_id" BIGINT NOT NULL,
    "is_current" BOOL NOT NULL,
    "advertiser_address" VARCHAR(80) NOT NULL,
    "owner_address" VARCHAR(80) NOT NULL,
    "controller_address" VARCHAR(80) NOT NULL,
    "fee_recipient" VARCHAR(80) NOT NULL,
    "fee_bps" INT NOT NULL,
    "amount_nano" BIGINT NOT NULL,
    "required_nano" BIGINT NOT NULL,
    "deadline" BIGINT NOT NULL,
    "state" SMALLINT NOT NULL,
    "balance_nano" BIGINT NOT NULL,
    "observed_at" TIMESTAMPTZ,
    "verdict" VARCHAR(8),
    "split_bps" INT,
    "decided_at" TIMESTAMPTZ,
    "settled_at" TIMESTAMPTZ,
    "alerted_at" TIMESTAMPTZ,
    "swept" BOOL NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_escrows_deal_id_ed22e5" ON "escrows" ("deal_id");
CREATE INDEX "ix_escrow_state_verdict" ON "escrows" ("state", "verdict");
CREATE TABLE "packages" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "top_hours" INT NOT NULL,
    "feed_hours" INT NOT NULL,
    "is_permanent" BOOL NOT NULL,
    "pinned" BOOL NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "is_active" BOOL NOT NULL,
    "listing_id" BIGINT NOT NULL REFERENCES "listings" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_packages_listing_647f2a" ON "packages" ("listing_id");
CREATE TABLE "payment_notes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "message_hash" VARCHAR(64) NOT NULL UNIQUE,
    "sender" VARCHAR(80) NOT NULL,
    "value_nano" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "escrow_id" BIGINT NOT NULL REFERENCES "escrows" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_payment_not_escrow__78779b" ON "payment_notes" ("escrow_id");
CREATE TABLE "payout_holds" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "state" VARCHAR(10) NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "said_by" BIGINT,
    "said_at" TIMESTAMPTZ,
    "escrow_id" BIGINT NOT NULL UNIQUE REFERENCES "escrows" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_hold_open" ON "payout_holds" ("state", "until");
CREATE TABLE "postings" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "state" VARCHAR(16) NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "retry_at" TIMESTAMPTZ,
    "attempts" INT NOT NULL,
    "fence" INT NOT NULL,
    "claimed_until" TIMESTAMPTZ,
    "anchor_message_id" BIGINT NOT NULL,
    "message_ids" JSONB NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "snapshot" JSONB NOT NULL,
    "url" VARCHAR(255),
    "posted_at" TIMESTAMPTZ,
    "top_ends_at" TIMESTAMPTZ,
    "deleted_at" TIMESTAMPTZ,
    "delete_at" TIMESTAMPTZ,
    "healed" BOOL NOT NULL,
    "intrusions" JSONB NOT NULL,
    "error" VARCHAR(200) NOT NULL,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "creative_id" BIGINT NOT NULL REFERENCES "creatives" ("id") ON DELETE RESTRICT,
    "deal_id" BIGINT NOT NULL UNIQUE REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_postings_channel_f61837" ON "postings" ("channel_id");
CREATE INDEX "idx_postings_creativ_d0b7e7" ON "postings" ("creative_id");
CREATE INDEX "ix_posting_state_due" ON "postings" ("state", "due_at");
CREATE TABLE "checks" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(8) NOT NULL,
    "band" INT NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "claimed_until" TIMESTAMPTZ,
    "attempts" INT NOT NULL,
    "done_at" TIMESTAMPTZ,
    "result" VARCHAR(10),
    "cause" VARCHAR(8),
    "details" JSONB NOT NULL,
    "posting_id" BIGINT NOT NULL REFERENCES "postings" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_checks_posting_37bbd1" ON "checks" ("posting_id");
CREATE INDEX "ix_check_queue" ON "checks" ("done_at", "due_at");
CREATE TABLE "settlements" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "verdict" VARCHAR(8) NOT NULL,
    "batch_id" BIGINT NOT NULL REFERENCES "settlement_batches" ("id") ON DELETE CASCADE,
    "escrow_id" BIGINT NOT NULL REFERENCES "escrows" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_settlements_batch_i_637ecb" ON "settlements" ("batch_id");
CREATE INDEX "idx_settlements_escrow__030033" ON "settlements" ("escrow_id");
CREATE TABLE "stats_snapshots" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "taken_at" TIMESTAMPTZ NOT NULL,
    "source" VARCHAR(16) NOT NULL,
    "subscribers" INT NOT NULL,
    "average_views" INT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_stats_snaps_channel_2442ed" ON "stats_snapshots" ("channel_id");
CREATE INDEX "ix_stats_channel_taken" ON "stats_snapshots" ("channel_id", "taken_at");
CREATE TABLE "vaults" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "chat_id" BIGINT NOT NULL UNIQUE,
    "is_active" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "wallet_sessions" (
    "key" VARCHAR(160) NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);
CREATE TABLE "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);
CREATE UNIQUE INDEX "uq_escrow_current" ON "escrows" ("deal_id") WHERE "is_current" = TRUE;
CREATE UNIQUE INDEX "uq_batch_open" ON "settlement_batches" ("controller_address", "seqno")
    WHERE "state" IN ('prepared', 'sent');
CREATE INDEX "ix_event_unrelayed" ON "deal_events" ("id") WHERE "relayed_at" IS NULL;
CREATE INDEX "ix_check_open" ON "checks" ("due_at") WHERE "done_at" IS NULL;

ALTER TABLE "deals" ADD CONSTRAINT "ck_deal_price" CHECK ("price_nano" > 0);
ALTER TABLE "packages" ADD CONSTRAINT "ck_package_price" CHECK ("price_nano" > 0);
ALTER TABLE "escrows" ADD CONSTRAINT "ck_escrow_amounts" CHECK ("amount_nano" > 0 AND "required_nano" > "amount_nano");
ALTER TABLE "escrows" ADD CONSTRAINT "ck_escrow_split" CHECK ("split_bps" IS NULL OR "split_bps" BETWEEN 0 AND 10000);
"""

SQLITE = """
CREATE TABLE "audit_logs" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user_id" BIGINT,
    "action" VARCHAR(64) NOT NULL,
    "entity_type" VARCHAR(32) NOT NULL,
    "entity_id" VARCHAR(64) NOT NULL,
    "details" JSON NOT NULL,
    "ip_address" VARCHAR(64),
    "created_at" TIMESTAMP NOT NULL
);
CREATE INDEX "idx_audit_logs_user_id_f7db5c" ON "audit_logs" ("user_id");
CREATE INDEX "idx_audit_logs_action_4eb755" ON "audit_logs" ("action");
CREATE INDEX "ix_audit_entity" ON "audit_logs" ("entity_type", "entity_id");
CREATE TABLE "settlement_batches" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "controller_address" VARCHAR(80) NOT NULL,
    "seqno" BIGINT NOT NULL,
    "boc" TEXT NOT NULL,
    "message_hash" VARCHAR(64) NOT NULL,
    "valid_until" BIGINT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_settlement__control_f306f8" UNIQUE ("controller_address", "seqno", "message_hash")
);
CREATE INDEX "idx_settlement__message_edd80c" ON "settlement_batches" ("message_hash");
CREATE TABLE "cursors" (
    "name" VARCHAR(64) NOT NULL PRIMARY KEY,
    "value" VARCHAR(160) NOT NULL
);
CREATE TABLE "leases" (
    "name" VARCHAR(64) NOT NULL PRIMARY KEY,
    "holder" VARCHAR(64) NOT NULL,
    "fence" BIGINT NOT NULL,
    "expires_at" TIMESTAMP NOT NULL
);
CREATE TABLE "notices" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "key" VARCHAR(80) NOT NULL,
    "args" JSON NOT NULL,
    "deal_id" BIGINT,
    "copy_from_chat_id" BIGINT,
    "copy_message_id" BIGINT,
    "due_at" TIMESTAMP NOT NULL,
    "claimed_until" TIMESTAMP,
    "attempts" INT NOT NULL,
    "sent_at" TIMESTAMP,
    "failed" VARCHAR(200)
);
CREATE INDEX "idx_notices_user_id_727b8f" ON "notices" ("user_id");
CREATE INDEX "ix_notice_queue" ON "notices" ("sent_at", "due_at");
CREATE TABLE "proof_nonces" (
    "payload" VARCHAR(160) NOT NULL PRIMARY KEY,
    "user_id" BIGINT NOT NULL,
    "expires_at" TIMESTAMP NOT NULL
);
CREATE INDEX "idx_proof_nonce_expires_9896db" ON "proof_nonces" ("expires_at");
CREATE TABLE "users" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "username" VARCHAR(64),
    "first_name" VARCHAR(128) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "timezone" VARCHAR(64) NOT NULL,
    "timezone_known" INT NOT NULL,
    "is_banned" INT NOT NULL,
    "blocked_bot_at" TIMESTAMP,
    "wallet_address" VARCHAR(80),
    "wallet_proved_at" TIMESTAMP,
    "search" JSON NOT NULL,
    "created_at" TIMESTAMP NOT NULL
);
CREATE INDEX "idx_users_usernam_266d85" ON "users" ("username");
CREATE TABLE "channels" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "chat_id" BIGINT NOT NULL UNIQUE,
    "title" VARCHAR(255) NOT NULL,
    "username" VARCHAR(64),
    "status" VARCHAR(16) NOT NULL,
    "subscribers" INT NOT NULL,
    "highest_message_id" BIGINT NOT NULL,
    "top_until" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "owner_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_channels_usernam_3c391d" ON "channels" ("username");
CREATE INDEX "idx_channels_owner_i_e6d572" ON "channels" ("owner_id");
CREATE TABLE "channel_managers" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "can_accept" INT NOT NULL,
    "can_creative" INT NOT NULL,
    "can_payout" INT NOT NULL,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE CASCADE,
    "user_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_channel_man_channel_e2fda9" UNIQUE ("channel_id", "user_id")
);
CREATE INDEX "idx_channel_man_channel_4f2469" ON "channel_managers" ("channel_id");
CREATE INDEX "idx_channel_man_user_id_ccdf4a" ON "channel_managers" ("user_id");
CREATE TABLE "listings" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "category" VARCHAR(32) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "description" TEXT NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "subscribers" INT NOT NULL,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "channel_id" BIGINT NOT NULL UNIQUE REFERENCES "channels" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_listing_price" ON "listings" ("status", "price_nano", "id");
CREATE INDEX "ix_listing_subscribers" ON "listings" ("status", "subscribers", "id");
CREATE TABLE "deals" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "status" VARCHAR(32) NOT NULL,
    "verdict" VARCHAR(8),
    "verdict_reason" VARCHAR(64) NOT NULL,
    "outcome" VARCHAR(8),
    "terms" JSON NOT NULL,
    "terms_hash" VARCHAR(64) NOT NULL,
    "offered_by" VARCHAR(16) NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "payer_address" VARCHAR(80),
    "payout_address" VARCHAR(80),
    "fee_bps" INT,
    "change_rounds" INT NOT NULL,
    "proposed_publish_at" TIMESTAMP,
    "proposed_by" VARCHAR(16),
    "publish_at" TIMESTAMP,
    "cancel_proposed_by" VARCHAR(16),
    "retention_ends_at" TIMESTAMP,
    "cure_ends_at" TIMESTAMP,
    "due_at" TIMESTAMP,
    "warn_at" TIMESTAMP,
    "entered_at" TIMESTAMP NOT NULL,
    "version" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "advertiser_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "listing_id" BIGINT NOT NULL REFERENCES "listings" ("id") ON DELETE RESTRICT,
    "owner_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_deals_adverti_318ed9" ON "deals" ("advertiser_id");
CREATE INDEX "idx_deals_channel_b2223e" ON "deals" ("channel_id");
CREATE INDEX "idx_deals_listing_5383c7" ON "deals" ("listing_id");
CREATE INDEX "idx_deals_owner_i_c6d3f3" ON "deals" ("owner_id");
CREATE INDEX "ix_deal_status_due" ON "deals" ("status", "due_at");
CREATE INDEX "ix_deal_warn" ON "deals" ("warn_at");
CREATE TABLE "creatives" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" INT NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "author" VARCHAR(16) NOT NULL,
    "user_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "entities" JSON NOT NULL,
    "media" JSON NOT NULL,
    "buttons" JSON NOT NULL,
    "link_preview" INT NOT NULL,
    "review_note" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_creatives_deal_id_f58701" UNIQUE ("deal_id", "version")
);
CREATE INDEX "idx_creatives_deal_id_61fea0" ON "creatives" ("deal_id");
CREATE TABLE "deal_events" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "action" VARCHAR(32) NOT NULL,
    "source" VARCHAR(32) NOT NULL,
    "target" VARCHAR(32) NOT NULL,
    "party" VARCHAR(16) NOT NULL,
    "user_id" BIGINT,
    "payload" JSON NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "relayed_at" TIMESTAMP,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_deal_events_relayed_783f98" ON "deal_events" ("relayed_at");
CREATE INDEX "idx_deal_events_deal_id_f1ef5b" ON "deal_events" ("deal_id");
CREATE TABLE "deal_messages" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "party" VARCHAR(16) NOT NULL,
    "user_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "source_message_id" BIGINT,
    "created_at" TIMESTAMP NOT NULL,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_deal_messag_deal_id_ab29c6" ON "deal_messages" ("deal_id");
CREATE TABLE "disputes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "opened_by" VARCHAR(16) NOT NULL,
    "reason" TEXT NOT NULL,
    "cause" VARCHAR(8),
    "statements" JSON NOT NULL,
    "opened_at" TIMESTAMP NOT NULL,
    "decided_at" TIMESTAMP,
    "decided_by" BIGINT,
    "decision" VARCHAR(8),
    "deal_id" BIGINT NOT NULL UNIQUE REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE TABLE "escrows" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "address" VARCHAR(80) NOT NULL UNIQUE,
    "contract_id" BIGINT NOT NULL,
    "is_current" INT NOT NULL,
    "advertiser_address" VARCHAR(80) NOT NULL,
    "owner_address" VARCHAR(80) NOT NULL,
    "controller_address" VARCHAR(80) NOT NULL,
    "fee_recipient" VARCHAR(80) NOT NULL,
    "fee_bps" INT NOT NULL,
    "amount_nano" BIGINT NOT NULL,
    "required_nano" BIGINT NOT NULL,
    "deadline" BIGINT NOT NULL,
    "state" SMALLINT NOT NULL,
    "balance_nano" BIGINT NOT NULL,
    "observed_at" TIMESTAMP,
    "verdict" VARCHAR(8),
    "split_bps" INT,
    "decided_at" TIMESTAMP,
    "settled_at" TIMESTAMP,
    "alerted_at" TIMESTAMP,
    "swept" INT NOT NULL,
    "opened_at" TIMESTAMP NOT NULL,
    "deal_id" BIGINT NOT NULL REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_escrows_deal_id_ed22e5" ON "escrows" ("deal_id");
CREATE INDEX "ix_escrow_state_verdict" ON "escrows" ("state", "verdict");
CREATE TABLE "packages" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "top_hours" INT NOT NULL,
    "feed_hours" INT NOT NULL,
    "is_permanent" INT NOT NULL,
    "pinned" INT NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "is_active" INT NOT NULL,
    "listing_id" BIGINT NOT NULL REFERENCES "listings" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_packages_listing_647f2a" ON "packages" ("listing_id");
CREATE TABLE "payment_notes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "message_hash" VARCHAR(64) NOT NULL UNIQUE,
    "sender" VARCHAR(80) NOT NULL,
    "value_nano" BIGINT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "escrow_id" BIGINT NOT NULL REFERENCES "escrows" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_payment_not_escrow__78779b" ON "payment_notes" ("escrow_id");
CREATE TABLE "payout_holds" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "until" TIMESTAMP NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "said_by" BIGINT,
    "said_at" TIMESTAMP,
    "escrow_id" BIGINT NOT NULL UNIQUE REFERENCES "escrows" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_hold_open" ON "payout_holds" ("state", "until");
CREATE TABLE "postings" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "due_at" TIMESTAMP NOT NULL,
    "retry_at" TIMESTAMP,
    "attempts" INT NOT NULL,
    "fence" INT NOT NULL,
    "claimed_until" TIMESTAMP,
    "anchor_message_id" BIGINT NOT NULL,
    "message_ids" JSON NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "snapshot" JSON NOT NULL,
    "url" VARCHAR(255),
    "posted_at" TIMESTAMP,
    "top_ends_at" TIMESTAMP,
    "deleted_at" TIMESTAMP,
    "delete_at" TIMESTAMP,
    "healed" INT NOT NULL,
    "intrusions" JSON NOT NULL,
    "error" VARCHAR(200) NOT NULL,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "creative_id" BIGINT NOT NULL REFERENCES "creatives" ("id") ON DELETE RESTRICT,
    "deal_id" BIGINT NOT NULL UNIQUE REFERENCES "deals" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_postings_channel_f61837" ON "postings" ("channel_id");
CREATE INDEX "idx_postings_creativ_d0b7e7" ON "postings" ("creative_id");
CREATE INDEX "ix_posting_state_due" ON "postings" ("state", "due_at");
CREATE TABLE "checks" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "band" INT NOT NULL,
    "due_at" TIMESTAMP NOT NULL,
    "claimed_until" TIMESTAMP,
    "attempts" INT NOT NULL,
    "done_at" TIMESTAMP,
    "result" VARCHAR(10),
    "cause" VARCHAR(8),
    "details" JSON NOT NULL,
    "posting_id" BIGINT NOT NULL REFERENCES "postings" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_checks_posting_37bbd1" ON "checks" ("posting_id");
CREATE INDEX "ix_check_queue" ON "checks" ("done_at", "due_at");
CREATE TABLE "settlements" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "verdict" VARCHAR(8) NOT NULL,
    "batch_id" BIGINT NOT NULL REFERENCES "settlement_batches" ("id") ON DELETE CASCADE,
    "escrow_id" BIGINT NOT NULL REFERENCES "escrows" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_settlements_batch_i_637ecb" ON "settlements" ("batch_id");
CREATE INDEX "idx_settlements_escrow__030033" ON "settlements" ("escrow_id");
CREATE TABLE "stats_snapshots" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "taken_at" TIMESTAMP NOT NULL,
    "source" VARCHAR(16) NOT NULL,
    "subscribers" INT NOT NULL,
    "average_views" INT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_stats_snaps_channel_2442ed" ON "stats_snapshots" ("channel_id");
CREATE INDEX "ix_stats_channel_taken" ON "stats_snapshots" ("channel_id", "taken_at");
CREATE TABLE "vaults" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "chat_id" BIGINT NOT NULL UNIQUE,
    "is_active" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL
);
CREATE TABLE "wallet_sessions" (
    "key" VARCHAR(160) NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);
CREATE TABLE "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);
CREATE UNIQUE INDEX "uq_escrow_current" ON "escrows" ("deal_id") WHERE "is_current" = 1;
CREATE UNIQUE INDEX "uq_batch_open" ON "settlement_batches" ("controller_address", "seqno")
    WHERE "state" IN ('prepared', 'sent');
CREATE INDEX "ix_event_unrelayed" ON "deal_events" ("id") WHERE "relayed_at" IS NULL;
CREATE INDEX "ix_check_open" ON "checks" ("due_at") WHERE "done_at" IS NULL;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return POSTGRES if db.capabilities.dialect == "postgres" else SQLITE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ""


MODELS_STATE = (
    r"eJztPWtz2ziSf4WlLzNb5cnGTuLJea6uSpaVRDu25JPkZG7HW1xIhCSWKZBDgnJ8c/PfDwDfJEiRFCVBND7EkUg0SHUDjX73n521qUHDedN1NR"
    r"3fmsvOlfJnB4E1JB8y986UDrCs6A69gMHMYIMBHaUa5pJdBjMH22COyZ0FMBxILmnQmdu6hXUTkavINQx60ZyTgTpaRpdcpP/hQhWbS4hX0CY3"
    r"fv8XuawjDX6HDv36Z2ehQ0NjnzsQYR2/qPjFgvTB/ldd61Ag+N2yoeOQRzrBPMGP07+r3it7EOy30DnILTbPd/L+7MtfFMp6UtkzE/ghDyG32H"
    r"U1gL3WlwOEP7Gx9PfN1LlpuGsUjbde8MpEIYCOML26hAjaAEP6BGy7FGEUHz52Axx6uImGeEiJwWhwAVwDxxA8U6NrHVUdjqbqpD9V1U4FkswJ"
    r"/gg6yKs6DAFL+go//cfFxbt3P1+8fXf58cP7n3/+8PHtRzKWvW/21s9/eS8TYcubiuFs8HkwnNIXMsma8ZYTvfAXgwEYqBG9I+y7DrTVqiSIAW"
    r"2nQ4D1GCF8NId0CIa0nxAR4sm2pu+ZwXtvBWw+1iOIFNLJjymB9MzqPzLW1+C7akC0xCvy9fJ9AUK/dse9L93xj5fv/5bE6tC/c8FuJfGb4mhl"
    r"kZwC2xemI3Z+cFS/uyiB6ncXuaimt7io5nGRrYjmcpE2oLn5Fa1BDHRPXkgi+R+T0ZCP5BhICsWaPsfK/ymG7pRh2LVQ3fnPhYsYz1Jmrm5gHT"
    r"lv6GP/q7MnAhQgnKKIzrx2nD+MOKJ/vOv+lqZB73Z0zVBmOnhps1nYBNcpguiWCjSNikZVFn4SqtbK335+tmrhz21IcaECnMXzDbmD9TXk4zoJ"
    r"md4CPuib4MMJ8pwCVE8Hd/3JtHt3n1j3N91pn965YFdfUld/vEyRJZxE+TaYflHoV+Wfo2E/vT3CcdN/dug7ARebKjKf6VKP4SS4HFxiWsHiKS"
    r"aZ0gszMH96BramZu6YF2be2Oyt9cU6fQUgsGREotik7+krZ9cAz1cdjtbm3TgrUtkciLEB1+Q8U2d0NCynunVGCCpEP4I2AoayJuyAvJpiLhSi"
    r"rimEytg2DQPaPzjKMyAfsPKs45XiWgo2lfO3b5XosY6iI0XHbzqpFbOfJ3AUy9870Wxx3ubAP5DJ1pn3bHUFnFXnXyk9VCqGQiqGfJKWPeT40C"
    r"0U8z6+LXHafXybe9rRW8nTLtw15Vd+CFJLGxcOwUfRx2fmPIv0KWGffJT7w1uxoouEiP5v02K5OZQhbkfDz8HwtDCdRHXiOKjAVNJw0gyyXXbe"
    r"AEPXVJco20Y1npIClJylNmdxMMEQf533kbtm6B+Q9wRoDrOsPQA+HKfpWDa0gA2DNVGWDJ37cf++O+7fXCnBDI9o0h9Or4goiTD5fO99sdi3/m"
    r"/3AzYYfrf04GkV98t5mdP3PP/0Pc+cvlLXrHVMtEzXjEtjoRLE4Z8+8Kdfx9AAOdZ5X5OchBOdLumjq/4p+dc+lXLCIBGCRoejlge3zooU87k3"
    r"aP+eVKnBiqnBrgCu7NqMATUj8rwaQkSIxzrhdFUE+xCgFepUUkS5+PChhIxCRuUKKexeEsPUAc8+V0ByHGZPXoc2KU5U8HZzbF7lxHb3wDYvFi"
    r"CwCd6ltNTe7U0HX/tXigf9iMaDz1+mE/V2NCGyuq0vV9hRDSJ+kTv9u9FXKrHbcG1uakrsl2Uk9rRoGJPYLzOEcmf098ygzaFWvsksCXU49fbt"
    r"fln9xfn7n99/fHf5PuTw4ZUixp5l4itCeehgNTC6VD1I+fCtwfOhj1TTyjPiFGulCcAGlFLBXM+nrpNK08OrI7P5jGqEXMah9sVE26mZZMw+KV"
    r"Jk6fDJtKG+RL/Cl4yQx7ftPDjwBF0PeUYdctkGz6E5I7H0yG8nvxhi9uvHZC+MB72pF9y9zZLm2Xl4QloVM5pv+bnzJjtdVpY1pSVD/QAv0K8K"
    r"om7IFG1FD2XJZJIdMXTvzdJWJDkIWM7K3NluTTRZZ+LP1SZcVTJdR2ilEbP+quEjdYTg1CR/tqP2Vi+7AMWUuvk4rW7hD5h5vqE/xu632vvV+E"
    r"HTrN3/9/AZ3mkY5MHIkDZhpL2zIocAQCqYz6HFUbCuTdOAAOXoVwnAFDlmBHJffDGg0WFVquvR6DahTV0P0lE9D3fX/fGP50yNIoN0nGO3oJhj"
    r"2qlvmKyI9DioRHs1tFvgxXTrrPQI8IAoD6+cLs4TR0Mlj2MMTur2dU2kR8lkfbWYL7CqzKPgjB3tKrEwj9OiQ1nTSnLvJ4wrve6k173pdzJrXN"
    r"qrtiA1tqf5GD1OjlFvBedPHa6OQ2+cFas2ZMiBS0JoJoK+R0Fz2afttSDYe6rkKS5bfbIUhGhs+6xAPXoiPz6L/3LxDgGsyAE8nevu8OZKmQGk"
    r"PaJPg2H3lsyrI2A8ot5o+GkwvruiaXEL3V53ypEtmQlUJhEoPw8oHdZAXzNLjdytEAxvjYO9sUAGn3llUFnsUo2gpDtVaHfq3ACECLkpLlsc52"
    r"lgGSEhMq0BxnBt8TwauXwxDiJ5Y4Y3RjJeJeYYgckNI/KGIVNR3NQU6iJogauU0FXd7U2vFEI/ohc9oq+D0S3BPZH0Nrpp0Nd7RA/DX4ejb8Mr"
    r"xUVPBFfoEd2P+15qGlVn/KQcAbLPAFFe65IrBBaZWqOH8eRKMV3beUSEIn32jQaYOALI3LLCkmAVlvxAj8pm3SSctOw2ZNm1zJzYh8oWyEZjb0"
    r"Q0QiZXYOWwub0aIgOnKs8WGXO4Fpgj/VF7CbGgsW8+2jbkWKBzyPgKYbjDWYEBMSBXhgT5RSYiiDYVmGhMPzu50hGOO1vrGFevHTF5uL4bTJnY"
    r"Hs7xiIj8MPzcn6jj/n8/EK5J71KX2RI6qg3JazlsVPf+fuwlphGWZdPMtEdEdaubcZfK/LSsmUaYM6ojYV6UkfEv8mX8i4yMTxS2lcnx4pUjag"
    r"QttKm9e/O1P54OJv0xIYpGtjnWHWj7Ir8v8RPC3dwNhnTAWqcqGVHbPo2oFd4iatvCrGeGbz7BUNTAgmNwtkOnvcHvHOtFflWuYPwBOd4RVK29"
    r"FOVi9Zh1WEn5jcOIof3S57VG+11DTQdV6BECSGI0ToyZizENeqhAjhiIJEjjBDF09KRaNtzo8JlzNhdFuaZBZWhx+TBXD2sqMnmKSf7JnAKTB3"
    r"TlA1qmh9cixam57GLmr/LaRgxIGrsbMnZrfgLtjpbu5vJwRTRzxxbeDqnhMp+Xj+39lld0bcfkJ116d84KXQBsTMlWB1/MZ3LLVoBCRkKwVp6B"
    r"o5AP2i+K49ob6kkgX8lOsrGjAKQppovJSzvZlgY7zbRDJceqxdZ2KrQmmG9hL4XWCrwIwHAr4ToEENkiWhPd55elYkwuC4JMLpkFOnPQHcf3yE"
    r"5DDssJTsl8hhOWxDhcBkRUxK90AgQ7Dz04VStMgqAyX+xZBLWowiPo8ILJpYNUSAfpCdaU1GywwBVV6M7NuPtpeqUw2Ec07H8eTQfd6WA0JOSB"
    r"SxPrTJLzvUFqt9fr3zPfnldpyMu0Z469b93BdDD8rPYnvfHom3rf/Z87FrQHnoHOwivoc4l+ZYGXtVdU3hv46WF4w0rLe7cXLvmJ1J047ndpsU"
    r"v1vj+8ofP67qggnkG1INLotL5/Khwf806GY+NuymAcz18ZjOc4LkO4yIMZDo9cmZPel/7Nwy1zjc5XUHMNevV+5M1PZWf6fdyfEtQQHJOX6Pd+"
    r"pUU6MbXPk3XCsrIe0c1gcv/AYDTdsVwf6rbfnXg1PQ0IHO9agD4bhpjrDnv9W/YOc7o4DfYOTZTwb74d5Qba1L5ad5vFwEUOpPQpFxIuoFtANd"
    r"pu4XbA2i0Yeq3w1oaDK328kvUPnGqNb7OQLTAf7rt+MVF85mae0rJ9F8TA5S5ocBdgaK8rOZFCADFcSK0KL2a4rdyGKgklWdF2VrRYQCIdqLOX"
    r"2twoMcMhS6qHsUtVZeA2RUBZtj6HKgJV+xIm4WQcVO04KKLf1OvDmQEU+DCvya+a78DpFcCqie4UpMT3dnwvIFRnVpWs3hhELa4iGoIbDhv3TA"
    r"2qbRIJuApaM3AyYzrDiW2TSJVEFLHcGZG9VzXCMXKmkJnUIodlhESrL8SmphD4ZGiX8Fp/o8r9eTL707NKqw1sU/5McrceZrdGXgtIZJAam5Y7"
    r"gdy7Qu9d14Z1yZ2GlZQWmdIC1GKT1N0bdYMYlorkjYFJ+opMX3KuMit8dRInIWUGgtBkPpEyDqdiMZJ5O69i10SKV+XsnQyozOGp6yiTTTiOi3"
    r"+/O1pl/CfhJP7r4l82lz0s7gvyB3MbBVZOISzfJ1AwOpTNIkzu/pxEQg6bbwC3r7nFDB+3yZCnHdHb7k4zGcGtBHplz+kymG2o53SiUGX9zOJ4"
    r"VczTVLGKWwXDDUS79gmmGXz9DTzJoL5SSFpDx6GpxLuj6c6bqa2I8pKudsRTn03SJhRVSquNuUy8XK18bJbvN30TTXWSRvRSTeGbQFT5ShKngq"
    r"gaadoeM8/J1Q45fXHCthqdLNurRHQtmn75k4mMlzfKA7IJmV6gplBeogAbKngFFdZaTjEX7Asbka0RscM8O1SIkJnVx8ysBnPMdVnkh2pHEC0s"
    r"G9F8Uq1juva8finqEFpkZMu8dZm3fsQthoFNjp26WyyClltMbjG5xbhbzAI2rh+/HwALvcHaFAx8lMr7gql0R0s4NUzAwXx+oYIYiCxVkIhaaa"
    r"JUgYwiqkOKk4si8o0VtfIe4pAHCaQ9guOoFUSWJZ4FCdGQJZ73XOJ536VEA09ajpU65mjbYqeOO/e2W6pHCBJpBoUG5JjmekaUINvWoabMXti9"
    r"mYmVhW2uFZOMd3QNKthkN0xqYc5arxueW1q0BWZNZwUWbamqSlVVEEIJuXNkk7gj9KDx/DjBaVl5vXPBpZGmdrKDtAlIdVGqi1JdPAV1sded9L"
    r"o3/aNpi37sG09TjMLiCrREb9D+O1BIdUxIdcy0CMp2KmEbn0CqZQcrJ8QvNl/UqLJFReYPrR/MAVFp6+6QEFjkWlujh/GE7AHXdvwNMfF3hFNn"
    r"wTdcXJ52iIFrfi5HvuM2CSWG77ZVnYp91l9dTUsASi1NcC1trmu1qJyElCWQToHKPDmwWB2Pw0mTV12TF8UjvzhRORkjDi+ymHFyfW3EMFK9Ek"
    r"U1Y6OqYlPZZs8K0uT2bM06Kqn2FPuwk4XKz3jlGKiiXNh8+1Qs6fawDVLZ0gh65tHBxd1L/bB7BqnGWu0Fq6pzJhuZisFkzgqsYTVao+zaE0Uw"
    r"Muy5JQp5HNvD1QuZJQFbU47xwHKm7qhz17b9JOcU+k2TyGQoh88kAFPonxHIfeE/WP2HVeCuR6PbhO52PUibCR/urvvjH8/Z4ieDdJyD8lgxnV"
    r"rshQctsp1dGF7jp9ZVx3kGUKK7LGs3DaMezvnQEvEl24zZRP+3dC5bz8d5BlCiW8iubsJhuOFK0mBtugjX6MOZAmwTcg8sF9IMbZrOXIMIGVBJ"
    r"hh3MwECjSRKVzY0hlER+beSHVp8MWy9RCCaAPRz+fzqvhv3OcDTsU7BHNBhSE/vbRxRUPTiPl0W4iNdDeBda5N8/ou7toD8kyC9pl/eo+O7i58"
    r"uQbvRLEaUmd93b2yxpZsCgaK/BndKQ0nBQswD3jKigm3re/iSodASL7AiOma7r+CFj4NIN2WQEFH2PimpHAqZFrvnG9A4Z2vIaOJoDMTZqUTkJ"
    r"KaksMpWBAe16OWNJSEllkansPEOrqucqhDmg0yq8crJeKxnb+wq2kxjBbVmCtjPwRGZgHjRoLQfVft1Usifwrj0v7r2phmap3gOCMrLi5gOeCJ"
    r"yTelMFV5NwojahqlJmb4TVlWnwmG71fg7gxXTxF3+2kxRLd27pcEvtNx1OdKl346wouJTZfsp2cVAWkDBfTTHM+dMbZbqC3gVlyRowPOt4pUAw"
    r"XykYPMGfzA20f1GAQikNbQWvACaADlZ0rCwIxh2FEE6ZwQVh8fQaebTD6fhwmGfukLzN/s+s5PyQg2B860IlL9+XMPhdvs+1+NFbxbGpHlmrID"
    r"uCaEHK737QHQ/rQLw+EEWScAginUr1nEpeDXWnhpaZhJRqpnBq5k6pPM0lnwQtZnnyQdR9tkBC8AYdIf/E9dw2th5zXhPlZ3smStB0loGyH8NP"
    r"QaEbkftMx53RXzXzc/8rPTQFK7NfxGO/+RJGtATquH5ji/Zw0gbtdrUJ3qV8JZgebUFypXjQj+i++8AiXyxaqUN7RDf924HXaoQwBJ02G0mL5m"
    r"VklOarvswJ+pamnVOrJyewOgZzQMKwSr2HkQWbb6diALR0/QLLZfEchzkgniE6DJIbT6uO3imD5PwiRimwFqg1h65klBQoyp+0STip8NQMMU2K"
    r"R2UDeZJQrUF+Y4E8DgT2fKVWLZicApPcpHpdNFmpt60KfKIIvKXVJHMSUpJZaDLTdo0IVo8ISMLJijf7qXiTjBbY0R3bXKSAGE7DZI+/+VPQ82"
    r"YX5z6bpU1IKqqZ5O/hLM4qlk3qRfOc1JYvG4SS5HUlKoHvZL4empgacTnWa//OWZHxGrExJf3bE3MN8YqgiPVagobBmi9ZROcwked6Zp34lGdb"
    r"x9Bh/mP2dw3sJ4c1Z4IbiLDi9+v7xevdBBF1RdP/OO7twzyyqu2dBgd54opGwECZ4k8eolXyGLfI4i7N3kKavUVtcdRWSkSYf4KVTNn+cFmlok"
    r"SVCmAvKxXLDsaLUSa7VS2OjxJlLVi035EaSZnWi0obSapEbKtTc44DLqmxEzXqtljjAEtK1KWEL9hmCLAl6TWEknY8se14BiBE0FQXYZ2j0W8x"
    r"zKeBZUakyLQGGMO1xcvOyK+aFQORvsSsLzHU/6vliodgcsOIvGEWQDcgR/goKJMYQghc0qSm4nnxtozmSUblqp7s3o6l+5szmAZWe47FNGbQzz"
    r"eZxn0HZXKCWFiMptDGcABfKSvaQEshmiw2LeXv/lcdMVvlAkLtTIFvlm+U879fvOdl++w4m2zCKLT8nW+BJPRVGXUrnOIJmDZV/WvsJKdbpDJa"
    r"k0ASr/wa8hYkHArVqiKfAJUlOSqU5LB0hHiSSyHGIyCJ6yq4PrEw2ZYckQkmE+V2VOMwEZxsU1F+xQcZXFUlwSSc9IXuFP2VIUeWFpWLwsTyHE"
    r"+LDmVDcpIrsERIzgG10ahADFcjTdSPKdJKUzVryqimGrRMh8bMeOY+rx4EVR3nK4JMZQk2UKE/84yol4bGQnBWNPrGtAwyxiRryiaSg0I/8HTV"
    r"pqeXyqvAjOqsQHkNnHIr4KyqmNXScLIkSMqylq1R4cW2VUFyBCGjZkpEzWyA4dYR+5NwUuyvHyMgE4pegxPG75Za9eBOgElVoyFVA4ZteHfUNK"
    r"J+vqdFhbKKRmL5CaZnBHUA+WpGrEpgoZZBxqm0alhpJcMA9pJI9QzSUwGegY4d6sJSAFKAttbRD47ybNramUKu0esscB8R0X/BPlJ2TL1azyt9"
    r"vlLIhTV4URzyz0RcxeMQj6zbL9oLmtmeMEBxrNJKyYwAMltAMGZZpO7kdIkqXyPn0BVC6O7w7T9VauR86w6mg+HnK8WHf0ST6ej+nhbFcbBpWb"
    r"ROTvf+fjz6Si8RrmKbG3rt8+Brf6hed3u/XilLfQORSnkcrbEz8WvsOE7NejplxP3zfHH/PCPu1wqQazIwTsqYe4yClKrEayCzA3RNnXHyiIqO"
    r"xBiQjCKvq6szJNaIlIzAZKSkyDtLHCX9lYidO8VQbtfnK2by19fmTyKRP1+Zz+knsZuGbubWoQ1unRXq5uax6tB6SkzZTHj/PVUGqWoyHV5MTn"
    r"PWJgXXX2VVlNubh/6VQuCIUtsf3jA1l3rKmJp7P/JKv9KlzJTcO4LHh9HDhGi565m+dE3XeUR3A0+dXetOUDK2H1SMhcIUjJWJfq2W0GyI7Zca"
    r"BI7DSRlcZArL9L7GkwK4bT5eUY+PxlAp04xfER9C85Vp167ewAVvzY46sN0twmKlCj8pMDEK/dDntabQz4K8DLQtW+flRRXkFyfBWlCGeu9xkA"
    r"hYzsrkYDl/+cdh5NpvfO27NkcEyF/z/vAWJtR/+FAmof7Dh/yEenovlY3GTBE1FL0EoJSwRJawaD43rVlag8opUElnkens2wfrmOUSkJLK4lO5"
    r"NpEljU+AxisIuJWECvOTIyCZj18hO5k8zXY9p2MFmT8JJaX+xqV+aNtmpXy0EKB1Wm5jlbRE7cjyWjJlMjGk+qZGudokoKRAXQocpXj2aw0LKU"
    r"gSy+0PUzlLbIcOMaeRJlbQIiYKLeNxmSaQG5uqpdhNctYykXu5SxrOn3bsEtWjc+xLcjkCtgt7RGl+07Cdwkrrdh47iaDS2MGz/5BS2zQXQ1o/"
    r"pcOLKo3unhUGltJxRMVFpRtFEVL/xBIo/43Jb2Tw/6bpmIYJNOdKAYptPiu6w7o2YUiTLMkf2pmJXNMdx4WaApAWxMl5t3VM7zoWRDib8nmIB+"
    r"5QfcZ/kypaUAykdVVPzi9LpeldFuTpXfp60Om1bHoFWT/wu6XbsI6bIgl5mNDSIxwSJ2vb3Cn9pLlzbQIxNiCtd8Y712J3C881JxxXtpYBUryU"
    r"kB8cxTLAnBUIAMoM4PmKU4Zg22hZzkxofpZ/tGygTS3D/ON8ewJEDFzkiltEIr3tdyf9K9o8EwIHPqJx/9PD8IZeWLhIe0ST+9vB9IrISIaO0+"
    r"u/jCDwsYQY8DG/NlfaFMq2VuUzPw4ljXC1z3xhMkFfC/YLLHFsSTdgKroO5jktGpRVxeM7n1+rKbvCG8Dq662BVcb4tle5EQPsTIIoT57omBhQ"
    r"LD3SoWoQMnrgrNuk/RiDJ4jKJd96bx2AM0A2g0y/FYy7F8mfIb0zNNgSBBiDk2mbwinXifB107V5SWgFZXxDCJGVitoWw6bTnh13Rt9rBiu1/k"
    r"lBtclG2FjOHyD6LU0i2ujwuVJSahquRWWXmkuolNE+IilaMuShiZCHI5fGfXCYwJ1RBtj1Qh2Auov2L/kfXAoX350ohBhOqc8+V5DS4jB7ymxr"
    r"UzeLhW47WK2K5CRU68KIzy/K2M3JqHxx+CJjOzcAWrp+79uyeI7DHBDLnsli/3hu2DtBter/NVElDMdhDojhh2nvMChunmMEGFOfiGqNOOdjUe"
    r"ZNFlhm4FTJwHHUGajRgDQBJzFeAeMzw5w/QU2dmbiGPTALLbMJRTYKPgODqEwUglr4q5wjWcj2lVVovtWXjzWvbUGN/cWDlztM5B3mQGDzPOcF"
    r"NWNCCDFyR+ljW5M7KvsztHbXVYgkzZhbd07IadDUKkZKTqL2G7NzNoOjOzbXKfoPS6EKaBtoY93ZFVt1E5ZOAUdEEXZUmrQkcbQlC645j8RX/z"
    r"dkXBLejbMin8SGDindnM+y9Q0hBu3IjRXy60y/4R1l8Y4CbEh749EfBDXWJW9uri1g6w4ROX68eKv4BSPJSGWtI5dMBMF89TdeT749PklAF4oM"
    r"ZCrjQaFroY4rG8vM/d2itXVHJYyBm0++zVIXwR3QUhdQ5GQNdVKTqUOAtmky+5QZvjFj08QL/eXJDskBhTKEb7hygjjiUsLEdDRUeibRGub4B4"
    r"c2AKXRXGcsy5pmXwPlCb7QVGx/VsV0sUE4CT3RCQUwsHHQe9eyzTkZlJUi9vOIHcQH8rwqZlh/uEzorpPQvQGGyzmvpvB7jqAQArQiILaITfZ/"
    r"mxbb3kIueTsafg6Gpw1yO3aXa46VdaFNNAMeD/PvFDIvEI0RJirrtegTO8a5FqbcBsdWWWYbA2kFAzhAEXG6qSpg2B/eQuyel6rUeF5QqfGcU6"
    r"nRRBjy+j7ke5diIId3Lx3nMGvMkXTUw+yv/weJ773r"
)
