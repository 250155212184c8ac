import { createElement, type ReactElement } from 'react';
import { Turns } from '@/app/_server/turns';
import type { Locale } from '@/lib/locale';
import type { PublicMilestonePage, PublicRecord } from '@/lib/record/public/shape';
import { Card } from './card';
import { cardFonts } from './card-font';
import { type CardSize, cardSizes } from './card-frame';
import { MilestoneCard } from './card-milestone';
import { sealImage } from './card-seal';
import { isHolding, standingOf } from './income';

/** The record's card as PNG. Fetches nothing: the text has only signs that the fonts have. */
export async function drawCard(
  record: PublicRecord,
  locale: Locale,
  size: CardSize = 'wide',
): Promise<Uint8Array> {
  const seal = await sealImage(isHolding(standingOf(record)?.held) ? 'solid' : 'outline');
  return draw(createElement(Card, { record, locale, size, seal }), size);
}

/** The card of one milestone; its seal is solid where evidence backs it. */
export async function drawMilestoneCard(
  page: PublicMilestonePage,
  locale: Locale,
  size: CardSize = 'wide',
): Promise<Uint8Array> {
  const seal = await sealImage(page.milestone.evidence.length > 0 ? 'solid' : 'outline');
  return draw(createElement(MilestoneCard, { page, locale, size, seal }), size);
}

const turns = new Turns(2, 64);

async function draw(card: ReactElement, size: CardSize): Promise<Uint8Array> {
  const { ImageResponse } = await import('next/og');
  return turns.take(async () => {
    const image = new ImageResponse(card, { ...cardSizes[size], fonts: cardFonts() });
    return new Uint8Array(await image.arrayBuffer());
  });
}

/** Reads fonts and renderer ahead (0.5 s of work), so that the first card asked for is quick. */
export async function warmCards(): Promise<void> {
  await drawCard(
    {
      revision: '',
      handle: 'jisseki',
      displayName: 'Jisseki',
      language: 'en',
      isExample: true,
      isIndexed: false,
      hasFeeds: false,
      publishedMonth: '2026-01',
      disclosure: 'hidden',
      sections: [],
      contact: [],
      takesInquiries: false,
      pinned: [],
      totals: { milestones: 0, byKind: [], byYear: [] },
      income: [],
      page: { number: 1, of: 1, size: 1 },
      milestones: [],
    },
    'en',
  );
}
