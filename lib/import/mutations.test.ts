import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import { listEvents } from '../account/event/data';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import { listMilestones } from '../milestone/data';
import { logMilestone } from '../milestone/mutations';
import { listStreams } from '../stream/data';
import { openStream } from '../stream/mutations';
import { plainMapping, readySheet } from '../testing/csv';
import { income, makePerson, work } from '../testing/people';
import { checkSheet } from './data';
import type { Mapping } from './mapping.schema';
import { applyImport } from './mutations';

const now = new Date('2026-11-30T03:00:00Z');
const whence = { device: 'Firefox', place: '' };

let viewer: Viewer;
beforeEach(async () => {
  viewer = await makePerson();
});

const mapping: Mapping = {
  ...plainMapping,
  columns: { date: 0, kind: 1, title: 2, amount: 3, stream: 4, fees: 5, url: 6, tags: 7 },
};
const heading = '日付,種類,件名,金額,収入源,手数料,URL,タグ';
const table = (...rows: string[]) => [heading, ...rows].join('\n');
const three = table(
  '2026-11-30,収入,,"¥12,000",ブログ,600,https://example.com/,"広告,記事"',
  '2026年10月,,講演,3万円,登壇,,,',
  '令和8年9月1日,制作,アプリを公開,,,,,',
);

async function apply(
  text: string,
  { id = uuidv7(), name = 'a.csv', who = viewer, how = mapping, from = whence } = {},
) {
  const { sheet, forms } = await readySheet(text, how);
  return applyImport(who, { id, name }, sheet, { mapping: how, forms }, from, now);
}

async function check(text: string, how = mapping) {
  const { sheet, forms } = await readySheet(text, how);
  const checked = await checkSheet(viewer, sheet, how, forms, now);
  if (!checked.ok) throw new Error(checked.reason);
  return checked.value;
}

const rowsOf = ({ userId: ownerId } = viewer) =>
  asOwner(viewer, (tx) =>
    tx.milestone.findMany({
      where: { ownerId },
      orderBy: { happenedOn: 'desc' },
      include: { evidence: true, stream: true },
    }),
  );

describe('a file', () => {
  test('comes in whole and private, under its import, and is noted', async () => {
    const id = uuidv7();
    expect(await apply(three, { id, name: '収入.csv' })).toEqual({ ok: true, value: { rows: 3 } });
    const rows = await rowsOf();
    expect(rows).toMatchObject([
      {
        kind: 'income',
        titleJa: null,
        amountMinor: 12_000n,
        currency: 'JPY',
        feesMinor: 600n,
        precision: 'day',
        stream: { nameJa: 'ブログ', origin: 'record' },
        evidence: [{ url: 'https://example.com/', position: 1 }],
        tags: ['広告', '記事'],
      },
      { titleJa: '講演', amountMinor: 30_000n, precision: 'month', stream: { nameJa: '登壇' } },
      { kind: 'work', titleJa: 'アプリを公開', streamId: null, amountMinor: null },
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({
        importId: id,
        visibility: 'private',
        publishedAt: null,
        version: 1,
        recordedAt: now,
        updatedAt: now,
      });
    }
    const [event] = await listEvents(viewer, 1);
    expect(event).toMatchObject({ what: 'imported', at: now, detail: '収入.csv', ...whence });
  });

  test('leaves the same rows as the form does, found by the same words', async () => {
    await apply(table('2026-11-30,,広告,500,ブログ,,https://example.com/,"a,b"'));
    const other = await makePerson();
    const stream = await openStream(other, 'ブログ', 'ja');
    const draft = income(500, '2026-11-30', {
      title: { ja: '広告', en: null },
      evidence: ['https://example.com/'],
      tags: ['a', 'b'],
    });
    await logMilestone(other, uuidv7(), draft, stream.ok ? stream.value : null, now);
    const own = ['ownerId', 'id', 'publicId', 'streamId', 'importId', 'updatedAt', 'createdAt'];
    const bare = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, one) =>
          [...own, 'milestoneId'].includes(key)
            ? undefined
            : typeof one === 'bigint'
              ? String(one)
              : one,
        ),
      );
    const theirs = await asOwner(other, (tx) =>
      tx.milestone.findMany({
        where: { ownerId: other.userId },
        include: { evidence: true, stream: true },
      }),
    );
    expect(bare(await rowsOf())).toEqual(bare(theirs));
    expect((await listMilestones(viewer, { text: 'ﾌﾞﾛｸﾞ' }, null)).total).toBe(1);
  });

  test('opens its streams by name, and uses those there are', async () => {
    await openStream(viewer, 'ブログ', 'ja');
    const rows = ['ﾌﾞﾛｸﾞ', 'ブログ', 'YouTube', 'ｙｏｕｔｕｂｅ'];
    await apply(table(...rows.map((name, i) => `2026-11-0${i + 1},,,500,${name},,,`)));
    const names = (await listStreams(viewer)).map(({ name }) => name.ja);
    expect(names.sort()).toEqual(['YouTube', 'ブログ']);
  });

  test('leaves out what is refused', async () => {
    const text = table(
      '2026-11-30,,A,-500,ブログ,,,',
      '2026-11-30,,B,500,ブログ,,,',
      'x,,C,5,D,,,',
    );
    expect(await apply(text)).toEqual({ ok: true, value: { rows: 1 } });
    expect((await listStreams(viewer)).map(({ name }) => name.ja)).toEqual(['ブログ']);
  });

  test('comes in whole or not at all', async () => {
    // PostgreSQL takes no zero byte, and the note comes last.
    const broken = { device: '\0', place: '' };
    await expect(apply(three, { from: broken })).rejects.toThrow();
    expect(await rowsOf()).toEqual([]);
    expect(await listStreams(viewer)).toEqual([]);
    expect(await asOwner(viewer, (tx) => tx.import.count())).toBe(0);
  });
});

