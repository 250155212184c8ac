import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { dateFromDay } from '../../calendar';
import { asSystem } from '../../db';
import { makePerson } from '../../testing/people';
import { readPublicRecord } from '../public';

const now = new Date('2026-11-22T00:00:00Z');

test('a long record is shown by pages and by year, its totals whole', async () => {
  const person = await makePerson();
  await asSystem((tx) =>
    tx.record.update({ where: { ownerId: person.userId }, data: { publishedAt: now } }),
  );
  await asSystem((tx) =>
    tx.milestone.createMany({
      data: Array.from({ length: 450 }, (_, i) => ({
        ownerId: person.userId,
        id: uuidv7(),
        kind: 'work',
        titleJa: `題${i}`,
        happenedOn: dateFromDay(i < 250 ? '2025-03-01' : '2024-03-01'),
        precision: 'day',
        visibility: 'public',
        publishedAt: now,
      })),
    }),
  );
  const seen = new Set<string>();
  for (const page of [1, 2, 3]) {
    const record = await readPublicRecord(person.handle, { page });
    expect(record?.page).toEqual({ number: page, of: 3, size: 200 });
    expect(record?.totals.milestones).toBe(450);
    for (const { id } of record?.milestones ?? []) seen.add(id);
  }
  expect(seen.size).toBe(450);
  const year = await readPublicRecord(person.handle, { year: 2025, page: 2 });
  expect(year?.page).toEqual({ year: 2025, number: 2, of: 2, size: 200 });
  expect(year?.milestones).toHaveLength(50);
  for (const none of [{ page: 4 }, { year: 2023 }, { page: 0 }, { year: Number.NaN }]) {
    expect(await readPublicRecord(person.handle, none)).toBeNull();
  }
});
