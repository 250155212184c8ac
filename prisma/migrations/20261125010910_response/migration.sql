-- AlterTable
ALTER TABLE "record" ADD COLUMN     "inquiry_days" SMALLINT,
ADD COLUMN     "people_came" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reply_minutes" INTEGER,
ADD COLUMN     "shows_response" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "takes_inquiries" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "permission_answer" (
    "owner_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "shown_version" INTEGER NOT NULL,

    CONSTRAINT "permission_answer_pkey" PRIMARY KEY ("owner_id","milestone_id","answered_at")
);

-- CreateTable
CREATE TABLE "visit_count" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "milestone_id" UUID,
    "share_id" UUID,
    "source" TEXT NOT NULL DEFAULT '',
    "country" VARCHAR(2) NOT NULL DEFAULT '',
    "views" INTEGER NOT NULL DEFAULT 0,
    "visits" INTEGER NOT NULL DEFAULT 0,
    "previews" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "visit_count_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "visitor" (
    "owner_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "hash" CHAR(43) NOT NULL,
    "read_id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visitor_pkey" PRIMARY KEY ("owner_id","day","hash","read_id")
);

-- CreateTable
CREATE TABLE "visit_salt" (
    "day" DATE NOT NULL,
    "salt" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_salt_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "visit_batch" (
    "id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "arrival" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'record',
    "name" TEXT NOT NULL,
    "email" TEXT,
    "subject" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "language" CHAR(2) NOT NULL,
    "milestone_id" UUID,
    "share_id" UUID,
    "source" TEXT NOT NULL DEFAULT '',
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "forgotten_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "next_step" TEXT,
    "next_step_on" DATE,
    "outcome" TEXT,
    "outcome_at" TIMESTAMPTZ(3),
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "stream_id" UUID,
    "income_id" UUID,
    "search_text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "reply" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "blocked_sender" (
    "owner_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "blocked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blocked_sender_pkey" PRIMARY KEY ("owner_id","email")
);

-- CreateTable
CREATE TABLE "abuse_report" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "inquiry_id" UUID,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "abuse_report_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "mail" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "reply_to" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "unsubscribe" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "kept_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "mail_choice" (
    "owner_id" UUID NOT NULL,
    "tells_inquiries" BOOLEAN NOT NULL DEFAULT true,
    "letter" TEXT NOT NULL DEFAULT 'off',
    "reminds_income" BOOLEAN NOT NULL DEFAULT false,
    "unsubscribe_code" TEXT NOT NULL,

    CONSTRAINT "mail_choice_pkey" PRIMARY KEY ("owner_id")
);

-- CreateIndex
CREATE INDEX "visit_count_owner_id_day_idx" ON "visit_count"("owner_id", "day");

-- CreateIndex
CREATE INDEX "visit_count_owner_id_milestone_id_idx" ON "visit_count"("owner_id", "milestone_id");

-- CreateIndex
CREATE INDEX "visit_count_owner_id_share_id_idx" ON "visit_count"("owner_id", "share_id");

-- CreateIndex
CREATE INDEX "visitor_day_idx" ON "visitor"("day");

-- CreateIndex
CREATE INDEX "visit_batch_written_at_idx" ON "visit_batch"("written_at");

-- CreateIndex
CREATE INDEX "inquiry_owner_id_arrived_at_idx" ON "inquiry"("owner_id", "arrived_at" DESC);

-- CreateIndex
CREATE INDEX "reply_owner_id_inquiry_id_idx" ON "reply"("owner_id", "inquiry_id");

-- CreateIndex
CREATE INDEX "abuse_report_reported_at_idx" ON "abuse_report"("reported_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_owner_id_occasion_key" ON "mail"("owner_id", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "mail_choice_unsubscribe_code_key" ON "mail_choice"("unsubscribe_code");

-- AddForeignKey
ALTER TABLE "permission_answer" ADD CONSTRAINT "permission_answer_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission_answer" ADD CONSTRAINT "permission_answer_owner_id_milestone_id_fkey" FOREIGN KEY ("owner_id", "milestone_id") REFERENCES "milestone"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_count" ADD CONSTRAINT "visit_count_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_count" ADD CONSTRAINT "visit_count_owner_id_milestone_id_fkey" FOREIGN KEY ("owner_id", "milestone_id") REFERENCES "milestone"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_count" ADD CONSTRAINT "visit_count_owner_id_share_id_fkey" FOREIGN KEY ("owner_id", "share_id") REFERENCES "share"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visitor" ADD CONSTRAINT "visitor_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_owner_id_inquiry_id_fkey" FOREIGN KEY ("owner_id", "inquiry_id") REFERENCES "inquiry"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocked_sender" ADD CONSTRAINT "blocked_sender_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The answers given so far are the first of each.
INSERT INTO "permission_answer" ("owner_id", "milestone_id", "answered_at", "state", "shown_version")
    SELECT "owner_id", "milestone_id", "answered_at", "state", "shown_version" FROM "permission"
    WHERE "answered_at" IS NOT NULL AND "shown_version" IS NOT NULL;

-- Partial indexes.

CREATE INDEX "mail_due_idx" ON "mail"("next_try_at")
    WHERE "sent_at" IS NULL AND "kept_at" IS NULL AND "failed_at" IS NULL;

-- One income is what came of one inquiry.
CREATE UNIQUE INDEX "inquiry_income_key" ON "inquiry"("owner_id", "income_id") WHERE "income_id" IS NOT NULL;

-- Limits.

ALTER TABLE "record"
    ADD CONSTRAINT "record_inquiry_days_check" CHECK ("inquiry_days" BETWEEN 1 AND 3650),
    ADD CONSTRAINT "record_people_came_check" CHECK ("people_came" >= 0 AND "reply_minutes" >= 0);

ALTER TABLE "permission_answer"
    ADD CONSTRAINT "permission_answer_state_check" CHECK ("state" IN ('granted', 'anonymous', 'refused'));

ALTER TABLE "visit_count"
    ADD CONSTRAINT "visit_count_source_check" CHECK (char_length("source") <= 253),
    ADD CONSTRAINT "visit_count_country_check" CHECK ("country" ~ '^([A-Z]{2})?$'),
    ADD CONSTRAINT "visit_count_counts_check" CHECK ("views" >= 0 AND "visits" BETWEEN 0 AND "views" AND "previews" >= 0);

ALTER TABLE "visitor"
    ADD CONSTRAINT "visitor_hash_check" CHECK ("hash" ~ '^[A-Za-z0-9_-]{43}$' AND char_length("source") <= 253);

ALTER TABLE "visit_salt"
    ADD CONSTRAINT "visit_salt_salt_check" CHECK (octet_length("salt") = 32);

ALTER TABLE "inquiry"
    ADD CONSTRAINT "inquiry_arrival_check" CHECK ("arrival" IN ('form', 'hand') AND ("arrival" = 'hand' OR "email" IS NOT NULL OR "forgotten_at" IS NOT NULL)),
    ADD CONSTRAINT "inquiry_origin_check" CHECK ("origin" IN ('record', 'networking')),
    ADD CONSTRAINT "inquiry_name_check" CHECK ((char_length("name") BETWEEN 1 AND 480 OR "forgotten_at" IS NOT NULL) AND "name" !~ '[\r\n]'),
    -- That somebody came stays, for the count; who it was and what they wrote does not.
    ADD CONSTRAINT "inquiry_forgotten_check" CHECK ("forgotten_at" IS NULL OR ("name" = '' AND "email" IS NULL AND "message" = ''
        AND "note" = '' AND "next_step" IS NULL AND "search_text" = '' AND "closed_at" IS NOT NULL)),
    ADD CONSTRAINT "inquiry_email_check" CHECK (char_length("email") BETWEEN 3 AND 254 AND "email" !~ '[[:space:][:cntrl:]]'),
    ADD CONSTRAINT "inquiry_subject_check" CHECK ("subject" IN ('job', 'collaboration', 'question', 'other')),
    ADD CONSTRAINT "inquiry_message_check" CHECK (char_length("message") <= 40000 AND char_length("note") <= 16000),
    ADD CONSTRAINT "inquiry_language_check" CHECK ("language" IN ('ja', 'en')),
    ADD CONSTRAINT "inquiry_source_check" CHECK (char_length("source") <= 253),
    ADD CONSTRAINT "inquiry_next_step_check" CHECK (char_length("next_step") BETWEEN 1 AND 1600
        AND ("next_step_on" IS NULL OR "next_step" IS NOT NULL)),
    ADD CONSTRAINT "inquiry_outcome_check" CHECK ("outcome" IN ('nothing', 'conversation', 'collaboration', 'work_agreed')
        AND ("outcome" IS NULL) = ("outcome_at" IS NULL)),
    ADD CONSTRAINT "inquiry_agreed_check" CHECK (("amount_minor" IS NULL) = ("currency" IS NULL)
        AND ("outcome" = 'work_agreed' OR ("amount_minor" IS NULL AND "stream_id" IS NULL))
        AND "amount_minor" BETWEEN 1 AND 999999999999),
    ADD CONSTRAINT "inquiry_version_check" CHECK ("version" >= 1);

ALTER TABLE "reply"
    ADD CONSTRAINT "reply_text_check" CHECK (char_length("text") BETWEEN 1 AND 40000);

ALTER TABLE "blocked_sender"
    ADD CONSTRAINT "blocked_sender_email_check" CHECK (char_length("email") BETWEEN 3 AND 254);

ALTER TABLE "abuse_report"
    ADD CONSTRAINT "abuse_report_about_check" CHECK ("about" IN ('record', 'inquiry')
        AND ("about" = 'inquiry') = ("inquiry_id" IS NOT NULL)),
    ADD CONSTRAINT "abuse_report_reason_check" CHECK ("reason" IN ('spam', 'harassment', 'illegal', 'other')),
    ADD CONSTRAINT "abuse_report_text_check" CHECK (char_length("text") <= 8000);

-- A line's end in a header would begin another one.
ALTER TABLE "mail"
    ADD CONSTRAINT "mail_headers_check" CHECK (("recipient" || coalesce("reply_to", '') || "subject" || coalesce("unsubscribe", '')) !~ '[\r\n]'
        AND char_length("recipient") <= 254 AND char_length("reply_to") <= 254 AND char_length("subject") <= 2000),
    ADD CONSTRAINT "mail_occasion_check" CHECK (char_length("occasion") BETWEEN 1 AND 100),
    ADD CONSTRAINT "mail_body_check" CHECK (char_length("text") <= 100000 AND char_length("html") <= 400000),
    ADD CONSTRAINT "mail_end_check" CHECK (num_nonnulls("sent_at", "kept_at", "failed_at") <= 1 AND "tries" >= 0);

ALTER TABLE "mail_choice"
    ADD CONSTRAINT "mail_choice_letter_check" CHECK ("letter" IN ('off', 'weekly', 'monthly')),
    ADD CONSTRAINT "mail_choice_code_check" CHECK ("unsubscribe_code" ~ '^[A-Za-z0-9_-]{22}$');

-- Row-level security. A visitor reads none of these: what strangers bring is taken in by the system.

ALTER TABLE "permission_answer" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "visit_count" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "visitor" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "inquiry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "reply" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "blocked_sender" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "abuse_report" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "mail_choice" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY "permission_answer_owner" ON "permission_answer" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "visit_count_owner" ON "visit_count" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "inquiry_owner" ON "inquiry" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "reply_owner" ON "reply" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "blocked_sender_owner" ON "blocked_sender" USING ("owner_id" = (SELECT app_viewer()));
-- Of reports about a record its owner learns nothing.
CREATE POLICY "abuse_report_owner" ON "abuse_report" USING ("owner_id" = (SELECT app_viewer()) AND "about" = 'inquiry');
CREATE POLICY "mail_owner" ON "mail" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "mail_choice_owner" ON "mail_choice" USING ("owner_id" = (SELECT app_viewer()));

CREATE POLICY "permission_answer_system" ON "permission_answer" USING ((SELECT app_is_system()));
CREATE POLICY "visit_count_system" ON "visit_count" USING ((SELECT app_is_system()));
CREATE POLICY "visitor_system" ON "visitor" USING ((SELECT app_is_system()));
CREATE POLICY "inquiry_system" ON "inquiry" USING ((SELECT app_is_system()));
CREATE POLICY "reply_system" ON "reply" USING ((SELECT app_is_system()));
CREATE POLICY "blocked_sender_system" ON "blocked_sender" USING ((SELECT app_is_system()));
CREATE POLICY "abuse_report_system" ON "abuse_report" USING ((SELECT app_is_system()));
CREATE POLICY "mail_system" ON "mail" USING ((SELECT app_is_system()));
CREATE POLICY "mail_choice_system" ON "mail_choice" USING ((SELECT app_is_system()));

-- A client's answer is kept by the client's own voice.
CREATE POLICY "permission_answer_client" ON "permission_answer" FOR INSERT
    WITH CHECK ("owner_id" = (SELECT app_asker()) AND "milestone_id" = (SELECT app_asked_about()));

-- A goal may count who came.
ALTER TABLE "goal" DROP CONSTRAINT "goal_measure_check", ADD CONSTRAINT "goal_measure_check" CHECK (
    "measure" IN ('income_month', 'income_total', 'hourly_rate', 'skill_hours', 'followers', 'works', 'milestones', 'inquiries'));

-- Whoever held a salt could tell whose address a hash is of.
ALTER TABLE "visit_salt" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "visit_batch" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "visit_salt_system" ON "visit_salt" USING ((SELECT app_is_system()));
CREATE POLICY "visit_batch_system" ON "visit_batch" USING ((SELECT app_is_system()));
