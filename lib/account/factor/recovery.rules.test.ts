import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedCode, readRecoveryCode, recoveryBytes, recoveryCode } from './recovery.rules';
import { readCode } from './rules';

const random = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes });

test('a code holds all of its random bits', () => {
  expect(recoveryBytes * 8).toBeGreaterThanOrEqual(80);
  expect(recoveryCode(new Uint8Array(recoveryBytes))).toBe('0'.repeat(16));
  expect(recoveryCode(new Uint8Array(recoveryBytes).fill(255))).toBe('z'.repeat(16));
  fc.assert(
    fc.property(random, random, (one, other) => {
      const isSame = Buffer.from(one).equals(Buffer.from(other));
      expect(recoveryCode(one) === recoveryCode(other)).toBe(isSame);
    }),
  );
});

test('a code is read back from its groups, and has no sign that looks like another', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = recoveryCode(bytes);
      expect(groupedCode(code)).toMatch(/^[^ilou-]{4}(-[^ilou-]{4}){3}$/);
      expect(readRecoveryCode(code)).toBe(code);
      expect(readCode(groupedCode(code).toUpperCase())).toEqual({ factor: 'recovery', code });
    }),
  );
});

test('what is too short, too long or has a sign of no code is none', () => {
  for (const typed of ['', '0'.repeat(15), '0'.repeat(17), `${'0'.repeat(15)}u`, '０'.repeat(16)]) {
    expect(readRecoveryCode(typed)).toBeNull();
  }
});
