import fc from 'fast-check';
import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { codeAt, readCode, secretText, setUpUri, stepAt, stepOf, totp } from './rules';

const secret = Buffer.from('12345678901234567890');
const bytes = fc.uint8Array({ minLength: totp.secretBytes, maxLength: totp.secretBytes });
const moment = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});
const seconds = (now: Date, more: number) => new Date(now.getTime() + more * 1000);

test('codes are those of RFC 6238, cut to six digits', () => {
  const vectors: [at: number, code: string][] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ];
  for (const [at, code] of vectors) {
    expect(codeAt(secret, stepAt(new Date(at * 1000))), `${at} s`).toBe(code.slice(-6));
  }
});

describe('a code', () => {
  test('works by a clock that is up to a whole minute off, either way', () => {
    fc.assert(
      fc.property(bytes, moment, fc.integer({ min: -60, max: 60 }), (own, now, skew) => {
        const step = stepAt(seconds(now, skew));
        expect(stepOf(codeAt(own, step), own, 0n, now)).not.toBeNull();
      }),
    );
  });

  test('no longer works by a clock that is a minute and a half off', () => {
    const now = new Date('2026-11-30T00:00:00Z');
    for (const skew of [-90, 90]) {
      expect(stepOf(codeAt(secret, stepAt(seconds(now, skew))), secret, 0n, now)).toBeNull();
    }
  });

  test('that was used, and all before it, are spent; the next one works', () => {
    fc.assert(
      fc.property(bytes, moment, fc.integer({ min: -2, max: 2 }), (own, now, used) => {
        const codes = [-2, -1, 0, 1, 2].map((at) => codeAt(own, stepAt(now) + at));
        // Two steps in a row may have the same code, once in a million.
        fc.pre(new Set(codes).size === codes.length);
        const last = BigInt(stepAt(now) + used);
        const worked = codes.map((code) => stepOf(code, own, last, now) !== null);
        expect(worked).toEqual([-2, -1, 0, 1, 2].map((at) => at > used));
      }),
    );
  });

  test('of another length or of no digits is none, and breaks nothing', () => {
    const now = new Date();
    for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６', '\0'.repeat(6)]) {
      expect(stepOf(code, secret, 0n, now), code).toBeNull();
    }
  });
});

test('an app reads from the address what we reckon with', () => {
  const uri = setUpUri(secret, 'hana+side@example.com');
  expect(uri).toBe(
    'otpauth://totp/Jisseki:hana%2Bside%40example.com?issuer=Jisseki&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
  );
  expect(secretText(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
});

test('a secret that is part of a larger buffer is that part alone', () => {
  const whole = Buffer.concat([Buffer.from('xxxx'), secret]);
  expect(codeAt(whole.subarray(4), 1)).toBe(codeAt(secret, 1));
});

describe('what is typed', () => {
  test('is a code in any spacing and width', () => {
    for (const typed of ['123456', ' 123 456 ', '１２３４５６', '123-456', '123\u3000456']) {
      expect(readCode(typed), typed).toEqual({ factor: 'totp', code: '123456' });
    }
  });

  test('is a recovery code in any spacing, case and width, look-alikes taken for what they are', () => {
    const code = '0123456789abcdef';
    const typings = [
      code,
      '0123-4567-89ab-cdef',
      ' 0123 4567 89AB CDEF',
      'ｏｌ２３－４５６７－８９ＡＢ－ｃｄｅｆ',
      'OI23–4567–89ab–cdef',
    ];
    for (const typed of typings) {
      expect(readCode(typed), typed).toEqual({ factor: 'recovery', code });
    }
  });

  test('is nothing else', () => {
    for (const typed of ['', '12345', '1234567', '0123456789abcdeu', 'x'.repeat(100_000)]) {
      expect(readCode(typed), typed.slice(0, 20)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const read = readCode(typed);
        expect(read === null || /^\d{6}$|^[0-9a-z]{16}$/.test(read.code)).toBe(true);
      }),
    );
  });
});

test('a code of any secret is that of an app that reads the address', () => {
  fc.assert(
    fc.property(bytes, moment, (own, now) => {
      const [, text = ''] = /secret=([A-Z2-7]+)/.exec(setUpUri(own, 'a')) ?? [];
      const app = new TOTP({ secret: text });
      expect(app.generate({ timestamp: now.getTime() })).toBe(codeAt(own, stepAt(now)));
    }),
  );
});
