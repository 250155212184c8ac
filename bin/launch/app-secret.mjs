// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dataFolder, secretsOf } from './database.mjs';
import { importTypeScript } from './typescript.mjs';

/**
 * APP_SECRET as `npm start` would find it here; none is made.
 * @returns {Promise<{ mark: string, place: string } | undefined>} what to know it by, and where it stands
 */
export async function findAppSecret() {
  const { secretMark } = await importTypeScript('prisma/backup/format.ts');
  const given = process.env.APP_SECRET;
  if (given) return { mark: secretMark(given), place: 'the environment' };
  const file = path.join(dataFolder(), 'secrets.json');
  if (!existsSync(file)) return undefined;
  const { appSecret } = await secretsOf(dataFolder());
  return { mark: secretMark(appSecret), place: `${file}, as appSecret` };
}
