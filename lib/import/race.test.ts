import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { withClient } from '@/prisma/embedded/postmaster';
import { listEvents } from '../account/event/data';
import type { Viewer } from '../auth/viewer';
import { asOwner, takeTurn } from '../db';
import { takeLongTurn } from '../db-length';
import { limits } from '../limits';
import { listMilestones } from '../milestone/data';
import { openStream } from '../stream/mutations';
import { plainMapping, readySheet } from '../testing/csv';
import { makePerson } from '../testing/people';
import { checkSheet } from './data';
import type { Mapping } from './mapping.schema';
import { applyImport, importTable } from './mutations';

const now = new Date('2026-11-30T03:00:00Z');
const whence = { device: 'Firefox', place: '' };
const mapping: Mapping = {
  ...plainMapping,
  columns: { date: 0, kind: 1, title: 2, amount: 3, stream: 4 },
};

let viewer: Viewer;
beforeEach(async () => {
  viewer = await makePerson();
});

const table = (...rows: string[]) => ['日付,種類,件名,金額,収入源', ...rows].join('\n');
const three = table('2026-11-30,,,500,ブログ', '2026-11-29,制作,A,,', '2026-11-28,制作,B,,');

async function apply(text: string, { id = uuidv7(), who = viewer } = {}) {
  const { sheet, forms } = await readySheet(text, mapping);
  return applyImport(who, { id, name: 'a.csv' }, sheet, { mapping, forms }, whence, now);
}

async function check(text: string) {
  const { sheet, forms } = await readySheet(text, mapping);
  const checked = await checkSheet(viewer, sheet, mapping, forms, now);
  if (!checked.ok) throw new Error(checked.reason);
  return checked.value;
}

const countOf = async (who = viewer) => (await listMilestones(who, {}, null)).total;

describe('at once', () => {
  test('one file applied twice comes in once, and both are told so', async () => {
    const id = uuidv7();
    const both = await Promise.all([apply(three, { id }), apply(three, { id })]);
    expect(both).toEqual(Array(2).fill({ ok: true, value: { rows: 3 } }));
    expect(await countOf()).toBe(3);
    expect(await listEvents(viewer, 9)).toHaveLength(1);
  });

  test('the same file brought in twice comes in once', async () => {
    const both = await Promise.all([apply(three), apply(three)]);
    expect(both).toContainEqual({ ok: true, value: { rows: 3 } });
    expect(both).toContainEqual({ ok: false, reason: 'nothing-new' });
    expect(await countOf()).toBe(3);
  });

  const bring = (load: () => Promise<Uint8Array | null>, how = mapping) => {
    const upload = { id: uuidv7(), name: 'a.csv' };
    return importTable(viewer, upload, load, how, whence, now);
  };
  const load = async () => Buffer.from(three);

  test('two of one person are under way at most, and the place is free again after', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => bring(load)));
    expect(all.filter((one) => !one.ok && one.reason === 'try-again')).toHaveLength(2);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await bring(load)).toEqual({ ok: false, reason: 'nothing-new' });
  });

  test('a file is read once, and one that went meanwhile is gone; the place is free after', async () => {
    const read = vi.fn(load);
    expect(await bring(read)).toEqual({ ok: true, value: { rows: 3 } });
    expect(read).toHaveBeenCalledOnce();
    for (let time = 0; time < 3; time += 1) {
      expect(await bring(async () => null)).toEqual({ ok: false, reason: 'upload-gone' });
    }
    const open = { ...mapping, columns: {} };
    expect(await bring(load, open)).toEqual({ ok: false, reason: 'unsaid' });
    expect(await bring(load)).toEqual({ ok: false, reason: 'nothing-new' });
  });

  test('whoever cannot wait any longer is asked to try again, and nothing has come in', async () => {
    await asOwner(viewer, async (tx) => {
      await takeLongTurn(tx, viewer.userId);
      expect(await apply(three)).toEqual({ ok: false, reason: 'try-again' });
    });
    expect(await countOf()).toBe(0);
  });

  /** An import of `text` in the midst of which `meanwhile` happens. */
  async function applyWhile(text: string, meanwhile: () => Promise<unknown>) {
    const { sheet, forms } = await readySheet(text, mapping);
    const open = async function* () {
      await meanwhile();
      yield* sheet.open();
    };
    const upload = { id: uuidv7(), name: 'a.csv' };
    return applyImport(viewer, upload, { ...sheet, open }, { mapping, forms }, whence, now);
  }

  test('nobody who takes a turn waits for an import: a stranger may be writing to them', async () => {
    const turn = () => asOwner(viewer, (tx) => takeTurn(tx, viewer.userId));
    expect(await applyWhile(three, turn)).toEqual({ ok: true, value: { rows: 3 } });
  });

  test('a stream that is opened meanwhile has it tried again, and nothing has come in', async () => {
    const opening = () => openStream(viewer, 'ブログ', 'ja');
    expect(await applyWhile(three, opening)).toEqual({ ok: false, reason: 'try-again' });
    expect(await countOf()).toBe(0);
    expect(await apply(three)).toEqual({ ok: true, value: { rows: 3 } });
  });

  test('of two people each gets their own, under whatever id', async () => {
    const [id, other] = [uuidv7(), await makePerson()];
    const both = await Promise.all([apply(three, { id }), apply(three, { id, who: other })]);
    expect(both).toEqual(Array(2).fill({ ok: true, value: { rows: 3 } }));
    expect(await countOf(other)).toBe(3);
  });
});

