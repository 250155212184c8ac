import { expect, test } from 'vitest';
import { type Happening, newsDays, queueLength, queueOf } from './queue.rules';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const happening = (occasion: string, days: number): Happening => ({
  occasion,
  at: ago(days),
  visibleFrom: null,
});
const none = new Set<string>();
const named = (queue: readonly Happening[]) => queue.map(({ occasion }) => occasion);

test('rungs before goals before milestones, the latest of each first', () => {
  const all = ['milestone:a', 'goal:b', 'rung:JPY:1', 'milestone:c'];
  const queue = queueOf(
    all.map((occasion, i) => happening(occasion, 10 - i)),
    none,
    now,
  );
  expect(named(queue)).toEqual(['rung:JPY:1', 'goal:b', 'milestone:c', 'milestone:a']);
});

test('neither what was shared or passed over, nor what is no news', () => {
  const old = happening('milestone:old', newsDays + 1);
  const queue = queueOf(
    [happening('goal:done', 1), happening('goal:new', newsDays), old],
    new Set(['goal:done']),
    now,
  );
  expect(named(queue)).toEqual(['goal:new']);
  // What was held back that long is news once it is seen.
  expect(named(queueOf([{ ...old, visibleFrom: ago(-3) }], none, now))).toEqual(['milestone:old']);
});

test('as many as anyone would work through', () => {
  const many = Array.from({ length: 300 }, (_, i) => happening(`milestone:${i}`, i % 80));
  expect(queueOf(many, none, now)).toHaveLength(queueLength);
});
