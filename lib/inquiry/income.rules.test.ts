import { expect, test } from 'vitest';
import { canRestore, incomeDraft } from './income.rules';

test('work agreed becomes a private income that names nobody', () => {
  const draft = incomeDraft({
    amount: { minor: 300_000n, currency: 'JPY' },
    streamName: 'コンサル',
    day: '2026-11-25',
    language: 'ja',
  });
  expect(draft).toMatchObject({
    kind: 'income',
    visibility: 'private',
    happened: { day: '2026-11-25', precision: 'day' },
    income: { minor: 300_000n, currency: 'JPY', fees: null, costs: null },
    streamName: 'コンサル',
    title: { ja: null, en: null },
    story: { ja: null, en: null },
  });
});

test('an income can be restored for 30 days from its deletion', () => {
  const deletedAt = new Date('2026-11-01T00:00:00Z');
  expect(canRestore({ deletedAt }, new Date('2026-12-01T00:00:00Z'))).toBe(true);
  expect(canRestore({ deletedAt }, new Date('2026-12-01T00:00:01Z'))).toBe(false);
  expect(canRestore({ deletedAt: null }, deletedAt)).toBe(false);
});
