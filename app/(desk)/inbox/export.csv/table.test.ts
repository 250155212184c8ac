import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import { hostileTexts } from '@/lib/testing/hostile';
import { makeInquiry } from '@/lib/testing/inquiries';
import { makePerson } from '@/lib/testing/people';
import { inquiryTable } from './_table';

async function bytesFor(viewer: Viewer): Promise<Uint8Array> {
  const body = new Response(inquiryTable(viewer, textsIn('en')));
  return new Uint8Array(await body.arrayBuffer());
}

/** The cells of a table, read as RFC 4180 says and in no other way. */
function read(table: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < table.length) {
    const [, quoted, plain = '', end] = cell.exec(table) ?? ['', '', `lost at ${cell.lastIndex}`];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === undefined) break;
  }
  return rows.slice(0, -1);
}

test('every inquiry is one row, whatever stands in it, and nothing of it is a formula', async () => {
  const hana = await makePerson({ locale: 'en' });
  const messages = [...Object.values(hostileTexts), '=1+1', '+1', '-1', '@SUM(1)', 'a,"b"\r\nc'];
  // The store takes no NUL, and neither does the form.
  const stored = messages.map((text) => text.replaceAll('\u0000', '').toWellFormed());
  for (const message of stored) await makeInquiry(hana, { name: '=cmd|x', message });

  const bytes = await bytesFor(hana);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = read(new TextDecoder().decode(bytes));
  const [head = [], ...lines] = rows;
  expect(head).toContain('Message');
  expect(lines).toHaveLength(stored.length);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
  const column = (name: string) => lines.map((line) => line[head.indexOf(name)] ?? '');
  expect(column('Message').sort()).toEqual(
    stored.map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)).sort(),
  );
  expect(new Set(column('Name'))).toEqual(new Set(["'=cmd|x"]));
  for (const value of lines.flat()) expect(value).not.toMatch(/^[=+\-@\t\r]/);
});

test('nobody gets another’s', async () => {
  const [hana, ken] = [await makePerson({ locale: 'en' }), await makePerson({ locale: 'en' })];
  await makeInquiry(hana);
  expect(read(new TextDecoder().decode(await bytesFor(ken)))).toHaveLength(1);
});
