import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner, type Prisma } from '../db';
import { reportInquiry } from '../inquiry/report/mutations';
import { blockSender } from '../inquiry/settings/mutations';
import { makePerson } from '../testing/people';
import { getResponse } from './data';
import { type Line, totalOf } from './rules';

const now = new Date('2026-11-25T03:00:00Z');
const byKey = (lines: readonly Line[]) => new Map(lines.map((line) => [line.key, line]));

async function came(
  viewer: Viewer,
  arrivedAt: string,
  met: Partial<Prisma.InquiryUncheckedCreateInput>,
) {
  const said = { arrival: 'form', name: 'Aki', subject: 'job', language: 'ja' };
  const at = { arrivedAt: new Date(arrivedAt), outcomeAt: met.outcome ? now : null };
  await asOwner(viewer, (tx) =>
    tx.inquiry.create({ data: { ownerId: viewer.userId, id: uuidv7(), ...said, ...at, ...met } }),
  );
}

describe('people, not messages', () => {
  let kimi: Viewer;
  const first = { id: uuidv7(), email: 'aki@example.com', source: 't.co' };
  beforeAll(async () => {
    kimi = await makePerson();
    await came(kimi, '2026-10-05T03:00:00Z', first);
    await came(kimi, '2026-10-06T03:00:00Z', { email: 'aki@example.com', source: 'line.me' });
    const agreed = { outcome: 'work_agreed', amountMinor: 900n, currency: 'JPY' };
    await came(kimi, '2026-11-05T03:00:00Z', { email: 'aki@example.com', ...agreed });
    await came(kimi, '2026-11-06T03:00:00Z', { arrival: 'hand', email: null });
    await came(kimi, '2026-11-07T03:00:00Z', { arrival: 'hand', email: null });
  });

  test('who writes again is the same person, where they first came', async () => {
    const { total, byMonth, bySite, standing } = await getResponse(kimi, 3, now);
    expect(total).toMatchObject({ inquiries: 5, people: 3, agreed: 1 });
    expect(standing.people).toBe(3);
    const months = byKey(byMonth);
    expect(months.get('2026-10')).toMatchObject({ inquiries: 2, people: 1 });
    expect(months.get('2026-11')).toMatchObject({ inquiries: 3, people: 2, agreed: 1 });
    expect(byKey(bySite.shown).get('line.me')).toMatchObject({ inquiries: 1, people: 0 });
    expect(totalOf(bySite.shown)).toEqual(total);
    // This month alone, they came this month.
    expect((await getResponse(kimi, 1, now)).total).toMatchObject({ inquiries: 3, people: 3 });
  });

  test('who was blocked or reported is none, and their messages stay messages', async () => {
    await reportInquiry(kimi, first.id, 'spam', '', now);
    const { total, byMonth } = await getResponse(kimi, 3, now);
    expect(total).toMatchObject({ inquiries: 5, people: 3 });
    expect(byKey(byMonth).get('2026-10')).toMatchObject({ inquiries: 2, people: 1 });
    await blockSender(kimi, 'aki@example.com', now);
    expect((await getResponse(kimi, 3, now)).total).toMatchObject({ inquiries: 5, people: 2 });
    expect((await getResponse(kimi, 3, now)).standing.people).toBe(2);
  });
});
