import { describe, expect, test } from 'vitest';
import { income, work } from '../testing/people';
import { Seen, signsOfDraft } from './duplicates.rules';

const seenAfter = (...drafts: Parameters<typeof signsOfDraft>[0][]) =>
  new Seen(drafts.flatMap(signsOfDraft));

describe('a milestone is known again', () => {
  test('of income by kind, day, amount and currency, whatever it is called', () => {
    const seen = seenAfter(income(500, '2026-11-30'));
    const titled = { title: { ja: '広告', en: null }, streamName: 'YouTube' };
    expect(seen.twinOf(income(500, '2026-11-30', titled), 2)).toEqual({ line: null });
    expect(seen.twinOf(income(500, '2026-11-29'), 3)).toBeNull();
    expect(seen.twinOf(income(501, '2026-11-30'), 4)).toBeNull();
    const dollars = { minor: 500n, currency: 'USD', fees: null, costs: null } as const;
    expect(seen.twinOf(income(500, '2026-11-30', { income: dollars }), 5)).toBeNull();
  });

  test('of another kind by its title in either language, width and case aside', () => {
    const seen = seenAfter(
      work('Ａｐｐを公開', '2026-11-30', { title: { ja: 'Ａｐｐを公開', en: 'App' } }),
    );
    expect(seen.twinOf(work('appを公開', '2026-11-30'), 2)).toEqual({ line: null });
    expect(seen.twinOf(work('APP', '2026-11-30'), 3)).toEqual({ line: null });
    expect(seen.twinOf(work('App', '2026-11-30', { kind: 'skill' }), 4)).toBeNull();
    expect(seen.twinOf(work('App 2', '2026-11-30'), 5)).toBeNull();
  });

  test('within a file by the line of the first', () => {
    const seen = new Seen([]);
    expect(seen.twinOf(work('A', '2026-11-30'), 2)).toBeNull();
    expect(seen.twinOf(work('B', '2026-11-30'), 3)).toBeNull();
    expect(seen.twinOf(work('A', '2026-11-30'), 4)).toEqual({ line: 2 });
    expect(seen.twinOf(work('A', '2026-11-30'), 5)).toEqual({ line: 2 });
  });
});
