import { describe, expect, test } from 'vitest';
import { captureForm } from './schema';

const today = '2026-11-24';
const form = {
  id: '019a0000-0000-7000-8000-000000000000',
  language: 'ja',
  what: 'income',
  title: '',
  month: '2026-11',
  date: '2026-11-24',
  amount: '30000',
  currency: 'JPY',
  fees: '',
  costs: '',
  stream: 'ブログ',
  hours: '6',
  measureName: '',
  measureValue: '',
  subject: 'ブログ',
  subjectIs: 'skill',
  visibility: 'private',
};
const minutes = { ...form, what: 'building', subject: 'TypeScript' };

function reasons(sent: Record<string, unknown>): Record<string, string> {
  const read = captureForm(today, 'Asia/Tokyo').safeParse(sent);
  return Object.fromEntries(
    (read.error?.issues ?? []).map(({ path, message }) => [String(path[0] ?? 'form'), message]),
  );
}

test('an income is read as the milestone form reads it', () => {
  expect(captureForm(today, 'Asia/Tokyo').parse({ ...form, fees: '600' })).toMatchObject({
    id: form.id,
    language: 'ja',
    milestone: {
      kind: 'income',
      income: { minor: 30_000n, currency: 'JPY', fees: 600n, costs: null },
      streamName: 'ブログ',
      happened: { day: '2026-11-01', precision: 'month' },
      minutes: 360,
      visibility: 'private',
    },
  });
});

test('readers keep their name and count', () => {
  const sent = {
    ...form,
    what: 'audience',
    title: 'X',
    measureName: 'X @hana',
    measureValue: '1.2万',
  };
  expect(captureForm(today, 'Asia/Tokyo').parse(sent)).toMatchObject({
    milestone: { kind: 'audience', income: null, measure: { name: 'X @hana', value: 12_000n } },
  });
});

describe('minutes', () => {
  test.each([
    ['skill', null, { kind: 'skill', name: 'TypeScript' }],
    ['stream', null, { kind: 'stream', name: 'TypeScript' }],
    ['note', 'TypeScript', null],
  ])('their subject kept as %s', (subjectIs, note, subject) => {
    expect(captureForm(today, 'Asia/Tokyo').parse({ ...minutes, subjectIs })).toEqual({
      id: form.id,
      language: 'ja',
      effort: { purpose: 'building', minutes: 360, spentOn: today, note },
      subject,
    });
  });

  test('need no subject', () => {
    const sent = { ...minutes, what: 'networking', subject: ' \u200b ' };
    expect(captureForm(today, 'Asia/Tokyo').parse(sent)).toMatchObject({
      effort: { purpose: 'networking', note: null },
      subject: null,
    });
  });
});

describe('refusals stand beside the field that was shown', () => {
  test.each([
    [{ ...form, amount: '' }, { amount: 'required' }],
    [{ ...form, amount: '1.5' }, { amount: 'amount-too-fine' }],
    [{ ...form, fees: '40000' }, { fees: 'fees-above-amount' }],
    [{ ...form, stream: ' ' }, { stream: 'required' }],
    [{ ...form, month: '2026-12' }, { month: 'date-in-future' }],
    [{ ...form, what: 'work', title: '' }, { title: 'required' }],
    [{ ...form, what: 'audience', title: 'X' }, { measureValue: 'required' }],
    [{ ...minutes, hours: '' }, { hours: 'required' }],
    [{ ...minutes, hours: '25' }, { hours: 'effort-over-day' }],
    [{ ...minutes, date: '2026-11' }, { date: 'not-a-day' }],
    [{ ...minutes, date: '2026-11-25' }, { date: 'date-in-future' }],
    [{ ...minutes, subject: 'あ'.repeat(61) }, { subject: 'too-long' }],
    [{ ...minutes, subjectIs: 'note', subject: 'あ'.repeat(201) }, { subject: 'too-long' }],
  ])('%#', (sent, expected) => expect(reasons(sent)).toEqual(expected));

  test('what belongs to another kind is not looked at', () => {
    expect(
      reasons({ ...form, date: 'soon', subject: 'あ'.repeat(999), measureValue: '?' }),
    ).toEqual({});
    expect(reasons({ ...minutes, amount: '?', month: '?', stream: '' })).toEqual({});
  });
});

test('a field too many or of no choice is no typing error', () => {
  for (const sent of [
    { ...form, ownerId: form.id },
    { ...form, what: 'anything' },
    { ...form, subjectIs: 'goal' },
    { ...form, visibility: 'secret' },
    { ...form, id: 'x' },
  ]) {
    expect(captureForm(today, 'Asia/Tokyo').safeParse(sent).success).toBe(false);
    expect(Object.values(reasons(sent)).some((reason) => /^[a-z-]+$/.test(reason))).toBe(false);
  }
});
