import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { PublicMilestonePage } from '@/lib/record/public/shape';
import {
  type CardSize,
  cardSizes,
  colours,
  Frame,
  fitted,
  SealPicture,
  scales,
  wrapped,
} from './card-frame';
import { cardText } from './card-text';
import { figureOf } from './milestone-parts';
import { happenedOn, say, titleOf } from './words';

/** One milestone in one picture: what kind, when, its title, its figure as it is shown, whose. */
export function MilestoneCard(props: {
  page: PublicMilestonePage;
  locale: Locale;
  size: CardSize;
  /** From {@link sealImage}. */
  seal: string;
}) {
  const { page, locale, size, seal } = props;
  const t = textsIn(locale);
  const { milestone } = page;
  const scale = scales[size];
  const isWide = size === 'wide';
  const width = cardSizes[size].width - (isWide ? 140 : 160);
  const title = cardText(titleOf(milestone, locale).text, locale === 'ja' ? 60 : 100);
  const figure = cardText(figureOf(milestone, locale, 'brief') ?? '', 40);
  const stream = milestone.title ? say(milestone.stream, locale)?.text : undefined;
  const about = cardText(stream ?? milestone.issuer ?? milestone.measure?.name ?? '', 40);
  const story = isWide
    ? ''
    : cardText(say(milestone.story, locale)?.text ?? '', storyMost(size, locale));
  const name = cardText(page.displayName, 26) || `@${page.handle}`;
  const example = page.isExample ? ` · ${t('document.exampleTitle')}` : '';
  const { ink, soft, vermilion } = colours;
  return (
    <Frame size={size} foot={[`Jisseki${example}`, `@${page.handle}`]}>
      <div style={{ display: 'flex', marginTop: 30, justifyContent: 'space-between' }}>
        <div style={{ display: 'flex', flexDirection: 'column', width: width - scale.seal - 30 }}>
          <div
            style={{ fontSize: scale.text + 8, fontWeight: 700, lineHeight: 1.4, ...wrapped(name) }}
          >
            {name}
          </div>
          <div style={{ marginTop: 6, fontSize: scale.small, color: vermilion, fontWeight: 700 }}>
            {`${t(`kinds.${milestone.kind}`)} · ${happenedOn(milestone, locale)}`}
          </div>
        </div>
        <SealPicture src={seal} size={size} />
      </div>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          flex: 1,
          justifyContent: 'center',
          paddingBottom: 26,
        }}
      >
        <div
          style={{
            fontSize: fitted(title, width * titleLines[size], scale.text + 8, scale.claim * 0.8),
            fontWeight: 700,
            lineHeight: 1.3,
            ...wrapped(title),
          }}
        >
          {title}
        </div>
        {about ? (
          <div style={{ marginTop: 10, fontSize: scale.small, color: soft, ...wrapped(about) }}>
            {about}
          </div>
        ) : null}
        {figure ? (
          <div
            style={{
              display: 'flex',
              alignSelf: 'flex-start',
              flexDirection: 'column',
              marginTop: isWide ? 14 : 36,
            }}
          >
            <span style={{ fontSize: fitted(figure, width, scale.small, scale.claim) }}>
              {figure}
            </span>
            <div
              style={{
                height: 8,
                borderTop: `3px solid ${ink}`,
                borderBottom: `2px solid ${ink}`,
              }}
            />
          </div>
        ) : null}
        {story ? (
          <div
            style={{
              marginTop: 44,
              fontSize: scale.text,
              lineHeight: 1.6,
              color: soft,
              display: 'block',
              wordBreak: 'break-word',
            }}
          >
            {story}
          </div>
        ) : null}
      </div>
    </Frame>
  );
}

/** How many lines a title may fill before it is written smaller. */
const titleLines = { wide: 1.7, square: 2.6, tall: 3.2, story: 3.4 } as const;

/** Graphemes of the story there is room for. */
function storyMost(size: CardSize, locale: Locale): number {
  const japanese = { wide: 0, square: 70, tall: 130, story: 200 }[size];
  return locale === 'ja' ? japanese : japanese * 2;
}
