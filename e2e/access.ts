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
  return answers().map(({ pattern }) => pattern);
}

/** Those of them that take what is sent to them without a server action. */
export function postings(): string[] {
  return answers()
    .filter(({ file }) => /^route\./.test(path.basename(file)))
    .filter(({ file }) => /\b(POST|PUT|PATCH|DELETE)\b/.test(withoutComments(file)))
    .map(({ pattern }) => pattern);
}

function answers(): { pattern: string; file: string }[] {
  return (
    filesUnder(app)
      .map((file) => ({ file, parts: path.relative(app, file).split(path.sep) }))
      .filter(({ parts }) => answering.test(parts.at(-1) ?? ''))
      // Next serves nothing from a folder with a low line before its name.
      .filter(({ parts }) => !parts.some((part) => part.startsWith('_')))
      .map(({ file, parts }) => {
        const name = parts.at(-1) ?? '';
        const own = /^(page|route)\./.test(name) ? [] : [name];
        const places = parts.slice(0, -1).filter((part) => !/^\(.*\)$/.test(part));
        return { pattern: `/${[...places, ...own].join('/')}`, file };
      })
      .sort((one, other) => (one.pattern < other.pattern ? -1 : 1))
  );
}

/** The name of every server action: what a module of them exports, or what says so itself. */
export function actions(): string[] {
  const found = filesUnder(app)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => actionsIn(withoutComments(file)));
  return [...new Set(found)].sort();
}

function withoutComments(file: string): string {
  const source = readFileSync(file, 'utf8');
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').trim();
}

function actionsIn(code: string): string[] {
  const names = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '?']) => name);
  if (/^['"]use server['"]/.test(code)) {
    return names(/^export\s+(?:default\s+)?(?:async\s+function\s*|const\s+|let\s+)(\w+)/gm);
  }
  const marks = code.match(/^\s+['"]use server['"];?/gm)?.length ?? 0;
  const named = names(/function\s+(\w+)\s*\([^)]*\)[^{]*\{\s*['"]use server['"]/g);
  // One that is written in another way is named so that no table can hold it.
  return marks === named.length ? named : [...named, `unnamed action in ${code.slice(0, 60)}`];
}
