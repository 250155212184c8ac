import { purposes } from '../../effort/rules';
import { measures } from '../../goal/rules';
import { limits } from '../../limits';
import { kinds } from '../../milestone/rules';
import {
  big,
  bigs,
  count,
  counts,
  currency,
  day,
  folded,
  id,
  instant,
  line,
  lines,
  of,
  optional,
  word,
} from '../columns.rules';
import type { Table } from '../table.rules';

const skill: Table = {
  name: 'skill',
  key: ['id'],
  columns: {
    id,
    name_ja: optional(line(limits.streamName)),
    name_en: optional(line(limits.streamName)),
    name_key: folded,
    level_names: lines(limits.skillLevels, limits.levelName),
    level_minutes: counts(limits.skillLevels, limits.levelMinutes),
    created_at: instant,
  },
  leftOut: { owner_id: 'owner', version: 'edits' },
  says: { names: ['name_ja', 'name_en'] },
};

const effort: Table = {
  name: 'effort',
  key: ['id'],
  columns: {
    id,
    purpose: word(purposes),
    minutes: count(1, limits.effortMinutes),
    spent_on: day,
    stream_id: optional(of('stream')),
    skill_id: optional(of('skill')),
    note: optional(line(limits.effortNote)),
    recorded_at: instant,
    deleted_at: optional(instant),
  },
  leftOut: { owner_id: 'owner', version: 'edits' },
  says: { names: ['note'], on: 'spent_on' },
};

const timer: Table = {
  name: 'timer',
  key: [],
  columns: {
    id,
    purpose: word(purposes),
    stream_id: optional(of('stream')),
    skill_id: optional(of('skill')),
    started_at: instant,
  },
  leftOut: { owner_id: 'owner' },
  says: { names: [], on: 'started_at' },
};

const audience: Table = {
  name: 'audience',
  key: ['id'],
  columns: { id, name: line(limits.measureName), name_key: folded, created_at: instant },
  leftOut: { owner_id: 'owner', version: 'edits' },
  says: { names: ['name'] },
};

const audienceCount: Table = {
  name: 'audience_count',
  key: ['audience_id', 'counted_on'],
  columns: {
    audience_id: of('audience'),
    counted_on: day,
    followers: big,
    recorded_at: instant,
  },
  leftOut: { owner_id: 'owner' },
  says: { names: ['followers'], on: 'counted_on' },
};

const goal: Table = {
  name: 'goal',
  key: ['id'],
  columns: {
    id,
    measure: word(measures),
    stream_id: optional(of('stream')),
    skill_id: optional(of('skill')),
    audience_id: optional(of('audience')),
    kind: optional(word(kinds)),
    currency: optional(currency),
    target: big,
    due_on: optional(day),
    every: optional(word(['month', 'year'])),
    since: optional(day),
    position: count(0, 1_000_000),
    created_at: instant,
    closed_at: optional(instant),
    outcome: optional(word(['met', 'dropped'])),
  },
  leftOut: { owner_id: 'owner', version: 'edits' },
  says: { names: [], on: 'created_at' },
};

const goalChange: Table = {
  name: 'goal_change',
  key: ['id'],
  columns: {
    id,
    goal_id: id,
    what: word(['met', 'dropped', 'extended', 'reopened']),
    target_before: optional(big),
    due_before: optional(day),
    at: instant,
  },
  leftOut: { owner_id: 'owner' },
  says: { names: [], on: 'at' },
};

const ladder: Table = {
  name: 'ladder',
  key: ['currency'],
  columns: { currency, rungs: bigs(limits.rungs) },
  leftOut: { owner_id: 'owner', version: 'edits', updated_at: 'written' },
  says: { names: ['currency'] },
};

const rungMark: Table = {
  name: 'rung_mark',
  key: ['currency', 'rung'],
  columns: { currency, rung: big, marked_at: instant },
  leftOut: { owner_id: 'owner' },
  says: { names: ['currency'], on: 'marked_at' },
};

const exchangeRate: Table = {
  name: 'exchange_rate',
  key: ['currency', 'base', 'valid_on'],
  columns: { currency, base: currency, valid_on: day, nanos: big, recorded_at: instant },
  leftOut: { owner_id: 'owner' },
  says: { names: ['currency'], on: 'valid_on' },
};

const pause: Table = {
  name: 'pause',
  key: ['month'],
  columns: { month: day },
  leftOut: { owner_id: 'owner' },
  says: { names: [], on: 'month' },
};

/** Hours, readers, goals and the ladder. */
export const climbTables = [
  skill,
  effort,
  timer,
  audience,
  audienceCount,
  goal,
  goalChange,
  ladder,
  rungMark,
  exchangeRate,
  pause,
];
