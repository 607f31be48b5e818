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
    "warn_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "advertiser_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_campaigns_warn_at_3dda3a" ON "campaigns" ("warn_at");
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
    "warn_at" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "advertiser_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_campaigns_warn_at_3dda3a" ON "campaigns" ("warn_at");
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
    r"eJztPWtz2ziSf4XlLzNbpcnGTuLJea+uSraVjG5sSWfJyd6ut3iQCEksUyCXDzm+vfnvB4BvEqQIiqIgGh/iSCQapLqBRr/7X2cbU4OG865vWY"
    r"a+AK5uorMr5V9nCGwg/sC63VPOgGXFN8kFF8wNOh7EA+kNMHdcGyxcfG8JDAfiSxp0FrZuBY86GyOoLNYAIWj85CgAOS/QVlxTMfH1ua3D5ZWi"
    r"o63uQq2nmMsltMkHDS4MHZFPL7q71mzwghQTg4FniN6R52rmAj9YR6vDPcJD+j89qLrmCrpraOMH/f3vZwuwsYC+QqqukTHBU8m3f/wDf9eRBn"
    r"9Ah4z919lSh4ZGP2OcAH8QHgN/WDZ0HIpBfI9cCqmh/1ATCFYJFMX+q0Vvn1FojG/65Q8CaT2r9DEpovrvRq+rIey1vhoi9wsdS/A3Vxem4W1Q"
    r"PN56ddf4oSGAjlxydQURtAFGHb7m2h4hMPIMI1gPIc19XMVDfDwkYDS4BJ5BlgmB9l8gvnamqqPxTJ0OZqp6lltCIUSC5MGlBcYhRgd+VYciYE"
    r"Ve4Zd/u7j48OHXi/cfLj9/+vjrr58+v/+Mx9L3zd/69Q//ZWJs+VNRnA2/Dkcz8kImXuP+BiAX/qAwwAVqTOIY+46L0ZUnwM0a2APkbSgJhvi9"
    r"AVrAHCki4Aw18M/MUiPEfRk5wgsxPeJdWp8gGAnfhrPBbbStnlB/Mrkbkit0/ZIrt4Obu+GIXAp32hP6Ppz9dvvQ/z66ijfdE5r1fx/gK3TnZf"
    r"d2AaE34IdqQLRy1/jr+WUJDb/1H25+6z/8fH75pzQhR8GdC3qLkDQmYbAJkavybqUs5O5NxSBjsGcOTEUht1VMg4jTbqHtBOdSmg6FRGCB1iJE"
    r"rf30/rBkuDj/+OvHzx8uP0bYj66UIT2PYBfaGyeP1f+cjkdstEYAGVxq+sJV/k8xdOdgOD3796WHFgRjytzTDVdHzjvy2P84OxCySzBJEERm3j"
    r"jOP40kJ/n5vv/XLJO5uRtfU5SZjruy6Sx0gmsWMdQ1cNbsk6OEIhFUe0fG2aHQnmbslx8rMPbLj4WMndxKo9my9QVUEUAmH1tPw3WGl7TM0i3d"
    r"XTDW9wzLtAVoDwE6sLRLsDcb/HVWzlE2r8Gdu/Hoazg8y2Yy56cNCWpU4OYxfovvuPoGFhyfKcgssw9A34UfxBFLGyHF8H4wnfXvJyl63PZnA3"
    r"LnIkWL8OrPWdEymkQhAq9Cvip/G48G2YMgGjf72xl5J+C5porMFxVoSZyEl8NLKTJ7llaTzGlISWahyZyxO1Q/uTKAhzq6uqrmJygQm3r4CJCC"
    r"k/ivi//QhMaF/ASQ1MR5ME9si8tnpn0r5Ch5SnwxbYhv/A5fc0auDPYDs/NNYqrT2gN/hCstvBo/3wYvkU02y36pUdeALkXCAz4VHoY3szMWn2"
    r"kCu/FMHUVuirVWwG1oUN8TsbfBNKfFPKpiNcEzC1BKmMMcLJ5fgK2pBVxiAx0HrCDDwHQdQH75/QEakcuJjemEX+ren/B05dAc4ikezQszgb8U"
    r"ZvO3Nheb7BWAMFK04NnkScWYK/f7JfBbyf2nJim82w3YVzAtHGrBA3PTcxWAfF9cj3jddDf02/WUOVziDakQnxtUdHxdISsy7/VrZEaGky/jx5"
    r"NeNiG9bBaw3de6XrYIWGgvW//22+BhNpwOHq4UoG2h7eoOtJ/Q+PuIXDJfEPnWv70fjsiAjY6e0OSuP/syfri/UizMW/Gy34jhUfPwm3NL7wmg"
    r"9kyuHdk5SdfCD4ZtqNjoGo4XeW9Iq2u3SHFq5rikHFQzRCABK41CDZkmQDqMbU81LxMUd1r0qKrt5VdjSum76U9v+reDMp3voFqMp+nunbk6Y+"
    r"ku4b1yjYWMUg1zVU1PKcbvbk0hFfEHkau7r/6SwsOCr9VCAOkr+xD0t8jwP8FYUK9EMTmKpLvb1NRVQiSY/4LN94vDZ2KIQ8m6rWL9wLEzGY5W"
    r"FckZsE5oFWlUf7iogOoPF4WoJreYqGZxkZ2IZnKRLqC5+RWtQRfoBlcMZAJERkGWa881oiB1iyhhRDTiWfhpqForXzBXzaEXvrRS1FnyJ2GlyG"
    r"nHx1HcrgGJ3GRobf6NXpnK5kDXNeAGn2fqnIyu6mIiaWBYP4I2AoYSeKcUc0n8PgqmsmubhgHtnxzlBeAPLk1BUTyLZIqdv3+vxI91FB0pustO"
    r"NGv8Cew8s2i2JG9z4D/9COTg2X7odzbzTCqGQiqGbJJWPeTY0B0U8z6/r3DafX5feNqRW+nTLto11Vd+BCL9TrX18bm54HE7BcM7saLb9jqljg"
    r"MOppKFk2aQ3bLzFhi6pnpY2WaEkpXxlAyg5Cy1OcupZVifWTa0gA3DNVE5AmTyMJj0H0gOdTjDE5oORrMrLEoiF3+e+F8s+m3w18mQDoY/LD18"
    r"Gm/kR5XT97z49D3Pnb5S16x1THRM10xKY5ESxOCfHLGh02ii0yV9uzGhUbg9Qy9PhuIXq+ZhOHvLzlTCsz36zEoO1CjoPoYr8KESRsV8js9CHc"
    r"J7OJ5HoaTPVlABorxki1egjleTKLyW1fEz0wqKpXCIE+MJqbNCIJ/QpP84pYIF8BwiVmCtgn5fGCb93ogw0XgYqatjls+j4UQAndArD20pkaGi"
    r"LSrtho6eGTynGNsRgKyGwI1sfHrjF1pEdeuq4jwLJ1HPb5zSkVq37koeVppNaptNyOFRmxA5WEmI2oQwAFp5Qa5dVUEmCdMBJpSRZKoIMsVyTM"
    r"7khLGwMu2C9LACY1MCpnP4bT5CjTBmx5uTd5tDm3GklrL0DGRn6mk1VpvvBf8I80XVwCsPajNQXeLQjWEWeBgpdl1VP4ZuU9UniZ68un6Xkkf5"
    r"K4AepfDn+YlsgYRtM4fRco9MGlJ6ZITzyKTOEGCjGjROgDVAYLESU7pEXulXfRNkjs9u/kTjLKjMM+bR2MvyjCPM5inCnWb8GExzWnSonF+cXY"
    r"R71JTKNh+pHzvQeGq3GMED2Vpne2KpW3XODhtaEdTaY0VWxGX4SgIr/EGHj6uQEQhCRiBg+vM3G0kANXO0vxlCyIgCpunm4tOnCrYbPKrQeEPv"
    r"5Ut/0c8cSE7CHCihs0sx6ScYv0RqL2zDd6lu1byZDb8NrhQf+gk9DL/+Npuqd+Pp7Eqx9dXadVQDa2D4zuB+/I3EL9lwY25FiV+q5zKR7pIdFs"
    r"01pjx03LAkKfdByobvDJ7bPlJNqyg/ptwwlQJsxfgozVI9aX2UZC4kM3UTcrPTJJS0OTZkc4y8wNLcWGJuTC49aWlsx9LoG8VYEi0PogIz2b0/"
    r"WVdx1Z5V9iTRQ84vPMmeGJr4s3QVSQ4ClrM2986fxGq/Mw3m6hKuuOz8yXyMaNWwkTpGcGbiP7tRe6dXXYBiqihsnPK7Q0JmXuwVSbD7nc4RNX"
    r"nQNOsk+Xuml1BYj1WWVhJGNO6VeU8AUsFiAS2GNnptmgYEqCjqOwmYIcccQx6KL4Y0alf/vB6P71Kq5/Uwm8DzeH89ePj5nOqceJDuFhh5COao"
    r"Kh9YcTmRngSVaOdDuwVeTa/OSo8BW0R5dOV0cS47fx7Vnixq76BuYr7EBCVbUzbRmjJqqZFd49K4twOpXkEU4ZGblNys4eL5jKnjkBu9ctUGD2"
    r"m5mo5mIhi4XzQPVixxQ95TxU/x6OqT5W1EY9u9EvXoGf/4PP6rBYeEsCJHO51d90e3V8ocIO0JfRmO+nd4Xh0B4wndjEdfhiSjDRNmqddLaGs4"
    r"O5m8Zp4ahVshHN6ZaITGoj4C5pVDZbn/OYaSvmehfc8LA2AiFJZa3RFlkAWW4SQi0xq4LtxYLI9GcXZTAkTyxhxvjGU8LuYYg8kNI/KGwVMR3N"
    r"QU6mJogbvlkFXdv5ldKZh+WC96Qt+G4zuMeyzpbXXTIK/3hB5Hv4/G30dXioeeMa5IEYOHgV8imagzQXFYAaogkzKLdckVAYtMrfHjw/RKMT3b"
    r"CYpMTIMqE44AMrfs9FWfNx6k01cQ6MFt1k3DSctuQ5ZdyyyIfeC2QDYaeyOiETK9ArljDA9qiAydqixbZMLhWmKODEYdJMSCxL4FaAvr88j4Cm"
    r"G4Q6/EgHgiBZgOT4fG9LOTa2HiePON7rqQu4fJ9PH6fjijYns0xxPC8sPo62CqPgz+6xFzTVp5fA3QCjqqDfFrOXRUfzJ58LP4MMuySRrfEyK6"
    r"1e1Dn8j8pL2ehpkzqiNhXlSR8S+KZfyLnIx/eqXlaoj5XaorJ2pgwTE4W9s5gsJXmu9M/W3aF1yHXMpvEkYM7Zc8rzPa7wZqOuChRwQgidE4Me"
    r"ae6zLTvIrJkQCRBGmcIKTPhWrZcKvDF8bZXBblmgWVocXVw1x9rKnIZCkmZR0yUmDygOY+oGUufS1SnJrLLmH+qq5tJICksbshY7cWJNDuaelu"
    r"Lg9XRDN3YuHtkUcv83nZ2D5sLUrPdkx20qV/p1fqAqBjqjkAzn4zX/AtWwEKHgnBRnkBjoI/aH9RHM/eEk+CQlpoAdt1FIA0xfRc/NLOu6wBaL"
    r"+Z9ih7yVuZbq+qdIL5Fg5Sla7EiwAMjwvXEYDIFtGa6D6/rBRjclkSZHJJLdC5g+44vkd6GjJYTnhKFjOcqCTGMfoJV06AoOehD6dqpUkQmZ7C"
    r"YT+Fio8gw0smlw5SIR2kJ1iAU7PB0uVUoc9uH/pfZlcKhX1Co8HX8WzYnw3HI0weuDJdnUpygTdI7d/cDCbUt+eXZfIz7alj73t/OBuOvqqD6c"
    r"3D+Ls66f/3PQ3aAy9Ap+EV5LlYv7LAK+nw/oSCgV8eR7e0K7F/e+nhn0jciQ+DPqkMqk4Go1syb+COCuMZVAsijUwb+Kei8QnvZDQ26aYMx7H8"
    r"leF4huMygos9mNHw2JU5vfltcPt4R12jizXUPINcnYz9+YnsTL4/DGYYNRjH+CUGN7+TiqYusc/jdUKzsp7Q7XA6eaQwmu5YXgB1N+hP/QKoBg"
    r"SOfy1Enw0jzPVHN4M7+g4LsjgNo6nuz803ndtCm9hX626zBLjIgZQB5SLChXQLqYbXzeRuiPeKYxl6rfDWhoMrA7zi9Q8cVpBIiYCXg+yA+fDQ"
    r"xZ6x4rMwi5SW3bsgAS53QYO7wIX2hsuJFAGI4ULqVHgxxa26Bs6ahx2loSQr2s2KlkuIpQN1XtBqtwI3Ss3QZv35VAuntxoBVbcduGwF3lAcFN"
    r"ZviGKkacQuwMOrcoACH+Y1+dXnKhayz8UGss+5CE2/AFZNdGcgJb5343sJoTq3eLJ6ExC1uIpoCG44bNw3Nai2iSVgHrTm4GTGdI4T2yaWKrEo"
    r"YnlzLHuva4RjFEwhM6lFDsuIiFZfiM1MIfDJ0C3htf5GlfvzZPanb5VWG9im7Jnkbm1nt8ZeC4hlkBqbljmB3LtC713PhnXJnYWVlBaZ0gLUYp"
    r"PUPRh1wxgWTvImwCR9RaYvPlepFZ6fxGlImYEgNJlPpIzDqViMZN7Om9g1seLFnb2TA5U5PHUdZQuwsYC+QvxdONKAB/IqvAECyC4oR8V/0J6O"
    r"G/9pOIn/uviXrZDbxX1JAmdhp0buHM7qjRoFo0PVNM707i/I5GSw+QZw+5Z7/LBxm4452xO93W71k5OcK6BXdkivgtkKHdJZcncTDCEx1UkJ3J"
    r"UZQlrVOMH+82LaWMvbYadq1tZHVLJA7mlaW8rRBLcQ7dsynCTzDrbwJON7KyFpAx2HVBXYH033/kxdRZSff7knngZ0ki6hiCvDPuE99dM2i7FZ"
    r"vfX8bTxVB3l9YZ16fkRVLypzKoiqUbHBZ+YFZRsiTl9eu0GNT5bdBWOwOAKR9ouJjNd3yiOyMZleoaYQXqIAGyruGiq0y6RiLukXOiJfLmaPef"
    r"YoFiOLLByzyAJYuEzvZXHWRgzRwQoyzefXO6ZnL+pXpY+gRUa2LGEhS1gccYu5wMbHTt0tFkPLLSa3mNxizC1mAdutn8oTAgu9wbqUF3CUJhyC"
    r"qXRHyz03TMDAfHHNkgSIrFpCZm60aokMKKxDipMLKAyMFbVSoJKQrcTUH8HP1gkiy2rvggQLyWrvB672zuXzqGGjDj1pBVbqhKNth5066dzbba"
    r"keI4ilGRQZkBOaaw8rQbatQ02Zv9J7c9NVlra5UUw83tE1qLgmvWESC3Peet3w3NKiLTBr6pVYtKWqKlVVQQgl5M6R/SKP0I7K9+OEpyX3emeC"
    r"SyNN7bQbaROQ6qJUF6W6eArq4k1/etO/HRxNWwxi31iaYhwWV6Il+oMO34xGqmNCqmOmhVG2VzXr5ARSLWutshi770RZz9oO9ZtoWz9YAKzS1t"
    r"0hEbDIZffGjw9TvAc82wk2xDTYEU6dBd9wnwnSLApu2LkcxY7bNJQYvttONS0PWD+/mpYClFqa4FraQtdqUTkNKauhnQKVWXJguTqehJMmr7om"
    r"L4JHdp2yajJGEl5kMePkWlyJYaR6I4pqzkbFY1PZZc8K0+QObM06KqkOFPuwl4UqyHhlGKjiXNhi+1Qi6bbdXsl0aYTtM8ng8kbGQdg9hVQTXT"
    r"fDVXXWkz2NxWAyvRJrWI0uSfu2RxKMDAfujoQfR/cwf0m9NGBnKrO2LGfqjrrwbDtIcs6g3zSxTIYK+EwKMIP+OYY8FP7D1d+uAnc9Ht+ldLfr"
    r"YdZM+Hh/PXj4+ZwufjxIdwtQnijrVIu9sKBFtrMLw2uC1Dp+nOcAJbqrsnbTMOrhnA0tEV+x46CN9X9LZ7L1YpznACW6hWzwKByGGy4qDzamh9"
    r"waLXkzgF1CbstyIcnQJunMNYiQA5Vk2MMMDDSSJMFtboygJPJrIz+y+uTYeoVCMCFse/j/5ZwP+2ej8WhAwJ7QcERM7O+fUFj14DxZFuEiWQ/h"
    r"Q2SR//iE+nfDwQgjv6Jd3qfih4tfLyO6kS9llJre9+/u8qSZA4OgvQZ3ykJKw0HNUvBzrIJu63n706DSESyyIzhhuq7jh0yASzdkkxFQ5D041Y"
    r"4UTIdc843pHTK05S1wNAe6rlGLymlISWWRqQwMaNfLGUtDSiqLTGXnBVq8nqsIpkWnVXTlZL1WMrb3DWwnMYLb8gTtZuCJzMBsNWitANVB3VS8"
    r"J9x9e15M/KlGZqXeA4IysvLmA74IXJB6w4OraTRRl1DFldkbY3VtGiymy9/PAbyanvtbMNtJiqV7t3S4I/abM0Z0qX+jVxZcSm0/Vbs4KEuIma"
    r"+mGObi+Z0yW0P/grKiDRhedHetQLBYKy54hr+YW2j/RQEKoTS0FXcNXAzouIruKkuMcUfBhFPmcIlZPLmGH+0wOj6088w9krfp/7mVXBxyEI7v"
    r"XKjk5ccKBr/Lj4UWP3KrPDbVJysPsmOIDqT8HgbdybAOxOoDUSYJRyDSqVTPqeTXUHdqaJlpSKlmCqdm7pXK01zySdjsmCUfxH2QSyQEf9AR8k"
    r"88321j6wnnNVZ+dmeihO2PKSj9MewUFLIRmc90vDn5VfMg95/roRlYmf0iHvstljDiJVDH9ZtYtO1JG6Tb1TZ8l+qVYG5IC5IrxYd+QpP+I418"
    r"sUilDu0J3Q7uhn6rEcwQdNJsJCuaV5FRmq/6ssDoW5l2Qa2egsDqBEyLhKGVetuRBZtvp2IAtPKCAstV8ZyEaRHPELWD5MbTquN3yiG5uIhRBq"
    r"wDak3blYzSAkX1kzYNJxWemiGmafGoaiBPGqozyG8skMeBwF6sVd6CyRkwyU3466LJSr1dVeBTReAtrSaZ05CSzEKTmbRrRJA/IiANJyveHKbi"
    r"TTpaYE93bHORAmI4DdM9/hbPYc+bfZz7dJYuIamsZlKwh/M44yybdBPPc1JbvmoQSprXVagEvpf5emS6xIjLsF4Hd3plxmtEx1T0b0/NDXTXGE"
    r"W01xI0DNp8ycI6h4l81zPtxKe82LoLHeo/pn83wH52aHMmuIXIVYJ+fX/xezdBRFzR5D+Ge7udR/La3klwkC+uaBgMVCn+5CNaxY/xyizu0uwt"
    r"pNlb1BZHXaVEjPlnyGXKDobLKhUVqlQAe8VVLDscL0aZ7E61OD5KlLVg0X5HaiRlWq8qaSSpYrGtTs05Brikxl7UqNtijQEsKVGXEoFgmyPAjq"
    r"TXCEra8cS24xkAE0FTPeTqDI1+h2E+CywzIkWmNXBduLFY2RnFVbMSINKXmPclRvo/X654BCY3jMgbZgl0AzKEj5IyiRGEwCVNaiqeF++raJ54"
    r"VKHqSe/tWbq/OYNpaLVnWEwTBv1ik2nSd1AlJ4iGxWgKaQwH3CtlTRpoKViTdU1L+XPwVUfUVrmEUOsp8N3qnXL+54uPrGyfPWeTTRiFlr+LLZ"
    r"CYviqlLscpnoLpUtW/xk5yskW40ZoGknhl15C3IOZQqFYV+RSoLMnBUZLD0hFiSS6lGI+BJK55cH1iYbIdOSJTTCbO7eDjMDGcbFNRfcWHGVy8"
    r"kmAaTvpC94r+ypEjTwvuojCJPMfTokPVkJz0CqwQktOiNhoXiGFqpKn6MWVaaaZmTRXVVIOW6ZCYGd/c59eDIKrjYo2RqazAFirkZ/awemloNA"
    r"RnTaJvTMvAY0y8pmwsOSjkA0tXbXp6qbwKzKh6Jcpr6JRbA2fNY1bLwsmSIBnLWr5GhR/bxoPkGEJGzVSImtkCw6sj9qfhpNhfP0ZAJhS9BSdM"
    r"0C2V9+BOgUlVoyFVA0ZtePfUNOJ+vqdFhaqKRmr5CaZnhHUA2WpGokpgqZaBx6mkalhlJcMA9gpL9RTSVwFegO46xIWlAKQAbaOjnxzlxbS1no"
    r"Kvkes0cB9h0X9JPxJ2TLxaL2t9sVbwhQ14VRz8z0RMxaONR9btF+0HzexOGCA4VkmlZEoAmS0gGLMsU3cKukRVr5HTdoUQsjsC+w9PjZzv/eFs"
    r"OPp6pQTwT2g6G08mpCiO45qWRerk9CeTh/E3cglzFdvckmtfh98GI/W6f/P7lbLStxCphMeRGjvToMaO49Ssp1NF3D8vFvfPc+J+rQC5JgPjpI"
    r"x5wChIqUq8BTI7QNfUOSOPqOxITADJKPK6ujpFYo1IyRhMRkqKvLPEUdLfiNi5Vwzlbn2eM5O/vjZ/Eon8xcp8QT+J/TR0s7AObXirV6qbm8eq"
    r"Q+srMVUz4YP3VCmkqsl0eDE5Ta9LCm6wyniU29vHwZWC4bBSOxjdUjWXeMqomjsZ+6VfyVKmSu49xuPj+HGKtdzNXF95puc8ofuhr85udCcsGT"
    r"sIK8ZCYQrGykS/TktoNnTt1xoETsJJGVxkCsv0vsaTAphtPt5Qj4/GUCnTjN8QH0KLtWnXrt7ABO/MjmrZ7hZjkavCTwZMjEI/5HmdKfSzxC8D"
    r"bcvWWXlRJfnFabAOlKE+eBwkApazNhlYLl7+SRi59htf+57NEAGK13wwvIMJ9Z8+VUmo//SpOKGe3Mtko1FTRA1FLwUoJSyRJSySz01qltagcg"
    r"ZU0llkOgf2wTpmuRSkpLL4VK5NZEnjE6DxGgJmJaHS/OQYSObjc2Qn46fZnu905JD501BS6m9c6oe2bXLlo0UAndNyG6ukJWpHlreSKZOLIdW3"
    r"NcrVpgElBepS4CjFs99qWEhJklhhfxjuLLE9OsScRppYSYuYOLSMxWWaQG5iqo5iN81Zq0TuFS5puHjes0vUDZnjUJLLEbBd2iNKC5qG7RVWWr"
    r"fz2EkElSYOnsOHlNqmuRyR+ilnrKjS+G6vNLCUjMMqLqrcKAqT+heaQPk/Lv6NFP5/SDqmYQLNuVKAYpsviu7Qrk0uJEmW+A/pzISv6Y7jQU0B"
    r"SAvj5PzbukvuOhZEbj7ls40H7lF9JngTHi0oAdK5qifnl5XS9C5L8vQuAz3o9Fo2vYGsH/jD0m1Yx02RhmwntPQIh8TJ2jb3Sj9p7lybQtc1IK"
    r"l3xjrXEndLzzUnGle1lgFS/JSQnxzFMsCCFggAyhy4izWjDMGu0bKcmdD8rPho2UKbWIbZx/nuBIgEuMgVt7BEejfoTwdXpHkmBA58Qg+DL4+j"
    r"W3Jh6SHtCU0nd8PZFZaRDN3Nrv8qgsDnCmLA5+LaXFlTKN1a3Gd+Ekoa4Wqf+cJkgr4V7JdY4uiSbsBUdB3Oc1o0qKqKJ3c+u1ZTfoU3gNW3Ww"
    r"OrivHtoHKjC1xnGkZ5skTH1IBy6ZEMVcOQ0ZazbtP2Yxc8Q1Qt+dZ/6xCcAtIZZPqtYNy9TP6M6J2jwY4gwAScTNsUTrlOha+bns1KQisp4xtB"
    r"iKxU1LYYNp327Hhz8l5zyNX6JwPVJRthYzl/AOu3JIloq8MXrqTULFyHyi41l1Apo31EUrRkyEMTIQ9HLo376FCBO6cM0OulOgBxFx1e8m9dCh"
    r"ffnSiEGE6oTz9zSGlJmANltnWpm8VStx1X5UVyGqpzYcTnF1Xs5nhUsTh8kbOdGwCtvKD3bVU8J2FaxLJvsjg8nhv2ThCt+n9NxIXhJEyLGH6c"
    r"3bSD4uY5Rogx9Rmr1ohxPpZl3uSBZQYOTwaOo85BjQakKTiJcQ6Mzw1z8Qw1dW66NeyBeWiZTSiyUfAFGFhlIhDEws9zjuQhu1dWoflWXwHW/L"
    r"YFNfYXC17uMJF3mAOBzfKcl9SMiSDEyB0lj+1M7qjsz9DZXccRSZpYD2BjAX3FyvDmysgJpjldsueTchhOgr3zlhq0SIuHJN8c3AyO7ulcp+hm"
    r"rYQqoG2h7erOvtiqm9d1CjgyX5CjktwuiaMdyYLNOW6+Bb8h57nxb/TKXDdbMqRyD0PL1reYGKRxuavgX2cGfQHJSegowIakhSD5QVCjzQQXJj"
    r"5hbN3BktnPF++VoK4mHqlsdOThiSBYrP/Eal14wCcJ6GmS8V5VHE1kLdTx+LuywMF+Qe26o2LGwEy732XQjOFaNGiGFDlZe6ZU+OoQoGsK3yFl"
    r"hu/UJjf1I6RZskN6QKkMEdj3nDDcupIwMRuPlBsTaw0L9yeH9EklQW89moxOktSB8gxfScZ6MKtieq6BOQk50TEFXGC7YYtiyzYXeFBeijjMI/"
    r"YQH/DzeKzVwXCZ914n730LDI9xXs3gjwJBIQLoRNxwGZsc/HVWbqKMuOTdePQ1HJ61W+7ZhK85VtaHNtYMWDwsuFPKvEA8RpjgtbeiT+wZDlya"
    r"mRweW1WZbQKkEwyghVrrZFNxYDgY3kHsnlcqaHleUtDynFHQ0kQuZLXHKHbCJUDa98Id5zBrzN921MPsj/8HTopr1A=="
)
