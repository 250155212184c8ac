import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { htmlOf } from './html';
import type { Block, Letter } from './shape';

/** One letter in the two forms that mail carries, from one structure so that they say the same. */
export function renderMail(locale: Locale, letter: Letter): { text: string; html: string } {
  return { text: textOf(locale, letter), html: htmlOf(locale, letter) };
}

function textOf(locale: Locale, { title, blocks, footer }: Letter): string {
  const foot = footer.map(({ text, href }) => (href ? `${text}\n${href}` : text));
  return `${[title, ...blocks.map(blockText), `-- \n${[...foot, textsIn(locale)('letters.brand')].join('\n')}`].join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if ('paragraph' in block) return block.paragraph;
  if ('heading' in block) return `■ ${block.heading}`;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  if ('button' in block) return `${block.button}\n${block.href}`;
  if ('figures' in block) {
    return block.figures
      .map(({ label, value, note }) => `${label}: ${value}${note ? ` (${note})` : ''}`)
      .join('\n');
  }
  // Every line of it, so that nothing in a quoted message passes for our own words.
  return block.quote.replace(/^/gm, '> ');
}
