-- AlterTable
ALTER TABLE "abuse_report" ADD COLUMN     "handled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "secret_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "import_id" UUID;

-- AlterTable
ALTER TABLE "record" ADD COLUMN     "suspended_at" TIMESTAMPTZ(3),
ADD COLUMN     "suspended_for" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "way" TEXT NOT NULL DEFAULT 'password';

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "delete_at" TIMESTAMPTZ(3),
ADD COLUMN     "email_verified_at" TIMESTAMPTZ(3),
ALTER COLUMN "password_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "account_token" (
    "owner_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("owner_id","purpose")
);

-- CreateTable
CREATE TABLE "email_change" (
    "owner_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "new_confirmed_at" TIMESTAMPTZ(3),
    "old_confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "totp" (
    "owner_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "totp_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "owner_id" UUID NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("owner_id","code_hash")
);

-- CreateTable
CREATE TABLE "passkey" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name" TEXT NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "identity" (
    "owner_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("owner_id","provider")
);

-- CreateTable
CREATE TABLE "challenge" (
    "token_hash" CHAR(64) NOT NULL,
    "purpose" TEXT NOT NULL,
    "owner_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "security_event" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "detail" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "handle_hold" (
    "handle_hash" CHAR(64) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handle_hold_pkey" PRIMARY KEY ("handle_hash")
);

-- CreateTable
CREATE TABLE "upload" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "import" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_token_token_hash_key" ON "account_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_provider_subject_key" ON "identity"("provider", "subject");

-- CreateIndex
CREATE INDEX "challenge_owner_id_idx" ON "challenge"("owner_id");

-- CreateIndex
CREATE INDEX "challenge_expires_at_idx" ON "challenge"("expires_at");

-- CreateIndex
CREATE INDEX "security_event_owner_id_at_idx" ON "security_event"("owner_id", "at" DESC);

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "handle_hold_until_idx" ON "handle_hold"("until");

-- CreateIndex
CREATE INDEX "upload_created_at_idx" ON "upload"("created_at");

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp" ADD CONSTRAINT "totp_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_owner_id_import_id_fkey" FOREIGN KEY ("owner_id", "import_id") REFERENCES "import"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What earlier migrations meant to fill in, and could not see the rows of.

UPDATE "record" r SET "language" = 'en' FROM "user" u
    WHERE u."id" = r."owner_id" AND u."locale" = 'en' AND r."headline_ja" IS NULL AND r."about_ja" IS NULL;
UPDATE "milestone" SET "language" = 'en' WHERE "title_ja" IS NULL AND "title_en" IS NOT NULL;
INSERT INTO "permission_answer" ("owner_id", "milestone_id", "answered_at", "state", "shown_version")
    SELECT "owner_id", "milestone_id", "answered_at", "state", "shown_version" FROM "permission"
    WHERE "answered_at" IS NOT NULL AND "shown_version" IS NOT NULL
    ON CONFLICT DO NOTHING;

-- What Prisma cannot express, by hand.

ALTER TABLE "session"
    ADD CONSTRAINT "session_way_check" CHECK ("way" IN ('password', 'passkey', 'provider')),
    ADD CONSTRAINT "session_place_check" CHECK (char_length("place") <= 200);

ALTER TABLE "record"
    -- A suspended record is not published: every policy of visitors asks for that alone.
    ADD CONSTRAINT "record_suspended_check" CHECK ("suspended_at" IS NULL OR "published_at" IS NULL),
    ADD CONSTRAINT "record_suspended_for_check" CHECK (char_length("suspended_for") <= 2000);

ALTER TABLE "account_token"
    ADD CONSTRAINT "account_token_purpose_check" CHECK ("purpose" IN ('verify', 'reset', 'new_email', 'old_email')),
    ADD CONSTRAINT "account_token_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "account_token_email_check" CHECK (char_length("email") BETWEEN 3 AND 254);

ALTER TABLE "email_change"
    ADD CONSTRAINT "email_change_email_check" CHECK (char_length("email") BETWEEN 3 AND 254);

ALTER TABLE "totp"
    ADD CONSTRAINT "totp_secret_check" CHECK (octet_length("secret") BETWEEN 48 AND 80),
    ADD CONSTRAINT "totp_last_step_check" CHECK ("last_step" >= 0);

