import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  '%j is no formula',
  (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
  },
);

test('what is no formula stays as it is', () => {
  for (const text of ['', '0', '300000', 'a=b', 'ハナ', '2026-11-25 09:30']) {
    expect(csvCell(text)).toBe(text);
  }
});

test('commas, quotes and line ends stay within their cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'one\ntwo', 'plain'])).toBe(
    '"a,b","say ""hi""","one\ntwo",plain\r\n',
  );
  expect(csvCell('=HYPERLINK("https://evil.example","x")')).toBe(
    `"'=HYPERLINK(""https://evil.example"",""x"")"`,
  );
});
