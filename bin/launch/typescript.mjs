// @ts-check
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.mjs';

/**
 * Imports one of the project's TypeScript modules. Asks for tsx only when called, so that the
 * commands can begin before anything is installed.
 * @param {string} file relative to the root
 */
export async function importTypeScript(file) {
  const { tsImport } = await import('tsx/esm/api');
  const parentURL = pathToFileURL(path.join(root, 'bin', 'start.mjs')).href;
  const tsconfig = path.join(root, 'tsconfig.json');
  return tsImport(pathToFileURL(path.join(root, file)).href, { parentURL, tsconfig });
}
