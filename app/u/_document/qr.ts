import { correction, generate } from 'lean-qr';
import { toPngBuffer } from 'lean-qr/extras/node_export';
import { toSvgPath } from 'lean-qr/extras/svg';
import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { paths } from '@/lib/paths';
import type { PublicRecord } from '@/lib/record/public/shape';
import { cleanLine } from '@/lib/text';
import { element, xmlDocument } from './xml';

/** Modules around the code that stay empty (ISO/IEC 18004). */
const quiet = 4;
/** Pixels a side at least. */
const leastSize = 600;
const ink = { hex: '#1f222b', rgb: [0x1f, 0x22, 0x2b] } as const;
const paper = { hex: '#f7f6f0', rgb: [0xf7, 0xf6, 0xf0] } as const;

/** The record's absolute address as a QR code, in a drawing. */
export function qrSvg(record: PublicRecord, { origin, locale }: Asked): string {
  const { code, modules, scale } = codeOf(record, origin);
  const name = cleanLine(record.displayName) || `@${record.handle}`;
  const title = textsIn(locale)('document.qrTitle', { name });
  const size = modules * scale;
  return xmlDocument(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: `0 0 ${modules} ${modules}`,
        role: 'img',
        'aria-label': title,
        'shape-rendering': 'crispEdges',
      },
      element('title', {}, title),
      element('rect', { width: modules, height: modules, fill: paper.hex }),
      element('path', {
        transform: `translate(${quiet} ${quiet})`,
        fill: ink.hex,
        d: toSvgPath(code),
      }),
    ),
  );
}

/** The same in pixels, for print and for what reads no drawings. */
export function qrPng(record: PublicRecord, { origin }: Asked): Uint8Array {
  const { code, scale } = codeOf(record, origin);
  return toPngBuffer(code, { on: ink.rgb, off: paper.rgb, pad: quiet, scale });
}

function codeOf({ handle }: PublicRecord, origin: string) {
  const code = generate(origin + paths.publicRecord(handle), {
    minCorrectionLevel: correction.M,
  });
  const modules = code.size + 2 * quiet;
  return { code, modules, scale: Math.ceil(leastSize / modules) };
}
