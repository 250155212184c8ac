import { describe, expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import type { Month } from '@/lib/calendar';
import type { Currency } from '@/lib/money';
import type { MilestoneSum } from '@/lib/progress/rules';
import { ladderPageView } from './_ladder.view';
import { crossedLine, milestoneTitle, rungsInWords } from './_words';

const now = new Date('2026-09-10T00:00:00Z');
const zone = 'Asia/Tokyo';

function income(month: Month, gross: bigint, more: Partial<MilestoneSum> = {}): MilestoneSum {
  return {
    kind: 'income',
    currency: 'JPY',
    streamId: 's',
    month,
    gross,
    fees: 0n,
    costs: 0n,
    minutes: 0,
    milestones: 1,
    ...more,
  };
}

const dollars = (month: Month, gross: bigint) => income(month, gross, { currency: 'USD' });

type Given = Parameters<typeof ladderPageView>;

function view(
  milestones: MilestoneSum[],
  {
    ladders = [],
    marks = [],
    asked,
  }: { ladders?: Given[1]; marks?: Given[2]; asked?: string } = {},
) {
  return ladderPageView({ milestones, efforts: [] }, ladders, marks, asked, zone, now);
}

describe('which ladder', () => {
  const both = [income('2026-07', 1n), dollars('2026-08', 1n)];

  test('that of the latest income, unless another is asked for', () => {
    expect(view(both)).toMatchObject({ currency: 'USD', currencies: ['USD', 'JPY'] });
    expect(view(both, { asked: 'JPY' })).toMatchObject({ currency: 'JPY' });
    expect(view(both, { asked: 'XXX' })).toMatchObject({ currency: 'USD' });
  });

  test('without income that of the zone, or the one asked for', () => {
    expect(view([])).toMatchObject({ currency: 'JPY', currencies: ['JPY'] });
    expect(view(both, { asked: 'EUR' }).currencies).toEqual(['USD', 'JPY', 'EUR']);
  });

  test('one’s own rungs, of that currency alone', () => {
    const ladders = [{ currency: 'JPY' as Currency, rungs: [5_000n], version: 3 }];
    expect(view(both, { ladders, asked: 'JPY' })).toMatchObject({
      rungs: [5_000n],
      own: { version: 3 },
    });
    expect(view(both, { ladders, asked: 'USD' }).own).toBeNull();
  });
});

describe('the next rung', () => {
  test('is missing what this month lacks, and takes hours at one’s own net rate', () => {
    const { climb, soFar, rate, hours } = view([
      income('2026-08', 60_000n, { minutes: 1_200, fees: 20_000n }),
      income('2026-09', 82_000n),
    ]);
    expect(soFar).toBe(82_000n);
    expect(climb.next).toEqual({ rung: 100_000n, missing: 18_000n });
    // ¥40,000 after fees for 20 hours.
    expect(rate).toMatchObject({ perHour: 2_000n, months: 1, of: 2 });
    expect(hours).toBe(9);
  });

  test('takes no hours that anyone knows of where none were written down', () => {
    expect(view([income('2026-09', 82_000n)])).toMatchObject({ rate: null, hours: null });
  });

  test('is none at the top', () => {
    const top = view([income('2026-09', 2_000_000n, { minutes: 60 })]);
    expect(top).toMatchObject({ climb: { next: null }, hours: null });
  });
});

test('a crossing is marked in its currency alone', () => {
  const sums = [income('2026-09', 82_000n), dollars('2026-09', 8_200_000n)];
  const marks = [{ currency: 'USD' as Currency, rung: 50_000n }];
  expect(view(sums, { marks, asked: 'JPY' }).crossed).toMatchObject({ rung: 50_000n });
  expect(view(sums, { marks: [{ currency: 'JPY', rung: 50_000n }], asked: 'JPY' }).crossed).toBe(
    null,
  );
});

describe('in words', () => {
  const [en, ja] = [textsIn('en'), textsIn('ja')];

  test('a rung lost keeps when it was reached, and is held no more', () => {
    const months: Month[] = ['2026-01', '2026-02', '2026-03', '2026-04'];
    const sums = months.map((month) => income(month, 12_000n));
    const { climb, currency, soFar } = view([...sums, income('2026-08', 40_000n)]);
    const rungs = rungsInWords({ climb, currency, soFar, locale: 'en', t: en });
    expect(rungs.slice(0, 4)).toMatchObject([
      { label: 'First ¥1', state: 'reached', held: 'Held Jan 2026 to Apr 2026' },
      { label: '¥10K a month', reached: 'Reached Jan 2026', held: 'Held Jan 2026 to Apr 2026' },
      { label: '¥30K a month', state: 'reached', reached: 'Reached Aug 2026', held: undefined },
      { label: '¥50K a month', state: 'next', missing: '¥50,000 more this month', progress: 0 },
    ]);
    expect(rungs[1]?.heldFirst).toBeUndefined();
  });

  test('a rung held again tells when it first was', () => {
    const months: Month[] = ['2025-01', '2025-02', '2025-03', '2026-07', '2026-08', '2026-09'];
    const { climb, currency, soFar } = view(months.map((month) => income(month, 12_000n)));
    const [, second] = rungsInWords({ climb, currency, soFar, locale: 'en', t: en });
    expect(second).toMatchObject({
      state: 'held',
      reached: 'Reached Jan 2025',
      heldFirst: 'First held Mar 2025',
      held: 'Held since Jul 2026',
    });
  });

  test('a crossing, and the milestone it may become', () => {
    const reachedOn = '2026-09';
    expect(crossedLine({ rung: 100_000n, reachedOn }, 'JPY', 'en', en)).toBe(
      'You reached ¥100K a month in Sep 2026.',
    );
    expect(crossedLine({ rung: 1n, reachedOn }, 'JPY', 'ja', ja)).toContain('最初の1円');
    expect(milestoneTitle(100_000n, 'JPY', 'ja', ja)).toBe('月10万円に到達');
    expect(milestoneTitle(12_345n, 'JPY', 'en', en)).toBe('Reached ¥12,345 a month');
    expect(milestoneTitle(100n, 'USD', 'en', en)).toBe('Earned my first $1 on my own');
  });
});
