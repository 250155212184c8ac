import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/*
 * What the app answers to, read from its sources: the tables of access.spec.ts must name all of it.
 */

const app = path.join(import.meta.dirname, '..', 'app');
const answering =
  /^((page|route|robots|sitemap|manifest)\.tsx?|(icon|apple-icon|favicon|opengraph-image|twitter-image)\d?\.\w+)$/;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Every address the app answers, as a pattern: `/milestones/[id]`. */
export function routes(): string[] {
  return (
    filesUnder(app)
      .map((file) => path.relative(app, file).split(path.sep))
      .filter((parts) => answering.test(parts.at(-1) ?? ''))
      // Next serves nothing from a folder with a low line before its name.
      .filter((parts) => !parts.some((part) => part.startsWith('_')))
      .map((parts) => {
        const name = parts.pop() ?? '';
        const own = /^(page|route)\./.test(name) ? [] : [name];
        return `/${[...parts.filter((part) => !/^\(.*\)$/.test(part)), ...own].join('/')}`;
      })
      .sort()
  );
}

/** The name of every server action: what a module of them exports, or what says so itself. */
export function actions(): string[] {
  const found = filesUnder(app)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => actionsIn(readFileSync(file, 'utf8')));
  return [...new Set(found)].sort();
}

function actionsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').trim();
  const names = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '?']) => name);
  if (/^['"]use server['"]/.test(code)) {
    return names(/^export\s+(?:default\s+)?(?:async\s+function\s*|const\s+|let\s+)(\w+)/gm);
  }
  const marks = code.match(/^\s+['"]use server['"];?/gm)?.length ?? 0;
  const named = names(/function\s+(\w+)\s*\([^)]*\)[^{]*\{\s*['"]use server['"]/g);
  // One that is written in another way is named so that no table can hold it.
  return marks === named.length ? named : [...named, `unnamed action in ${source.slice(0, 60)}`];
}
