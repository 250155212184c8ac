-- Tables, as prisma/schema.prisma has them.

ALTER TABLE "stream" ADD COLUMN "closed_at" TIMESTAMPTZ(3),
    ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'record',
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "user" ADD COLUMN "base_currency" CHAR(3),
    ADD COLUMN "shows_streak" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "skill" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name_ja" TEXT,
    "name_en" TEXT,
    "name_key" TEXT NOT NULL,
    "level_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "level_minutes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("owner_id","id")
);

CREATE TABLE "effort" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "spent_on" DATE NOT NULL,
    "stream_id" UUID,
    "skill_id" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "effort_pkey" PRIMARY KEY ("owner_id","id")
);

CREATE TABLE "timer" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "stream_id" UUID,
    "skill_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("owner_id")
);

CREATE TABLE "goal" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "stream_id" UUID,
    "skill_id" UUID,
    "audience_id" UUID,
    "kind" TEXT,
    "currency" CHAR(3),
    "target" BIGINT NOT NULL,
    "due_on" DATE,
    "every" TEXT,
    "since" DATE,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("owner_id","id")
);

CREATE TABLE "goal_change" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "target_before" BIGINT,
    "due_before" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "goal_change_pkey" PRIMARY KEY ("owner_id","id")
);

CREATE TABLE "audience" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audience_pkey" PRIMARY KEY ("owner_id","id")
);

CREATE TABLE "audience_count" (
    "owner_id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "counted_on" DATE NOT NULL,
    "followers" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audience_count_pkey" PRIMARY KEY ("owner_id","audience_id","counted_on")
);

CREATE TABLE "ladder" (
    "owner_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "rungs" BIGINT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ladder_pkey" PRIMARY KEY ("owner_id","currency")
);

CREATE TABLE "rung_mark" (
    "owner_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "rung" BIGINT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rung_mark_pkey" PRIMARY KEY ("owner_id","currency","rung")
);

CREATE TABLE "exchange_rate" (
    "owner_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "base" CHAR(3) NOT NULL,
    "valid_on" DATE NOT NULL,
    "nanos" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("owner_id","currency","base","valid_on")
);

CREATE TABLE "pause" (
    "owner_id" UUID NOT NULL,
    "month" DATE NOT NULL,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("owner_id","month")
);

CREATE UNIQUE INDEX "skill_owner_id_name_key_key" ON "skill"("owner_id", "name_key");
CREATE INDEX "goal_change_owner_id_goal_id_at_idx" ON "goal_change"("owner_id", "goal_id", "at");
CREATE UNIQUE INDEX "audience_owner_id_name_key_key" ON "audience"("owner_id", "name_key");

