import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { effortForm, readAfter, stopForm, tapForm } from './schema';

const id = '01990000-0000-7000-8000-000000000000';
const full = {
  id,
  purpose: 'building',
  subject: '',
  newSkill: '',
  hours: '45m',
  date: '2026-08-15',
  note: '',
};
const form = effortForm('2026-08-15');

function reasons(schema: z.ZodType, input: unknown): Record<string, string> {
  const parsed = schema.safeParse(input);
  const issues = parsed.success ? [] : parsed.error.issues;
  return Object.fromEntries(issues.map(({ path, message }) => [path[0] ?? 'form', message]));
}

test('what is typed becomes a draft', () => {
  const typed = { ...full, hours: '１時間３０分', date: '2026/8/1', note: ' 二本\u202e 書いた ' };
  expect(form.parse({ ...typed, newSkill: ' React ', subject: `skill:${id}` })).toEqual({
    id,
    purpose: 'building',
    subject: { streamId: null, skillId: id },
    newSkill: 'React',
    hours: 90,
    date: '2026-08-01',
    note: '二本 書いた',
  });
  expect(form.parse({ ...full, hours: '24' })).toMatchObject({ hours: 1_440, note: null });
});

describe('bad input has its reason beside its field', () => {
  test.each([
    [{ hours: '' }, { hours: 'required' }],
    [{ hours: '0' }, { hours: 'effort-zero' }],
    [{ hours: '0m' }, { hours: 'effort-zero' }],
    [{ hours: '-1' }, { hours: 'hours-unclear' }],
    [{ hours: 'NaN' }, { hours: 'hours-unclear' }],
    [{ hours: '1e3' }, { hours: 'hours-unclear' }],
    [{ hours: '24:01' }, { hours: 'effort-over-day' }],
    [{ hours: '999999' }, { hours: 'effort-over-day' }],
    [{ date: '' }, { date: 'required' }],
    [{ date: '2026-08' }, { date: 'not-a-day' }],
    [{ date: '2026-02-29' }, { date: 'not-a-day' }],
    [{ date: '2026-08-16' }, { date: 'date-in-future' }],
    [{ date: '1899-12-31' }, { date: 'date-too-early' }],
    [{ note: 'あ'.repeat(201) }, { note: 'too-long' }],
    [{ newSkill: `a${'\u0301'.repeat(2_000)}` }, { newSkill: 'too-long' }],
    [{ newSkill: 'あ'.repeat(61) }, { newSkill: 'too-long' }],
    [{ hours: '1'.repeat(20_000) }, { hours: 'too-long' }],
    [{ subject: 'stream:1' }, { subject: 'form-malformed' }],
  ])('%j', (wrong, expected) => expect(reasons(form, { ...full, ...wrong })).toEqual(expected));

  test('what no form sends is no typing error', () => {
    expect(reasons(form, { ...full, ownerId: id })).toHaveProperty('form');
    expect(reasons(form, { ...full, purpose: 'sleeping' })).toHaveProperty('purpose');
    expect(reasons(form, { ...full, id: 'x' })).toHaveProperty('id');
  });
});

describe('one tap', () => {
  const tap = { id, purpose: 'networking', subject: '' };
  test('is minutes or the start of the timer, never both and never neither', () => {
    expect(tapForm.parse({ ...tap, minutes: '30' })).toMatchObject({ minutes: 30 });
    expect(tapForm.parse({ ...tap, start: 'timer' })).toMatchObject({ start: 'timer' });
    expect(tapForm.safeParse(tap).success).toBe(false);
    expect(tapForm.safeParse({ ...tap, minutes: '30', start: 'timer' }).success).toBe(false);
  });

  test.each([
    ['0', 'effort-zero'],
    ['1441', 'effort-over-day'],
  ])('%s minutes: %s', (minutes, reason) => {
    expect(reasons(tapForm, { ...tap, minutes })).toEqual({ minutes: reason });
  });

  test.each(['', '-5', '1.5', '1e2', '30 '])('%j is no button’s', (minutes) => {
    expect(tapForm.safeParse({ ...tap, minutes }).success).toBe(false);
  });
});

test('stopping asks for no hours, and reads those given', () => {
  expect(stopForm.parse({ id })).toEqual({ id, hours: null });
  expect(stopForm.parse({ id, hours: ' ' })).toEqual({ id, hours: null });
  expect(stopForm.parse({ id, hours: '1:30' })).toEqual({ id, hours: 90 });
  expect(reasons(stopForm, { id, hours: '0' })).toEqual({ hours: 'effort-zero' });
  expect(reasons(stopForm, { id, hours: '168' })).toEqual({ hours: 'effort-over-day' });
});

test('where a page ended; what makes no sense is the first page', () => {
  expect(readAfter(`2026-08-15_${id}`)).toEqual({ day: '2026-08-15', id });
  for (const text of [undefined, '', 'x', `2026-08_${id}`, '2026-08-15_1', [`2026-08-15_${id}`]]) {
    expect(readAfter(text)).toBeNull();
  }
});
