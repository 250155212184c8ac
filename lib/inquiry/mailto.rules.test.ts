import { expect, test } from 'vitest';
import { mailtoOf, quote } from './mailto.rules';

const read = (address: string) => {
  const url = new URL(address);
  return { to: url.pathname, query: [...url.searchParams.entries()] };
};

test('an answer begins with its subject and the message quoted', () => {
  const { to, query } = read(mailtoOf('ken@example.com', 'Re: 仕事', 'こんにちは。\n\n元気?'));
  expect(to).toBe('ken@example.com');
  expect(query).toEqual([
    ['subject', 'Re: 仕事'],
    ['body', '\r\n\r\n> こんにちは。\r\n>\r\n> 元気?'],
  ]);
});

test('no text adds a header or a recipient', () => {
  const address = mailtoOf('a?bcc=evil@example.com', 'x\r\nBcc: e@e.e&cc=e@e.e', '&bcc=e@e.e#');
  expect(read(address).query.map(([name]) => name)).toEqual(['subject', 'body']);
  expect(address).not.toMatch(/[\r\n#]/);
});

test('a long message is cut between signs to what mail clients take, and says so', () => {
  for (const message of ['長'.repeat(5_000), '🎉'.repeat(5_000), '<'.repeat(5_000)]) {
    const address = mailtoOf('ken@example.com', 'Re: 仕事', message);
    expect(address.length).toBeLessThanOrEqual(1_900);
    expect(read(address).query.at(-1)?.[1]).toMatch(/^\r\n\r\n> .+…$/u);
  }
});

test('quoting marks every line', () => {
  expect(quote('a\n\nb')).toBe('> a\n>\n> b');
});
