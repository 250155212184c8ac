import { en } from '@/app/_text/en';
import type { Texts } from '@/app/_text/texts';
import type { Told } from '@/lib/restore/report.rules';

/** What a table of the export is called. */
export function tableName(table: string, t: Texts): string {
  return isTable(table) ? t(`dataExport.tables.${table}`) : table;
}

function isTable(table: string): table is keyof typeof en.dataExport.tables {
  return Object.hasOwn(en.dataExport.tables, table);
}

/** Rows as their owner knows them, and how many more there are. */
export function listOf(rows: readonly Told[], count: number, t: Texts): string {
  const list = rows
    .map(({ name, on }) => [name, on].filter(Boolean).join(' · '))
    .filter((told) => told !== '')
    .join(t('dataExport.plan.between'));
  const more = count - rows.length;
  return more > 0 && list !== '' ? t('dataExport.plan.more', { list, more }) : list;
}
