import { expect, test } from 'vitest';
import { signInForm, signUpForm } from './schema';

const good = {
  displayName: '  花 ',
  handle: 'hana',
  email: 'Hana@Example.com',
  password: 'lantern tide orchard 42',
};

function reasons(form: Record<string, unknown>): Record<string, string> {
  const parsed = signUpForm.safeParse({ ...good, ...form });
  const issues = parsed.success ? [] : parsed.error.issues;
  return Object.fromEntries(issues.map((issue) => [issue.path.join('.'), issue.message]));
}

test('what is typed well is cleaned', () => {
  expect(signUpForm.parse({ ...good, zone: 'Europe/Berlin' })).toEqual({
    ...good,
    displayName: '花',
    email: 'hana@example.com',
    zone: 'Europe/Berlin',
    invite: '',
  });
});

test.each([undefined, '', 'Mars/Olympus', 'x'.repeat(9_999)])('zone %s is Japan’s', (zone) => {
  expect(signUpForm.parse({ ...good, zone }).zone).toBe('Asia/Tokyo');
});

test('every trouble stands beside its field', () => {
  expect(
    reasons({ displayName: ' \u200b', handle: 'a_b', email: 'nobody', password: 'short' }),
  ).toEqual({
    displayName: 'required',
    handle: 'handle-shape',
    email: 'email-unclear',
    password: 'password-short',
  });
  expect(reasons({ password: 'hana-example-12' })).toEqual({ password: 'password-personal' });
  expect(reasons({ displayName: '花'.repeat(51) })).toEqual({ displayName: 'too-long' });
  expect(reasons({ email: `${'a'.repeat(250)}@b.co` })).toEqual({ email: 'too-long' });
});

test.each(['a b@c.de', 'a@b', '@b.co', 'a@b\n.co', 'a@@b.co', '<a@b.co>', 'a@b.co,c@d.ef'])(
  'e-mail %j',
  (email) => {
    expect(reasons({ email })).toHaveProperty('email');
  },
);

test('signing in says nothing of the shape', () => {
  const form = signInForm.parse({ email: ' NOBODY ', password: 'x' });
  expect(form).toEqual({ email: 'nobody', password: 'x', next: '' });
  expect(signInForm.safeParse({ email: '', password: '' }).success).toBe(false);
  expect(signInForm.safeParse({ email: 'a', password: 'b', role: 'admin' }).success).toBe(false);
});
