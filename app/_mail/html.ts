import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { Block, Letter } from './shape';

/*
 * The house's look as mail programs draw it: tables and inline styles, for many of them drop all else;
 * classes for the dark, for those that know it. No picture is fetched, so reading is told to nobody.
 */

/** Light and dark, as in _styles/tokens.css. */
const colours = {
  paper: ['#f7f6f0', '#10141d'],
  sheet: ['#fdfcf9', '#171c28'],
  ink: ['#1f222b', '#ece7db'],
  soft: ['#555962', '#b0aea9'],
  rule: ['#d8d7cc', '#2e3646'],
  seal: ['#bd361b', '#f0785c'],
} as const satisfies Record<string, readonly [string, string]>;

const dark = `@media (prefers-color-scheme:dark){${[
  `.paper{background:${colours.paper[1]}!important}`,
  `.sheet{background:${colours.sheet[1]}!important;border-color:${colours.rule[1]}!important}`,
  `.ink{color:${colours.ink[1]}!important}`,
  `.soft{color:${colours.soft[1]}!important}`,
  `.ruled{border-color:${colours.rule[1]}!important}`,
  `.seal{color:${colours.seal[1]}!important;border-color:${colours.seal[1]}!important}`,
  `.press{background:${colours.ink[1]}!important;color:${colours.paper[1]}!important}`,
].join('')}}`;

const fonts: Record<Locale, { serif: string; sans: string }> = {
  ja: {
    serif: "'Hiragino Mincho ProN','Yu Mincho',YuMincho,'Noto Serif CJK JP',serif",
    sans: "'Hiragino Sans','Yu Gothic Medium',Meiryo,'Noto Sans CJK JP',sans-serif",
  },
  en: {
    serif: "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif",
    sans: "system-ui,-apple-system,'Segoe UI',Arial,sans-serif",
  },
};

/** `text` as it stands within an element or an attribute in double quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text with its lines' ends. */
function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** An address of ours, as every link in a letter is; anything but the web leads nowhere. */
function address(href: string): string {
  return escapeHtml(/^https?:\/\//.test(href) ? href : '#');
}

/** A table that means nothing: rows of mail programs' only dependable layout. */
function table(rows: string, more: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${more}>${rows}</table>`;
}

/** A whole letter as an HTML document of its own. */
export function htmlOf(locale: Locale, letter: Letter): string {
  const t = textsIn(locale);
  const { serif, sans } = fonts[locale];
  const hidden = letter.preheader
    ? `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(letter.preheader)}</div>`
    : '';
  const mark = `<p class="ink" style="margin:0 0 24px;font-size:16px;color:${colours.ink[0]}"><span class="seal" style="display:inline-block;border:2px solid ${colours.seal[0]};color:${colours.seal[0]};font:600 16px/1.3 ${serif};padding:0 3px;margin-right:8px">実</span>Jisseki</p>`;
  const title = `<h1 class="ink" style="margin:0 0 20px;font:600 22px/1.4 ${serif};color:${colours.ink[0]}">${escapeHtml(letter.title)}</h1>`;
  const body = letter.blocks.map((block) => blockHtml(block, serif)).join('');
  const sheet = `<tr><td class="sheet" style="background:${colours.sheet[0]};border:1px solid ${colours.rule[0]};padding:28px 28px 12px">${mark}${title}${body}</td></tr>`;
  const foot = `<tr><td style="padding:16px 28px 0">${[...letter.footer, { text: t('letters.brand') }].map(footHtml).join('')}</td></tr>`;
  const page = table(
    `<tr><td align="center" style="padding:24px 8px 40px">${table(sheet + foot, 'width="600" style="width:100%;max-width:600px;text-align:left"')}</td></tr>`,
    `width="100%" class="paper" style="background:${colours.paper[0]};font:16px/1.7 ${sans}"`,
  );
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(letter.title)}</title><style>${dark}</style></head><body class="paper" style="margin:0;padding:0;background:${colours.paper[0]}"><div lang="${locale}">${hidden}${page}</div></body></html>`;
}

function footHtml({ text, href }: Letter['footer'][number]): string {
  const said = href
    ? `<a class="soft" href="${address(href)}" style="color:${colours.soft[0]}">${escapeHtml(text)}</a>`
    : lines(text);
  return `<p class="soft" style="margin:0 0 8px;font-size:13px;line-height:1.6;color:${colours.soft[0]}">${said}</p>`;
}

function blockHtml(block: Block, serif: string): string {
  const wraps = 'overflow-wrap:anywhere;word-break:break-word';
  if ('paragraph' in block) {
    const [look, colour] = block.isSoft ? ['soft', colours.soft[0]] : ['ink', colours.ink[0]];
    return `<p class="${look}" style="margin:0 0 16px;${wraps};color:${colour}">${lines(block.paragraph)}</p>`;
  }
  if ('heading' in block) {
    return `<h2 class="ink ruled" style="margin:24px 0 12px;padding:12px 0 0;border-top:1px solid ${colours.rule[0]};font:600 17px/1.5 ${serif};color:${colours.ink[0]}">${escapeHtml(block.heading)}</h2>`;
  }
  if ('list' in block) {
    const items = block.list.map((item) => `<li style="margin:0 0 6px">${lines(item)}</li>`);
    return `<ul class="ink" style="margin:0 0 16px;padding:0 0 0 20px;${wraps};color:${colours.ink[0]}">${items.join('')}</ul>`;
  }
  if ('quote' in block) {
    return `<blockquote class="ink ruled" style="margin:0 0 20px;padding:4px 0 4px 16px;border-left:3px solid ${colours.rule[0]};${wraps};color:${colours.ink[0]}">${lines(block.quote)}</blockquote>`;
  }
  if ('button' in block) {
    return `<p style="margin:0 0 20px"><a class="press" href="${address(block.href)}" style="display:inline-block;padding:10px 24px;background:${colours.ink[0]};color:${colours.paper[0]};font-weight:600;text-decoration:none">${escapeHtml(block.button)}</a></p>`;
  }
  const rows = block.figures.map(({ label, value, note }) => {
    const beside = note
      ? `<br><span class="soft" style="font-size:13px;color:${colours.soft[0]}">${escapeHtml(note)}</span>`
      : '';
    const cell = `border-bottom:1px solid ${colours.rule[0]};padding:8px 0;vertical-align:top;${wraps}`;
    return `<tr><td class="soft ruled" style="${cell};color:${colours.soft[0]}">${escapeHtml(label)}</td><td class="ink ruled" align="right" style="${cell};padding-left:16px;color:${colours.ink[0]}">${escapeHtml(value)}${beside}</td></tr>`;
  });
  return table(rows.join(''), 'width="100%" style="margin:0 0 20px"');
}
