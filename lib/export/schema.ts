import { z } from 'zod';
import { exportVersion } from './layout.rules';
import type { Table } from './table.rules';
import { tables } from './tables.rules';

/** What one row of `table` may be; what is empty is left out, and nothing else stands there. */
export function rowOf(table: Table) {
  const columns = Object.entries(table.columns).map(([name, { value, isOptional }]) => [
    name,
    isOptional ? value.optional() : value,
  ]);
  return z.strictObject(Object.fromEntries(columns) as Record<string, z.ZodType>);
}

/** `jisseki.json` of an export in JSON Schema 2020-12. Each row stands in a line of its own there. */
export function exportJsonSchema(): object {
  const names = z.registry<{ id?: string; title?: string }>();
  const rows = tables.map((table) => {
    const row = rowOf(table);
    names.add(row, { id: table.name });
    const isOne = ['account', 'record'].includes(table.name);
    return [table.name, isOne ? z.array(row).length(1) : z.array(row)] as const;
  });
  const account = z.strictObject({
    format: z.literal('jisseki-export'),
    version: z.literal(exportVersion),
    tables: z.strictObject(Object.fromEntries(rows) as Record<string, z.ZodType>),
  });
  names.add(account, { title: 'Jisseki export' });
  return z.toJSONSchema(account, { target: 'draft-2020-12', metadata: names });
}
