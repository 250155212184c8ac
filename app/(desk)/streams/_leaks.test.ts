import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { setKeptNames } from '@/lib/leak/mutations';
import { logMilestone } from '@/lib/milestone/mutations';
import type { Visibility } from '@/lib/milestone/rules';
import { createStream } from '@/lib/stream/mutations';
import { income, makePerson } from '@/lib/testing/people';
import { refuseMergeLeaks, refuseStreamLeaks } from './_leaks';

const now = new Date('2026-08-15T03:00:00Z');
let hana: Viewer;

beforeEach(async () => {
  hana = await makePerson();
  await setKeptNames(hana, ['ACME'], now);
});

/** A stream, with a milestone of it unless null. */
async function stream(ja: string, en: string | null, visibility: Visibility | null) {
  const id = uuidv7();
  await createStream(hana, id, { name: { ja, en }, origin: 'record' });
  if (visibility) await logMilestone(hana, uuidv7(), income(1, '2026-07', { visibility }), id, now);
  return id;
}

test.each([
  ['public', true],
  ['unlisted', true],
  ['private', false],
  [null, false],
] as const)('a name in either language, with a %s milestone', async (visibility, isAsked) => {
  const id = await stream('受託', null, visibility);
  const names = { nameJa: '受託', nameEn: 'Work for ACME' };
  const leaks = await refuseStreamLeaks(hana, id, names, '');
  expect(Object.keys(leaks?.refused ?? {})).toEqual(isAsked ? ['nameEn'] : []);
  const yes = leaks?.values?.leakAccepted ?? '';
  expect(await refuseStreamLeaks(hana, id, names, yes)).toBeNull();
  const more = { ...names, nameJa: 'ACMEの受託' };
  expect((await refuseStreamLeaks(hana, id, more, yes)) === null).toBe(!isAsked);
});

test('merged into a stream that names somebody, public milestones would', async () => {
  const [shown, hidden] = [await stream('制作', null, 'public'), await stream('副業', null, null)];
  const named = await stream('受託', 'Work for ACME', 'private');
  const leaks = await refuseMergeLeaks(hana, shown, named, '');
  expect(leaks).toMatchObject({ form: 'leaks', refused: { into: { reason: 'leak' } } });
  const yes = leaks?.values?.leakAccepted ?? '';
  expect(await refuseMergeLeaks(hana, shown, named, yes)).toBeNull();
  expect(await refuseMergeLeaks(hana, hidden, named, '')).toBeNull();
  expect(await refuseMergeLeaks(hana, named, shown, '')).toBeNull();
  expect(await refuseMergeLeaks(await makePerson(), shown, named, '')).toBeNull();
});
