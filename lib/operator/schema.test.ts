import { expect, test } from 'vitest';
import {
  findAccountForm,
  invitationForm,
  oneOfOwner,
  readOperatorQuery,
  suspendForm,
} from './schema';

const id = '0197a0a0-0000-7000-8000-000000000000';

test('an address is read forgivingly', () => {
  expect(readOperatorQuery({ account: id, after: id, handled: 'yes', page: '3' })).toEqual({
    account: id,
    after: id,
    handled: 'yes',
    page: 3,
  });
  const first = { account: undefined, after: undefined, handled: undefined, page: 1 };
  expect(readOperatorQuery({})).toMatchObject({ page: 1 });
  for (const odd of ['', 'x', '-1', '1001', '1e9', "' OR 1=1"]) {
    expect(readOperatorQuery({ account: odd, after: odd, handled: odd, page: odd })).toEqual(first);
  }
  const twice = readOperatorQuery({ account: [id, id], page: ['2', '3'] });
  expect(twice).toEqual({ account: undefined, page: 1 });
});

test('an account is looked for as accounts are named', () => {
  const named = (typed: string) => findAccountForm.parse({ named: typed }).named;
  expect(named(' Hana@Example.COM ')).toBe('hana@example.com');
  expect(named('HANA')).toBe('hana');
  const refused = (form: unknown) => findAccountForm.safeParse(form).error?.issues[0]?.message;
  expect(refused({ named: ' \u200b ' })).toBe('required');
  expect(refused({ named: 'x'.repeat(1_001) })).toBe('too-long');
  expect(findAccountForm.safeParse({ named: 'hana', more: '' }).success).toBe(false);
});

test('a record is suspended with words, and no more than its owner is to read', () => {
  const refused = (words: string) =>
    suspendForm.safeParse({ ownerId: id, words }).error?.issues[0]?.message;
  expect(suspendForm.parse({ ownerId: id, words: ' It names\r\nothers. ' }).words).toBe(
    'It names\nothers.',
  );
  expect(refused('x'.repeat(250))).toBeUndefined();
  expect(refused('x'.repeat(251))).toBe('too-long');
  expect(refused(' \n ')).toBe('required');
  expect(suspendForm.safeParse({ ownerId: 'x', words: 'x' }).success).toBe(false);
});

test('a note is one line that may be empty', () => {
  expect(invitationForm.parse({ note: ' Ken\nwho writes ' }).note).toBe('Ken who writes');
  expect(invitationForm.parse({ note: '' }).note).toBe('');
  expect(invitationForm.safeParse({ note: 'x'.repeat(101) }).success).toBe(false);
  expect(oneOfOwner.safeParse({ ownerId: id, id, note: '' }).success).toBe(false);
});
