import type { Viewer } from '@/lib/auth/viewer';
import { findHeading, guessColumns } from '@/lib/import/columns.rules';
import type { Mapping } from '@/lib/import/mapping.schema';
import type { SheetHead } from '@/lib/import/sheet';
import type { Currency } from '@/lib/money';

/** How a table is probably to be read, by its headings. */
export function guessMapping({ head }: SheetHead, viewer: Viewer, currency: Currency): Mapping {
  const heading = findHeading(head.map(({ cells }) => cells));
  const columns = guessColumns(heading === null ? [] : (head[heading]?.cells ?? []));
  return {
    heading,
    columns,
    everyKind: columns.amount === undefined ? 'work' : 'income',
    everyCurrency: currency,
    everyStream: '',
    language: viewer.locale,
    numbers: null,
    dates: null,
    keepsDuplicates: false,
  };
}
