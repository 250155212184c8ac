import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { countForm, openAudienceForm } from './schema';

const id = uuidv7();
const parse = (day: string, followers: string) => countForm.safeParse({ id, day, followers });

test.each([
  ['0', 0n],
  ['1,200', 1_200n],
  ['１．２万', 12_000n],
  ['1.2K', 1_200n],
  ['999999999999', 999_999_999_999n],
])('%j is a count', (typed, followers) => {
  expect(parse('２０２６/8/12', typed).data).toEqual({ id, day: '2026-08-12', followers });
});

test.each([
  ['', '5', 'day', 'required'],
  ['2026-02-30', '5', 'day', 'not-a-day'],
  ['2026-08', '5', 'day', 'not-a-day'],
  ['1899-12-31', '5', 'day', 'date-too-early'],
  ['2026-08-12', ' ', 'followers', 'required'],
  ['2026-08-12', '-1', 'followers', 'count-unclear'],
  ['2026-08-12', '1.5', 'followers', 'count-unclear'],
  ['2026-08-12', '1000000000000', 'followers', 'count-unclear'],
])('%j and %j: %s is %s', (day, followers, field, reason) => {
  const issues = parse(day, followers).error?.issues;
  expect(issues?.map(({ path, message }) => [path[0], message])).toEqual([[field, reason]]);
});

test('a name is cleaned, asked for and bounded', () => {
  expect(openAudienceForm.parse({ name: ' X \u200b @hana ' }).name).toBe('X @hana');
  expect(openAudienceForm.safeParse({ name: '\u200b' }).error?.issues[0]?.message).toBe('required');
  expect(openAudienceForm.safeParse({ name: 'あ'.repeat(61) }).error?.issues[0]?.message).toBe(
    'too-long',
  );
});
