/** The surest first: no text has a tab in it by chance, and a comma may be a decimal one. */
const delimiters = ['\t', ';', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** Rows that are looked at. */
const looked = 20;

/**
 * What parts the cells of a table: the sign that most of its first rows have equally often, outside of
 * quotes. A comma where there is none.
 */
export function findDelimiter(sample: string): Delimiter {
  const rows = countsIn(sample);
  let best: { delimiter: Delimiter; support: number; times: number } | null = null;
  for (const delimiter of delimiters) {
    const seen = new Map<number, number>();
    for (const row of rows) {
      const times = row.get(delimiter) ?? 0;
      if (times > 0) seen.set(times, (seen.get(times) ?? 0) + 1);
    }
    for (const [times, support] of seen) {
      const isBetter =
        !best || support > best.support || (support === best.support && times > best.times);
      if (isBetter) best = { delimiter, support, times };
    }
  }
  return best?.delimiter ?? ',';
}

/** How often each delimiter stands in each of the first rows, outside of quotes. */
function countsIn(sample: string): Map<string, number>[] {
  let row = new Map<string, number>();
  const rows = [row];
  let isQuoted = false;
  for (const sign of sample) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '\n') {
      if (rows.length === looked) break;
      row = new Map();
      rows.push(row);
    } else if (sign === '\t' || sign === ';' || sign === ',') {
      row.set(sign, (row.get(sign) ?? 0) + 1);
    }
  }
  return rows;
}
