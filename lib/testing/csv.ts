import type { Source } from '../import/encoding.rules';
import type { Mapping } from '../import/mapping.schema';
import { type Forms, findForms } from '../import/reading';
import { openSheet, type Sheet } from '../import/sheet';

/** A file of this text in UTF-8, or of these bytes. */
export function fileOf(content: string | Uint8Array): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return async function* () {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  };
}

/** Income in yen where a row says nothing else; no column is anything yet. */
export const plainMapping: Mapping = {
  heading: 0,
  columns: {},
  everyKind: 'income',
  everyCurrency: 'JPY',
  everyStream: '',
  language: 'ja',
  numbers: null,
  dates: null,
  keepsDuplicates: false,
};

/** A file ready to be imported, and the forms that were found in it. Throws where it cannot be read. */
export async function readySheet(
  content: string | Uint8Array,
  mapping: Mapping,
): Promise<{ sheet: Sheet; forms: Forms }> {
  const sheet = await openSheet(fileOf(content));
  if (!sheet.ok) throw new Error(sheet.reason);
  const forms = await findForms(sheet.value, mapping);
  if (!forms.ok) throw new Error(forms.reason);
  return { sheet: sheet.value, forms: forms.value };
}
