import { byteOrderMark, csvLine } from '../csv';
import { env } from '../env';
import { csvWriter, jsonWriter } from './copied.rules';
import {
  closing,
  exportFile,
  exportVersion,
  foot,
  headOf,
  lastClosing,
  openingOf,
  sealFile,
} from './layout.rules';
import type { Account } from './row';
import { sealing, sealOf } from './seal.rules';
import type { Table } from './table.rules';
import { tables } from './tables.rules';
import type { ZipEntry } from './zip-stream';

/** A file of the record as a site of its own. */
export type SiteFile = { readonly path: string; readonly bytes: Uint8Array | string };

/** What stands in the zip, in its order. `account` is left once it is read. */
export async function* entriesOf(
  account: Account,
  site: AsyncIterable<SiteFile>,
): AsyncGenerator<ZipEntry> {
  try {
    const seal = sealing(env().APP_SECRET);
    const bytes = jsonOf(account, (taken) => seal.update(taken));
    yield { path: exportFile, bytes };
    yield { path: sealFile, bytes: once(sealOf(seal)) };
    for (const table of tables) {
      yield { path: `csv/${table.name}.csv`, bytes: csvOf(account, table) };
    }
  } finally {
    account.leave();
  }
  for await (const { path, bytes } of site) yield { path: `site/${path}`, bytes: once(bytes) };
}

async function* jsonOf(
  { rowsOf }: Account,
  see: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const seen = (bytes: Buffer) => {
    see(bytes);
    return bytes;
  };
  yield seen(Buffer.from(`${headOf(exportVersion)}\n`));
  for (const [i, table] of tables.entries()) {
    const write = jsonWriter(table);
    yield seen(Buffer.from(`${openingOf(table.name)}\n`));
    let lead = '';
    for await (const rows of rowsOf(table)) {
      if (lead) yield seen(Buffer.from(lead));
      yield seen(write(rows));
      lead = ',\n';
    }
    const end = i === tables.length - 1 ? lastClosing : closing;
    yield seen(Buffer.from(`${lead ? '\n' : ''}${end}\n`));
  }
  yield seen(Buffer.from(`${foot}\n`));
}

async function* csvOf({ rowsOf }: Account, table: Table): AsyncGenerator<Uint8Array> {
  yield Buffer.from(byteOrderMark + csvLine(Object.keys(table.columns)));
  const write = csvWriter(table);
  for await (const rows of rowsOf(table)) yield write(rows);
}

async function* once(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(bytes);
}
