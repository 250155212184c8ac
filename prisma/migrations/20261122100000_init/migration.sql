-- Tables, as prisma/schema.prisma has them.

CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" CHAR(2) NOT NULL DEFAULT 'ja',
    "zone" TEXT NOT NULL DEFAULT 'Asia/Tokyo',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "record" (
    "owner_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "headline_ja" TEXT,
    "headline_en" TEXT,
    "about_ja" TEXT,
    "about_en" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "record_pkey" PRIMARY KEY ("owner_id")
);

CREATE TABLE "stream" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name_ja" TEXT,
    "name_en" TEXT,
    "name_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "stream_pkey" PRIMARY KEY ("owner_id", "id")
);

CREATE TABLE "milestone" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title_ja" TEXT,
    "title_en" TEXT,
    "story_ja" TEXT,
    "story_en" TEXT,
    "happened_on" DATE NOT NULL,
    "precision" TEXT NOT NULL,
    "stream_id" UUID,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "fees_minor" BIGINT,
    "costs_minor" BIGINT,
    "minutes" INTEGER,
    "measure_name" TEXT,
    "measure_value" BIGINT,
    "issuer" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "visibility" TEXT NOT NULL DEFAULT 'private',
    "published_at" TIMESTAMPTZ(3),
    "search_text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    CONSTRAINT "milestone_pkey" PRIMARY KEY ("owner_id", "id")
);

CREATE TABLE "evidence" (
    "owner_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "evidence_pkey" PRIMARY KEY ("owner_id", "milestone_id", "position")
);

CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "reset_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

CREATE UNIQUE INDEX "user_email_key" ON "user"("email");
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");
CREATE INDEX "session_owner_id_created_at_idx" ON "session"("owner_id", "created_at");
CREATE UNIQUE INDEX "record_handle_key" ON "record"("handle");
CREATE UNIQUE INDEX "stream_owner_id_name_key_key" ON "stream"("owner_id", "name_key");
CREATE INDEX "rate_limit_reset_at_idx" ON "rate_limit"("reset_at");

ALTER TABLE "session" ADD CONSTRAINT "session_owner_id_fkey"
    FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "record" ADD CONSTRAINT "record_owner_id_fkey"
    FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stream" ADD CONSTRAINT "stream_owner_id_fkey"
    FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_owner_id_fkey"
    FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_owner_id_stream_id_fkey"
    FOREIGN KEY ("owner_id", "stream_id") REFERENCES "stream"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_owner_id_fkey"
    FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_owner_id_milestone_id_fkey"
    FOREIGN KEY ("owner_id", "milestone_id") REFERENCES "milestone"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Partial indexes: what Prisma's schema language cannot say.

-- The list, newest first, paged by key.
CREATE INDEX "milestone_list_idx" ON "milestone"("owner_id", "happened_on" DESC, "id" DESC)
    WHERE "deleted_at" IS NULL;
CREATE INDEX "milestone_kind_list_idx" ON "milestone"("owner_id", "kind", "happened_on" DESC, "id" DESC)
    WHERE "deleted_at" IS NULL;
-- Sums and counts of everything a person has, from the index alone: the columns that the policies
-- below ask for have to be in it, or every row would be fetched to be allowed.
CREATE INDEX "milestone_progress_idx" ON "milestone"("owner_id", "kind", "currency", "happened_on")
    INCLUDE ("amount_minor", "visibility", "deleted_at")
    WHERE "deleted_at" IS NULL;
-- What a record shows.
CREATE INDEX "milestone_public_idx" ON "milestone"("owner_id", "happened_on" DESC, "id" DESC)
    WHERE "visibility" = 'public' AND "deleted_at" IS NULL;
CREATE INDEX "milestone_stream_idx" ON "milestone"("owner_id", "stream_id", "happened_on" DESC)
    WHERE "stream_id" IS NOT NULL;
CREATE INDEX "milestone_deleted_idx" ON "milestone"("owner_id", "deleted_at" DESC)
    WHERE "deleted_at" IS NOT NULL;

-- Limits, as lib/limits.ts names them. Lengths here are in code points and leave room
-- for graphemes of several code points; the parser counts graphemes.

