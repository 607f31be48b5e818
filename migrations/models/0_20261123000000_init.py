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
    r"eJztXetz2siW/1e6+DK5VZ7c2EmcrGdrq7BNMtyxwQs4M3vHt3Qb1BiVRUsjtXC8s/O/b3frjR6ohYBG7i+JkfpI8Dv9OO/zZ2dp6ch033Y93S"
    r"A31mPnAvzZwXCJ6B+ZeyegA207vsMuEDg1+WDIRmmm9cgvw6lLHDgj9M4cmi6il3TkzhzDJoaF6VXsmSa7aM3oQAM/xpc8bPzhIY1Yj4gskENv"
    r"/P4vetnAOvqOXPbxz87cQKbO/+4gTAzyopEXG7EXBx8NvcOI0HfbQa5LX+mGzwl/nPFd87+yT8F/C3sGvcWf851+f/7hL0ZlP2n8nSl86EvoLX"
    r"5dC2kvjcc+Jl/4WPb7ptrMMr0ljsfbL2Rh4YjAwIRdfUQYOZAg9gbieAwwhkeAboihj008xAclQaOjOfRMkgB4qsXXOpo2GE60cW+iaR0Blswo"
    r"fhQO+lVdDsAj+wo//sfZ2fv3n87evT///PHDp08fP7/7TMfy75u99ekv/8vEaPmP4pj1v/YHE/aFLDpn/OnELvzFaSCBWszvGH3PRY4myoIE0W"
    r"Y+hKgnGBHAHPEhHNJ+RsTA02XNvmcG96sFdPJRjynWQKc/pgLomdl/YNSX8LtmIvxIFvTj+YcSQL91R1c/d0dvzj/8LY3qILhzxm+l8V3b0aqC"
    r"vEa2K6Tj7XzvUL8/qwD1+7NCqNmtXKjzdpGNQOfuIm2AufkZrSMCDV9eSIP8j/FwkA9ygmQNYt2YEfB/wDTcKht2Lag7/zn3MN+zwNQzTGJg9y"
    r"177X91dsSAEsAZROzJS9f9w0wC/ea2+9s6D65uhpccMssljw5/Cn/A5RpDDFuDus5EI5GJn6aqNfM3n5+tmvgzBzEsNEiyOF/TO8RYonys05Tr"
    r"SyAgfRv+cYR7TgnUk/5tbzzp3t6l5v11d9Jjd8741Ze1q2/O19gSPQT82p/8DNhH8M/hoLe+PKJxk3922HeCHrE0bD2zqZ7AJLwcXuJawfwpIZ"
    r"myC1M4e3qGjq5l7lhnVtHY7K3l2XL9CsTwkTOJocm+Z6CcXUIyW3RytDb/xkmZyuYiQky0pOeZNmWjUTXVrTPECFD9CDkYmmBJtwP61YA1B1Rd"
    r"A5TLxLFMEzk/uOAZ0j8IeDbIAng2IBY4ffcOxK91gYGBQd521mbMbt6Qo1j+3omfltzbXPQHtvg889+tLaC76PxrTQ9ViqGUimE+S6secvnULR"
    r"TzPr+rcNp9fld42rFb6dMuWjXVZ35EUksblw7gg+jjU2uWBX1Ct898yIPhrZjRZUJE77dJudwcyRA3w8HXcPi6MJ2GOnUcCGwq63TKDLJZdl5B"
    r"09A1jyrbptieskaodpbaO4tLKEL587yHvSWHv0+/J8QzlN3aQ+L97TQd20E2dFA4J6qyoXM36t11R73rCxA+4QGPe4PJBRUlMaF/3/kfbP6p99"
    r"tdnw9G320jfJvgejmtcvqeFp++p5nTV+matY6JlumaSWksUoJy9s+A+MsvI2TCAut8oEmOowcdL+vjq8Ep+dculXK6QWKMzE6OWh7eOilTzGf+"
    r"oN17UpUGK6cGu4BE2LWZIGpG5Hk1jIiBJwbd6UQE+4igFepUWkQ5+/ixgoxCRxUKKfxeGmHmgOd/C4CcpNmR16FNihMTvL0Cm1c1sd3bs82LBw"
    r"iswu9SWWrvXk3633oXwKd+wKP+158nY+1mOKayumM8LoirmVT8ond6t8NvTGJ30NJa1ZTYz6tI7OuiYUJiP88wypuy3zNFTg63ik1maar9qbfv"
    r"drvVn51++PTh8/vzD9EOH10p29izm/iCch65RAuNLqIHaT59a3De95Fq2UVGnHKtNEXYgFIqmev52HVSZXp4dWy2nnGNkMsk1a420XZqJhmzzx"
    r"orsnz4YjnIeMS/oJeMkJdv27l30RG6HoqMOvSyA58jc0Zq6tHfTn8xIvzXj+haGPWvJn5w9yZLmm/nyRPSRMxogeXn1n/Y8W5lWVNaOtQP5gX6"
    r"iQB1TR/RVnjYlkwfsiVCd/5T2gqSi6HtLqyt7dZUk3XHwbPahJWQ6TqGlUXMBrMmH9QhRhOL/rMZ2huj6gSUU+rOx1Tcwh9u5sWG/sR2v9Hery"
    r"UPmmbt/r9H7/BPwzAPRoW0SSPtnZQ5BCDW4GyG7BwF69KyTARxgX6VIlxjx5RS7mpfDHm0X5Xqcji8SWlTl/31qJ7728ve6M0pV6PoIIMU2C0Y"
    r"clw7DQyTgqAnSRXsYrDb8MXy6sz0mHCPkEdXjhfz1NEg5HFM0Cndvq6J9CCZrK8W+RKryiwOztjSrpII8zguPlQ1raTXfsq4ctUdX3Wve53MHF"
    r"f2qg2gJtZ0PqKHyTG6WqDZUydXx2E3TspVGzpkzyUhdAujwKOge/yvzbUg+PfU6Fs8PvtUKQjZtu2TEvXoif74LP7V4h1CWpkDeDqX3cH1BZhC"
    r"rD/gL/1B94Y+18DQfMBXw8GX/uj2gqXFzQ1n2anGtnQmUJVEoOI8oPWwBvY1s9woXArh8NY42BsLZAg2rwyU5S7VmEq5U6V2p85MSJlQmOKywX"
    r"G+TqwiJGTmNSQELe08j0bhvpgkUXtjZm+MZTyhzTEmUwtG5gVDH8WwqSnUxdQSVylhs7p7NbkAlH9UL3rA3/rDG4o9lfRWhmWyr/eA7we/DIa/"
    r"Di6Ah58oVvgB3416fmoaU2eCpBwJss8gVV7rsisilplbw/vR+AJYnuM+YMqRHv/EAkxcCWRuVWFJsgpLQaCHsFk3Tacsuw1Zdm2rIPZB2ALZaO"
    r"yNjEbI9AwUDpvbqSEydKrm2SITDtcSc2QwaichFiz2LYBtRY8F9gwVXyHN7nBSYkAM2ZVhQXGRiZiiTQUmGtPPjq50hOtNlwYh4rUjxveXt/0J"
    r"F9ujZzxgKj8MvvbG2qj33/d012R3mcvsEbmag+jXcvmo7t3dyE9Mo1uWwzLTHjDTra5HXSbzs7JmOt2ccR0J86yKjH9WLOOfZWR8qrAtrBwvXj"
    r"WmxtRSm9q71996o0l/3BtRpuh0mRPDRU4g8gcSP2Xc9W1/wAYsDaaSUbXty5BZ4W2qts2temb45hMMZQ0sOMTOtu+0N/Q9x3pRXJUrHL/HHe8A"
    r"qtZOinLxeswGElJ+kzRyaL/sfa3RfpdIN6AIPyICxYzGmTH1CGFBDwLsSJAohjTOENPAT5rtoJWBnnPO5rIo13VSFVpcPczVR03DVp5iUnwyr5"
    r"GpA1r4gFbp4bVYcWwuu4T5q7q2kSBSxu6GjN16kEC7paW7uTxcGc3ciYm3RWq4yufNR3u35RU9x7Xyky79OyelLgA+pmKrg5+tZ3rLARDQkQgu"
    r"wTN0Af1D/wm4nrNingT6ka4kh7gAYh1YHqFf2s22NNjqSVtUchQttrZVoTXJfAs7KbRW4kWApieEdUQgs0W0Jtyn55ViTM5LgkzOuQU6c9Adxv"
    r"fIT8OcLSc8JYs3nKgkxv4yIOIifpUTIPh56NNpemkSBJP5Eu+i0GKBV7DhJQ9XDlIpHaRHWFNSd+CcCKrQnetR98vkAnDaBzzofR1O+t1Jfzig"
    r"7EGPFjG4JBd4g7Tu1VXvjvv2/EpDfqY9d+z92u1P+oOvWm98NRr+qt11/+eWB+3BZ2jw8Ar2Xqpf2fBl6ReV9wd+uR9c89Ly/u25R38icyeOel"
    r"1W7FK76w2u2XMDd1QYz6DZCOvssYF/Khqf8E5GY5NuynBcnr8yHJ/juIzoYg9mNDx2ZY6vfu5d399w1+hsgXTPZFfvhv7zmezMPo96EwoNxZh+"
    r"id7VL6xIJ2H2eTpPeFbWA77uj+/uOY1uuLYXUN30umO/pqeJoOtfC+FzUIRcd3DVu+HfYcYmp8m/QxMl/JtvR7lCDrOv1l1mCXKZAykDzkWMC/"
    r"kWco21W7jp83YLplErvLXh4MoAVzr/oSvW+DZL2QLz4a7rF1PFZ2YVKS2bV0GCXK2CBlcBQc5SyIkUEcjhQmpVeDHHVrgNVZpKbUWbt6L5HFHp"
    r"QJu+1N6NUk/YZ0n1KHZJVAZuUwSU7RgzpGEo2pcwTafioGrHQVH9pl4fzgyhxId5zf2q+Q6cfgGsmnCvUSq8N+M9R0ib2iJZvQmKWruKbAA3HD"
    r"bumxo0x6ISsAisGTqVMZ3ZiR2LSpVUFLG9KZW9FzXCMQoeoTKpZQ7LiJhWX4hde4TEJ0O7hNf6C1Wtz6NZn75VWmtgmeY/Sa3W/azW2GuBqAxS"
    r"Y9HmPkCtXanXrueguuxep1WclpnTEtRiU9zdGXfDGBZB9ibIFH9l5i89V7kVXpzFaUqVgSA1m4+kjMOxWIxU3s6rWDWx4iWcvZMhVTk8dR1lqg"
    r"nHYfEPuqMJ45+mU/jXxV81l90v9iX5g4WNAoVTCKv3CZSMD1WzCNOrvyCRMGebbwDb19xiJh/bdMjTlvC2u9NMRnCrAK/qOV0F2YZ6TqcKVdbP"
    r"LE5WxTxOFau8VTBaIbxtn2CWwddboaMM6qsE0hK5Lksl3h6mW/9JbQXKT7raEqcef0ibIBJKq024TPxcrWI0q/ebvo4fdZRG9EpN4ZsAqnoliW"
    r"MBqkaatr+ZF+RqRzt9ecK2Fp8sm6tEdG2Wfvmjhc2Xt+AeO5RNL0gHbC8B0EGALBDgreWANecf+IhsjYgtnrNFhQiVWX3IzGo4I7kui+JQ7Zii"
    r"hWUjmk+qdS3PmdUvRR1Rywy2yltXeesHXGIEOvTYqbvEYmq1xNQSU0ssd4nZ0CH14/dDYqkXWJuCgQ9SeV8yle5gCaemBXOQLy5UkCBRpQpSUS"
    r"tNlCpQUUR1WHF0UUSBsaJW3kOSci+BtAdwHLWCyarEsyQhGqrE845LPO+6lGjoSSuwUiccbRvs1Enn3mZL9RAjKs3gyICc0FxPqBLkOAbSwfSF"
    r"35taBMwdawksOt41dASIxW9YzMKctV43/Gxl0ZZ4azopsWgrVVWpqpIwSsqVo5rEHaAHje/HCU9L4fmeS66MNLWTHZRNQKmLSl1U6uIxqItX3f"
    r"FV97p3MG0xiH3L0xTjsLgSLdEftPsOFEodk1Ids2wK2VYlbJMPUGrZ3soJ5RebL2tU2aIi8/vWD2aQqrR1V0hELHOtreH9aEzXgOe4wYIYByvC"
    r"rTPhGy4uzzrEoGV+Lkex4zZNJYfvtlWdioOtX1xNSxEqLU1yLW1m6LW4nKZUJZCOgct5cmC5Op6kUyavuiYvhmN+caJqMkaSXmYx4+j62shhpH"
    r"olimrGRiViU9lkzwrT5HZszTooq3YU+7CVhSrIeM0xUMW5sMX2qUTS7X4bpPKpEfbMY4PLu5cGYfecUku02gtnVedENTKVY5M5KbGG1WiNsm1P"
    r"FMnYsOOWKPR1fA2LFzJLE7amHOOe5UzD1Wae4wRJzmvwWxaVyXDBPpMiXIN/Sil3hX84+/erwF0Ohzcp3e2yv24mvL+97I3enPLJTwcZpADyRD"
    r"GdWttLHrXMdnZp9pogtU4c8wyhgrvq1m6ZZj3M86kV8BXbjDlU/7eN3G29GPMMoYJbyq5u0iHccCVpuLQ8TGr04VwjbBO4e5YLWYY2S2euwYQM"
    r"qWLDFmZgqLMkCWFzY0SlwK8NfmT1yWzrFQrBhLT7w//HUzH0O4PhoMfIHnB/wEzs7x5wWPXgNFkW4SxZD+F9ZJH/8IC7N/3egIJf0S7vc/H92a"
    r"fziG/sQxmnxrfdm5ssa6bQZLDX2J3WKZXhoGYB7ilVQVf1vP1pUuUIltkRnDBd1/FDJsiVG7LJCCj2PQTVjhRNi1zzjekdKrTlNexoLiLErMXl"
    r"NKXissxchiZy6uWMpSkVl2XmsvuMbFHPVUSzR6dVdOVovVYqtvcVLCc5gtuyDG1n4InKwNxr0FoB1EHdVLomyLY9L+78Rw2sSr0HJN3IypsP+C"
    r"JwQeqNCFbj6EFtgmqXmb03zDDRyQmb9G+clEVNcqNG1fYEYI7orqID05o9vQWTBfIvgEfeWeDZIAuA4GwBCHxCP1or5PwEIFhYpo4cQBaQUEKX"
    r"AIOAOWWPCyyPgCma072LXaOvdnNaGeznnVtkJfP/MzO+2Jcejm9dDOD5hwqWrPMPhaYsdqs86NJnqwjYMUULcll3A3cyXgHnNTgoE/EiEuUtqe"
    r"ct8YuDu3U6yqcolf4knf60VY5Kg9JB0Ds1Tz6I26qWSAj+oAMkVni+P8IxEl5ZKtVvTrEIu6lyUv5j8nMr2ELMfafrTdmvmgZJ7UIvXaNVaR3y"
    r"bb/FEkY8Ber4NBOTdn/SBmvjtAq/S/USJ1est8YF8Kkf8F33nod02KwEhf6Ar3s3fb+HBt0QDNZFo45vs/lyJjMK36PlFBShKYgYTtDskTG8BO"
    r"1+ZMHm+4SYED96QeXgqjgnafaIM8L7AbnxfOH4O2VALq7Os0bWArVm3yV60gJF9ZM2TacUnpqxk2nxqGqESpqqNeA3FqHiIujMFppoJeA1MrWb"
    r"iBf8UiVo26rAp6qb23pNNqcpFZulZjPrQ4iRuKs7TadKueymlEvaDb6ln7E5F7gcHsZ087rZU9jMZRuvNX9Km0AqKwYUrOEsZoL1gK7i5xzVkq"
    r"8aXZHe6yqUuN7KfD2wCDPi5livgzsnZcZrzMdU9G+PrSUiCwoRbyKETJN3FbKpzmFh3/XMW8yBZ8cgyOX+Y/7vEjpPLu86hFYIExA0ovvJb0qE"
    r"MHNFs/9y3Nv7eaWo7Z1Fvfjiik7JYJWqRj7QGn2NV2ZxV2ZvKc3esvbuaSsnYuSfkJApOxiuyi9UKL8AnUehKtDheDnqP7eqd+9Bwocly644UI"
    r"cky37RWIdEjYptdYqp5ZArbmzFjbq9w3KIFSfqciIQbDMM2JDNGVEpO57cdjwTUibomoeJkaPRbzDMrxOrVD+ZeQ0JQUs7L+2guBxUgkT5ErO+"
    r"xEj/F0uCjsjUgpF5wcyhYaIc4aOk/l9EIXGtjpqK59m7KponHVWoevJ7W9akb85gGlrtcyymCYN+sck06TuokhPEw2J0wDqeQXIBFqwzFKCaLL"
    r"Fs8Pfgo4G5rXKOkH4C0NvHt+D072cf8rJ9tnya6i4otfxdbIGk/NU4dwVO8RRNm8rZNXaSsyUiDGuaSOGaXxzdRnSHwrXKo6dIVa0JgVoTtoFx"
    r"nuRSinhMpLAWwfrIwmRbckSmNpk4t0Nsh4npVP+F6jM+zOASlQTTdMoXulX0V4YdWV4IVztJ5DkeFx+qhuSkZ6BMXeeTlU9yNdJUYZQyrXStGE"
    r"sV1VRHtuWymBnf3OfXg2Cq42xBwQSPcIUA+5knVL00dR6Cs2DRN5Zt0jEWnVMOlRwA+yNPV2368Up5lXijOilRXkOn3AK6CxGz2jqdKgmyZlnL"
    r"1qjwY9tEQI4pVNRMhaiZFTS9OmJ/mk6J/fVjBFRC0WtwwgRtQEUP7hSZUjUaUjVQ1F92S00jblR7XFyoqmikpp9UeoZVWOUmvFWuX1iHqnLjl+"
    r"6oGmcffM+gfbCugu3l3GvKtIWC7kHVS8zsu8BGMMtEystc3/cuAKV7wOPe4Lo/+HrB01Eocx7w3dAvLMOmMis1072lON4P78cXAC6nxqNnee4D"
    r"vu2PeUGapeGGBWl6YT0aJE05GhVG2GohzUHEeanB4CSdioWSmcMqeLDxkIPcIqKvqIJoY1CqIOZXtA/h2cJyaueG5JK3ZkXt2QIXoyiUP7hGJk"
    r"caIXtfa9II5/TLIMd2DMHu5WmyFhS52rmXBUPbXVg5KBdP/ySNmvuNz33PyREBiud8MLyF4fofP1YJ1//4sThcn91bi3Xjpogail6KUElYMktY"
    r"LFqcVUSpweU1UsVnmfkc2Adr9WpNUiouy8/l2kxWPD4CHi8QzM1TLI1+jolUtL9A7DNyHEsorCoiaJ061VhCqKyFRV9LwEcmqspY1ai6kiZUHK"
    r"jLATlayL6S+IOSWKfCMqfCwU5bFDo9jminkkqncSvZvF2mCXATj2opuumddYtOvbMFmj1tWez4ij1jV5LLAdAuLXWc30VasM5x3QLaR1HkWLCF"
    r"9Haxi45lzQcsDaiTF74Y3z0pjWBk46guhSvXO6as/pFpueDfhP5GTv9vYMMX04K6ewEgcKxnYLi8+DBBGDwv6D+swDC9Zriuh3QAsR4GZPm3Dc"
    r"LuujbCJJsytY8XbpFEFXwTES0oQdK65J3T8yp6EB1VEi/3blNLX1krD7+CRJPjaj17gEPiaI1oklSiGiNCTMTSdvPOtcTd0nPNjcZVzfvFwE9T"
    r"+MEFtglniBWMgmAKyWyRk8a7abTKypV6Pys+WlbIYYEH+cf55kj7BLnMiaNUIr3pdce9C9YDAkEXPeBR78v94JpdmHtYf8Dju5v+5ILKSKZB1u"
    r"d/FUGg4caXfGkJn/lJKmWEq33mq6xDeSxxfEo3YCq6DJ9zXDyoqoonV35+ymF2hjeA6utN5axifNup3EggccdhOGGe6JgaUC49sqFaGJu45/TO"
    r"tP2YwCeEq2V5+t86JOeE/Akqz1Oy3b1M/oz4neHBhmizBJ3KD5ROuU7FSVuek5ftVFKNJqKQWamobTFsOr/2yLqF735Payy5DFL9lmWrrAz0LJ"
    r"T9uE7Xoh40zWXuqWgfmRQtFfKwu+aue9MK7l0ucGeUAX69VAdg7qLdS/57l8LldydKIYYz7vO/BaS0JM2OUqjaVJRxbjgu0URBTlO1Loz49KyK"
    r"3ZyOKhaHzzK2cxPiRy9o4VIV5yTNHlH2TRa7x7lh7wTTqv/XwkIIJ2n2iPD95Go/EDe/Y4SIaU9UtcY552NZikeWWKV6CKR6GK42hTX6aKToFO"
    r"ICiE9Na/aEdG1q1emrl6VWaWsyGwWfoUlVJkbBLPwi50iWsn35+81XrA5Qsx1rVSvtN49erTCZV5iLoJPnOS8pThJRyFGahL22NaVJVMXy1q46"
    r"gUjSjLl164ScBk2tcqTkpIqMcTtnMxjd8mcdo/+wElRQXyGHGO62aNVNWDoGjKgi7GosaUlhtCELrjmPxLfgN2RcEv6NkzKfxIoNEemxvKLMYI"
    r"2lCKC/zgLPC2O24CW0XQAdxBomsx/kt04GM2tpQ8dwqcjx5uwdCCoT0pFgaWCPPgjB2eJvBf2Xd/UmCV0oKpCpigeFzYU6rmyiMve3i9ZWHUD3"
    r"bKhTmkwdBrRNk9mlzPArNzaN/dDfPNkhPaBUhggMV24YR1xJmJgMB+DKolrDjPzgApdYLJrrhGdZs+xrCJ7QC0vFDp4KLI+YdCdhJzrlAIEOAd"
    r"bcb2TpWDM6KCtF7OYVW4gP9H0iZthguErorpPQzfsAZtGeoO9ljQP36zk90DbZ+21SbnuLdsmb4eBrOHzdIJcT6XaYrayLHKoZ5O1hwZ3SzQvG"
    r"Y6SJynot+sSWca6lKbfhsVV1s02QtGID2EO1araoBBAOhrcQ3dNKlRpPSyo1nuZUarQwQXkNBoq9SwmS/buXDnOYNeZIOuhh9tf/A4CO3vQ="
)
