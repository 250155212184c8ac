import pg from 'pg';

/** A statement on its way to PostgreSQL. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/**
 * Does `work` while every statement of this process is what `change` makes of it: the code says what it
 * always says, and the database hears something else.
 */
export async function onTheWire<T>(
  change: (statement: Statement) => Statement,
  work: () => Promise<T>,
): Promise<T> {
  const client = pg.Client.prototype as unknown as { query: (...asked: unknown[]) => unknown };
  const { query } = client;
  client.query = function (this: unknown, ...asked) {
    return query.apply(this, changed(asked, change));
  };
  try {
    return await work();
  } finally {
    client.query = query;
  }
}

/** The ways in which one asks `pg`: a text with or without values, or an object that has both. */
function changed(
  [first, second, ...rest]: unknown[],
  change: (statement: Statement) => Statement,
): unknown[] {
  if (typeof first === 'string') {
    if (!Array.isArray(second)) return [change({ text: first, values: [] }).text, second, ...rest];
    const { text, values } = change({ text: first, values: second });
    return [text, values, ...rest];
  }
  const asked = first as { text: string; values?: unknown[] };
  const { text, values } = change({ text: asked.text, values: asked.values ?? [] });
  // A COPY has a text, and no values.
  Object.assign(asked, { text }, asked.values && { values });
  return [asked, second, ...rest];
}

/** Whoever a unit of work says it is for, the policies hear `voice`. */
export function inTheVoiceOf(voice: string, heard: () => void) {
  return ({ text, values }: Statement): Statement => {
    if (!/set_config\('app\.viewer', \$1/.test(text)) return { text, values };
    heard();
    return { text, values: [voice, ...values.slice(1)] };
  };
}

/** The name that a statement gives to its first part, where that is the viewer’s id and no more. */
const named = /WITH (\w+) AS \(SELECT \$(\d+)::uuid AS id\)/;

/**
 * Every condition that says whose rows are meant holds for all of them.
 * @param left hears of statements that still name the owner
 */
export function withoutWhere(
  ownerId: string,
  { dropped, left }: { dropped: () => void; left: (text: string) => void },
) {
  return ({ text, values }: Statement): Statement => {
    if (text.includes(`set_config('app.viewer'`)) return { text, values };
    const [, name = 'app', place] = named.exec(text) ?? [];
    const said = `= (?:\\$(\\d+)(?:::uuid)?|${name}\\.id|\\(SELECT (?:id FROM ${name}|app_viewer\\(\\))\\))`;
    const without = text.replace(new RegExp(said, 'g'), (whole, at?: string) => {
      if (at && values[Number(at) - 1] !== ownerId) return whole;
      dropped();
      // A value that nothing asks for would be refused.
      return at ? `IS NOT NULL AND $${at}::uuid IS NOT NULL` : 'IS NOT NULL';
    });
    for (const [i, value] of values.entries()) {
      if (value !== ownerId || String(i + 1) === place) continue;
      if (!without.includes(`AND $${i + 1}::uuid IS NOT NULL`)) left(without);
    }
    return { text: without, values };
  };
}
