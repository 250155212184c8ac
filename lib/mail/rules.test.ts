import { UUID } from 'uuidv7';
import { expect, test } from 'vitest';
import {
  afterEnd,
  errorLine,
  firstIdAt,
  isFinal,
  isOneAddress,
  isOutage,
  lease,
  mailRow,
  messageId,
  nextAfterOutage,
  nextTry,
  toldOf,
  triesAtMost,
  troubleBefore,
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

const refused = (facts: object) => Object.assign(new Error('relay.internal:25 said no'), facts);

test.each([
  [{ command: 'CONN', code: 'ESOCKET' }, true, 'unreachable'],
  [{ command: 'CONN', code: 'ETIMEDOUT', timeoutType: 'CONNECT_TIMEOUT' }, true, 'unreachable'],
  [{ command: 'CONN', code: 'EPROTOCOL', responseCode: 554 }, true, 'unreachable'],
  [{ command: 'STARTTLS', code: 'ETLS' }, true, 'unreachable'],
  [{ command: 'AUTH PLAIN', code: 'EAUTH', responseCode: 535 }, true, 'unreachable'],
  [{ command: 'API', code: 'EAUTH' }, true, 'unreachable'],
  [{ command: 'MAIL FROM', code: 'EENVELOPE', responseCode: 550 }, false, 'unreachable'],
  // It may be this letter over which a server falls silent.
  [{ command: 'CONN', code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, false, 'slow'],
  [{ code: 'EABORT' }, false, 'slow'],
  [{ command: 'CONN', code: 'ECONNECTION', responseCode: 421 }, false, 'unreachable'],
  [{ command: 'API', code: 'EENVELOPE' }, false, 'address'],
  [{ command: 'RCPT TO', responseCode: 550 }, false, 'relay.internal:25 said no'],
  [{ command: 'DATA', responseCode: 451 }, false, 'relay.internal:25 said no'],
  [{}, false, 'unreachable'],
])('%j is an outage: %s, and its owner reads %j', (facts, outage, told) => {
  expect(isOutage(facts)).toBe(outage);
  expect(toldOf(refused(facts))).toBe(told);
});

test('an outage is waited for, for a week', () => {
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
  expect(nextAfterOutage(days(6), now)).toEqual(new Date(now.getTime() + 300_000));
  expect(nextAfterOutage(days(7), now)).toBeNull();
});

test.each([
  [{ tries: 1, secretUntil: null }, null],
  [{ tries: triesAtMost, secretUntil: null }, null],
  [{ tries: triesAtMost + 1, secretUntil: null }, 'unfinished'],
  [{ tries: 1, secretUntil: new Date(now.getTime() + 1) }, null],
  [{ tries: 1, secretUntil: now }, 'expired'],
])('%j is not tried because of %s', (mail, trouble) => {
  expect(troubleBefore(mail, now)).toBe(trouble);
});

test('of an ended letter its text stays, unless it held a secret', () => {
  expect(afterEnd({ secretUntil: null })).toEqual({});
  expect(afterEnd({ secretUntil: now })).toEqual({ text: '', html: '' });
});

test('an id tells when its letter was made', () => {
  const made = UUID.fromFieldsV7(now.getTime(), 0, 0, 0).toString();
  expect(firstIdAt(now) <= made).toBe(true);
  expect(firstIdAt(new Date(now.getTime() + 1)) > made).toBe(true);
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