ALTER TABLE "user"
    ADD CONSTRAINT "user_email_check" CHECK ("email" = lower("email") AND char_length("email") BETWEEN 3 AND 254),
    ADD CONSTRAINT "user_locale_check" CHECK ("locale" IN ('ja', 'en')),
    ADD CONSTRAINT "user_zone_check" CHECK (char_length("zone") BETWEEN 1 AND 64);

ALTER TABLE "session"
    ADD CONSTRAINT "session_token_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "session_device_check" CHECK (char_length("device") <= 200),
    ADD CONSTRAINT "session_expires_at_check" CHECK ("expires_at" > "created_at");

ALTER TABLE "record"
    ADD CONSTRAINT "record_handle_check" CHECK ("handle" ~ '^[a-z0-9-]{3,30}$' AND "handle" NOT LIKE 'xn--%'),
    ADD CONSTRAINT "record_display_name_check" CHECK (char_length("display_name") BETWEEN 1 AND 400),
    ADD CONSTRAINT "record_headline_check" CHECK (char_length("headline_ja") BETWEEN 1 AND 960 AND char_length("headline_en") BETWEEN 1 AND 960),
    ADD CONSTRAINT "record_about_check" CHECK (char_length("about_ja") BETWEEN 1 AND 16000 AND char_length("about_en") BETWEEN 1 AND 16000),
    ADD CONSTRAINT "record_version_check" CHECK ("version" >= 1);

ALTER TABLE "stream"
    ADD CONSTRAINT "stream_name_check" CHECK (coalesce("name_ja", "name_en") IS NOT NULL
        AND char_length("name_ja") BETWEEN 1 AND 480 AND char_length("name_en") BETWEEN 1 AND 480),
    ADD CONSTRAINT "stream_name_key_check" CHECK (char_length("name_key") BETWEEN 1 AND 1000);

ALTER TABLE "milestone"
    ADD CONSTRAINT "milestone_kind_check" CHECK ("kind" IN ('income', 'skill', 'work', 'audience', 'credential', 'recognition')),
    ADD CONSTRAINT "milestone_title_check" CHECK (
        ("kind" = 'income' OR coalesce("title_ja", "title_en") IS NOT NULL)
        AND char_length("title_ja") BETWEEN 1 AND 960 AND char_length("title_en") BETWEEN 1 AND 960),
    ADD CONSTRAINT "milestone_story_check" CHECK (char_length("story_ja") BETWEEN 1 AND 40000 AND char_length("story_en") BETWEEN 1 AND 40000),
    ADD CONSTRAINT "milestone_happened_on_check" CHECK ("happened_on" BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'),
    ADD CONSTRAINT "milestone_precision_check" CHECK (
        "precision" = 'day'
        OR ("precision" = 'month' AND extract(day FROM "happened_on") = 1)
        OR ("precision" = 'year' AND extract(doy FROM "happened_on") = 1)),
    ADD CONSTRAINT "milestone_income_check" CHECK (
        ("kind" = 'income' AND "amount_minor" IS NOT NULL AND "currency" IS NOT NULL AND "stream_id" IS NOT NULL AND "precision" <> 'year')
        OR ("kind" <> 'income' AND "amount_minor" IS NULL AND "currency" IS NULL AND "stream_id" IS NULL AND "fees_minor" IS NULL AND "costs_minor" IS NULL)),
    ADD CONSTRAINT "milestone_audience_check" CHECK (
        ("kind" = 'audience') = ("measure_value" IS NOT NULL) AND ("kind" = 'audience' OR "measure_name" IS NULL)),
    ADD CONSTRAINT "milestone_issuer_check" CHECK (
        ("kind" IN ('credential', 'recognition') OR "issuer" IS NULL) AND char_length("issuer") BETWEEN 1 AND 960),
    ADD CONSTRAINT "milestone_amount_check" CHECK (
        "amount_minor" BETWEEN 1 AND 999999999999
        AND "fees_minor" BETWEEN 0 AND 999999999999 AND "costs_minor" BETWEEN 0 AND 999999999999),
    ADD CONSTRAINT "milestone_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT "milestone_minutes_check" CHECK ("minutes" BETWEEN 1 AND 600000),
    ADD CONSTRAINT "milestone_measure_check" CHECK (
        "measure_value" BETWEEN 0 AND 999999999999 AND char_length("measure_name") BETWEEN 1 AND 480),
    ADD CONSTRAINT "milestone_tags_check" CHECK ("tags" IS NOT NULL AND cardinality("tags") <= 20 AND char_length(array_to_string("tags", '')) <= 4800),
    ADD CONSTRAINT "milestone_visibility_check" CHECK ("visibility" IN ('private', 'unlisted', 'public')),
    -- Leaving private is a dated fact; being private again takes the date away.
    ADD CONSTRAINT "milestone_published_at_check" CHECK (("visibility" = 'private') = ("published_at" IS NULL)),
    ADD CONSTRAINT "milestone_version_check" CHECK ("version" >= 1);

ALTER TABLE "evidence"
    ADD CONSTRAINT "evidence_position_check" CHECK ("position" BETWEEN 1 AND 5),
    ADD CONSTRAINT "evidence_url_check" CHECK (char_length("url") <= 2000 AND "url" ~ '^https?://');

ALTER TABLE "rate_limit"
    ADD CONSTRAINT "rate_limit_count_check" CHECK ("count" >= 1),
    ADD CONSTRAINT "rate_limit_key_check" CHECK (char_length("key") <= 128);

-- Row-level security: the second line. The owner of the tables obeys it too (FORCE).
--   app.viewer = <user id>  the rows of that person and nothing else  (asOwner)
--   app.system = 'on'       sign-in, jobs                             (asSystem)
--   neither                 a visitor: what is published              (asVisitor)
-- The settings are read once a statement, hence the sub-selects.

ALTER TABLE "user" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "record" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "stream" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE FUNCTION app_viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.viewer', true), '')::uuid $$;
CREATE FUNCTION app_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('app.system', true), '') = 'on' $$;
CREATE FUNCTION app_is_visitor() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('app.viewer', true), '') = '' $$;

