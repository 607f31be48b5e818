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
CREATE TABLE "campaigns" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "status" VARCHAR(16) NOT NULL,
    "title" VARCHAR(80) NOT NULL,
    "text" TEXT NOT NULL,
    "links" TEXT NOT NULL,
    "restrictions" TEXT NOT NULL,
    "min_price_nano" BIGINT NOT NULL,
    "max_price_nano" BIGINT NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "category" VARCHAR(32) NOT NULL,
    "min_subscribers" INT NOT NULL,
    "window_days" INT NOT NULL,
    "author" VARCHAR(16) NOT NULL,
    "version" INT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "warned_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "advertiser_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_campaigns_adverti_dc7887" ON "campaigns" ("advertiser_id");
CREATE INDEX "ix_campaign_status" ON "campaigns" ("status", "id");
CREATE INDEX "ix_campaign_expiry" ON "campaigns" ("status", "expires_at");
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
    "campaign_id" BIGINT REFERENCES "campaigns" ("id") ON DELETE RESTRICT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "listing_id" BIGINT NOT NULL REFERENCES "listings" ("id") ON DELETE RESTRICT,
    "owner_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_deals_adverti_318ed9" ON "deals" ("advertiser_id");
CREATE INDEX "idx_deals_campaig_727df8" ON "deals" ("campaign_id");
CREATE INDEX "idx_deals_channel_b2223e" ON "deals" ("channel_id");
CREATE INDEX "idx_deals_listing_5383c7" ON "deals" ("listing_id");
CREATE INDEX "idx_deals_owner_i_c6d3f3" ON "deals" ("owner_id");
CREATE INDEX "ix_deal_status_due" ON "deals" ("status", "due_at");
CREATE INDEX "ix_deal_warn" ON "deals" ("warn_at");
CREATE TABLE "applications" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "state" VARCHAR(16) NOT NULL,
    "applicant_id" BIGINT,
    "campaign_version" INT NOT NULL,
    "terms" JSONB NOT NULL,
    "terms_hash" VARCHAR(64) NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "pitch" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE RESTRICT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "deal_id" BIGINT REFERENCES "deals" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_application_campaig_68d5eb" UNIQUE ("campaign_id", "channel_id")
);
CREATE INDEX "idx_application_campaig_15e50d" ON "applications" ("campaign_id");
CREATE INDEX "idx_application_channel_94b534" ON "applications" ("channel_id");
CREATE INDEX "ix_application_deal" ON "applications" ("deal_id");
CREATE TABLE "application_messages" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "party" VARCHAR(16) NOT NULL,
    "user_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "application_id" BIGINT NOT NULL REFERENCES "applications" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_application_applica_d02be6" ON "application_messages" ("application_id");
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
CREATE TABLE "campaigns" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "title" VARCHAR(80) NOT NULL,
    "text" TEXT NOT NULL,
    "links" TEXT NOT NULL,
    "restrictions" TEXT NOT NULL,
    "min_price_nano" BIGINT NOT NULL,
    "max_price_nano" BIGINT NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "category" VARCHAR(32) NOT NULL,
    "min_subscribers" INT NOT NULL,
    "window_days" INT NOT NULL,
    "author" VARCHAR(16) NOT NULL,
    "version" INT NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "warned_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "advertiser_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_campaigns_adverti_dc7887" ON "campaigns" ("advertiser_id");
CREATE INDEX "ix_campaign_status" ON "campaigns" ("status", "id");
CREATE INDEX "ix_campaign_expiry" ON "campaigns" ("status", "expires_at");
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
    "campaign_id" BIGINT REFERENCES "campaigns" ("id") ON DELETE RESTRICT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "listing_id" BIGINT NOT NULL REFERENCES "listings" ("id") ON DELETE RESTRICT,
    "owner_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_deals_adverti_318ed9" ON "deals" ("advertiser_id");
