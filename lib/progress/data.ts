import type { Viewer } from '../auth/viewer';
import { asOwner, type Tx } from '../db';
import {
  type EffortSumRow,
  type MilestoneSumRow,
  milestoneSum,
  type Setting,
  type StoredSetting,
  settingOf,
} from './row';
import type { EffortSum, MilestoneSum } from './rules';

export type Sums = {
  /** Oldest month first. */
  readonly milestones: readonly MilestoneSum[];
  readonly efforts: readonly EffortSum[];
};

/** Everything the viewer logged, added up by month, in two queries answered from indexes alone. */
export async function getSums(viewer: Viewer): Promise<Sums> {
  return asOwner(viewer, (tx) => readSums(tx, viewer.userId));
}

export type Progress = Sums & Setting;

/**
 * All that the dashboard reckons with, in three queries whatever the number of milestones: the two
 * sums, and one for the few things that belong to goals, streams, ladders, the timer and the record.
 */
export async function getProgress(viewer: Viewer): Promise<Progress> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const sums = await readSums(tx, ownerId);
    return { ...sums, ...(await readSetting(tx, viewer)) };
  });
}

async function readSums(tx: Tx, ownerId: string): Promise<Sums> {
  const milestones = await tx.$queryRaw<MilestoneSumRow[]>`
    SELECT kind, currency, stream_id::text AS "streamId", to_char(month, 'YYYY-MM') AS month,
           gross, fees, costs, minutes, milestones
    FROM (
      SELECT kind, currency, stream_id, date_trunc('month', happened_on::timestamp) AS month,
             coalesce(sum(amount_minor), 0)::text AS gross, coalesce(sum(fees_minor), 0)::text AS fees,
             coalesce(sum(costs_minor), 0)::text AS costs, coalesce(sum(minutes), 0)::float8 AS minutes,
             count(*)::int AS milestones
      FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
      GROUP BY 1, 2, 3, 4) AS sums
    ORDER BY sums.month`;
  const efforts = await tx.$queryRaw<EffortSumRow[]>`
    SELECT purpose, stream_id::text AS "streamId", skill_id::text AS "skillId",
           to_char(date_trunc('month', spent_on::timestamp), 'YYYY-MM') AS month,
           sum(minutes)::float8 AS minutes, count(*)::int AS efforts
    FROM effort WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
    GROUP BY 1, 2, 3, 4 ORDER BY 4`;
  return { milestones: milestones.map(milestoneSum), efforts };
}

async function readSetting(tx: Tx, { userId, zone }: Viewer): Promise<Setting> {
  const rows = await tx.$queryRaw<{ setting: string }[]>`
    WITH me AS (SELECT ${userId}::uuid AS id),
    wanted AS (SELECT EXISTS (SELECT 1 FROM goal WHERE owner_id = (SELECT id FROM me)
      AND measure = 'followers' AND closed_at IS NULL) AS counts,
      EXISTS (SELECT 1 FROM goal WHERE owner_id = (SELECT id FROM me)
      AND measure = 'inquiries' AND closed_at IS NULL) AS came)
    SELECT json_build_object(
      'goals', (SELECT coalesce(json_agg(json_build_object(
          'id', id, 'measure', measure, 'streamId', stream_id, 'skillId', skill_id,
          'audienceId', audience_id, 'kind', kind, 'currency', currency, 'target', target::text,
          'dueOn', due_on, 'every', every, 'since', since, 'position', position,
          'version', version, 'createdAt', created_at) ORDER BY position, id), '[]')
        FROM goal WHERE owner_id = (SELECT id FROM me) AND closed_at IS NULL),
      'streams', (SELECT coalesce(json_agg(json_build_object('id', id, 'ja', name_ja,
          'en', name_en, 'origin', origin, 'closedAt', closed_at) ORDER BY created_at DESC, id), '[]')
        FROM stream WHERE owner_id = (SELECT id FROM me)),
      'skills', (SELECT coalesce(json_agg(json_build_object('id', id, 'ja', name_ja, 'en', name_en)
          ORDER BY id), '[]')
        FROM skill WHERE owner_id = (SELECT id FROM me)),
      'audiences', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name,
          'key', name_key) ORDER BY id), '[]')
        FROM audience WHERE owner_id = (SELECT id FROM me)),
      'counts', (SELECT coalesce(json_agg(json_build_object('audienceId', audience_id,
          'day', counted_on, 'followers', followers::text)), '[]')
        FROM (SELECT DISTINCT ON (audience_id, date_trunc('month', counted_on::timestamp))
            audience_id, counted_on, followers
          FROM audience_count WHERE owner_id = (SELECT id FROM me) AND (SELECT counts FROM wanted)
          ORDER BY audience_id, date_trunc('month', counted_on::timestamp), counted_on DESC) AS c),
      'told', (SELECT coalesce(json_agg(json_build_object('name', measure_name,
          'day', happened_on, 'followers', measure_value::text) ORDER BY happened_on, id), '[]')
        FROM milestone WHERE owner_id = (SELECT id FROM me) AND kind = 'audience'
          AND deleted_at IS NULL AND measure_name IS NOT NULL AND precision <> 'year'
          AND (SELECT counts FROM wanted)),
      -- No zone begins a month within a quarter of an hour.
      'came', (SELECT coalesce(json_agg(json_build_object('at', at, 'people', people)
          ORDER BY at), '[]')
        FROM (SELECT date_bin('15 minutes', arrived_at, 'epoch') AS at, count(*)::int AS people
          FROM inquiry WHERE owner_id = (SELECT id FROM me) AND origin = 'record'
            AND (SELECT came FROM wanted)
          GROUP BY 1) AS i),
      'ladders', (SELECT coalesce(json_agg(json_build_object('currency', currency,
          'rungs', rungs::text[])), '[]')
        FROM ladder WHERE owner_id = (SELECT id FROM me)),
      'marks', (SELECT coalesce(json_agg(json_build_object('currency', currency,
          'rung', rung::text)), '[]')
        FROM rung_mark WHERE owner_id = (SELECT id FROM me)),
      'showsStreak', (SELECT shows_streak FROM "user" WHERE id = (SELECT id FROM me)),
      'pauses', (SELECT coalesce(json_agg(month ORDER BY month), '[]')
        FROM pause WHERE owner_id = (SELECT id FROM me)),
      'timer', (SELECT json_build_object('id', t.id, 'purpose', t.purpose,
          'startedAt', t.started_at,
          'stream', CASE WHEN s.id IS NOT NULL
            THEN json_build_object('id', s.id, 'ja', s.name_ja, 'en', s.name_en) END,
          'skill', CASE WHEN k.id IS NOT NULL
            THEN json_build_object('id', k.id, 'ja', k.name_ja, 'en', k.name_en) END)
        FROM timer t
        LEFT JOIN stream s ON s.owner_id = t.owner_id AND s.id = t.stream_id
        LEFT JOIN skill k ON k.owner_id = t.owner_id AND k.id = t.skill_id
        WHERE t.owner_id = (SELECT id FROM me)),
      'record', (SELECT json_build_object('publishedAt', published_at, 'publicCount',
          (SELECT count(*) FROM milestone WHERE owner_id = (SELECT id FROM me)
            AND visibility = 'public' AND deleted_at IS NULL))
        FROM record WHERE owner_id = (SELECT id FROM me)))::text AS setting`;
  return settingOf(JSON.parse(rows[0]?.setting ?? '{}') as StoredSetting, zone);
}
