import type { Viewer } from '../auth/viewer';
import { asSystem, Prisma, sqlName } from '../db';
import type { Mapping } from '../import/mapping.schema';
import { findForms } from '../import/reading';
import { openSheet } from '../import/sheet';
import { getShowing } from '../record/data';
import type { Need } from './viewer-functions';

/** Every list of arguments that a function of these needs is to be asked with. */
export type Arguments = (needs: readonly Need[]) => unknown[][];

const mapping: Mapping = {
  heading: 0,
  columns: { date: 0, title: 1 },
  everyKind: 'work',
  everyCurrency: 'JPY',
  everyStream: '',
  language: 'ja',
  numbers: 'point',
  dates: null,
  keepsDuplicates: false,
};

/** Makes what functions ask for, by its type: of `viewer`’s own, and wide enough to find all they have. */
export async function argumentsFor(viewer: Viewer, now: Date): Promise<Arguments> {
  const sheet = await openSheet(async function* () {
    yield Buffer.from('date,title\n2026-08-01,x\n');
  });
  if (!sheet.ok) throw new Error(sheet.reason);
  const forms = await findForms(sheet.value, mapping);
  if (!forms.ok) throw new Error(forms.reason);
  const ids = await idsOf(viewer.userId);
  const made: Record<string, readonly unknown[]> = {
    string: ids,
    number: [100],
    Date: [now],
    Day: ['2026-08-31'],
    'readonly Month[]': [['2026-07', '2026-08']],
    MilestoneFilter: [{}],
    InquiryFilter: [{}],
    Showing: [{ ...(await getShowing(viewer)), disclosure: 'exact' }],
    boolean: [true],
    Load: [async () => Buffer.from('date,title\n2026-08-01,x\n')],
    MappingOf: [() => mapping],
    Sheet: [sheet.value],
    Mapping: [mapping],
    Forms: [forms.value],
    // The files of a site beside the rows: none of them is read by the function itself.
    '() => AsyncIterable<SiteFile>': [async function* () {}],
  };
  return (needs) =>
    needs.reduce<unknown[][]>(
      (lists, { name, type }) => {
        // What is cut short, or continues a page, is asked for whole and from its beginning.
        const isOptional = name.endsWith('?') || type === '';
        const values = isOptional ? [undefined] : type.endsWith(' | null') ? [null] : made[type];
        if (!values) throw new Error(`Say in ${import.meta.filename} how a ${type} is made.`);
        return lists.flatMap((list) => values.map((value) => [...list, value]));
      },
      [[]],
    );
}

/** The ids of all rows of `ownerId`, in whatever table. */
async function idsOf(ownerId: string): Promise<string[]> {
  return asSystem(async (tx) => {
    const found = await tx.$queryRaw<{ name: string }[]>`
      SELECT o.table_name AS name FROM information_schema.columns o
      JOIN information_schema.columns i USING (table_schema, table_name)
      WHERE table_schema = 'public' AND o.column_name = 'owner_id' AND i.column_name = 'id'`;
    const selects = found.map(
      ({ name }) =>
        Prisma.sql`SELECT id::text FROM ${sqlName(name)} WHERE owner_id = ${ownerId}::uuid`,
    );
    const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.join(selects, ' UNION '));
    return rows.map(({ id }) => id);
  });
}
