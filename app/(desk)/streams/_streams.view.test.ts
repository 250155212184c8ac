import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '@/lib/calendar';
import type { Currency } from '@/lib/money';
import type { EffortSum, MilestoneSum } from '@/lib/progress/rules';
import type { Stream } from '@/lib/stream/rules';
import { streamView, totalsOf } from './_stream.view';
import { streamsView } from './_streams.view';

const thisMonth: Month = '2026-08';
const ago = (months: number) => addMonths(thisMonth, -months);

function stream(id: string, closedAt: Date | null = null): Stream {
  return { id, name: { ja: id, en: null }, origin: 'record', closedAt, version: 1 };
}

function income(
  streamId: string,
  month: Month,
  gross: bigint,
  more: Partial<MilestoneSum> = {},
): MilestoneSum {
  return {
    kind: 'income',
    currency: 'JPY',
    streamId,
    month,
    gross,
    fees: 0n,
    costs: 0n,
    minutes: 0,
    milestones: 1,
    ...more,
  };
}

function effort(streamId: string, month: Month, minutes: number): EffortSum {
  return { purpose: 'building', streamId, skillId: null, month, minutes, efforts: 1 };
}

describe('streams side by side', () => {
  const milestones = [
    income('blog', ago(12), 9_000n),
    income('blog', ago(11), 1_000n, { fees: 100n, costs: 300n, minutes: 60 }),
    income('shop', ago(1), 500n, { currency: 'USD' }),
    income('blog', ago(0), 2_400n),
    income('video', ago(0), 1_000n),
    income('loss', ago(0), 100n, { costs: 400n }),
  ];
  const efforts = [effort('blog', ago(0), 120), effort('idle', ago(0), 30)];
  const streams = ['idle', 'loss', 'shop', 'blog'].map((id) => stream(id));
  const view = streamsView(
    { milestones, efforts },
    [...streams, stream('video', new Date(0))],
    thisMonth,
  );

  test('each stands in its currencies, the latest currency first, closed ones last', () => {
    expect(
      view.byCurrency.map(({ currency, lines }) => [currency, lines.map((line) => line.stream.id)]),
    ).toEqual([
      ['JPY', ['blog', 'loss', 'video']],
      ['USD', ['shop']],
    ]);
    expect(view.unused.map(({ id }) => id)).toEqual(['idle']);
  });

  test('with what it left in twelve months and in all, and the hours behind it', () => {
    const [blog, loss] = view.byCurrency[0]?.lines ?? [];
    expect(blog).toMatchObject({
      year: { net: 3_000n, share: 0.75, minutes: 180, timed: 2, of: 2 },
      allTime: 12_000n,
    });
    // 600 + 2,400 in three hours.
    expect(blog?.year.rate?.perHour).toBe(1_000n);
    expect(loss?.year).toMatchObject({ net: -300n, share: null, rate: null, timed: 0, of: 1 });
  });
});

test('shares of what was left come to the whole, and no more', () => {
  const nets = fc.array(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), { maxLength: 20 });
  fc.assert(
    fc.property(nets, (list) => {
      const milestones = list.map((net, i) =>
        net < 0n ? income(`${i}`, ago(0), 0n, { costs: -net }) : income(`${i}`, ago(0), net),
      );
      const streams = list.map((_, i) => stream(`${i}`));
      const view = streamsView({ milestones, efforts: [] }, streams, thisMonth);
      const shares = view.byCurrency.flatMap(({ lines }) =>
        lines.flatMap(({ year }) => (year.share === null ? [] : [year.share])),
      );
      const sum = shares.reduce((total, share) => total + share, 0);
      if (list.some((net) => net > 0n)) expect(sum).toBeGreaterThan(0.99);
      expect(sum).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

describe('one stream', () => {
  const usd = { currency: 'USD' as Currency };
  const milestones = [
    income('blog', ago(3), 1_000n, { fees: 100n, costs: 50n, minutes: 60 }),
    income('blog', ago(2), 70n, usd),
    income('other', ago(2), 5n, usd),
    income('blog', ago(1), 2_000n),
  ];
  const sums = { milestones, efforts: [effort('blog', ago(0), 90)] };

  test('shows the currency of most months first, or the one asked for', () => {
    expect(streamView(sums, 'blog', null).currencies).toEqual(['JPY', 'USD']);
    expect(streamView(sums, 'blog', 'USD').currencies).toEqual(['USD', 'JPY']);
    expect(streamView(sums, 'blog', 'EUR').currencies).toEqual(['JPY', 'USD']);
    expect(streamView(sums, 'none', null)).toEqual({ currencies: [], months: [] });
  });

  test('its months say gross, fees, costs and net, and a rate where hours met income', () => {
    const { months } = streamView(sums, 'blog', null);
    expect(months).toMatchObject([
      { month: ago(3), gross: 1_000n, fees: 100n, costs: 50n, net: 850n, perHour: 850n },
      { month: ago(1), gross: 2_000n, fees: 0n, net: 2_000n, minutes: 0, perHour: null },
      { month: ago(0), gross: 0n, net: 0n, minutes: 90, perHour: null },
    ]);
    expect(totalsOf(months)).toEqual({
      gross: 3_000n,
      fees: 100n,
      costs: 50n,
      net: 2_850n,
      minutes: 150,
      milestones: 2,
    });
    expect(streamView(sums, 'blog', 'USD').months).toMatchObject([{ month: ago(2), net: 70n }]);
  });
});
