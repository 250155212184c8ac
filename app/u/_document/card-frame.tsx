import type { ReactNode } from 'react';
import { graphemeCount } from '@/lib/text';

/** Pictures by what they are for: links, a post, a portrait post, a story. */
export const cardSizes = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  tall: { width: 1080, height: 1350 },
  story: { width: 1080, height: 1920 },
} as const;
export type CardSize = keyof typeof cardSizes;

/** The size an address asks for; any other is the one networks take for a link. */
export function cardSizeOf(query: URLSearchParams): CardSize {
  const asked = query.get('size') ?? '';
  return Object.hasOwn(cardSizes, asked) ? (asked as CardSize) : 'wide';
}

/** How large things are in each; a story leaves room for what apps lay over its ends. */
export const scales = {
  wide: { pad: '52px 64px 40px', name: 84, text: 28, claim: 82, small: 26, seal: 132, lines: 0 },
  square: { pad: '72px 72px 52px', name: 92, text: 34, claim: 96, small: 32, seal: 156, lines: 0 },
  tall: { pad: '80px 72px 60px', name: 100, text: 36, claim: 104, small: 34, seal: 172, lines: 2 },
  story: {
    pad: '220px 84px 250px',
    name: 108,
    text: 40,
    claim: 112,
    small: 36,
    seal: 196,
    lines: 3,
  },
} as const;

export const colours = {
  paper: '#f7f6f0',
  ink: '#1f222b',
  soft: '#555962',
  rule: '#d8d7cc',
  vermilion: '#c63a1d',
};

/**
 * How `text` is broken: within a word where there is no other way; what is drawn is short enough to
 * fit. Balanced unless it is all but one sign: the renderer tries ever narrower lines, and never comes
 * back from one that a single sign is too wide for.
 */
export function wrapped(text: string) {
  const textWrap = graphemeCount(text, balanced) < balanced ? 'wrap' : 'balance';
  return { display: 'block', textWrap, wordBreak: 'break-word' } as const;
}

/** Graphemes from which on none is nearly as wide as all together. */
const balanced = 5;

/** Paper between the double rule of an account book and who signs for it. For next/og. */
export function Frame(props: {
  size: CardSize;
  children: ReactNode;
  foot: readonly [string, string];
}) {
  const { size, children, foot } = props;
  const { ink, soft, rule, paper } = colours;
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        padding: scales[size].pad,
        background: paper,
        color: ink,
        fontFamily: 'Noto Sans JP',
      }}
    >
      <div style={{ display: 'flex', borderTop: `3px solid ${ink}`, height: 9 }}>
        <div style={{ display: 'flex', flex: 1, borderBottom: `3px solid ${ink}` }} />
      </div>
      {children}
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          paddingTop: 16,
          borderTop: `2px solid ${rule}`,
          fontSize: scales[size].small - 4,
          color: soft,
        }}
      >
        <span>{foot[0]}</span>
        <span>{foot[1]}</span>
      </div>
    </div>
  );
}

/** The seal, turned as a hand sets it. */
export function SealPicture({ src, size }: { src: string; size: CardSize }) {
  const side = scales[size].seal;
  return (
    <div style={{ display: 'flex', transform: 'rotate(-5deg)' }}>
      {/* biome-ignore lint/performance/noImgElement: a picture within a picture */}
      <img alt="" src={src} width={side} height={side} />
    </div>
  );
}

/** A line in vermilion and what it is about, large. */
export function Lines(props: { label: string; claim: string; size: CardSize; fontSize: number }) {
  const { label, claim, size, fontSize } = props;
  return (
    <div
      style={{ display: 'flex', flexDirection: 'column', maxWidth: size === 'wide' ? 680 : 910 }}
    >
      <div style={{ fontSize: scales[size].small, color: colours.vermilion, fontWeight: 700 }}>
        {label}
      </div>
      <div style={{ marginTop: 4, fontSize, fontWeight: 700, lineHeight: 1.25, ...wrapped(claim) }}>
        {claim}
      </div>
    </div>
  );
}

/** Font size at which `text` fills `width` pixels, within bounds. */
export function fitted(text: string, width: number, least: number, most: number): number {
  const wide = [...text].reduce((all, sign) => all + (sign > '\u02ff' ? 1 : 0.58), 0);
  return Math.max(least, Math.min(most, Math.floor(width / Math.max(wide, 1))));
}
