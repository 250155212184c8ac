import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileCallbacks } from '../testing/callbacks';
import { safeNext } from './rules';

test.each(hostileCallbacks)('%j leads nowhere', (asked) => {
  expect(safeNext(asked, '/dashboard')).toBe('/dashboard');
});

const site = 'https://jisseki.example';
/** Pieces of which addresses are made that lead elsewhere. */
const piece = fc.oneof(
  fc.constantFrom('/', '//', '\\', '..', '.', '%2f', '%5c', '%09', '\t', '\n', ' ', '@', ':', '?'),
  fc.constantFrom('https:', 'evil.example', 'dashboard', '#', ';', '%', '%00', '／', '\u202e'),
  fc.string({ maxLength: 4, unit: 'binary' }),
);

test('whatever is asked for, one is led to this site, by an address that says so itself', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const next = safeNext(pieces.join(''), '/dashboard');
      expect(new URL(next, site).origin).toBe(site);
      expect(next).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      // Decoded by whoever is on the way, it still leads here.
      expect(new URL(decodedWhereItCan(next), site).origin).toBe(site);
    }),
    { numRuns: 2_000 },
  );
});

function decodedWhereItCan(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
