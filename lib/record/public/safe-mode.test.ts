import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { addShown, alter, daysFromNow, openRecord, showAs } from '../../testing/shown';
import { getShowing } from '../data';
import { reviseShowing } from '../mutations';
import {
  publicMilestoneRevision,
  publicRevision,
  readPublicMilestone,
  readPublicRecord,
} from '../public';
import type { Showing } from '../showing.rules';

const now = new Date();
const realName = 'жюль 佐藤花子';
/** All that the mode promises, at its least. */
const safe = {
  employerSafeAt: daysFromNow(-1),
  penName: '山の人',
  monthsOnly: true,
  checksLinks: true,
  isIndexed: false,
  hasFeeds: false,
  disclosure: 'range',
  delayDays: 14,
};

let person: Viewer;

beforeEach(async () => {
  person = await openRecord({ displayName: realName });
});

async function read() {
  const record = await readPublicRecord(person.handle, {}, now);
  if (!record) throw new Error('no record');
  expect(await publicRevision(person.handle, now)).toBe(record.revision);
  return record;
}

describe('the employer-safe mode', () => {
  test('shows the pen name, and the other name nowhere', async () => {
    const { publicId } = await addShown(person);
    const open = await read();
    expect(open.displayName).toBe(realName);
    // A pen name without the mode is only kept.
    await showAs(person, { penName: safe.penName });
    expect((await read()).displayName).toBe(realName);
    await showAs(person, safe);
    const [record, page] = [await read(), await readPublicMilestone(person.handle, publicId)];
    expect([record.displayName, page?.displayName]).toEqual(['山の人', '山の人']);
    expect(JSON.stringify([record, page])).not.toMatch(/佐藤|花子|жюль/);
    expect(record).toMatchObject({ isIndexed: false, hasFeeds: false });
    expect(record.revision).not.toBe(open.revision);
    expect(await publicMilestoneRevision(person.handle, publicId)).toBe(page?.revision);
  });

  test.each(['range', 'rung', 'index', 'hidden'])(
    'with the record at %s, exactly is as the record says',
    async (disclosure) => {
      await showAs(person, { ...safe, disclosure });
      const shown = { minor: 312_500n };
      const plain = await addShown(person, shown);
      const exact = await addShown(person, { ...shown, disclosure: 'exact' });
      const hidden = await addShown(person, { ...shown, disclosure: 'hidden' });
      const grainsOf = async () => {
        const { milestones, income } = await read();
        const by = new Map(milestones.map(({ id, amount }) => [id, amount?.grain]));
        const known = [plain, exact, hidden].map(({ publicId }) => by.get(publicId));
        return [...known, income[0]?.months[0]?.total.grain];
      };
      const grain = disclosure === 'hidden' ? undefined : disclosure;
      expect(await grainsOf()).toEqual([grain, grain, undefined, grain]);
      expect(JSON.stringify(await read())).not.toMatch(/312.?500|625.?000|937.?500/);
      const page = await readPublicMilestone(person.handle, exact.publicId);
      expect(page?.milestone.amount?.grain).toBe(grain);
      // Without the mode it is again what it says itself.
      await showAs(person, { employerSafeAt: null });
      expect(await grainsOf()).toEqual([grain, 'exact', undefined, grain]);
    },
  );

  test('counts an exact one among the sums, as it goes by the record', async () => {
    await showAs(person, safe);
    await addShown(person, { minor: 60_000n });
    const { id } = await addShown(person, { minor: 60_000n, disclosure: 'exact' });
    const from = async () => {
      const total = (await read()).income[0]?.total;
      return total?.grain === 'range' && total.from.minor;
    };
    expect(await from()).toBe('100000');
    await alter(person, id, { disclosure: 'rung' });
    expect(await from()).toBe('50000');
  });

  test('half of it is refused by the store, whatever form sent it', async () => {
    await showAs(person, safe);
    const halves = [
      { penName: null },
      { monthsOnly: false },
      { checksLinks: false },
      { isIndexed: true },
      { hasFeeds: true },
      { disclosure: 'exact' },
      { delayDays: 13 },
    ];
    for (const half of halves) {
      await expect(showAs(person, half)).rejects.toThrow(/record_employer_safe_check/);
      const other = await openRecord();
      await expect(showAs(other, { ...safe, ...half })).rejects.toThrow(
        /record_employer_safe_check/,
      );
      await showAs(other, { ...safe, ...half, employerSafeAt: null });
    }
    await showAs(person, { delayDays: 365, disclosure: 'hidden', sections: [] });
  });
});

describe('choosing how the record is shown', () => {
  const chosen: Showing = {
    disclosure: 'exact',
    defaultVisibility: 'unlisted',
    monthsOnly: false,
    delayDays: 0,
    isIndexed: true,
    hasFeeds: true,
    showsHours: false,
    checksLinks: false,
    penName: '山の人',
    isEmployerSafe: false,
    sections: ['milestones', 'pinned'],
  };
  const done = { ok: true, value: null };

  test('is kept as chosen', async () => {
    expect(await reviseShowing(person, 1, chosen, now)).toEqual(done);
    expect(await getShowing(person)).toEqual(chosen);
    expect(await read()).toMatchObject({ sections: ['milestones', 'pinned'] });
  });

  test('the mode brings all it promises, and its first date stays', async () => {
    expect(await reviseShowing(person, 1, { ...chosen, isEmployerSafe: true }, now)).toEqual(done);
    const showing = await getShowing(person);
    expect(showing).toMatchObject({
      isEmployerSafe: true,
      disclosure: 'range',
      monthsOnly: true,
      delayDays: 14,
      isIndexed: false,
      hasFeeds: false,
      checksLinks: true,
    });
    const { revision } = await read();
    const later = new Date(now.getTime() + 60_000);
    expect(await reviseShowing(person, 2, showing, later)).toEqual(done);
    expect((await read()).revision).toBe(revision);
    expect(await reviseShowing(person, 3, { ...showing, isEmployerSafe: false }, now)).toEqual(
      done,
    );
    expect((await read()).displayName).toBe(realName);
  });

  test('the mode needs a name to go by; of two edits the second is told', async () => {
    const unnamed = { ...chosen, isEmployerSafe: true, penName: null };
    expect(await reviseShowing(person, 1, unnamed, now)).toEqual({
      ok: false,
      reason: 'pen-name-needed',
    });
    expect(await reviseShowing(person, 1, chosen, now)).toEqual(done);
    expect(await reviseShowing(person, 1, chosen, now)).toEqual({ ok: false, reason: 'stale' });
  });
});
