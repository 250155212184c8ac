import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import type { Bilingual } from '../locale';
import { getMilestone, listMilestones } from '../milestone/data';
import { logMilestone, reviseMilestone } from '../milestone/mutations';
import { income, makePerson } from '../testing/people';
import { listStreams } from './data';
import { closeStream, createStream, openStream, reopenStream, reviseStream } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const missing = { ok: false, reason: 'missing' };
const named = (ja: string | null, en: string | null = null) => ({
  name: { ja, en } satisfies Bilingual,
  origin: 'record' as const,
});

async function make(viewer: Viewer, ja: string | null, en: string | null = null): Promise<string> {
  const made = await createStream(viewer, uuidv7(), named(ja, en));
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

async function fill(viewer: Viewer): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.stream.createMany({
      data: Array.from({ length: limits.streams }, (_, i) => ({
        ownerId: viewer.userId,
        id: uuidv7(),
        nameEn: `s${i}`,
        nameKey: `s${i}`,
      })),
    }),
  );
}

test('a name opens one stream, however it is written and however often at once', async () => {
  const hana = await makePerson();
  const names = ['ブログ', 'ﾌﾞﾛｸﾞ', 'ぶろぐ', ' ブログ'];
  const opened = await Promise.all(names.map((name) => openStream(hana, name, 'ja')));
  expect(new Set(opened.map((answer) => answer.ok && answer.value)).size).toBe(1);
  expect(await listStreams(hana)).toHaveLength(1);
});

test('the same name is another stream for another person', async () => {
  const [hana, ken] = await Promise.all([makePerson(), makePerson()]);
  expect(await openStream(hana, 'Blog', 'en')).not.toEqual(await openStream(ken, 'Blog', 'en'));
  expect((await listStreams(hana))[0]).toMatchObject({
    name: { ja: null, en: 'Blog' },
    origin: 'record',
    closedAt: null,
  });
});

test('a name in the other language opens the same stream, whichever was typed first', async () => {
  const hana = await makePerson();
  const id = await make(hana, '受託', 'Contract work');
  expect(await openStream(hana, 'contract WORK', 'en')).toEqual({ ok: true, value: id });
  expect(await openStream(hana, '受託', 'ja')).toEqual({ ok: true, value: id });
  expect(await listStreams(hana)).toHaveLength(1);
});

test('there is a limit, and names in use still open', async () => {
  const hana = await makePerson();
  await fill(hana);
  const full = { ok: false, reason: 'too-many-streams' };
  expect(await openStream(hana, 'new', 'en')).toEqual(full);
  expect(await createStream(hana, uuidv7(), named(null, 'new'))).toEqual(full);
  expect((await openStream(hana, 'S7', 'en')).ok).toBe(true);
});

test('a form sent many times makes one stream; with other words it is refused', async () => {
  const hana = await makePerson();
  const id = uuidv7();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => createStream(hana, id, named('講座'))),
  );
  expect(answers).toEqual(Array(8).fill({ ok: true, value: { id } }));
  const already = { ok: false, reason: 'stream-already-saved' };
  expect(await createStream(hana, id, named('別の講座'))).toEqual(already);
  expect(await createStream(hana, id, { ...named('講座'), origin: 'networking' })).toEqual(already);
  expect(await listStreams(hana)).toHaveLength(1);
});