ALTER TABLE "recovery_code"
    ADD CONSTRAINT "recovery_code_hash_check" CHECK ("code_hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "passkey"
    ADD CONSTRAINT "passkey_credential_id_check" CHECK ("credential_id" ~ '^[A-Za-z0-9_-]+$' AND char_length("credential_id") <= 1400),
    ADD CONSTRAINT "passkey_public_key_check" CHECK (octet_length("public_key") BETWEEN 1 AND 4096),
    ADD CONSTRAINT "passkey_counter_check" CHECK ("counter" >= 0),
    ADD CONSTRAINT "passkey_transports_check" CHECK (cardinality("transports") <= 10),
    ADD CONSTRAINT "passkey_name_check" CHECK (char_length("name") BETWEEN 1 AND 480);

ALTER TABLE "identity"
    ADD CONSTRAINT "identity_provider_check" CHECK ("provider" IN ('github', 'google', 'oidc')),
    ADD CONSTRAINT "identity_subject_check" CHECK (char_length("subject") BETWEEN 1 AND 1000),
    ADD CONSTRAINT "identity_label_check" CHECK (char_length("label") <= 254);

ALTER TABLE "challenge"
    ADD CONSTRAINT "challenge_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "challenge_purpose_check" CHECK ("purpose" IN ('second_factor', 'passkey_sign_in', 'passkey_add', 'passkey_confirm', 'provider')),
    ADD CONSTRAINT "challenge_data_check" CHECK (octet_length("data"::text) <= 8000);

ALTER TABLE "security_event"
    ADD CONSTRAINT "security_event_what_check" CHECK ("what" ~ '^[a-z_]{1,40}$'),
    ADD CONSTRAINT "security_event_texts_check" CHECK (char_length("device") <= 400 AND char_length("place") <= 200 AND char_length("detail") <= 400);

ALTER TABLE "invitation"
    ADD CONSTRAINT "invitation_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "invitation_note_check" CHECK (char_length("note") <= 800);

ALTER TABLE "handle_hold"
    ADD CONSTRAINT "handle_hold_hash_check" CHECK ("handle_hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "upload"
    ADD CONSTRAINT "upload_kind_check" CHECK ("kind" IN ('export', 'csv')),
    ADD CONSTRAINT "upload_name_check" CHECK (char_length("name") BETWEEN 1 AND 255),
    ADD CONSTRAINT "upload_bytes_check" CHECK ("bytes" >= 0);

ALTER TABLE "import"
    ADD CONSTRAINT "import_name_check" CHECK (char_length("name") BETWEEN 1 AND 255),
    ADD CONSTRAINT "import_rows_check" CHECK ("rows" >= 0);

CREATE INDEX "milestone_import_idx" ON "milestone"("owner_id", "import_id") WHERE "import_id" IS NOT NULL;
CREATE INDEX "user_delete_at_idx" ON "user"("delete_at") WHERE "delete_at" IS NOT NULL;

ALTER TABLE "account_token" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "email_change" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "totp" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "identity" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "challenge" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "security_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "handle_hold" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "upload" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "import" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY "email_change_owner" ON "email_change" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "totp_owner" ON "totp" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "recovery_code_owner" ON "recovery_code" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "passkey_owner" ON "passkey" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "identity_owner" ON "identity" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "invitation_owner" ON "invitation" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "upload_owner" ON "upload" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "import_owner" ON "import" USING ("owner_id" = (SELECT app_viewer()));
-- What happened is read and added to, never rewritten, by whose account it is.
CREATE POLICY "security_event_owner" ON "security_event" FOR SELECT USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "security_event_owner_adds" ON "security_event" FOR INSERT WITH CHECK ("owner_id" = (SELECT app_viewer()));

-- Nothing but keyed hashes: whoever wants a handle asks whether it is free.
CREATE POLICY "handle_hold_anyone" ON "handle_hold" FOR SELECT USING (true);

CREATE POLICY "account_token_system" ON "account_token" USING ((SELECT app_is_system()));
CREATE POLICY "email_change_system" ON "email_change" USING ((SELECT app_is_system()));
CREATE POLICY "totp_system" ON "totp" USING ((SELECT app_is_system()));
CREATE POLICY "recovery_code_system" ON "recovery_code" USING ((SELECT app_is_system()));
CREATE POLICY "passkey_system" ON "passkey" USING ((SELECT app_is_system()));
CREATE POLICY "identity_system" ON "identity" USING ((SELECT app_is_system()));
CREATE POLICY "challenge_system" ON "challenge" USING ((SELECT app_is_system()));
CREATE POLICY "security_event_system" ON "security_event" USING ((SELECT app_is_system()));
CREATE POLICY "invitation_system" ON "invitation" USING ((SELECT app_is_system()));
CREATE POLICY "handle_hold_system" ON "handle_hold" USING ((SELECT app_is_system()));
CREATE POLICY "upload_system" ON "upload" USING ((SELECT app_is_system()));
CREATE POLICY "import_system" ON "import" USING ((SELECT app_is_system()));
