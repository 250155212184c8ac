import { type PublicAmount, publicMoney } from '../record/disclosure.rules';
import type { PublicIncome, PublicMilestone, PublicRecord } from '../record/public/shape';
import { sections } from '../record/sections.rules';

/** Yen shown as they are. */
export function yen(amount: number): PublicAmount {
  return { grain: 'exact', ...publicMoney({ minor: BigInt(amount), currency: 'JPY' }) };
}

/** A milestone as strangers see it: a finished work unless something else is said. */
export function publicMilestone(some: Partial<PublicMilestone> = {}): PublicMilestone {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'work',
    language: 'ja',
    title: { ja: '予約システムの改修', en: 'Rebuilt a booking system' },
    happenedOn: '2026-08-12',
    precision: 'day',
    tags: [],
    evidence: [],
    recordedOn: '2026-08-13',
    publishedOn: '2026-08-13',
    ...some,
  };
}

/** Three months of yen, ¥100K held. */
export function publicIncome(some: Partial<PublicIncome> = {}): PublicIncome {
  const money = (amount: number) => publicMoney({ minor: BigInt(amount), currency: 'JPY' });
  return {
    currency: 'JPY',
    total: yen(470_000),
    byYear: [{ year: 2026, total: yen(470_000) }],
    months: [
      { month: '2026-06', total: yen(120_000) },
      { month: '2026-07', total: yen(150_000) },
      { month: '2026-08', total: yen(200_000) },
    ],
    rungs: [
      { amount: money(1), reachedOn: '2026-06', held: { since: '2026-06' } },
      { amount: money(100_000), reachedOn: '2026-06', held: { since: '2026-06' } },
    ],
    next: money(300_000),
    ...some,
  };
}

/** A published record without milestones. */
export function publicRecord(some: Partial<PublicRecord> = {}): PublicRecord {
  return {
    revision: '1',
    handle: 'hana',
    displayName: '佐藤 はな',
    language: 'ja',
    headline: { ja: '毎月30万円まで。', en: 'Up to ¥300K a month.' },
    isExample: false,
    isIndexed: true,
    hasFeeds: true,
    publishedMonth: '2026-11',
    disclosure: 'exact',
    sections,
    contact: [],
    takesInquiries: false,
    pinned: [],
    totals: { milestones: 0, minutes: 0, byKind: [], byYear: [] },
    income: [],
    page: { number: 1, of: 1, size: 200 },
    milestones: [],
    ...some,
  };
}
