import { createHash } from 'node:crypto';
import { textsIn } from '@/app/_text/texts';
import { negotiateLocale } from '@/lib/locale';
import { commonHeaders, stillPolicy } from './policy';

/** What proxy.ts answers by itself: static pages, for there may be nothing else left to ask. */

const style = `
:root{color-scheme:light dark;font:1rem/1.7 "Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP",serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f1e7,#1b1916);color:light-dark(#26221c,#ece5d8)}
main{max-width:34rem;padding:2rem 1.25rem}
.seal{display:inline-grid;place-items:center;width:3.5rem;height:3.5rem;border:3px solid;border-radius:.5rem;font-size:2rem;line-height:1;color:light-dark(#b7301f,#ef7a63)}
h1{font-size:1.5rem;line-height:1.4;margin:1.5rem 0 .5rem}
section+section{margin-top:2rem;padding-top:.5rem;border-top:1px solid light-dark(#d9cfbd,#453f36)}
section+section h1{font-size:1.15rem}
p{margin:0}`;

const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** 403: another site asked for the change. */
export function foreignAnswer(secure: boolean): Response {
  return page(403, 'foreign', 'en', secure);
}

/** 503: the database is out. Nobody is signed out: the cookie is left alone. */
export function outageAnswer(request: Request, secure: boolean): Response {
  const locale = negotiateLocale(request.headers.get('accept-language'));
  return page(503, 'outage', locale, secure, { 'Retry-After': '10' });
}

function page(
  status: number,
  name: 'foreign' | 'outage',
  first: 'ja' | 'en',
  secure: boolean,
  more: Record<string, string> = {},
): Response {
  const sections = [first, first === 'ja' ? 'en' : 'ja'].map((locale) => {
    const t = textsIn(locale as 'ja' | 'en');
    const [title, text] = [t(`auth.${name}.title`), t(`auth.${name}.text`)];
    return `<section lang="${locale}"><h1>${title}</h1><p>${text}</p></section>`;
  });
  const title = textsIn(first)(`auth.${name}.title`);
  const html = `<!doctype html><html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><span class="seal" aria-hidden="true" lang="ja">実</span>${sections.join('')}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': stillPolicy(styleHash),
      'Cache-Control': 'no-store',
      ...commonHeaders(secure),
      ...more,
    },
  });
}
