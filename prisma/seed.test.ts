import { expect, test } from 'vitest';
import { proveAccount } from '@/lib/account/mutations';
import { asSystem, Prisma } from '@/lib/db';
import { readPublicRecord } from '@/lib/record/public';
import { seedDemo } from './seed';

const owned = [
  'session',
  'record',
  'stream',
  'milestone',
  'evidence',
  'skill',
  'effort',
  'goal',
  'goal_change',
  'audience',
  'audience_count',
  'rung_mark',
  'share',
  'visit_count',
  'inquiry',
];

test('the example record is labelled, believable, made anew where a start broke off, and leaves no trace when its account goes', async () => {
  const demo = await seedDemo();
  const record = await readPublicRecord(demo.handle);
  expect(record).toMatchObject({ handle: 'hana', isExample: true });
  expect(record?.income[0]?.months).toHaveLength(14);
  expect(new Set(record?.milestones.map(({ stream }) => stream?.en).filter(Boolean)).size).toBe(3);
  const grains = record?.milestones.flatMap(({ amount }) => (amount ? [amount.grain] : []));
  expect(new Set(grains)).toEqual(new Set(['exact', 'range', 'rung']));
  const bilingual = record?.milestones.every(({ title, stream }) => {
    const text = title ?? stream;
    return Boolean(text?.ja && text.en);
  });
  expect(bilingual).toBe(true);

  const again = await seedDemo();
  expect(await proveAccount(demo.email, demo.password)).toBeNull();
  expect((await readPublicRecord(demo.handle))?.totals.milestones).toBe(record?.totals.milestones);

  const userId = await proveAccount(again.email, again.password);
  expect(userId).not.toBeNull();
  await asSystem((tx) => tx.user.deleteMany({ where: { id: userId ?? '' } }));
  for (const table of owned) {
    const rows = await asSystem(
      (tx) => tx.$queryRaw<unknown[]>`
        SELECT 1 FROM ${Prisma.raw(table)} WHERE owner_id = ${userId}::uuid`,
    );
    expect(rows, table).toEqual([]);
  }
  expect(await readPublicRecord(demo.handle)).toBeNull();
});
