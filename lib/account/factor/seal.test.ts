import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openCodes, recoveryHash, seal, sealCodes, unseal } from './seal';

const now = new Date('2026-11-30T00:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const [owner, other] = [randomUUID(), randomUUID()];

test('what is sealed opens for its owner and for its use, and for no other', () => {
  const plain = randomBytes(20);
  const sealed = seal('totp secret', plain, owner);
  expect(sealed).toHaveLength(12 + 16 + 20);
  expect(unseal('totp secret', sealed, owner)).toEqual(plain);
  expect(() => unseal('totp secret', sealed, other)).toThrow();
  expect(() => unseal('recovery codes on show', sealed, owner)).toThrow();
});

test('a changed byte, wherever it is, and a cut are found', () => {
  const sealed = seal('totp secret', randomBytes(20), owner);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => unseal('totp secret', changed, owner), `byte ${at}`).toThrow();
    expect(() => unseal('totp secret', sealed.subarray(0, at), owner), `cut ${at}`).toThrow();
  }
});

test('nothing is sealed alike twice', () => {
  const plain = randomBytes(20);
  expect(seal('totp secret', plain, owner)).not.toEqual(seal('totp secret', plain, owner));
});

test('a code has another hash for another owner', () => {
  expect(recoveryHash('0123456789abcdef', owner)).toMatch(/^[0-9a-f]{64}$/);
  expect(recoveryHash('0123456789abcdef', owner)).not.toBe(recoveryHash('0123456789abcdef', other));
});

test('codes on show open for their owner until their moment is over, and damaged ones never', () => {
  const cookie = sealCodes(['0123456789abcdef'], owner, later(600));
  expect(openCodes(cookie, owner, later(599))).toEqual(['0123456789abcdef']);
  expect(openCodes(cookie, owner, later(600))).toBeNull();
  expect(openCodes(cookie, other, now)).toBeNull();
  for (const damaged of ['', 'x', cookie.slice(1), `${cookie}AAAA`, 'x'.repeat(4_000)]) {
    expect(openCodes(damaged, owner, now)).toBeNull();
  }
});
