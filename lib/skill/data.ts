import type { Viewer } from '../auth/viewer';
import type { Day } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import type { Bilingual } from '../locale';
import type { Level } from './rules';

export type Skill = {
  readonly id: string;
  readonly name: Bilingual;
  /** Ascending. */
  readonly levels: readonly Level[];
  readonly version: number;
  /** Building minutes in all; what was deleted does not count. */
  readonly minutes: number;
  /** The last day of them; null before the first. */
  readonly lastOn: Day | null;
};

/** The viewer's skills with their hours, the one worked on last first; one query. */
export async function listSkills(viewer: Viewer): Promise<Skill[]> {
  const ownerId = viewer.userId;
  const rows = await asOwner(
    viewer,
    (tx) => tx.$queryRaw<SkillRow[]>`
      SELECT s.id::text AS id, s.name_ja AS ja, s.name_en AS en, s.level_names AS "levelNames",
             s.level_minutes AS "levelMinutes", s.version,
             coalesce(sums.minutes, 0)::int AS minutes, to_char(sums.last_on, 'YYYY-MM-DD') AS "lastOn"
      FROM skill s
      LEFT JOIN (
        SELECT skill_id, sum(minutes) AS minutes, max(spent_on) AS last_on FROM effort
        WHERE owner_id = ${ownerId}::uuid AND purpose = 'building' AND deleted_at IS NULL
          AND skill_id IS NOT NULL
        GROUP BY skill_id) AS sums ON sums.skill_id = s.id
      WHERE s.owner_id = ${ownerId}::uuid
      ORDER BY sums.last_on DESC NULLS LAST, s.created_at DESC, s.id
      LIMIT ${limits.skills}`,
  );
  return rows.map(({ ja, en, levelNames, levelMinutes, ...row }) => ({
    ...row,
    name: { ja, en },
    levels: levelNames.map((name, i) => ({ name, minutes: levelMinutes[i] ?? 0 })),
  }));
}

type SkillRow = {
  id: string;
  ja: string | null;
  en: string | null;
  levelNames: string[];
  levelMinutes: number[];
  version: number;
  minutes: number;
  lastOn: Day | null;
};
