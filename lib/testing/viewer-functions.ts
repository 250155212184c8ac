import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Viewer } from '../auth/viewer';

const lib = path.resolve(import.meta.dirname, '..');

/** What a function wants beside the viewer, as its source says it. */
export type Need = { readonly name: string; readonly type: string };

/** A function that reads for a viewer. */
export type ViewerFunction = {
  /** Where it stands, from `lib`, and what it is called. */
  readonly name: string;
  readonly needs: readonly Need[];
  readonly read: (viewer: Viewer, ...rest: unknown[]) => unknown;
};

/** Every function that any `data.ts` of lib offers and whose first argument is a viewer. */
export async function viewerFunctions(): Promise<ViewerFunction[]> {
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'data.ts')
    .sort();
  const found = await Promise.all(files.map(functionsIn));
  return found.flat();
}

async function functionsIn(file: string): Promise<ViewerFunction[]> {
  const source = readFileSync(path.join(lib, file), 'utf8');
  const offered: Record<string, unknown> = await import(path.join(lib, file));
  return Object.entries(offered).flatMap(([called, read]) => {
    if (typeof read !== 'function') return [];
    const [first, ...needs] = needsOf(source, called);
    if (!first || !/\bViewer\b/.test(first.type)) return [];
    const name = `${path.dirname(file)}: ${called}`;
    return [{ name, needs, read: read as ViewerFunction['read'] }];
  });
}

/** The arguments of `called` in a source. Throws where it is written in a way not read here. */
function needsOf(source: string, called: string): Need[] {
  const head = new RegExp(`export (?:async )?function\\*? ${called}(?:<[^(]*>)?\\(`).exec(source);
  if (!head) throw new Error(`How ${called} is written is not read here.`);
  return splitAtCommas(source.slice(head.index + head[0].length)).map((argument) => {
    const [, name = '', type = ''] =
      /^(\w+\??|\{[^}]*\})(?:: (.*?))?(?: = .*)?$/s.exec(argument) ?? [];
    return { name, type };
  });
}

/** What stands between here and the bracket that closes, at its commas. */
function splitAtCommas(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [i, sign] of [...text].entries()) {
    const isArrow = sign === '>' && text[i - 1] === '=';
    if (depth === 0 && sign === ')') break;
    if ('([{<'.includes(sign)) depth += 1;
    if (')]}>'.includes(sign) && !isArrow) depth -= 1;
    if (depth === 0 && sign === ',') parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
