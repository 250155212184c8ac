import type { Page } from '@playwright/test';
import { limits } from '@/lib/limits';
import { expect, test, untilTakenOver } from './people';
import { en } from './words';

const texts = en.dataImport;

/** 日付,件名,金額,収入源 and two rows, in Shift_JIS, which nothing here writes. */
const japanese = Buffer.from(
  '93fa95742c8c8f96bc2c8be08a7a2c8efb93fc8cb90d0a323032362f31302f312c2c3132969c' +
    '2c8375838d834f0d0a97df986138944e31308c8e3293fa2c2c8250969c8251824f824f824f89' +
    '7e2c8375838d834f0d0a',
  'hex',
);

const table = [
  'Date,Title,Amount,Stream,Hours',
  '2026-10-01,,"12,000",Blog,6',
  '2026-10-02,,"￥３，５００",Blog,',
  '2026-10-03,,=1+1,Blog,',
  '2026-10-01,,"12,000",Blog,6',
].join('\r\n');

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/settings/data');
  await page
    .getByLabel(texts.file, { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import CSV', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.mapping.title);
}

test('a table comes in, once, private, and goes again as a whole', async ({ desk }) => {
  await send(desk, 'earnings.csv', Buffer.from(table));
  await desk.getByRole('button', { name: texts.mapping.check, exact: true }).click();
  const result = desk.getByRole('region', { name: texts.check.title });
  await expect(result).toContainText(`${texts.check.fresh}2`);
  await expect(result).toContainText(`${texts.check.duplicates}1`);
  await expect(result).toContainText(`${texts.check.refused}1`);
  await expect(result).toContainText('=1+1');
  await desk.goto('/milestones');
  await expect(desk.getByRole('main')).toContainText(en.milestones.emptyTitle);
  await desk.goBack();
  await desk.getByRole('button', { name: 'Import 2 milestones' }).click();
  await expect(desk).toHaveURL(/\/settings\/data\?/);
  const imports = desk.getByRole('region', { name: texts.title });
  await expect(imports.getByRole('status')).toContainText('earnings.csv');
  await desk.goto('/milestones');
  await expect(desk.getByRole('main')).toContainText('12,000');
  await expect(desk.getByRole('main')).toContainText('3,500');
  // The same file again: all of it is there.
  await send(desk, 'earnings.csv', Buffer.from(table));
  await desk.getByRole('button', { name: texts.mapping.check, exact: true }).click();
  await expect(result).toContainText(texts.check.nothing);

  await desk.goto('/settings/data');
  await imports.getByText(texts.undo, { exact: true }).click();
  await imports.getByRole('button', { name: texts.undoPress }).click();
  await expect(imports.getByRole('status')).toContainText('earnings.csv');
  await desk.goto('/milestones');
  await expect(desk.getByRole('main')).toContainText(en.milestones.emptyTitle);
});

test('a table of a Japanese spreadsheet is read as it is written', async ({ desk }) => {
  await send(desk, '収入.csv', japanese);
  await expect(desk.getByRole('main')).toContainText('Shift_JIS');
  await desk.getByRole('button', { name: texts.mapping.check, exact: true }).click();
  const result = desk.getByRole('region', { name: texts.check.title });
  await expect(result).toContainText(`${texts.check.fresh}2`);
  await expect(result).toContainText('120,000');
  await expect(result).toContainText('12,000');
});

test('what is no table is told so', async ({ desk }) => {
  await desk.goto('/settings/data');
  await desk.getByLabel(texts.file, { exact: true }).setInputFiles({
    name: 'picture.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0xff, 0xff, 0x80, 0x81, 0xfe]),
  });
  await desk.getByRole('button', { name: 'Import CSV', exact: true }).click();
  await expect(desk.getByRole('main')).toContainText(texts.unreadable.title);
});

test('a file that is too large is told so beside its field, and not sent', async ({ desk }) => {
  await desk.goto('/settings/data');
  const field = desk.getByLabel(texts.file, { exact: true });
  const buffer = Buffer.alloc(limits.uploadBytes.csv + 1, 'a');
  await untilTakenOver(field);
  await field.setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await desk.getByRole('button', { name: 'Import CSV', exact: true }).click();
  await expect(field).toBeFocused();
  await expect(desk.getByText(texts.refused['too-large'])).toBeVisible();
  expect(new URL(desk.url()).search).toBe('');
});
