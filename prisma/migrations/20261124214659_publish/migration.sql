-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "checked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "disclosure" TEXT,
ADD COLUMN     "language" CHAR(2) NOT NULL DEFAULT 'ja',
ADD COLUMN     "needs_permission" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pinned_at" TIMESTAMPTZ(3),
ADD COLUMN     "text_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "public_id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "visible_from" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "record" ADD COLUMN     "checks_links" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "contact_links" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "default_visibility" TEXT NOT NULL DEFAULT 'private',
ADD COLUMN     "delay_days" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "disclosure" TEXT NOT NULL DEFAULT 'exact',
ADD COLUMN     "employer_safe_at" TIMESTAMPTZ(3),
ADD COLUMN     "has_feeds" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "is_indexed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "language" CHAR(2) NOT NULL DEFAULT 'ja',
ADD COLUMN     "months_only" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pen_name" TEXT,
ADD COLUMN     "sections" TEXT[] DEFAULT ARRAY['pinned', 'climb', 'income', 'milestones', 'contact']::TEXT[],
ADD COLUMN     "shows_hours" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "old_handle" (
    "handle" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "old_handle_pkey" PRIMARY KEY ("handle")
);

-- CreateTable
CREATE TABLE "kept_name" (
    "owner_id" UUID NOT NULL,
    "name_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_name_pkey" PRIMARY KEY ("owner_id","name_key")
);

-- CreateTable
CREATE TABLE "permission" (
    "owner_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'not_asked',
    "title_ja" TEXT,
    "title_en" TEXT,
    "story_ja" TEXT,
    "story_en" TEXT,
    "code" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "shown_version" INTEGER,

    CONSTRAINT "permission_pkey" PRIMARY KEY ("owner_id","milestone_id")
);

-- CreateTable
CREATE TABLE "share" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "milestone_id" UUID,
    "occasion" TEXT,
    "network" TEXT NOT NULL,
    "server" TEXT,
    "language" CHAR(2) NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "passed_over" (
    "owner_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "passed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passed_over_pkey" PRIMARY KEY ("owner_id","occasion")
);

-- CreateIndex
CREATE INDEX "old_handle_owner_id_idx" ON "old_handle"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "permission_code_key" ON "permission"("code");

-- CreateIndex
CREATE UNIQUE INDEX "share_code_key" ON "share"("code");

