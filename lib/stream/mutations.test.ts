import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asOwner } from '../db';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { listStreams } from './data';
import { openStream } from './mutations';

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
  expect((await listStreams(hana))[0]?.name).toEqual({ ja: null, en: 'Blog' });
});

test('there is a limit, and names in use still open', async () => {
  const hana = await makePerson();
  await asOwner(hana, (tx) =>
    tx.stream.createMany({
      data: Array.from({ length: limits.streams }, (_, i) => ({
        ownerId: hana.userId,
        id: uuidv7(),
        nameEn: `s${i}`,
        nameKey: `s${i}`,
      })),
    }),
  );
  expect(await openStream(hana, 'new', 'en')).toEqual({ ok: false, reason: 'too-many-streams' });
  expect((await openStream(hana, 'S7', 'en')).ok).toBe(true);
});
