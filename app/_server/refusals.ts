import { createHash } from 'node:crypto';
import { textsIn } from '@/app/_text/texts';
import { type Locale, locales, negotiateLocale } from '@/lib/locale';
import { stillPolicy } from './policy';

/** What is answered before any page: static pages, for there may be nothing else left to ask. */

// The look of _styles/tokens.css, small enough to send along.
const style = `
:root{color-scheme:light dark;background:light-dark(#f7f6f0,#10141d);color:light-dark(#1f222b,#ece7db);font:1rem/1.7 system-ui,"Hiragino Sans","Noto Sans CJK JP",sans-serif}
body{margin:0;min-height:100vh;display:grid;grid-template-columns:minmax(0,1fr);place-items:center}
main{max-width:32rem;min-width:0;overflow-wrap:anywhere;padding:2rem 1.25rem;word-break:auto-phrase}
svg{width:3.5rem;height:3.5rem;fill:none;stroke:light-dark(#bd361b,#f0785c)}
h1{font:600 1.5rem/1.4 "Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP",serif;margin:1.25rem 0 .5rem}
section+section{margin-top:2rem;border-top:1px solid light-dark(#d8d7cc,#2e3646)}
section+section h1{font-size:1.15rem}
p{margin:0}`;

const seal =
  '<svg viewBox="0 0 48 48" aria-hidden="true"><path stroke-width="2" d="M5.4 3.6C14 2.9 33 3.4 42.8 3.4C44.4 3.5 44.7 5 44.6 6.6C44.2 16 44.9 31 44.4 42.2C44.2 44 43 44.6 41.4 44.5C31 44.2 16 45 6 44.4C4 44.2 3.5 43.2 3.5 41.6C3.9 30 3.2 17 3.6 6C3.6 4.4 4 3.7 5.4 3.6Z"/><path stroke-width="2.7" d="M24 8.6V13 M10.8 19.4V13.6H37.2V19.4 M14.6 20.2H33.4 M15.6 25.4H32.4 M11 30.9H37 M24 15.6V30.6C23 34.6 18.4 37.9 11.6 39.3 M24.4 31.2C26.6 35.2 31 38 36.6 39.3"/></svg>';

const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

type Told = 'foreign' | 'outage' | 'tooLarge';

/** 403: another site asked for the change. */
export function foreignAnswer(request: Request): Response {
  return page(request, 403, 'foreign', {});
}

/** 503: the database is out. Nobody is signed out: the cookie is left alone. */
export function outageAnswer(request: Request): Response {
  return page(request, 503, 'outage', { 'Retry-After': '10' });
}

/** 413: the file that was sent is larger than any may be. Nothing of it is read. */
export function tooLargeAnswer(request: Request): Response {
  return page(request, 413, 'tooLarge', {});
}

function page(
  request: Request,
  status: number,
  name: Told,
  more: Record<string, string>,
): Response {
  const asked = negotiateLocale(request.headers.get('accept-language'));
  const sections = [asked, ...locales.filter((locale) => locale !== asked)].map(
    (locale) =>
      `<section lang="${locale}"><h1>${say(locale, name, 'title')}</h1><p>${say(locale, name, 'text')}</p></section>`,
  );
  const html = `<!doctype html><html lang="${asked}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${say(asked, name, 'title')}</title><style>${style}</style></head><body><main>${seal}${sections.join('')}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': stillPolicy(styleHash),
      'Cache-Control': 'no-store',
      ...more,
    },
  });
}

function say(locale: Locale, name: Told, part: 'title' | 'text'): string {
  return textsIn(locale)(`auth.${name}.${part}`);
}
