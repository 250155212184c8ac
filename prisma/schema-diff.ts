import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** OID of the catalogue's one-byte `"char"`, which the adapter has no name for, and of `text`. */
const CHAR = 18;
const TEXT = 25;

/**
 * The pg adapter, taught the one type of Postgres' own catalogue it refuses: the pool calls a
 * `"char"` a text, and the answer is put right once it has passed the adapter.
 */
function catalogAdapter(pool: pg.Pool) {
  const chars = new WeakMap<readonly unknown[], number[]>();
  const query = pool.query.bind(pool);
  const relabelled = async (config: pg.QueryConfig) => {
    const result = await query(config);
    const found = result.fields.flatMap(({ dataTypeID }, at) => (dataTypeID === CHAR ? [at] : []));
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    chars.set(result.rows, found);
    return result;
  };
  const factory = new PrismaPg(Object.assign(pool, { query: relabelled }));
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const answer = await queryRaw(sql);
      for (const at of chars.get(answer.rows) ?? []) {
        answer.columnTypes[at] = ColumnTypeEnum.Character;
      }
      return answer;
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/** Where the engine leaves its last words; without one, a crash of its own crashes on this. */
const registry = {
  message: '',
  set_message(text: string) {
    registry.message = text;
  },
};

let loaded = false;

/** Node cannot import `.wasm`, so the engine's module is instantiated by hand, once. */
async function loadEngine(): Promise<void> {
  if (loaded) return;
  const require = createRequire(import.meta.url);
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(path.join(path.dirname(script), 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': { ...bindings } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const { __wbindgen_start: start } = instance.exports;
  bindings.__wbg_set_wasm(instance.exports);
  if (typeof start === 'function') start();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  loaded = true;
}

/**
 * The SQL that leads from a live database to a Prisma schema; an empty string when they agree.
 * CHECKs, row-level security, functions and partial indexes are not Prisma's to see.
 * @param url of a database whose role may read its catalogue
 * @param schemaFile path of a `.prisma` file
 */
export async function schemaDiff(url: string, schemaFile: string): Promise<string> {
  await loadEngine();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const adapter = catalogAdapter(pool);
  let engine: SchemaEngine | undefined;
  try {
    engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    const content = await readFile(schemaFile, 'utf8');
    const files = [{ path: schemaFile, content }];
    // "The datasource of this schema" is whatever the adapter is connected to.
    const from: DiffTarget = {
      tag: 'schemaDatasource',
      files,
      configDir: path.dirname(schemaFile),
    };
    const result = await engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (result.stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  } catch (error) {
    if (!registry.message) throw error;
    throw new Error(`The schema engine crashed: ${registry.message}`, { cause: error });
  } finally {
    await pool.end();
    // A crashed engine cannot be freed, and the process ends soon anyway.
    if (!registry.message) engine?.free();
  }
}