CREATE INDEX "idx_deals_campaig_727df8" ON "deals" ("campaign_id");
CREATE INDEX "idx_deals_channel_b2223e" ON "deals" ("channel_id");
CREATE INDEX "idx_deals_listing_5383c7" ON "deals" ("listing_id");
CREATE INDEX "idx_deals_owner_i_c6d3f3" ON "deals" ("owner_id");
CREATE INDEX "ix_deal_status_due" ON "deals" ("status", "due_at");
CREATE INDEX "ix_deal_warn" ON "deals" ("warn_at");
CREATE TABLE "applications" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "applicant_id" BIGINT,
    "campaign_version" INT NOT NULL,
    "terms" JSON NOT NULL,
    "terms_hash" VARCHAR(64) NOT NULL,
    "price_nano" BIGINT NOT NULL,
    "pitch" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE RESTRICT,
    "channel_id" BIGINT NOT NULL REFERENCES "channels" ("id") ON DELETE RESTRICT,
    "deal_id" BIGINT REFERENCES "deals" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_application_campaig_68d5eb" UNIQUE ("campaign_id", "channel_id")
);
CREATE INDEX "idx_application_campaig_15e50d" ON "applications" ("campaign_id");
CREATE INDEX "idx_application_channel_94b534" ON "applications" ("channel_id");
CREATE INDEX "ix_application_deal" ON "applications" ("deal_id");
CREATE TABLE "application_messages" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "party" VARCHAR(16) NOT NULL,
    "user_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "application_id" BIGINT NOT NULL REFERENCES "applications" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_application_applica_d02be6" ON "application_messages" ("application_id");
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
    r"eJztPWtz2ziSf4XlLzNb5cnGTuLJea+uSraVjG5sSWfJyd6ut3iQCEksUyCXBOX49ua/HwC+SZAiKEqGaHyII5FokOoGGv3uf52sbQNa3rue41"
    r"jmHGDTRieX2r9OEFhD8oF3+1Q7AY6T3KQXMJhZbDxIBrIbYOZhF8wxubcAlgfJJQN6c9d0wkedjBDU5iuAELR+8jSAvGfoatjWbHJ95ppwcamZ"
    r"aGNiaJxq9mIBXfrBgHPLRPTTs4lXhguekWYTMPAE0Tv6XMOekwebaLm/R/jI/KcPdWwvIV5Blzzo738/mYO1A8wl0k2DjgmfSr/94x/ku4kM+A"
    r"N6dOy/ThYmtAz2meAEBIPIGPjDcaHnMQySe/RSRA3zh55CsE6hGPZfHHb7hEETfLMvf1BI50lnj8kQNXg3dl2PYK/M5QDhL2wsxd9Mn9uWv0bJ"
    r"eOcFr8hDIwATYXp1CRF0AUEduYZdnxIY+ZYVroeI5gGukiEBHlIwBlwA36LLhEIHL5BcO9H14WiqT/pTXT8pLKEIIkXy8NKc4JCgg7yqxxCwpK"
    r"/wy7+dn3/48Ov5+w8Xnz99/PXXT5/ffyZj2fsWb/36R/AyCbaCqRjOBl8Hwyl9IZus8WAD0At/MBiAgZ6QOMG+hwm6igS4XgG3j/w1I8GAvDdA"
    r"c1ggRQycowb5mXlqRLivIkd0IaFHskubE4Qg4dtg2r+Jt9Uj6o3HtwN6ha1feuWmf307GNJL0U57RN8H099u7nvfh5fJpntE097vfXKF7bz83i"
    r"4h9Br80C2IlnhFvp5dVNDwW+/++rfe/c9nF3/KEnIY3jlntyhJExKGmxBhXXQr5SG3byoOGcM9s2cqSrmtEhrEnHYDXS88l7J0KCUCD7QRIRrt"
    r"p/f7JcP52cdfP37+cPExxn58pQrpRQRj6K69Ilb/czIa8tEaA+RwaZhzrP2fZpne3nB68u8LH80pxrSZb1rYRN47+tj/ONkTsiswSRFEZ1573j"
    r"+tNCf5+a731zyTub4dXTGU2R5eumwWNsEVjxj6Cngr/slRQZEY6nBHxsm+0J5l7BcfazD2i4+ljJ3eyqLZcc051BFAthhbz8J1hpccmKU7Jp5z"
    r"1veUyLQlaI8AOrC0K7A37f91Ws1R1i/hndvR8Gs0PM9mcuenCylqdICLGL8hd7C5hiXHZwYyz+xD0HfRB3nE0lZIMbjrT6a9u3GGHje9aZ/eOc"
    r"/QIrr6c160jCfRqMCr0a/a30bDfv4giMdN/3ZC3wn42NaR/awDI42T6HJ0KUNm3zEakjkLqcgsNZlzdof6J1cOcF9HV1fV/BQFElOPGAEycAr/"
    r"TfEfmdCEkJ8CUpq4COapbXHxxLVvRRylSIkvtgvJjd/hS8HIlcN+aHa+Tk11XHvgj2ilRVeT57vgObbJ5tkvM+paEDMk3JNT4X5wPT3h8Zk2sJ"
    r"vM1FHkZlhrDdxGBvUdEXsTTnNczKMuVlM8swSllDnMwPzpGbiGXsIl1tDzwBJyDExXIeSX3++hFbuc+JhO+aXuggmPVw4tIJ7h0T63U/jLYLZ4"
    r"a32+zl8BiCDFCJ9Nn1SOuWq/Xwq/tdx/eprC292APY3QwmMWPDCzfawBFPjiTqnXzcSR3+5Um8EF2ZAa9blBzSTXNboii16/VmbkOPlyfjzlZZ"
    r"PSy+YAF7809bLFwFJ72Xo33/r308Gkf3+pAWMDXWx60H1Eo+9Desl+RvRb7+ZuMKQD1iZ6ROPb3vTL6P7uUnMIbyXLfi2HR80nby4svaeADmdy"
    r"7cjOSbsWfnBsQ+VG12i8zHtDWV27RYpjM8el5aCGIQIpWGUUask0AbJhbDuqebmguOOiR11tr7gaM0rfdW9y3bvpV+l8e9VifMPEt/byhKe7RP"
    r"eqNRY6SrfsZT09pRy/2zWFTMQfRNjEL8GSIsPCr/VCANkrBxDst6jwP8lY0GmFYvIqku52U1NXCZFi/nM+3y8Pn0kg9iXrHhTre46dyXG0ukjO"
    r"gXVCq8ii+sN5DVR/OC9FNb3FRTWPi2xFNJeLdAHN7a9oA2JgWkIxkCkQFQVZrT03iII0HaqEUdFIZOFnoRqtfMlcNfte+MpK0WTJH4WVoqAdv4"
    r"7idgVo5CZHawtunFapbB7E2IJrcp7pMzq6rouJpoER/Qi6CFha6J3S7AX1+2iEyti1LQu6P3naMyAfMEtB0XyHZoqdvX+vJY/1NBNpJuYnmrX+"
    r"BH6eWTxbmrd58J9BBHL47CD0O595phRDKRVDPknrHnJ86A6KeZ/f1zjtPr8vPe3orexpF++a+is/BlF+p8b6+Myei7idwuGdWNGH9jpljgMBpp"
    r"KHU2aQ7bLzBlimoftE2eaEklXxlByg4iyNOcuxZVifOC50gAujNVE7AmR83x/37mkOdTTDI5r0h9NLIkoiTD6Pgy8O+9b/63jABsMfjhk9TTTy"
    r"o87pe1Z++p4VTl+lazY6Jjqma6alsVgJ4vBPgdjQSTzR8ZL+sDGhcbg9Ry9Ph+KXq+ZROPuBnamUZ/vsmbUcqHHQfQJX4kOljIr7nICFepT3CD"
    r"yPQSmfraQCRHXJFr9EHa8nUfgHVsdPbCcsliIgTozGtM4KhXxE497DhAkWwPeoWEG0CvZ9btnseyvCROthpNgkLF9Ew4kBOqFX7ttSokJFD6i0"
    r"WyZ64vCccmzHAKoagjCyyelNXmge162ri/M8nEK9uHHKRHrTuitFWGU2aWw2oYdHY0IUYBUhGhPCAmjph7l2dQWZNEwHmFBOkqkjyJTLMQWTE8"
    r"HC0nZL0sNKjE0pmM7ht/0INcqYPX9G320GXc6RWsnSc5CdqafVWm2+Z/Ij7GfdAC8iqM1BdYlDt4ZZ4BOkuE1V/QT6kKo+TfQU1fW7lDwqXgH0"
    r"VQp/nh3JFkjZNgsYrfbIZCGVR0Y6j0zmDAEuauR3ywC2QGTJgmu7RGPlXH0TZE4OcPFs4zyoSjYWUdurko1jzBYpIpxr/BBOc1x0qJ1knF+EOx"
    r"SWyncgaR5A0Hp+txwRBPmCZztiqVvFzvYbXxEW3OOFVyS1+CqiK4JB+w+uUGEIUoYhEPqLdxxJAbVztL8ZQqiwAq795vzTpxoGHDKq1ILD7hXr"
    r"f7HPAkhOw+wpq7NLgelHGMRECzBsonepb9q8ng6+9S+1APoR3Q++/jad6LejyfRSc83lCnu6RTQwcqd/N/pGg5hcuLY3sgQxNfObKJ/JFrPmil"
    r"AeejiqSyp8kPLhO4PnQx+ptlOWJFNtmMoAKuujzGYpZX18E2RmvkJhdpqGUjbHlmyOsStYmRsrzI3ppacsjYexNAZGMZ5EK4Ko0Ex2F0zWVVwd"
    r"zip7lOih5xeZZEcMjYNZuookDwHHW9k7J1EStd+bhHN1CVdCdv50Uka8avhIHSE4tcmf7ai9NesuQDlVFD5Oxd0hETMv94qk2P1W54iePmjadZ"
    r"L8PddQKCrKquorSSMan1Z5TwDSwXwOHY42emXbFgSoLPQ7DZgjx4xA7osvRjQ6rP55NRrdZlTPq0E+i+fh7qp///MZ0znJIBOXGHko5pgqH1px"
    r"BZGeBlVoF0O7A15sv8lKTwAPiPL4yvHiXLX/fFV7sqwNhLqJ+QoTlOpP2UZ/yrivRn6NK+PeFqT6JVGEr9yp5HoF508nXB2H3jitVm3IkAOX1D"
    r"FsBEP3i+HDmnVu6Hvq5Ck+W32qxo1sbPu0Qj16Ij++iP96wSERrMzRTidXveHNpTYDyHhEXwbD3i2Z10TAekTXo+GXAU1rI4RZmM2y2lpOUaav"
    r"WaRG6VaIhncmGqG1qI+QeRVQWe1/TqCU71lq3/PcAoQIpfVWt0QZ5IFVOInMtAYYw7XD82iUZzelQBRvLPDGRMYTYo4JmNowMm8YMhXFTUOhLo"
    r"GWuGUOXdW96+mlRuhH9KJH9G0wuiW4J5LexrQt+nqP6GH4+3D0fXip+eiJ4IpWMrjvB3WSqToTVoiVoBQyrbXYlFwxsMzUGj3cTy4123e9sNLE"
    r"JCw14Ukgc6t2X815417afYWBHsJm3Sycsuy2ZNl17JLYB2ELZKuxNzIaIbMrUDjGcK+GyMipyrNFphyuFebIcNReQixo7FuItqhIj4qvkIY7nF"
    r"YYEI+kCtP+6dCafnZ0fUw8f7Y2MYbCjUwmD1d3gykT2+M5HhGRH4Zf+xP9vv9fD4RrsvLjK4CW0NNdSF7LY6N64/F9kMVHWJZL0/geEdWtbu57"
    r"VOanPfYMwpxREwnzvI6Mf14u458XZPzjqy/XQMzvUnE5WQMLXoOzHTpHUPpy850pws2ag5tQSPlNw8ih/dLndUb7XUPDBCL0iAEUMVonxszHmJ"
    r"vmVU6OFIgiSOsEoc0udMeFGxM+c87mqijXPKgKLa4f5hpgTUc2TzGpapORAVMHtPABrXLpG5Hi2Fx2KfNXfW0jBaSM3S0Zu40wgXZHS3d7ebgy"
    r"mrlTC2+HPHqVz8vH9n5rUfquZ/OTLoM7p5UuADamngPg5Df7mdxyNaCRkRCstWfgaeSD8RfN890N9SRotI8WcLGnAWRoto/JS3vv8gag3Wbaoe"
    r"ylaGW6narSSeZb2EtVugovArB8IVzHADJbRBui++yiVozJRUWQyQWzQBcOutfxPbLTkMNyolOynOHEJTFeo6lw7QQIdh4GcLpRmQSRayxMWyoI"
    r"PIIOr5hcOUildJAeYQFOwwULLKhCn9zc975MLzUG+4iG/a+j6aA3HYyGhDxwaWOTSXKhN0jvXV/3x8y3F5RlCjLtmWPve28wHQy/6v3J9f3ouz"
    r"7u/fcdC9oDz8Bk4RX0uUS/csALbfP+iMKBXx6GN6w1cXB74ZOfSN2J9/0erQyqj/vDGzpv6I6K4hl0ByKDThv6p+LxKe9kPDbtpozG8fyV0XiO"
    r"4zKGSzyY8fDElTm5/q1/83DLXKPzFTR8i14dj4L5qexMv9/3pwQ1BMfkJfrXv9OKppja58k6YVlZj+hmMBk/MBjD9Bw/hLrt9yZBAVQLAi+4Fq"
    r"HPhTHmesPr/i17hzldnJbVVgvo9jvPbaBL7atNt1kKXOZAypByMeEiukVUI+tmfDsge8VzLLNReGvLwZUhXsn6Bx4vSKRCwCtAdsB8uO9iz0Tx"
    r"mdtlSsv2XZACV7ugxV2AobsWciLFAHK4kDoVXsxwq6+AtxJhR1koxYq2s6LFAhLpQJ+V9NutwY0yMxyy/nymhdNbjYBq2hNc9QNvKQ6K6DdUMT"
    r"IMahcQ4VUFQIkP84b86nMdC9nncgPZ50KEZlAAqyG6c5AK39vxvYBQnzkiWb0piEZcRTYEtxw2HpgadNcmErAIWgtwKmO6wIldm0iVRBRx/BmR"
    r"vVcNwjFKplCZ1DKHZcREay7E5qaQ+GTolvDafKOq/Xk0+zOwSustbFP+TGq3Hma3Jl4LSGSQBpuWO4Hau1LvXd+FTcmdh1WUlpnSEtRiU9TdG3"
    r"WjGBZB8qbAFH1lpi85V5kVXpzEWUiVgSA1mY+kjMOxWIxU3s6b2DWJ4iWcvVMAVTk8TR1lc7B2gLlE4l04soB78iq8AQKoLiiviv+wPZ0w/rNw"
    r"Cv9N8a9aIR8W9xUJnKWdGoVzOOs3apSMDnXTOLO7vySTk8PmW8DtW+7xw8dtNuZsR/R2u9VPQXKugV7VIb0OZmt0SOfJ3W0whNRURyVw12YIWV"
    r"XjCPvPy2ljrW6HnalZ2xxR6QK5x2ltqUYT3EC0a8twmszb38CjjO+thaQ19DxaVWB3NN0FM3UVUUH+5Y546rNJuoQioQz7lPc0SNssx2b91vM3"
    r"yVQd5PWlderFEVW/qMyxIKpBxYaAmZeUbYg5fXXtBj05WbYXjCHiCETGLzayXt5pD8glZHqBhkZ5iQZcqOEV1FiXSc1esC9sRLFczA7z7FAsRh"
    r"VZeM0iC2COud7L8qyNBKKDFWTaz6/3bN+dN69KH0PLjGxVwkKVsHjFLYaBS46dplssgVZbTG0xtcW4W8wBLm6eyhMBS73BupQX8CpNOCRT6V4t"
    r"99yyAQfz5TVLUiCqagmdudWqJSqgsAkpji6gMDRWNEqBSkMeJKb+FfxsnSCyqvYuSbCQqva+52rvQj6PBjbqyJNWYqVOOdq22KnTzr3tluoRgk"
    r"SaQbEBOaW5nhIlyHVNaGizF3ZvZmNt4dprzSbjPdOAGrbZDZtamIvW65bnVhZtiVnTaYVFW6mqSlWVhFBS7hzVL/IV2lEFfpzotBRe71xwZaRp"
    r"nHajbAJKXVTqolIXj0FdvO5Nrns3/VfTFsPYN56mmITFVWiJwaD9N6NR6piU6pjtEJTtVM06PYFSyw5WWYzfd6KqZ22H+k0cWj+YA6LSNt0hMb"
    r"DMZfdGD/cTsgd81ws3xCTcEV6TBd9ynwnaLAqu+bkc5Y7bLJQcvttONS0PWb+4mpYBVFqa5Fra3DQaUTkLqaqhHQOVeXJgtTqehlMmr6YmL4pH"
    r"fp2yejJGGl5mMePoWlzJYaR6I4pqwUYlYlPZZs+K0uT2bM16VVLtKfZhJwtVmPHKMVAlubDl9qlU0u1heyWzpRG1z6SDqxsZh2H3DFJPdd2MVt"
    r"XJqeppLAeTOa2whjXokrRreyTJyLDn7kjkcWwPi5fUywJ2pjLrgeVM09PnvuuGSc459Ns2kclQCZ/JAObQPyOQ+8J/tPoPq8BdjUa3Gd3tapA3"
    r"Ez7cXfXvfz5ji58MMnEJylNlnRqxFx60zHZ2aXhNmFonjvMCoEJ3XdZuW1YznPOhFeJrdhx0if7vmFy2Xo7zAqBCt5QNHqXDcMtF5cHa9hFu0J"
    r"I3B9gl5B5YLqQZ2jSduQERCqCKDDuYgYFBkySEzY0xlEJ+Y+THVp8CW69RCCaCPRz+fzkTw/7JcDTsU7BHNBhSE/v7RxRVPThLl0U4T9dD+BBb"
    r"5D8+ot7toD8kyK9plw+o+OH814uYbvRLFaUmd73b2yJpZsCiaG/AnfKQynDQsBT8jKigm2be/iyocgTL7AhOma6b+CFT4MoN2WYEFH0PQbUjA9"
    r"Mh13xreocKbXkLHM2DGFuNqJyFVFSWmcrAgm6znLEspKKyzFT2nqEj6rmKYQ7otIqvHK3XSsX2voHtJEdwW5Gg3Qw8URmYBw1aK0F1WDeV7Am8"
    r"a8+LcTDV0K7Ve0BSRlbdfCAQgUtSb0RwNYkn6hKqhDJ7E6yubIvHdMX7OYAX28e/hbMdpVi6c0uHW2q/OeFElwY3TquCS5ntp24XB20BCfM1NM"
    r"ueP73TpisYXNCWrAHDs4lXGgTzlYbBE/zF3kD3LxrQKKWhq+EVwATQw5qJtQXBuKcRwmkzuCAsnl4jj/Y4HR8O88wdkrfZ/4WVXB5yEI3vXKjk"
    r"xccaBr+Lj6UWP3qrOjY1IKsIshOIDqT87gfd6bAOxOsDUSUJxyDKqdTMqRTUUPcaaJlZSKVmSqdm7pTK017ySdTsmCcfJH2QKySEYNAr5J/4gd"
    r"vGNVPOa6L8bM9EidofM1D2Y/gpKHQjcp/p+TP6q2Zh7r/QQ3OwKvtFPvZbLmEkS6CJ6ze1aA8nbdBuV5voXepXgrmmLUgutQD6EY17DyzyxaGV"
    r"OoxHdNO/HQStRghDMGmzkbxoXkdGab/qy5ygb2m7JbV6SgKrUzAHJAyr1HsYWbD9dioWQEs/LLBcF89pmAPiGaLDILn1tOrknQpILi9ilAPrgF"
    r"pz6EpGWYGi/kmbhVMKT8MQ06x4VDeQJwvVGeS3FsjjQeDOV7poweQcmOIm4nXRVKXerirwmSLwjtGQzFlIRWapyUzbNSIoHhGQhVMVb/ZT8SYb"
    r"LbCjO7a9SAE5nIbZHn/zp6jnzS7OfTZLl5BUVTMp3MNFnAmWTbpO5jmqLV83CCXL62pUAt/JfD20MTXicqzX4Z3TKuM1YmNq+rcn9hriFUER67"
    r"UELYs1X3KIzmGjwPXMOvFpz66Jocf8x+zvGrhPHmvOBDcQYS3s1/eXoHcTRNQVTf/juLcP80hR2zsNDgrEFYOAgTrFnwJE6+QxfpXFXZm9pTR7"
    r"y9riqKuUSDD/BIVM2eFwVaWiRpUK4C6FimVH4+Uok92pFsevEmUtWbTfKzWSsp0XnTaS1InY1qTmHAdcUWMnajRtscYBVpRoSolQsC0QYEvSaw"
    r"yl7Hhy2/EsQIhg6D7CJkej32KYzwOrjEiZaQ0whmuHl51RXjUrBaJ8iUVfYqz/i+WKx2Bqw8i8YRbAtCBH+KgokxhDSFzSpKHief6+juZJRpWq"
    r"nuzejqX72zOYRlZ7jsU0ZdAvN5mmfQd1coJYWIyh0cZwAF9qK9pASyOaLLYd7c/hVxMxW+UCQuNUg++W77SzP59/5GX77DibasIotfxdboEk9N"
    r"UZdQVO8QxMl6r+tXaS0y0ijNYskMIrv4a8AwmHQo2qyGdAVUkOgZIcjokQT3KpxHgCpHAtgusjC5PtyBGZYTJJbocYh0ngVJuK+is+yuASlQSz"
    r"cMoXulP0V4EcRVoIF4VJ5TkeFx3qhuRkV2CNkJwDaqNJgRiuRpqpH1OlleZq1tRRTQ3o2B6NmQnMfUE9CKo6zlcEmdoSbKBGf+YpUS8tg4XgrG"
    r"j0je1YZIxN1pRLJAeNfuDpqm1Pr5RXiRnVaYXyGjnlVsBbiZjV8nCqJEjOslasURHEtokgOYFQUTM1omY2wPKbiP1ZOCX2N48RUAlFb8EJE3ZL"
    r"FT24M2BK1WhJ1YBxG94dNY2kn+9xUaGuopFZfpLpGVEdQL6akaoSWKllkHE6rRpWW8mwgLskUj2DDFSAZ2Bij7qwNIA0YKxN9JOnPduucaqRa/"
    r"Q6C9xHRPRfsI+UHVOv1vPKnK80cmENXjSP/LMRV/E4xCOb9osOgma2JwxQHOu0UjIjgMoWkIxZVqk7JV2i6tfIOXSFELo7QvuPSI2c773BdDD8"
    r"eqmF8I9oMh2Nx7Qojodtx6F1cnrj8f3oG71EuIprb+i1r4Nv/aF+1bv+/VJbmhuIdMrjaI2dSVhjx/Ma1tOpI+6flYv7ZwVxv1GAXJuBcUrG3G"
    r"MUpFIl3gKZPWAa+oyTR1R1JKaAVBR5U12dIbFBpGQCpiIlZd5Z8ijpb0Ts3CmGcrs+L5jJ31ybP4pE/nJlvqSfxG4aul1ahza6dVqpm9uvVYc2"
    r"UGLqZsKH76kzSN1Q6fBycprTLim44SoTUW5vHvqXGoEjSm1/eMPUXOopY2rueBSUfqVLmSm5dwSPD6OHCdFy1zNz6du+94juBoE6uza9qGRsP6"
    r"oYC6UpGKsS/TotobkQuy8NCJyGUzK4zBRW6X2tJwVw23y8oR4fraFSpRm/IT6E5ivbbVy9gQvemR11YLtbgkWhCj85MDkK/dDndabQz4K8DHQd"
    r"1+TlRVXkF2fBOlCGeu9xkAg43srmYLl8+adh1Npvfe37LkcEKF/z4fAOJtR/+lQnof7Tp/KEenovl43GTBENFL0MoJKwZJawaD43rVnagMo5UE"
    r"Vnmekc2gebmOUykIrK8lO5MZEVjY+AxisIuJWEKvOTEyCVjy+QnUye5vqB01FA5s9CKam/dakfuq4tlI8WA3ROy22tkpasHVneSqZMIYbU3DQo"
    r"V5sFVBRoSoFXKZ79VsNCKpLESvvDCGeJ7dAh5jjSxCpaxCShZTwu0wZyU1N1FLtZzloncq90ScP5045doq7pHPuSXF4B25U9ooywadhOYaVNO4"
    r"8dRVBp6uDZf0ipa9uLIa2fcsKLKk3unlYGltJxRMVFtRtFEVL/whIo/weT38jg/4emY1o2MLxLDWiu/ayZHuvahCFNsiR/aGcmcs30PB8aGkBG"
    r"FCcX3DYxves5EOFiyuchHrhD9ZnwTUS0oBRI56qenF3UStO7qMjTuwj1oONr2fQGsn7gD8d0YRM3RRbyMKGlr3BIHK1tc6f0k/bOtQnE2IK03h"
    r"nvXEvdrTzXvHhc3VoGSAtSQn7yNMcCc1YgAGgzgOcrThmCbaNVOTOp+Vn50bKBLrUM84/z7QkQKXCZK24RifS235v0L2nzTAg8+Iju+18ehjf0"
    r"wsJHxiOajG8H00siI1kmzq//OoLA5xpiwOfy2lx5UyjbWsJnfhpKGeEan/nSZIK+FexXWOLYkm7BVHQVzXNcNKiriqd3Pr9WU3GFt4DVt1sDq4"
    r"7xba9yIwbYm0RRnjzRMTOgWnqkQ/UoZPTAWbdZ+zEGTxDVS74N3joCZ4BsBpV+Kxl3r5I/Y3oXaLAlCDAFp9I2pVOuM+Hrtu/yktAqyvjGEDIr"
    r"FY0thm2nPXv+jL7XDAq1/slBdclG2FrOHyD6LU0i2pjwWSgpNQ/XobJL7SVUqmgfmRQtFfLQRsjDK5fGffCYwF1QBtj1Sh2Auov2L/kfXAqX35"
    r"0ohRhOqc8+C0hpaZg9ZbZ1qZvFwnQ9rIsiOQvVuTDis/M6dnMyqlwcPi/Yzi2Aln7Y+7YuntMwB8RyYLLYP55b9k5Qrfp/bSSE4TTMATH8ML0+"
    r"DIrb5xgRxvQnolojzvlYlXlTBFYZOCIZOJ4+Aw0akGbgFMYFMD6z7PkTNPSZjRvYA4vQKptQZqPgM7CIykQhqIVf5BwpQnavrEL7rb5CrAVtCx"
    r"rsLx682mEy7zAPApfnOa+oGRNDyJE7Sh/bmdxR1Z+hs7tOIJI0tR7A2gHmkpfhLZSRE05zvGQvJuVwnAQ75y21aJGWD0mBObgdHN2xuY7RzVoL"
    r"VcDYQBeb3q7YaprXdQw4sp+Rp9PcLoWjLcmC7TluvoW/oeC5CW6cVrluNnRI7R6GjmtuCDFo43KskV9nh30B6UnoacCFtIUg/UHQYM0E5zY5YV"
    r"zTI5LZz+fvtbCuJhmprU3kk4kgmK/+xGtduMcnSehpUvFedRxNdC008fhjVeBgt6B209MJY+Cm3W8zaCZwBzRoRhQ5WnumUviaEKBrCt8+ZYbv"
    r"zCY3CSKkebJDdkClDBHa97wo3LqWMDEdDbVrm2gNc/yTR/uk0qC3U5aMTpPUgfYEX2jGejirZvvYIpyEnuiEAhi4OGpR7Lj2nAwqShH7ecQO4g"
    r"N5noi1Ohyu8t6b5L1vgOVzzqsp/FEiKMQAnYgbrmKT/b9Oq02UMZe8HQ2/RsPzdssdm/C1x8p60CWaAY+HhXcqmRdIxkgTvPZW9Ikdw4ErM5Oj"
    r"Y6sus02BdIIBHKDWOt1UAhgOh3cQu2e1ClqeVRS0POMUtLQRhrz2GOVOuBTI4b1wr3OYteZve9XD7I//B4wQbbE="
)
