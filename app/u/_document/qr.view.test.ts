import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import type { Asked } from '@/app/_server/document';
import { hostileRecord, hostileTexts } from '@/lib/testing/hostile';
import { publicRecord } from '@/lib/testing/public-record';
import { textsAt } from '@/lib/testing/xml';
import { qrPng, qrSvg } from './qr';

const origins = [
  'http://localhost:3000',
  'https://jisseki.example',
  `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example:65535`,
];
const asked = (origin: string): Asked => ({ locale: 'ja', origin, query: new URLSearchParams() });
const longest = publicRecord({ handle: 'a-very-long-handle-of-30-signs' });

/** A picture of one bit a pixel and two colours, as this encoder writes them. */
function decodePng(bytes: Uint8Array) {
  const png = Buffer.from(bytes);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([png[24], png[25]]).toEqual([1, 3]);
  const chunk = (name: string) => {
    const at = png.indexOf(name);
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const palette = chunk('PLTE');
  const rows = inflateSync(chunk('IDAT'));
  const stride = 1 + Math.ceil(width / 8);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = ((rows[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      data.set(palette.subarray(bit * 3, bit * 3 + 3), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** The drawing's path, which is of unit steps alone, as pixels of four a module. */
function drawSvg(svg: string) {
  const [viewBox = ''] = textsAt(svg, '/svg:svg/@viewBox');
  const modules = Number(viewBox.split(' ')[2]);
  const [d = ''] = textsAt(svg, '//svg:path/@d');
  const [size, scale] = [modules * 4, 4];
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  const edges = edgesOf(d);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [mx, my] = [Math.floor(x / scale) - 4, Math.floor(y / scale) - 4];
      const crossed = edges.filter((e) => e.x <= mx && e.from <= my && my < e.to).length;
      if (crossed % 2 === 1) data.set([0, 0, 0], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}

/** The upright edges of a path of `M x y`, `h`, `v`, `H`, `V`, `L` and `z`. */
function edgesOf(d: string): { x: number; from: number; to: number }[] {
  const edges: { x: number; from: number; to: number }[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const move = (toX: number, toY: number) => {
    if (toX === x) edges.push({ x, from: Math.min(y, toY), to: Math.max(y, toY) });
    [x, y] = [toX, toY];
  };
  for (const [, command = '', numbers = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const [a = 0, b = 0] = (numbers.match(/-?\d+/g) ?? []).map(Number);
    if (command === 'M') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'L') move(a, b);
    else if (command === 'H') move(a, y);
    else if (command === 'h') move(x + a, y);
    else if (command === 'V') move(x, a);
    else if (command === 'v') move(x, y + a);
    else if (/z/i.test(command)) move(startX, startY);
    else throw new Error(`A path command nobody reads here: ${command}`);
  }
  return edges;
}

describe.each(origins)('at %s', (origin) => {
  const address = `${origin}/u/${longest.handle}`;

  test('a phone reads the address from the pixels', () => {
    const picture = decodePng(qrPng(longest, asked(origin)));
    expect(picture.width).toBe(picture.height);
    expect(picture.width).toBeGreaterThanOrEqual(600);
    expect(jsQR(picture.data, picture.width, picture.height)?.data).toBe(address);
  });

  test('and from the drawing', () => {
    const picture = drawSvg(qrSvg(longest, asked(origin)));
    expect(jsQR(picture.data, picture.width, picture.height)?.data).toBe(address);
  });
});

test('a stain in the middle does it no harm', () => {
  const picture = decodePng(qrPng(longest, asked(origins[1] ?? '')));
  const { width, data } = picture;
  const [from, to] = [Math.floor(width * 0.42), Math.floor(width * 0.58)];
  for (let y = from; y < to; y++)
    for (let x = from; x < to; x++) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  expect(jsQR(data, width, width)?.data).toBe(`${origins[1]}/u/${longest.handle}`);
});

test('four empty modules stand around it', () => {
  const { width, data } = decodePng(qrPng(publicRecord(), asked(origins[0] ?? '')));
  const paper = [...data.subarray(0, 3)];
  const firstInk = Array.from({ length: width }, (_, i) => i).find(
    (i) => data[(i * width + i) * 4] !== paper[0],
  );
  const [viewBox = ''] = textsAt(qrSvg(publicRecord(), asked(origins[0] ?? '')), '/*/@viewBox');
  const scale = width / Number(viewBox.split(' ')[2]);
  expect(firstInk).toBe(4 * scale);
});

test.each(Object.entries(hostileTexts))('its title is text: %s', (_, text) => {
  const svg = qrSvg(hostileRecord(text), asked('https://jisseki.example'));
  expect(textsAt(svg, '/svg:svg/svg:title')[0]).toContain('さんの記録へのQRコード');
  expect(textsAt(svg, '//svg:script | //svg:img | //@onerror | //@style')).toEqual([]);
  expect(svg).toMatch(/ width="\d+" height="\d+" viewBox="0 0 \d+ \d+"/);
});
