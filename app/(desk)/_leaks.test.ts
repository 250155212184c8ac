import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { setKeptNames } from '@/lib/leak/mutations';
import { createStream } from '@/lib/stream/mutations';
import { income, makePerson, work } from '@/lib/testing/people';
import { refuseLeaks, refuseLeaksOf } from './_leaks';

let hana: Viewer;

beforeEach(async () => {
  hana = await makePerson();
  await setKeptNames(hana, ['ミオ', 'ACME'], new Date());
});

/** The yes that is asked for, and the fields it is asked for. */
async function asked(texts: Parameters<typeof refuseLeaks>[1], yes = '') {
  const leaks = await refuseLeaks(hana, texts, yes);
  return leaks && { yes: leaks.values?.leakAccepted ?? '', fields: Object.keys(leaks.refused) };
}

describe('a yes', () => {
  test('covers the names that were shown, and no other', async () => {
    const first = await asked({ title: '美容室ミオの予約', story: null });
    expect(first?.fields).toEqual(['title']);
    expect(await asked({ title: '美容室ミオの予約', story: null }, first?.yes)).toBeNull();
    const second = await asked({ title: '美容室ミオの予約', story: 'for ACME' }, first?.yes);
    expect(second?.fields).toEqual(['title', 'story']);
    expect(second?.yes).not.toBe(first?.yes);
    expect(await asked({ title: '美容室ミオの予約', story: 'for ACME' }, second?.yes)).toBeNull();
    // Nor does it go on to count for less.
    expect(await asked({ title: '美容室ミオの予約', story: null }, second?.yes)).not.toBeNull();
  });

  test.each(['yes', 'on', 'true', 'x'.repeat(43)])('is not %s', async (yes) => {
    expect(await asked({ title: 'ミオ' }, yes)).not.toBeNull();
  });

  test('is not asked for where nothing is found', async () => {
    expect(await asked({ title: '予約', story: null, tags: [], stream: undefined })).toBeNull();
    await setKeptNames(hana, [], new Date());
    expect(await asked({ title: 'ミオ' })).toBeNull();
  });
});

test('each name stands in its words, once, however often it is found', async () => {
  const story = `${'ACMEの'.repeat(20)}仕事と、その次のみおの仕事`;
  const leaks = await refuseLeaks(hana, { story, tags: ['web', 'acme'] });
  expect(leaks?.refused.story).toEqual({
    reason: 'leak',
    values: { where: '【ACME】のACMEのACMEのA… / …CMEの仕事と、その次の【みお】の仕事' },
  });
  expect(leaks?.refused.tags).toEqual({ reason: 'leak', values: { where: '【acme】' } });
});

describe('of a milestone', () => {
  test('nothing is asked while it is private', async () => {
    expect(await refuseLeaksOf(hana, work('ミオ', '2026-08-01'))).toBeNull();
  });

  test('its stream is read in the language it was not typed in, too', async () => {
    const name = { ja: '受託', en: 'Work for ACME' };
    await createStream(hana, uuidv7(), { name, origin: 'record' });
    const draft = income(1, '2026-08', { streamName: '受託', visibility: 'unlisted' });
    const leaks = await refuseLeaksOf(hana, draft);
    expect(Object.keys(leaks?.refused ?? {})).toEqual(['stream']);
    expect(await refuseLeaksOf(hana, draft, leaks?.values?.leakAccepted)).toBeNull();
    const other = income(1, '2026-08', { streamName: '講座', visibility: 'public' });
    expect(await refuseLeaksOf(hana, other)).toBeNull();
  });
});
