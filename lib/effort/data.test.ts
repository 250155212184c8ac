import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { makePerson } from '../testing/people';
import { getEffortOverview, listEfforts } from './data';
import { deleteEffort, logEffort } from './mutations';
import { type EffortDraft, noSubject } from './rules';

const now = new Date('2026-08-15T03:00:00Z');
const spent = (minutes: number, more: Partial<EffortDraft> = {}): EffortDraft => ({
  purpose: 'building',
  minutes,
  spentOn: '2026-08-15',
  ...noSubject,
  note: null,
  ...more,
});

test('the overview is what its parts say, of this person alone', async () => {
  const who = await makePerson();
  const [id, gone] = [uuidv7(), uuidv7()];
  await logEffort(who, id, spent(30), now);
  await logEffort(who, gone, spent(1), now);
  await deleteEffort(who, gone, now);
  const overview = await getEffortOverview(who, null, now);
  expect(overview).toMatchObject({
    timer: null,
    last: { purpose: 'building', ...noSubject },
    page: { efforts: [{ id }], next: null },
    deleted: [{ id: gone }],
  });
  expect(await getEffortOverview(await makePerson(), null, now)).toEqual({
    timer: null,
    last: null,
    page: { efforts: [], next: null },
    deleted: [],
  });
});

test('page by page shows each once, latest day first, many on one day too', async () => {
  const who = await makePerson();
  for (const day of ['03', '01', '03', '02', '03'] as const) {
    await logEffort(who, uuidv7(), spent(1, { spentOn: `2026-08-${day}` }), now);
  }
  const seen: string[] = [];
  let after: Parameters<typeof listEfforts>[1] = null;
  do {
    const page = await listEfforts(who, after, 2);
    seen.push(...page.efforts.map(({ id, spentOn }) => `${spentOn} ${id}`));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(5);
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
});
