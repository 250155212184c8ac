// @ts-check
import path from 'node:path';
import { findAppSecret } from './launch/app-secret.mjs';
import { installOnce, runOn, takeDatabase } from './launch/borrowed.mjs';
import { migrateDatabase } from './launch/database.mjs';
import { forgetDemo } from './launch/demo.mjs';
import { printFailure } from './launch/failure.mjs';
import { step } from './launch/progress.mjs';
import { importTypeScript } from './launch/typescript.mjs';
import { root } from './root.mjs';

/*
 * npm run restore -- <file> [--replace]
 * Loads a backup into an empty database; with --replace, into one whose contents it takes away.
 */

const args = process.argv.slice(2);
const replace = args.includes('--replace');
const [name, ...more] = args.filter((one) => one !== '--replace');
if (!name || name.startsWith('-') || more.length > 0) {
  console.error('Usage: npm run restore -- <file> [--replace]');
  process.exit(2);
}
const file = path.resolve(process.env.INIT_CWD ?? '.', name);
const folder = path.join(root, 'prisma', 'migrations');

await installOnce();
/** @type {typeof import('../prisma/backup/load.ts')} */
const { checkBackup, restoreDatabase } = await importTypeScript('prisma/backup/load.ts');
/** @type {typeof import('../prisma/backup/contents.ts')} */
const { contentsOf, inWords, refuseContents, sumUp } = await importTypeScript(
  'prisma/backup/contents.ts',
);

/** A file that is damaged, or that this code cannot restore, starts and migrates no database. */
async function check() {
  try {
    return await checkBackup(file, folder);
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

const header = await check();
await runOn(takeDatabase, async ({ url, dataDir }, signal) => {
  const there = await contentsOf(url);
  if (!replace) refuseContents(there);
  else if (there.rows > 0) console.log(`  --replace takes away what is there: ${inWords(there)}.`);
  await step('database migrated', async (note) => {
    const applied = await migrateDatabase(url);
    if (applied.length > 0) note(`${applied.length} applied`);
  });
  await step('backup restored', async (note) => {
    const { rows, behind } = await restoreDatabase(url, file, { replace, folder, signal });
    note(`${inWords(sumUp(rows))}${behind > 0 ? `, brought up by ${behind} migrations` : ''}`);
  });
  if (dataDir) forgetDemo(dataDir);
  console.log(`\nAs it was at ${header.madeAt}. Everybody signs in anew.`);
  const secret = await findAppSecret();
  if (header.secretMark && secret && header.secretMark !== secret.mark) {
    console.log(`
It was made under another APP_SECRET: no authenticator and no recovery code works until that one
stands in ${secret.place}.`);
  }
});
