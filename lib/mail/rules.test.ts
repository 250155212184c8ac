import { expect, test } from 'vitest';
import {
  errorLine,
  isFinal,
  isOneAddress,
  lease,
  mailRow,
  messageId,
  nextTry,
  tryAtMost,
} from './rules';

const now = new Date('2026-11-25T03:00:00Z');

test('a try ends before anybody else may begin one', () => {
  expect(tryAtMost).toBeLessThan(lease / 2);
});

test('tries come ever later, and end', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => {
    const next = nextTry(tries, now);
    return next && (next.getTime() - now.getTime()) / 60_000;
  });
  expect(minutes).toEqual([1, 5, 30, 120, 360, 720, null, null]);
});

test.each([
  [{ command: 'RCPT TO', responseCode: 550 }, true],
  [{ command: 'DATA', responseCode: 554 }, true],
  [{ command: 'RCPT TO', responseCode: 450 }, false],
  // The operator's to mend: every letter would be lost with it.
  [{ command: 'MAIL FROM', responseCode: 550 }, false],
  [{ command: 'AUTH PLAIN', responseCode: 535, code: 'EAUTH' }, false],
  [{ command: 'CONN', responseCode: 554, code: 'EPROTOCOL' }, false],
  [{ command: 'CONN', code: 'ETIMEDOUT' }, false],
  [{ command: 'API', code: 'EENVELOPE' }, true],
  [{}, false],
])('%j is final: %s', (error, expected) => {
  expect(isFinal(error)).toBe(expected);
});

test.each([
  ['hana@example.org', true],
  ["o'neill+tag@sub.example.co.jp", true],
  ['花@例え.jp', true],
  ['', false],
  ['hana', false],
  ['hana@example.org,b@example.org', false],
  ['hana@example.org;b@example.org', false],
  ['Hana <hana@example.org>', false],
  ['hana@example.org> <b@example.org', false],
  ['"a b"@example.org', false],
  ['hana@example.org\r\nRCPT TO:<b@example.org>', false],
  [`${'a'.repeat(250)}@example.org`, false],
])('%j is one address: %s', (text, expected) => {
  expect(isOneAddress(text)).toBe(expected);
});

test('a row has no end of a line in what becomes a header', () => {
  const row = mailRow(
    'o',
    'i',
    {
      occasion: 'inquiry:1',
      recipient: 'a@example.org\r\nBcc: b@example.org',
      replyTo: 'a@example.org\u0000\u2029x',
      subject: '\r\nhello\u0085\n',
      text: 'one\ntwo',
      html: '<p>one\ntwo</p>',
      unsubscribe: 'https://example.org/l/a\r\nX: 1',
    },
    now,
  );
  const headers = [row.recipient, row.replyTo, row.subject, row.unsubscribe].join('');
  expect(headers).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  expect(row.subject).toBe('hello');
  expect(row.text).toBe('one\ntwo');
});

test('a letter has one address of its own, at the host it comes from', () => {
  expect(messageId('1', 'Jisseki <mail@example.org>')).toBe('<1@example.org>');
  expect(messageId('1', 'mail@example.org')).toBe('<1@example.org>');
  expect(messageId('1', 'broken')).toBe('<1@localhost>');
});

test('what a server says is one line of bounded length', () => {
  expect(errorLine(new Error('550-no\r\n550 never'))).toBe('550-no 550 never');
  expect(errorLine('x'.repeat(10_000))).toHaveLength(500);
});
