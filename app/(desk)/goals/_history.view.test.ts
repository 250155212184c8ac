import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { today } from '@/lib/calendar';
import type { GoalChange } from '@/lib/goal/data';
import type { Goal } from '@/lib/goal/rules';
import { historyOf } from './_history.view';

const goal: Goal = {
  id: '019a0000-0000-7000-8000-000000000000',
  measure: 'works',
  streamId: null,
  skillId: null,
  audienceId: null,
  kind: null,
  currency: null,
  target: 60n,
  dueOn: '2027-06-30',
  every: null,
  since: null,
  position: 0,
  version: 4,
  createdAt: new Date('2026-01-31T15:30:00Z'),
  closedAt: null,
  outcome: null,
};
const change = (month: number, more: Partial<GoalChange>): GoalChange => ({
  id: String(month),
  what: 'extended',
  at: new Date(Date.UTC(2026, month - 1, 5)),
  targetBefore: null,
  dueBefore: null,
  ...more,
});

test('each change tells what was before and what came after, on the person’s own day', () => {
  const changes = [
    change(2, { targetBefore: 50n }),
    change(3, { what: 'dropped' }),
    change(4, { what: 'reopened' }),
    change(5, { targetBefore: 60n, dueBefore: '2026-12-31' }),
  ];
  const words = { locale: 'en', t: textsIn('en') } as const;
  const shown = historyOf(goal, changes, (at) => today('Asia/Tokyo', at), words);
  expect(shown.map(({ date, what, detail }) => [date, what, detail])).toEqual([
    ['Feb 1, 2026', 'Set', null],
    ['Feb 5, 2026', 'Changed', 'target 50 → 60 · date none → Dec 31, 2026'],
    ['Mar 5, 2026', 'Dropped', null],
    ['Apr 5, 2026', 'Reopened', null],
    ['May 5, 2026', 'Changed', 'date Dec 31, 2026 → Jun 30, 2027'],
  ]);
});
