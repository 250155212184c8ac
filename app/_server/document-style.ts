import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** In this order the later layers win; the last files are the documents' own. */
const sheets = [
  'app/_styles/tokens.css',
  'app/_styles/base.css',
  'app/_styles/ledger.css',
  'app/_styles/ladder.css',
  'app/_styles/chart.css',
  'app/_styles/document.css',
  'app/u/_document/page.css',
  'app/u/_document/answer.css',
  'app/u/_document/lines.css',
  'app/u/_document/print.css',
];

export type DocumentStyle = { readonly css: string /** `sha256-…` */; readonly hash: string };

let style: DocumentStyle | undefined;

/** The one style sheet of all HTML documents, inlined into each, and its hash for the policy. */
export function documentStyle(): DocumentStyle {
  if (style && process.env.NODE_ENV === 'production') return style;
  const css = shortNames(
    minify(
      sheets
        .map((sheet) =>
          readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), sheet), 'utf8'),
        )
        .join('\n'),
    ),
  );
  style = { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
  return style;
}

/** Custom properties by one or two letters, and those nobody reads left out: a tenth of the whole. */
function shortNames(css: string): string {
  const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name));
  const short = new Map([...read].map((name, i) => [name, `--${i.toString(36)}`]));
  return css
    .replace(/(?<=[{;])(--[\w-]+):[^;{}]*;?/g, (whole, name) => (read.has(name) ? whole : ''))
    .replace(/--[a-z][\w-]*/g, (name) => short.get(name) ?? name);
}

/** Comments and white space only: no string of ours has more than single spaces in it. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/(?<=[\s:(,])0\./g, '.')
    .replaceAll(';}', '}')
    .trim();
}
