import { expect, test } from 'vitest';
import { invitationState } from './rules';

test('an invitation is open until it is used or its time is over', () => {
  const now = new Date('2026-12-01T00:00:00Z');
  const later = new Date(now.getTime() + 1);
  expect(invitationState({ usedAt: null, expiresAt: later }, now)).toBe('open');
  expect(invitationState({ usedAt: null, expiresAt: now }, now)).toBe('expired');
  expect(invitationState({ usedAt: now, expiresAt: later }, now)).toBe('used');
  expect(invitationState({ usedAt: now, expiresAt: now }, now)).toBe('used');
});