ALTER TABLE "skill" ADD CONSTRAINT "skill_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "effort" ADD CONSTRAINT "effort_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "effort" ADD CONSTRAINT "effort_owner_id_stream_id_fkey" FOREIGN KEY ("owner_id", "stream_id") REFERENCES "stream"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "effort" ADD CONSTRAINT "effort_owner_id_skill_id_fkey" FOREIGN KEY ("owner_id", "skill_id") REFERENCES "skill"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "timer" ADD CONSTRAINT "timer_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "timer" ADD CONSTRAINT "timer_owner_id_stream_id_fkey" FOREIGN KEY ("owner_id", "stream_id") REFERENCES "stream"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "timer" ADD CONSTRAINT "timer_owner_id_skill_id_fkey" FOREIGN KEY ("owner_id", "skill_id") REFERENCES "skill"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "goal" ADD CONSTRAINT "goal_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "goal" ADD CONSTRAINT "goal_owner_id_stream_id_fkey" FOREIGN KEY ("owner_id", "stream_id") REFERENCES "stream"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "goal" ADD CONSTRAINT "goal_owner_id_skill_id_fkey" FOREIGN KEY ("owner_id", "skill_id") REFERENCES "skill"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "goal" ADD CONSTRAINT "goal_owner_id_audience_id_fkey" FOREIGN KEY ("owner_id", "audience_id") REFERENCES "audience"("owner_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "goal_change" ADD CONSTRAINT "goal_change_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "goal_change" ADD CONSTRAINT "goal_change_owner_id_goal_id_fkey" FOREIGN KEY ("owner_id", "goal_id") REFERENCES "goal"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "audience" ADD CONSTRAINT "audience_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "audience_count" ADD CONSTRAINT "audience_count_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "audience_count" ADD CONSTRAINT "audience_count_owner_id_audience_id_fkey" FOREIGN KEY ("owner_id", "audience_id") REFERENCES "audience"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ladder" ADD CONSTRAINT "ladder_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rung_mark" ADD CONSTRAINT "rung_mark_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pause" ADD CONSTRAINT "pause_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Partial indexes, and indexes that hold what the policies ask for, so that sums need no rows.

-- Sums of the dashboard and of streams: by kind, currency, stream and month.
DROP INDEX "milestone_progress_idx";
CREATE INDEX "milestone_progress_idx" ON "milestone"("owner_id", "kind", "currency", "stream_id", "happened_on")
    INCLUDE ("amount_minor", "fees_minor", "costs_minor", "minutes", "visibility", "deleted_at")
    WHERE "deleted_at" IS NULL;
-- Followers as milestones tell them.
CREATE INDEX "milestone_audience_idx" ON "milestone"("owner_id", "happened_on")
    WHERE "kind" = 'audience' AND "deleted_at" IS NULL;
CREATE INDEX "effort_list_idx" ON "effort"("owner_id", "spent_on" DESC, "id" DESC)
    WHERE "deleted_at" IS NULL;
CREATE INDEX "effort_sums_idx" ON "effort"("owner_id", "purpose", "stream_id", "skill_id", "spent_on")
    INCLUDE ("minutes", "deleted_at")
    WHERE "deleted_at" IS NULL;
CREATE INDEX "effort_deleted_idx" ON "effort"("owner_id", "deleted_at" DESC)
    WHERE "deleted_at" IS NOT NULL;
-- A person's open goals, in their order.
CREATE INDEX "goal_order_idx" ON "goal"("owner_id", "position", "id") WHERE "closed_at" IS NULL;

-- Limits, as lib/limits.ts names them.

ALTER TABLE "user"
    ADD CONSTRAINT "user_base_currency_check" CHECK ("base_currency" ~ '^[A-Z]{3}$');

ALTER TABLE "stream"
    ADD CONSTRAINT "stream_origin_check" CHECK ("origin" IN ('record', 'networking')),
    ADD CONSTRAINT "stream_version_check" CHECK ("version" >= 1);

ALTER TABLE "skill"
    ADD CONSTRAINT "skill_name_check" CHECK (coalesce("name_ja", "name_en") IS NOT NULL
        AND char_length("name_ja") BETWEEN 1 AND 480 AND char_length("name_en") BETWEEN 1 AND 480),
    ADD CONSTRAINT "skill_name_key_check" CHECK (char_length("name_key") BETWEEN 1 AND 1000),
    ADD CONSTRAINT "skill_levels_check" CHECK (
        "level_names" IS NOT NULL AND "level_minutes" IS NOT NULL
        AND cardinality("level_names") = cardinality("level_minutes") AND cardinality("level_names") <= 10
        AND char_length(array_to_string("level_names", '')) <= 2400
        AND 1 <= ALL ("level_minutes") AND 6000000 >= ALL ("level_minutes")),
    ADD CONSTRAINT "skill_version_check" CHECK ("version" >= 1);

ALTER TABLE "effort"
    ADD CONSTRAINT "effort_purpose_check" CHECK ("purpose" IN ('building', 'networking')),
    ADD CONSTRAINT "effort_minutes_check" CHECK ("minutes" BETWEEN 1 AND 1440),
    ADD CONSTRAINT "effort_spent_on_check" CHECK ("spent_on" BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'),
    ADD CONSTRAINT "effort_subject_check" CHECK ("stream_id" IS NULL OR "skill_id" IS NULL),
    ADD CONSTRAINT "effort_note_check" CHECK (char_length("note") BETWEEN 1 AND 1600),
    ADD CONSTRAINT "effort_version_check" CHECK ("version" >= 1);

ALTER TABLE "timer"
    ADD CONSTRAINT "timer_purpose_check" CHECK ("purpose" IN ('building', 'networking')),
    ADD CONSTRAINT "timer_subject_check" CHECK ("stream_id" IS NULL OR "skill_id" IS NULL);

ALTER TABLE "goal"
    ADD CONSTRAINT "goal_measure_check" CHECK (
        "measure" IN ('income_month', 'income_total', 'hourly_rate', 'skill_hours', 'followers', 'works', 'milestones')),
    ADD CONSTRAINT "goal_subject_check" CHECK (
        ("stream_id" IS NULL OR "measure" IN ('income_month', 'income_total', 'hourly_rate'))
        AND ("skill_id" IS NOT NULL) = ("measure" = 'skill_hours')
        AND ("audience_id" IS NOT NULL) = ("measure" = 'followers')
        AND ("kind" IS NOT NULL) = ("measure" = 'milestones')
        AND ("currency" IS NOT NULL) = ("measure" IN ('income_month', 'income_total', 'hourly_rate'))),
    ADD CONSTRAINT "goal_kind_check" CHECK ("kind" IN ('income', 'skill', 'work', 'audience', 'credential', 'recognition')),
    ADD CONSTRAINT "goal_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT "goal_target_check" CHECK ("target" BETWEEN 1 AND 999999999999),
    ADD CONSTRAINT "goal_every_check" CHECK ("every" IN ('month', 'year') AND ("every" IS NULL OR "measure" <> 'followers')),
    ADD CONSTRAINT "goal_since_check" CHECK (extract(day FROM "since") = 1 AND "since" BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'),
    ADD CONSTRAINT "goal_due_on_check" CHECK ("due_on" BETWEEN DATE '1900-01-01' AND DATE '2199-12-31' AND ("due_on" IS NULL OR "every" IS NULL)),
    ADD CONSTRAINT "goal_outcome_check" CHECK (("outcome" IS NULL) = ("closed_at" IS NULL) AND "outcome" IN ('met', 'dropped')),
    ADD CONSTRAINT "goal_position_check" CHECK ("position" BETWEEN 0 AND 1000000),
    ADD CONSTRAINT "goal_version_check" CHECK ("version" >= 1);

ALTER TABLE "goal_change"
    ADD CONSTRAINT "goal_change_what_check" CHECK ("what" IN ('met', 'dropped', 'extended', 'reopened')),
    ADD CONSTRAINT "goal_change_before_check" CHECK (("what" = 'extended') = ("target_before" IS NOT NULL) AND ("what" = 'extended' OR "due_before" IS NULL));

ALTER TABLE "audience"
    ADD CONSTRAINT "audience_name_check" CHECK (char_length("name") BETWEEN 1 AND 480),
    ADD CONSTRAINT "audience_name_key_check" CHECK (char_length("name_key") BETWEEN 1 AND 1000),
    ADD CONSTRAINT "audience_version_check" CHECK ("version" >= 1);

ALTER TABLE "audience_count"
    ADD CONSTRAINT "audience_count_followers_check" CHECK ("followers" BETWEEN 0 AND 999999999999),
    ADD CONSTRAINT "audience_count_counted_on_check" CHECK ("counted_on" BETWEEN DATE '1900-01-01' AND DATE '2199-12-31');

ALTER TABLE "ladder"
    ADD CONSTRAINT "ladder_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT "ladder_rungs_check" CHECK ("rungs" IS NOT NULL AND cardinality("rungs") BETWEEN 1 AND 20
        AND 1 <= ALL ("rungs") AND 999999999999 >= ALL ("rungs")),
    ADD CONSTRAINT "ladder_version_check" CHECK ("version" >= 1);

ALTER TABLE "rung_mark"
    ADD CONSTRAINT "rung_mark_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT "rung_mark_rung_check" CHECK ("rung" BETWEEN 1 AND 999999999999);

ALTER TABLE "exchange_rate"
    ADD CONSTRAINT "exchange_rate_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$' AND "base" ~ '^[A-Z]{3}$' AND "currency" <> "base"),
    ADD CONSTRAINT "exchange_rate_nanos_check" CHECK ("nanos" BETWEEN 1 AND 999999999999999),
    ADD CONSTRAINT "exchange_rate_valid_on_check" CHECK ("valid_on" BETWEEN DATE '1900-01-01' AND DATE '2199-12-31');

ALTER TABLE "pause"
    ADD CONSTRAINT "pause_month_check" CHECK (extract(day FROM "month") = 1 AND "month" BETWEEN DATE '1900-01-01' AND DATE '2199-12-31');

-- Row-level security, as in the first migration.

ALTER TABLE "skill" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "effort" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "timer" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "goal" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "goal_change" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "audience" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "audience_count" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ladder" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "rung_mark" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "exchange_rate" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "pause" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY "skill_owner" ON "skill" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "effort_owner" ON "effort" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "timer_owner" ON "timer" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "goal_owner" ON "goal" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "goal_change_owner" ON "goal_change" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "audience_owner" ON "audience" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "audience_count_owner" ON "audience_count" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "ladder_owner" ON "ladder" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "rung_mark_owner" ON "rung_mark" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "exchange_rate_owner" ON "exchange_rate" USING ("owner_id" = (SELECT app_viewer()));
CREATE POLICY "pause_owner" ON "pause" USING ("owner_id" = (SELECT app_viewer()));

CREATE POLICY "skill_system" ON "skill" USING ((SELECT app_is_system()));
CREATE POLICY "effort_system" ON "effort" USING ((SELECT app_is_system()));
CREATE POLICY "timer_system" ON "timer" USING ((SELECT app_is_system()));
CREATE POLICY "goal_system" ON "goal" USING ((SELECT app_is_system()));
CREATE POLICY "goal_change_system" ON "goal_change" USING ((SELECT app_is_system()));
CREATE POLICY "audience_system" ON "audience" USING ((SELECT app_is_system()));
CREATE POLICY "audience_count_system" ON "audience_count" USING ((SELECT app_is_system()));
CREATE POLICY "ladder_system" ON "ladder" USING ((SELECT app_is_system()));
CREATE POLICY "rung_mark_system" ON "rung_mark" USING ((SELECT app_is_system()));
CREATE POLICY "exchange_rate_system" ON "exchange_rate" USING ((SELECT app_is_system()));
CREATE POLICY "pause_system" ON "pause" USING ((SELECT app_is_system()));

-- A published record shows its owner's own rungs, where they are reached.
CREATE POLICY "ladder_visitor" ON "ladder" FOR SELECT
    USING ((SELECT app_is_visitor())
        AND (SELECT r."published_at" FROM "record" r WHERE r."owner_id" = "ladder"."owner_id") IS NOT NULL);
