import { expect, test } from 'vitest';
import { lacking, type Proof } from './rules';

const then = new Date('2026-12-01T00:00:00Z');
const later = new Date(then.getTime() + 1);
const complete: Proof = {
  email: 'hana@example.com',
  emailVerifiedAt: then,
  totpSince: then,
  hasPasskey: false,
  way: 'password',
  beganAt: later,
};

test('a verified e-mail and a session that began with a second factor are enough', () => {
  expect(lacking(complete)).toEqual([]);
  expect(lacking({ ...complete, beganAt: then })).toEqual([]);
  expect(lacking({ ...complete, way: 'provider' })).toEqual([]);
  expect(lacking({ ...complete, totpSince: null, hasPasskey: true, way: 'passkey' })).toEqual([]);
});

test('each that lacks is told', () => {
  expect(lacking({ ...complete, emailVerifiedAt: null })).toEqual(['email']);
  expect(lacking({ ...complete, totpSince: null })).toEqual(['factor']);
  expect(lacking({ ...complete, totpSince: null, emailVerifiedAt: null })).toEqual([
    'email',
    'factor',
  ]);
});

test('a second factor that the session did not begin with is none yet', () => {
  expect(lacking({ ...complete, totpSince: later, beganAt: then })).toEqual(['session']);
  expect(lacking({ ...complete, totpSince: null, hasPasskey: true })).toEqual(['session']);
  expect(lacking({ ...complete, way: null, beganAt: null })).toEqual(['session']);
});

test('a session that began with a passkey is none without the passkey', () => {
  expect(lacking({ ...complete, totpSince: null, way: 'passkey' })).toEqual(['factor']);
});
