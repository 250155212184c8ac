import { expect, test } from 'vitest';
import { parseHandle } from './rules';

test.each(['abc', 'hana', 'taro-yamada', 'a-1', '007', 'x'.repeat(30), ' hana '])(
  'takes %s',
  (typed) => {
    expect(parseHandle(typed)).toEqual({ ok: true, value: typed.trim() });
  },
);

test.each([
  ['', 'required'],
  ['  ', 'required'],
  ['ab', 'handle-shape'],
  ['x'.repeat(31), 'handle-shape'],
  ['ha_na', 'handle-shape'],
  ['ha na', 'handle-shape'],
  ['はな', 'handle-shape'],
  ['ｈａｎａ', 'handle-shape'],
  ['hana\n', null],
  ['ha\nna', 'handle-shape'],
  ['hana\u200b', 'handle-shape'],
  ['../x', 'handle-shape'],
  ['---', 'handle-shape'],
  ['xn--80ak6aa92e', 'handle-reserved'],
  ['admin', 'handle-reserved'],
  ['api', 'handle-reserved'],
  ['www', 'handle-reserved'],
  ['sign-in', 'handle-reserved'],
  ['dashboard', 'handle-reserved'],
  ['jisseki', 'handle-reserved'],
  ['jisseki-support', 'handle-reserved'],
  ['official-jisseki', 'handle-reserved'],
])('%j: %s', (typed, reason) => {
  const parsed = parseHandle(typed);
  expect(parsed.ok ? null : parsed.reason).toBe(reason);
});

test('capitals are lowered, as a phone may have made them', () => {
  expect(parseHandle(' Hana ')).toEqual({ ok: true, value: 'hana' });
});