-- CreateIndex
CREATE INDEX "share_owner_id_created_at_idx" ON "share"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "share_owner_id_milestone_id_idx" ON "share"("owner_id", "milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_owner_id_public_id_key" ON "milestone"("owner_id", "public_id");

-- AddForeignKey
ALTER TABLE "old_handle" ADD CONSTRAINT "old_handle_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_name" ADD CONSTRAINT "kept_name_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission" ADD CONSTRAINT "permission_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission" ADD CONSTRAINT "permission_owner_id_milestone_id_fkey" FOREIGN KEY ("owner_id", "milestone_id") REFERENCES "milestone"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_owner_id_milestone_id_fkey" FOREIGN KEY ("owner_id", "milestone_id") REFERENCES "milestone"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passed_over" ADD CONSTRAINT "passed_over_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What there is was written in the language of its text, or of its owner.
UPDATE "record" r SET "language" = u."locale" FROM "user" u WHERE u."id" = r."owner_id";
UPDATE "milestone" m SET "language" = CASE
    WHEN m."title_ja" IS NULL AND m."title_en" IS NOT NULL THEN 'en'
    WHEN m."title_en" IS NULL AND m."title_ja" IS NOT NULL THEN 'ja'
    ELSE u."locale" END
    FROM "user" u WHERE u."id" = m."owner_id";

-- Partial indexes.

CREATE INDEX "milestone_pinned_idx" ON "milestone"("owner_id", "pinned_at" DESC)
    WHERE "pinned_at" IS NOT NULL;
-- The sitemap.
CREATE INDEX "record_indexed_idx" ON "record"("handle") WHERE "published_at" IS NOT NULL AND "is_indexed";

-- Limits.

ALTER TABLE "record"
    ADD CONSTRAINT "record_language_check" CHECK ("language" IN ('ja', 'en')),
    ADD CONSTRAINT "record_disclosure_check" CHECK ("disclosure" IN ('exact', 'range', 'rung', 'index', 'hidden')),
    ADD CONSTRAINT "record_default_visibility_check" CHECK ("default_visibility" IN ('private', 'unlisted', 'public')),
    ADD CONSTRAINT "record_delay_days_check" CHECK ("delay_days" BETWEEN 0 AND 365),
    ADD CONSTRAINT "record_pen_name_check" CHECK (char_length("pen_name") BETWEEN 1 AND 400),
    ADD CONSTRAINT "record_sections_check" CHECK ("sections" IS NOT NULL AND cardinality("sections") <= 5
        AND "sections" <@ ARRAY['pinned', 'climb', 'income', 'milestones', 'contact']),
    ADD CONSTRAINT "record_contact_links_check" CHECK ("contact_links" IS NOT NULL AND cardinality("contact_links") <= 5
        AND char_length(array_to_string("contact_links", '')) <= 10000),
    -- What the mode promises stands in the store: no form can leave half of it on.
    ADD CONSTRAINT "record_employer_safe_check" CHECK ("employer_safe_at" IS NULL OR (
        "pen_name" IS NOT NULL AND "months_only" AND "checks_links" AND NOT "is_indexed" AND NOT "has_feeds"
        AND "disclosure" <> 'exact' AND "delay_days" >= 14));

ALTER TABLE "milestone"
    ADD CONSTRAINT "milestone_language_check" CHECK ("language" IN ('ja', 'en')),
    ADD CONSTRAINT "milestone_disclosure_check" CHECK ("disclosure" IN ('exact', 'range', 'rung', 'index', 'hidden')),
    ADD CONSTRAINT "milestone_text_version_check" CHECK ("text_version" >= 1),
    ADD CONSTRAINT "milestone_visible_from_check" CHECK ("visible_from" BETWEEN '1900-01-01' AND '2200-01-02');

ALTER TABLE "old_handle"
    ADD CONSTRAINT "old_handle_handle_check" CHECK ("handle" ~ '^[a-z0-9-]{3,30}$');

ALTER TABLE "kept_name"
    ADD CONSTRAINT "kept_name_name_check" CHECK (char_length("name") BETWEEN 1 AND 480 AND char_length("name_key") BETWEEN 1 AND 1000);

ALTER TABLE "permission"
    ADD CONSTRAINT "permission_state_check" CHECK ("state" IN ('not_asked', 'asked', 'granted', 'anonymous', 'refused')),
    ADD CONSTRAINT "permission_title_check" CHECK (char_length("title_ja") BETWEEN 1 AND 960 AND char_length("title_en") BETWEEN 1 AND 960),
    ADD CONSTRAINT "permission_story_check" CHECK (char_length("story_ja") BETWEEN 1 AND 40000 AND char_length("story_en") BETWEEN 1 AND 40000),
    ADD CONSTRAINT "permission_code_check" CHECK ("code" ~ '^[A-Za-z0-9_-]{22}$'),
    ADD CONSTRAINT "permission_asked_check" CHECK (("code" IS NULL) = ("asked_at" IS NULL) AND ("code" IS NULL) = ("shown_version" IS NULL)
        AND ("state" = 'not_asked' OR "code" IS NOT NULL)),
    ADD CONSTRAINT "permission_answered_check" CHECK (("state" IN ('granted', 'anonymous', 'refused')) = ("answered_at" IS NOT NULL));

ALTER TABLE "share"
    ADD CONSTRAINT "share_code_check" CHECK ("code" ~ '^[A-Za-z0-9]{10}$'),
    ADD CONSTRAINT "share_network_check" CHECK ("network" IN ('x', 'line', 'bluesky', 'threads', 'linkedin', 'facebook', 'mastodon', 'hatena', 'email', 'copy', 'system')),
    ADD CONSTRAINT "share_server_check" CHECK (("network" = 'mastodon' OR "server" IS NULL) AND char_length("server") BETWEEN 3 AND 253),
    ADD CONSTRAINT "share_language_check" CHECK ("language" IN ('ja', 'en')),
    ADD CONSTRAINT "share_text_check" CHECK (char_length("text") <= 16000),
    ADD CONSTRAINT "share_occasion_check" CHECK (char_length("occasion") BETWEEN 1 AND 100),
    ADD CONSTRAINT "share_version_check" CHECK ("version" >= 1);

ALTER TABLE "passed_over"
    ADD CONSTRAINT "passed_over_occasion_check" CHECK (char_length("occasion") BETWEEN 1 AND 100);

-- Row-level security. A fourth voice joins: app.code = <code of a permission> is a client who holds the
-- link they were sent, and reads the one milestone they are asked about and answers (asClient).

ALTER TABLE "old_handle" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "kept_name" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "permission" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "share" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "passed_over" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE FUNCTION app_code() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.code', true), '') $$;
-- Whose milestone the code is about, read by it: policies that looked it up themselves would go in circles.
CREATE FUNCTION app_asker() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.asker', true), '')::uuid $$;
CREATE FUNCTION app_asked_about() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.asked_about', true), '')::uuid $$;

CREATE POLICY "old_handle_owner" ON "old_handle" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "kept_name_owner" ON "kept_name" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "permission_owner" ON "permission" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "share_owner" ON "share" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "passed_over_owner" ON "passed_over" USING ("owner_id" = (SELECT app_viewer()));

CREATE POLICY "old_handle_system" ON "old_handle" USING ((SELECT app_is_system()));
CREATE POLICY "kept_name_system" ON "kept_name" USING ((SELECT app_is_system()));
CREATE POLICY "permission_system" ON "permission" USING ((SELECT app_is_system()));
CREATE POLICY "share_system" ON "share" USING ((SELECT app_is_system()));
CREATE POLICY "passed_over_system" ON "passed_over" USING ((SELECT app_is_system()));

-- Whoever wants a handle has to know that it still leads to somebody, as does who follows an old link.
CREATE POLICY "old_handle_anyone" ON "old_handle" FOR SELECT USING (true);
-- Once it leads nowhere, whoever needs its place clears it away.
CREATE POLICY "old_handle_free" ON "old_handle" FOR DELETE USING ("until" <= now());

CREATE POLICY "permission_client" ON "permission" FOR SELECT USING ("code" = (SELECT app_code()));
CREATE POLICY "permission_answer" ON "permission" FOR UPDATE USING ("code" = (SELECT app_code()));
CREATE POLICY "record_client" ON "record" FOR SELECT USING ("owner_id" = (SELECT app_asker()));
CREATE POLICY "ladder_client" ON "ladder" FOR SELECT USING ("owner_id" = (SELECT app_asker()));
CREATE POLICY "milestone_client" ON "milestone" FOR SELECT
    USING ("owner_id" = (SELECT app_asker()) AND "id" = (SELECT app_asked_about()) AND "deleted_at" IS NULL);
CREATE POLICY "stream_client" ON "stream" FOR SELECT
    USING ("owner_id" = (SELECT app_asker()) AND (SELECT true FROM "milestone" m
        WHERE m."owner_id" = "stream"."owner_id" AND m."stream_id" = "stream"."id" LIMIT 1));
CREATE POLICY "evidence_client" ON "evidence" FOR SELECT
    USING ("owner_id" = (SELECT app_asker()) AND "milestone_id" = (SELECT app_asked_about()));

-- What a client said of a published record's milestones decides what a visitor sees of them.
CREATE POLICY "permission_visitor" ON "permission" FOR SELECT
    USING ((SELECT app_is_visitor()) AND "state" IN ('granted', 'anonymous')
        AND (SELECT r."published_at" FROM "record" r WHERE r."owner_id" = "permission"."owner_id") IS NOT NULL);

-- A milestone is seen once its time has come and nobody who was asked is in the way.
DROP POLICY "milestone_visitor" ON "milestone";
CREATE POLICY "milestone_visitor" ON "milestone" FOR SELECT
    USING ((SELECT app_is_visitor()) AND "visibility" <> 'private' AND "deleted_at" IS NULL
        AND ("visible_from" IS NULL OR "visible_from" <= now())
        AND (SELECT r."published_at" IS NOT NULL
                AND (r."delay_days" = 0
                    OR "milestone"."published_at" + make_interval(days => r."delay_days") <= now())
            FROM "record" r WHERE r."owner_id" = "milestone"."owner_id")
        AND (NOT "needs_permission" OR (SELECT p."state" FROM "permission" p
            WHERE p."owner_id" = "milestone"."owner_id" AND p."milestone_id" = "milestone"."id"
                AND p."shown_version" = "milestone"."text_version")
            IN ('granted', 'anonymous')));

-- A short address leads on while there is something to lead to.
CREATE POLICY "share_visitor" ON "share" FOR SELECT
    USING ((SELECT app_is_visitor()) AND (
        ("milestone_id" IS NULL AND (SELECT r."published_at" FROM "record" r
            WHERE r."owner_id" = "share"."owner_id") IS NOT NULL)
        OR (SELECT true FROM "milestone" m
            WHERE m."owner_id" = "share"."owner_id" AND m."id" = "share"."milestone_id")));