CREATE POLICY "user_owner" ON "user" USING ("id" = (SELECT app_viewer()));
CREATE POLICY "session_owner" ON "session" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "record_owner" ON "record" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "stream_owner" ON "stream" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "milestone_owner" ON "milestone" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "evidence_owner" ON "evidence" USING ("owner_id" = (SELECT app_viewer()));

CREATE POLICY "user_system" ON "user" USING ((SELECT app_is_system()));
CREATE POLICY "session_system" ON "session" USING ((SELECT app_is_system()));
CREATE POLICY "record_system" ON "record" USING ((SELECT app_is_system()));
CREATE POLICY "stream_system" ON "stream" USING ((SELECT app_is_system()));
CREATE POLICY "milestone_system" ON "milestone" USING ((SELECT app_is_system()));
CREATE POLICY "evidence_system" ON "evidence" USING ((SELECT app_is_system()));

-- A visitor reads and never writes. A stream and a link are seen only through a milestone
-- that is, and a milestone only through a record that is; the window asks for exactly these.
CREATE POLICY "record_visitor" ON "record" FOR SELECT
    USING ((SELECT app_is_visitor()) AND "published_at" IS NOT NULL);
-- Scalar sub-selects, because the planner would turn EXISTS into a hash of every published record.
CREATE POLICY "milestone_visitor" ON "milestone" FOR SELECT
    USING ((SELECT app_is_visitor()) AND "visibility" <> 'private' AND "deleted_at" IS NULL
        AND (SELECT r."published_at" FROM "record" r WHERE r."owner_id" = "milestone"."owner_id") IS NOT NULL);
CREATE POLICY "stream_visitor" ON "stream" FOR SELECT
    USING ((SELECT app_is_visitor()) AND (SELECT true FROM "milestone" m
        WHERE m."owner_id" = "stream"."owner_id" AND m."stream_id" = "stream"."id" LIMIT 1));
CREATE POLICY "evidence_visitor" ON "evidence" FOR SELECT
    USING ((SELECT app_is_visitor()) AND (SELECT true FROM "milestone" m
        WHERE m."owner_id" = "evidence"."owner_id" AND m."id" = "evidence"."milestone_id"));
