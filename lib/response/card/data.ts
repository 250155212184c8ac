import type { Viewer } from '../../auth/viewer';
import {
  addMonths,
  type Day,
  firstOf,
  type Month,
  monthOf,
  startOfDay,
  today,
} from '../../calendar';
import { asOwner } from '../../db';
import { isHeard, who } from '../row';

/** What the dashboard says of who came. */
export type Came = {
  /** Because of the record, each once a month. */
  readonly people: { readonly thisMonth: number; readonly lastMonth: number };
  readonly visits: { readonly thisMonth: number; readonly lastMonth: number };
  readonly awaiting: Awaiting;
};

/** What waits in the inbox: how many are new, and the longest due next steps, of how many. */
export type Awaiting = {
  readonly unopened: number;
  readonly due: readonly DueStep[];
  readonly dueInAll: number;
};

/** A next step whose day has come. */
export type DueStep = {
  readonly id: string;
  readonly name: string;
  readonly nextStep: string;
  readonly nextStepOn: Day;
};

type Row = {
  peopleThis: number;
  peopleLast: number;
  visitsThis: number;
  visitsLast: number;
  unopened: number;
  due: DueStep[];
  dueInAll: number;
};

/**
 * People and visits of this month and the last, and what waits in the inbox with at most `most` next
 * steps: one statement, as every dashboard asks for it.
 */
export async function getCame(viewer: Viewer, now: Date, most = 5): Promise<Came> {
  const { userId: ownerId, zone } = viewer;
  const day = today(zone, now);
  const thisMonth = monthOf(day);
  const [first, second] = [addMonths(thisMonth, -1), thisMonth];
  const at = (month: Month) => startOfDay(firstOf(month), zone).toISOString();
  const [row] = await asOwner(
    viewer,
    (tx) => tx.$queryRaw<Row[]>`
    WITH waiting AS (
      SELECT id, name, next_step, next_step_on, opened_at IS NULL AND answered_at IS NULL AS is_new,
             next_step IS NOT NULL AND next_step_on <= ${day}::date AS is_due
      FROM inquiry WHERE owner_id = ${ownerId}::uuid AND closed_at IS NULL AND forgotten_at IS NULL)
    SELECT p.this AS "peopleThis", p.last AS "peopleLast", v.this AS "visitsThis", v.last AS "visitsLast",
      (SELECT count(*)::int FROM waiting WHERE is_new) AS unopened,
      (SELECT count(*)::int FROM waiting WHERE is_due) AS "dueInAll",
      (SELECT coalesce(json_agg(json_build_object(
          'id', id, 'name', name, 'nextStep', next_step, 'nextStepOn', next_step_on)
          ORDER BY next_step_on, id), '[]')
        FROM (SELECT * FROM waiting WHERE is_due ORDER BY next_step_on, id LIMIT ${most}::int) AS d) AS due
    FROM (SELECT count(DISTINCT ${who}) FILTER (WHERE i.arrived_at >= ${at(second)}::timestamptz)::int AS this,
        count(DISTINCT ${who}) FILTER (WHERE i.arrived_at < ${at(second)}::timestamptz)::int AS last
      FROM inquiry i WHERE i.owner_id = ${ownerId}::uuid AND i.origin = 'record' AND ${isHeard}
        AND i.arrived_at >= ${at(first)}::timestamptz) AS p,
      (SELECT coalesce(sum(visits) FILTER (WHERE day >= ${firstOf(second)}::date), 0)::int AS this,
        coalesce(sum(visits) FILTER (WHERE day < ${firstOf(second)}::date), 0)::int AS last
      FROM visit_count WHERE owner_id = ${ownerId}::uuid AND day >= ${firstOf(first)}::date) AS v`,
  );
  if (!row) throw new Error('Counts always answer.');
  return {
    people: { thisMonth: row.peopleThis, lastMonth: row.peopleLast },
    visits: { thisMonth: row.visitsThis, lastMonth: row.visitsLast },
    awaiting: { unopened: row.unopened, due: row.due, dueInAll: row.dueInAll },
  };
}
