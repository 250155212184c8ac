import type { Hmac } from 'node:crypto';
import { byteOrderMark, csvLine } from '../csv';
import { env } from '../env';
import { csvWriter } from './copied/csv.rules';
import { finding, growing } from './copied/fields.rules';
import { jsonWriter } from './copied/json.rules';
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
import { holding, type Packed, twoLots } from './packing';
import type { Account } from './row';
import { sealing, sealOf } from './seal.rules';
import type { Table } from './table.rules';
import { tables } from './tables.rules';
import type { ZipEntry } from './zip-stream';

/** A file of the record as a site of its own. */
export type SiteFile = { readonly path: string; readonly bytes: Uint8Array | string };

/** Bytes of packed tables that are held while the account is read, so that it is read once. */
const room = 16 * 1024 * 1024;

/**
 * What stands in the zip, in its order. `account` is left once it is read. The tables come behind the
 * JSON: they are packed beside it as long as they find room, and read once more where they do not.
 */
export async function* entriesOf(
  account: Account,
  site: AsyncIterable<SiteFile>,
  held: { left: number } = { left: room },
): AsyncGenerator<ZipEntry> {
  const packed = new Map<string, Packed>();
  try {
    const secret = env().APP_SECRET;
    const seal = sealing(secret);
    yield { path: exportFile, bytes: sealed(jsonOf(account, held, packed), seal) };
    yield { path: sealFile, bytes: once(sealOf(seal, secret, account.ownerId)) };
    for (const table of tables) {
      const path = `csv/${table.name}.csv`;
      const known = packed.get(table.name);
      yield known ? { path, packed: known } : { path, bytes: csvOf(account, table) };
    }
  } finally {
    account.leave();
  }
  for await (const { path, bytes } of site) yield { path: `site/${path}`, bytes: once(bytes) };
}

async function* sealed(bytes: AsyncIterable<Uint8Array>, seal: Hmac): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    seal.update(chunk);
    yield chunk;
  }
}

async function* jsonOf(
  { rowsOf }: Account,
  held: { left: number },
  packed: Map<string, Packed>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${headOf(exportVersion)}\n`);
  const [room, find] = [growing(), finding()];
  const lots = twoLots();
  for (const [i, table] of tables.entries()) {
    const beside = holding(held, lots);
    const csv = csvWriter(table, room);
    const json = jsonWriter(table, room);
    await beside.add(csvHead(table));
    yield Buffer.from(`${openingOf(table.name)}\n`);
    let isEmpty = true;
    for await (const rows of rowsOf(table)) {
      const fields = find(rows);
      await beside.add(csv(rows, fields));
      yield json(rows, fields);
      isEmpty = false;
    }
    const known = await beside.end();
    if (known) packed.set(table.name, known);
    const end = i === tables.length - 1 ? lastClosing : closing;
    yield Buffer.from(`${isEmpty ? '' : '\n'}${end}\n`);
  }
  yield Buffer.from(`${foot}\n`);
}

function csvHead(table: Table): Buffer {
  return Buffer.from(byteOrderMark + csvLine(Object.keys(table.columns)));
}

async function* csvOf({ rowsOf }: Account, table: Table): AsyncGenerator<Uint8Array> {
  yield csvHead(table);
  const [write, find] = [csvWriter(table, growing()), finding()];
  for await (const rows of rowsOf(table)) yield write(rows, find(rows));
}

async function* once(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(bytes);
}
