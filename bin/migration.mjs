// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printFailure } from './launch/failure.mjs';
import { prepare } from './launch/start.mjs';
import { importTypeScript } from './launch/typescript.mjs';
import { root } from './root.mjs';

/*
 * npm run migration -- <name>
 * Writes prisma/migrations/<timestamp>_<name>/migration.sql: what leads from the state the
 * migrations give, on an empty database made for the purpose, to prisma/schema.prisma.
 */

const name = process.argv[2] ?? '';
if (!/^[a-z0-9_]{1,60}$/.test(name)) {
  console.error('Usage: npm run migration -- <name>, of lower-case letters, digits and _');
  process.exit(2);
}

await prepare();
/** @type {typeof import('../prisma/postgres.ts')} */
const { startPostgres } = await importTypeScript('prisma/postgres.ts');
/** @type {typeof import('../prisma/embedded/discard.ts')} */
const { discardPostgres, throwawayFolder } = await importTypeScript('prisma/embedded/discard.ts');
/** @type {typeof import('../prisma/migrate.ts')} */
const { migrate } = await importTypeScript('prisma/migrate.ts');
/** @type {typeof import('../prisma/schema-diff.ts')} */
const { schemaDiff } = await importTypeScript('prisma/schema-diff.ts');

const folder = path.join(root, 'prisma', 'migrations');
const dataDir = await throwawayFolder('migration');
try {
  const postgres = await startPostgres({ dataDir, durable: false });
  await migrate(postgres.url, folder);
  const sql = await schemaDiff(postgres.url, path.join(root, 'prisma', 'schema.prisma'));
  if (!sql) {
    console.log('The migrations already lead to the schema: nothing to write.');
  } else {
    const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const file = path.join(folder, `${timestamp}_${name}`, 'migration.sql');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${sql}\n`);
    console.log(`Wrote ${path.relative(root, file)}. Read it, and add by hand what Prisma cannot
express: CHECKs, row-level security, partial indexes.`);
  }
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
} finally {
  await discardPostgres(dataDir);
}
