import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** In this order the later layers win; the last file is the documents' own. */
const sheets = [
  'app/_styles/tokens.css',
  'app/_styles/base.css',
  'app/_styles/ledger.css',
  'app/_styles/ladder.css',
  'app/_styles/chart.css',
  'app/_styles/document.css',
  'app/u/_document/page.css',
];

export type DocumentStyle = { readonly css: string /** `sha256-…` */; readonly hash: string };

let style: DocumentStyle | undefined;

/** The one style sheet of all HTML documents, inlined into each, and its hash for the policy. */
export function documentStyle(): DocumentStyle {
  if (style && process.env.NODE_ENV === 'production') return style;
  const css = minify(
    sheets
      .map((sheet) =>
        readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), sheet), 'utf8'),
      )
      .join('\n'),
  );
  style = { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
  return style;
}

/** Comments and white space only: no string of ours has more than single spaces in it. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}