describe('a dry run', () => {
  test('says what would become of each row, and writes nothing', async () => {
    await logMilestone(viewer, uuidv7(), work('アプリを公開', '2026-09-01'), null, now);
    const checked = await check(
      table(
        '2026-11-30,,,500,ブログ,,,',
        '2026-11-30,,またブログ,500,ブログ,,,',
        '2026-09-01,制作,アプリを公開,,,,,',
        '2026-12-24,,,-5,,,,',
      ),
    );
    expect(checked).toMatchObject({ fresh: 1, duplicates: 2, refused: 1, newStreams: ['ブログ'] });
    expect(checked.room).toBe(limits.milestones - 1);
    expect(checked.shown.fresh).toMatchObject([{ line: 2, draft: { kind: 'income' } }]);
    expect(checked.shown.duplicates).toMatchObject([
      { line: 3, twin: { line: 2 } },
      { line: 4, twin: { line: null } },
    ]);
    const [refused] = checked.shown.refused;
    expect(refused).toMatchObject({ line: 5 });
    expect(refused?.problems.map(({ field, reason }) => [field, reason])).toEqual([
      ['date', 'date-in-future'],
      ['amount', 'amount-negative'],
      ['stream', 'required'],
    ]);
    expect(await rowsOf()).toHaveLength(1);
    expect(await listStreams(viewer)).toEqual([]);
  });

  test('finds the same file again to be duplicates, all of it', async () => {
    await apply(three);
    expect(await check(three)).toMatchObject({ fresh: 0, duplicates: 3, refused: 0 });
    expect(await apply(three)).toEqual({ ok: false, reason: 'nothing-new' });
    expect(await rowsOf()).toHaveLength(3);
    expect(await asOwner(viewer, (tx) => tx.import.count())).toBe(1);
  });

  test('lets in what looks alike where that is wished', async () => {
    const how = { ...mapping, keepsDuplicates: true };
    const twice = table(...Array(2).fill('2026-11-30,,,500,ブログ,,,'));
    expect(await check(twice, how)).toMatchObject({ fresh: 1, duplicates: 1 });
    expect(await apply(twice, { how })).toEqual({ ok: true, value: { rows: 2 } });
  });

  test('takes nobody else’s milestones for the viewer’s', async () => {
    const other = await makePerson();
    await apply(three, { who: other });
    expect(await check(three)).toMatchObject({ fresh: 3, duplicates: 0 });
  });
});