test('a name is had once, in either language, also when two ask at once', async () => {
  const hana = await makePerson();
  await make(hana, 'ブログ', 'Blog');
  const other = await make(hana, '動画');
  const taken = { ok: false, reason: 'stream-name-taken' };
  expect(await createStream(hana, uuidv7(), named('ﾌﾞﾛｸﾞ'))).toEqual(taken);
  expect(await createStream(hana, uuidv7(), named('新しい', 'BLOG'))).toEqual(taken);
  expect(await reviseStream(hana, other, 1, named('動画', 'blog'))).toEqual(taken);
  const made = await Promise.all(
    Array.from({ length: 6 }, () => createStream(hana, uuidv7(), named('同時'))),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  const third = await make(hana, '三つ目');
  const renamed = await Promise.all(
    [other, third].map((id) => reviseStream(hana, id, 1, named('取り合い'))),
  );
  expect(renamed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(renamed).toContainEqual(taken);
});

test('a new name is found by search and by forms, and the old one is free again', async () => {
  const hana = await makePerson();
  const id = await make(hana, 'ブログ');
  const [kept, deleted] = [uuidv7(), uuidv7()];
  for (const milestone of [kept, deleted]) {
    await logMilestone(hana, milestone, income(1, '2026-08', { tags: ['夜'] }), id, now);
  }
  await asOwner(hana, (tx) =>
    tx.milestone.updateMany({
      where: { ownerId: hana.userId, id: deleted },
      data: { deletedAt: now },
    }),
  );
  expect((await reviseStream(hana, id, 1, named('技術記事', 'Tech notes'))).ok).toBe(true);

  const found = async (text: string) => (await listMilestones(hana, { text }, null)).total;
  expect(await Promise.all(['技術記事', 'tech NOTES', '夜', 'ブログ'].map(found))).toEqual([
    1, 1, 1, 0,
  ]);
  const texts = await asOwner(hana, (tx) =>
    tx.milestone.findMany({ where: { ownerId: hana.userId }, select: { searchText: true } }),
  );
  expect(new Set(texts.map(({ searchText }) => searchText))).toEqual(
    new Set(['技術記事 tech notes 夜']),
  );
  expect(await openStream(hana, '技術記事', 'ja')).toEqual({ ok: true, value: id });
  expect(await make(hana, 'ブログ')).not.toBe(id);

  // An edit drawn before the renaming would bring the old name back.
  const draft = income(2, '2026-08');
  expect(await reviseMilestone(hana, kept, 1, draft, id, now)).toEqual({
    ok: false,
    reason: 'stale',
  });
});

test('of two renamings at once one wins and the other is told', async () => {
  const hana = await makePerson();
  const id = await make(hana, '前');
  const answers = await Promise.all(
    ['甲', '乙'].map((name) => reviseStream(hana, id, 1, named(name))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, reason: 'stale' });
});

test('origin alone changes no milestone', async () => {
  const hana = await makePerson();
  const id = await make(hana, '紹介');
  const milestone = uuidv7();
  await logMilestone(hana, milestone, income(1, '2026-08'), id, now);
  await reviseStream(hana, id, 1, { ...named('紹介'), origin: 'networking' });
  expect((await listStreams(hana))[0]?.origin).toBe('networking');
  expect((await getMilestone(hana, milestone))?.version).toBe(1);
});

test('a closed stream stays closed when it is named, until it is reopened', async () => {
  const hana = await makePerson();
  const id = await make(hana, 'ブログ');
  const closedAt = async () => (await listStreams(hana))[0]?.closedAt;
  await closeStream(hana, id, now);
  await closeStream(hana, id, new Date(now.getTime() + 1));
  expect(await closedAt()).toEqual(now);
  expect(await openStream(hana, 'ブログ', 'ja')).toEqual({ ok: true, value: id });
  expect(await closedAt()).toEqual(now);
  expect((await reopenStream(hana, id)).ok).toBe(true);
  expect(await closedAt()).toBeNull();
});

test('another person’s stream is as missing as none', async () => {
  const [hana, ken] = await Promise.all([makePerson(), makePerson()]);
  const id = await make(hana, '花の');
  expect(await reviseStream(ken, id, 1, named('健の'))).toEqual(missing);
  expect(await closeStream(ken, id, now)).toEqual(missing);
  expect(await reopenStream(ken, id)).toEqual(missing);
  expect(await listStreams(hana)).toMatchObject([{ name: { ja: '花の' }, closedAt: null }]);
  // The same id is another stream of his own.
  expect((await createStream(ken, id, named('健の'))).ok).toBe(true);
  expect((await listStreams(hana))[0]?.name.ja).toBe('花の');
});