describe('the limits', () => {
  const many = (count: number) =>
    table(...Array.from({ length: count }, (_, i) => `2026-11-30,制作,${i},,`));

  test('are held: 20,000 milestones come in, and not one more', async () => {
    expect(await apply(many(limits.milestones))).toEqual({
      ok: true,
      value: { rows: limits.milestones },
    });
    const one = table('2026-11-30,制作,one more,,');
    expect(await check(one)).toMatchObject({ fresh: 1, room: 0, filledBy: 'milestones' });
    expect(await apply(one)).toEqual({ ok: false, reason: 'too-many-milestones' });
    expect(await countOf()).toBe(limits.milestones);
  });

  test('count what was deleted too, beyond a few imports that were taken back', async () => {
    await withClient(process.env.DATABASE_URL ?? '', async (client) => {
      await client.query(`SET app.system = 'on'`);
      await client.query(
        `INSERT INTO milestone (owner_id, id, kind, title_ja, happened_on, precision, deleted_at)
         SELECT $1, gen_random_uuid(), 'work', '題', '2026-08-01', 'day', now()
         FROM generate_series(1, $2)`,
        [viewer.userId, limits.milestonesKept - 2],
      );
    });
    expect(await check(three)).toMatchObject({ fresh: 3, room: 2, filledBy: 'kept' });
    expect(await apply(three)).toEqual({ ok: false, reason: 'too-many-kept' });
    expect(await apply(table('2026-11-30,制作,A,,', '2026-11-29,制作,B,,'))).toMatchObject({
      ok: true,
    });
  });

  test('are held: 200 streams, and not one more', async () => {
    const named = (from: number, count: number) =>
      table(
        ...Array.from({ length: count }, (_, i) => `2026-11-30,,,${from + i + 1},s${from + i}`),
      );
    expect(await check(named(0, 201))).toMatchObject({ streamRoom: 200 });
    expect(await apply(named(0, 201))).toEqual({ ok: false, reason: 'too-many-streams' });
    expect(await countOf()).toBe(0);
    expect(await apply(named(0, 200))).toEqual({ ok: true, value: { rows: 200 } });
    expect(await apply(named(200, 1))).toEqual({ ok: false, reason: 'too-many-streams' });
    expect(await apply(table('2026-11-29,,,5,s7'))).toEqual({ ok: true, value: { rows: 1 } });
  });
});
