import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = 'node_modules/@expo-google-fonts/noto-sans-jp';
const files = [
  { file: '400Regular/NotoSansJP_400Regular.ttf', weight: 400 },
  { file: '700Bold/NotoSansJP_700Bold.ttf', weight: 700 },
] as const;

type CardFont = { name: string; data: ArrayBuffer; weight: 400 | 700; style: 'normal' };

let fonts: CardFont[] | undefined;

/** The faces of the cards; always the same list, by which the renderer keeps what it parsed. */
export function cardFonts(): CardFont[] {
  fonts ??= files.map(({ file, weight }) => {
    const bytes = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), folder, file));
    return { name: 'Noto Sans JP', data: new Uint8Array(bytes).buffer, weight, style: 'normal' };
  });
  return fonts;
}

let covered: Set<number> | undefined;

/** Whether the faces have a glyph for the code point; they all cover the same ones. */
export function hasGlyph(codePoint: number): boolean {
  covered ??= codePointsOf(cardFonts()[0]?.data ?? new ArrayBuffer(0));
  return covered.has(codePoint);
}

/** The code points a TrueType font maps to a glyph: its `cmap` in format 12, else 4 (OpenType). */
export function codePointsOf(font: ArrayBuffer): Set<number> {
  const view = new DataView(font);
  const tables = view.getUint16(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16;
    if (view.getUint32(record) === 0x636d6170) return readCmap(view, view.getUint32(record + 8));
  }
  throw new Error('A font without a cmap table.');
}

function readCmap(view: DataView, cmap: number): Set<number> {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    return { at, format: view.getUint16(at) };
  });
  const wide = subtables.find(({ format }) => format === 12);
  if (wide) return readFormat12(view, wide.at);
  const narrow = subtables.find(({ format }) => format === 4);
  if (narrow) return readFormat4(view, narrow.at);
  throw new Error('A font without a Unicode cmap.');
}

function readFormat12(view: DataView, at: number): Set<number> {
  const points = new Set<number>();
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    const [start, end] = [view.getUint32(group), view.getUint32(group + 4)];
    for (let point = start; point <= end; point++) points.add(point);
  }
  return points;
}

function readFormat4(view: DataView, at: number): Set<number> {
  const points = new Set<number>();
  const segments = view.getUint16(at + 6);
  for (let i = 0; i < segments; i += 2) {
    const end = view.getUint16(at + 14 + i);
    const start = view.getUint16(at + 16 + segments + i);
    for (let point = start; point <= end && point !== 0xffff; point++) points.add(point);
  }
  return points;
}
