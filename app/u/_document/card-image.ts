import { createElement } from 'react';
import type { Locale } from '@/lib/locale';
import type { PublicRecord } from '@/lib/record/public/shape';
import { Card, cardSize } from './card';
import { cardFonts } from './card-font';
import { sealImage } from './card-seal';
import { isHolding, standing } from './income';

/** The card as PNG. Fetches nothing: the text has only signs that the fonts have. */
export async function drawCard(record: PublicRecord, locale: Locale): Promise<Uint8Array> {
  const { ImageResponse } = await import('next/og');
  const seal = await sealImage(isHolding(standing(record.income[0])?.held) ? 'solid' : 'outline');
  const card = createElement(Card, { record, locale, seal });
  const image = new ImageResponse(card, { ...cardSize, fonts: cardFonts() });
  return new Uint8Array(await image.arrayBuffer());
}

/** Reads fonts and renderer ahead (0.5 s of work), so that the first card asked for is quick. */
export async function warmCards(): Promise<void> {
  await drawCard(
    {
      revision: '',
      handle: 'jisseki',
      displayName: 'Jisseki',
      isExample: true,
      publishedMonth: '2026-01',
      totals: { milestones: 0, minutes: 0, byKind: [], byYear: [] },
      income: [],
      page: { number: 1, of: 1, size: 1 },
      milestones: [],
    },
    'en',
  );
}
