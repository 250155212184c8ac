// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findAppSecret } from './launch/app-secret.mjs';
import { borrowDatabase, installOnce, runOn } from './launch/borrowed.mjs';
import { step } from './launch/progress.mjs';
import { importTypeScript } from './launch/typescript.mjs';
import { root } from './root.mjs';

/*
 * npm run backup -- <file>
 * Writes what lasts of the database to a file, while the app runs or not.
 */

const [name, ...more] = process.argv.slice(2);
if (!name || name.startsWith('-') || more.length > 0) {
  console.error('Usage: npm run backup -- <file>');
  process.exit(2);
}
const file = path.resolve(process.env.INIT_CWD ?? '.', name);

await installOnce();
/** @type {typeof import('../prisma/backup/dump.ts')} */
const { dumpDatabase } = await importTypeScript('prisma/backup/dump.ts');
/** @type {typeof import('../prisma/backup/contents.ts')} */
const { inWords, sumUp } = await importTypeScript('prisma/backup/contents.ts');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

await runOn(borrowDatabase, async ({ url }, signal) => {
  const secret = await findAppSecret();
  await step('backup written', async (note) => {
    const options = { madeBy: version, secretMark: secret?.mark, signal };
    const { bytes, rows } = await dumpDatabase(url, file, options);
    note(`${inWords(sumUp(rows))}, ${(bytes / 1e6).toFixed(1)} MB`);
  });
  console.log(`
  ${file}

Not in it: sessions and what else lives for minutes or days, and APP_SECRET. Without that no
authenticator and no recovery code works: keep a copy of it too, in another place.`);
  if (secret) console.log(`It stands in ${secret.place}.`);
});
