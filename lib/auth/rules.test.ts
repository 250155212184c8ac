import { expect, test } from 'vitest';
import { deviceOf, isAlive, isTouchDue, safeNext } from './rules';

test.each([
  '/milestones',
  '/milestones?kind=income&year=2026',
  '/milestones/0197a0a0-0000-7000-8000-000000000000',
  '/record',
  '/milestones?q=%E5%AE%9F%E7%B8%BE',
  '/apiary',
])('%s is a place of ours', (path) => {
  expect(safeNext(path, '/dashboard')).toBe(path);
});

test.each([
  null,
  undefined,
  '',
  'milestones',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/ /evil.example',
  'https://evil.example',
  'https:evil.example',
  'HTTPS://evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/.//evil.example',
  '/a/..//evil.example',
  '/a/../../evil',
  '/%2f/evil.example',
  '/%2Fevil.example',
  '/%5cevil.example',
  '/%00',
  '/milestones#//evil.example',
  '/dash\u202eboard',
  '/／evil.example',
  '/signin?next=/signin',
  '/signup',
  '/api/auth/signout',
  '/_next/static/x.js',
  `/${'a'.repeat(600)}`,
])('%j leads nowhere else', (path) => {
  expect(safeNext(path, '/dashboard')).toBe('/dashboard');
});

test('a session ends after 14 idle days, and after 30 whatever happens', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const later = new Date(now.getTime() + 1);
  expect(isAlive({ expiresAt: later, lastSeenAt: daysAgo(13.9) }, now)).toBe(true);
  expect(isAlive({ expiresAt: later, lastSeenAt: daysAgo(14) }, now)).toBe(false);
  expect(isAlive({ expiresAt: now, lastSeenAt: now }, now)).toBe(false);
});

test('being seen is written every five minutes at most', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  expect(isTouchDue(new Date(now.getTime() - 299_999), now)).toBe(false);
  expect(isTouchDue(new Date(now.getTime() - 300_000), now)).toBe(true);
});

test('a device is one short clean line', () => {
  expect(deviceOf(null)).toBe('');
  expect(deviceOf(' Mozilla/5.0\u202e\t(X11) ')).toBe('Mozilla/5.0 (X11)');
  expect([...deviceOf('𠮷'.repeat(5000))].length).toBeLessThanOrEqual(200);
});
