import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { PublicMilestone, PublicRecord } from '@/lib/record/public/shape';
import { CardBars } from './card-bars';
import {
  type CardSize,
  cardSizes,
  colours,
  Frame,
  fitted,
  Lines,
  SealPicture,
  scales,
  wrapped,
} from './card-frame';
import { cardText } from './card-text';
import { isHolding, standingClaim, standingOf, standingSince } from './income';
import { figureOf } from './milestone-parts';
import { happenedOn, newestOf, say, titleOf } from './words';

type Props = {
  record: PublicRecord;
  locale: Locale;
  size: CardSize;
  /** From {@link sealImage}. */
  seal: string;
};

/** The record in one picture: who, the rung or the newest milestone, the months. For next/og. */
export function Card(props: Props) {
  const { record, locale, size } = props;
  const t = textsIn(locale);
  const income = record.sections.includes('income') ? record.income[0] : undefined;
  const bars = income ? <CardBars income={income} size={size} /> : null;
  const brand = record.isExample ? `Jisseki · ${t('document.exampleTitle')}` : 'Jisseki';
  return (
    <Frame size={size} foot={[brand, `@${record.handle}`]}>
      <Who {...props} />
      {size === 'wide' ? (
        <div
          style={{
            display: 'flex',
            flex: 1,
            alignItems: 'flex-end',
            justifyContent: 'space-between',
            paddingBottom: 26,
          }}
        >
          <Claim record={record} locale={locale} size={size} />
          {bars}
        </div>
      ) : (
        <div
          style={{
            display: 'flex',
            flexDirection: 'column',
            flex: 1,
            justifyContent: 'space-around',
            paddingBottom: 20,
          }}
        >
          <Claim record={record} locale={locale} size={size} />
          {bars}
          <Newest record={record} locale={locale} size={size} hasBars={bars !== null} />
        </div>
      )}
    </Frame>
  );
}

function Who({ record, locale, size, seal }: Props) {
  const scale = scales[size];
  const width = size === 'wide' ? 870 : cardSizes[size].width - scale.seal - 200;
  const name = cardText(record.displayName, 26) || `@${record.handle}`;
  const headline = cardText(say(record.headline, locale)?.text ?? '', locale === 'ja' ? 56 : 96);
  return (
    <div style={{ display: 'flex', marginTop: 30, justifyContent: 'space-between' }}>
      <div style={{ display: 'flex', flexDirection: 'column', width: width + 10 }}>
        <div
          style={{
            fontSize: fitted(name, width, scale.name * 0.52, scale.name),
            fontWeight: 700,
            lineHeight: 1.25,
            ...wrapped(name),
          }}
        >
          {name}
        </div>
        {headline ? (
          <div
            style={{
              marginTop: 10,
              fontSize: scale.text,
              lineHeight: 1.5,
              color: colours.soft,
              ...wrapped(headline),
            }}
          >
            {headline}
          </div>
        ) : null}
      </div>
      <SealPicture src={seal} size={size} />
    </div>
  );
}

/** The rung held or reached; without one the newest milestone; without that, nothing yet. */
function Claim({ record, locale, size }: Omit<Props, 'seal'>) {
  const t = textsIn(locale);
  const rung = standingOf(record);
  const [newest] = newestOf(record);
  const large = scales[size].claim;
  if (rung) {
    const label = isHolding(rung.held) ? t('document.heldNow') : t('document.reached');
    return (
      <Lines
        label={`${label} · ${standingSince(rung, locale)}`}
        claim={cardText(standingClaim(rung, locale), 40)}
        size={size}
        fontSize={large}
      />
    );
  }
  if (newest) {
    return (
      <Lines
        label={`${t(`kinds.${newest.kind}`)} · ${happenedOn(newest, locale)}`}
        claim={cardText(titleOf(newest, locale).text, locale === 'ja' ? 34 : 56)}
        size={size}
        fontSize={Math.round(large * 0.56)}
      />
    );
  }
  return (
    <Lines
      label={t('document.milestones')}
      claim={t('document.empty')}
      size={size}
      fontSize={Math.round(large * 0.56)}
    />
  );
}

/** The newest milestones, where there is room for them. */
function Newest(props: Omit<Props, 'seal'> & { hasBars: boolean }) {
  const { record, locale, size, hasBars } = props;
  const scale = scales[size];
  // What the claim says already is not said again, and what is no bars is more lines.
  const told = standingOf(record) ? 0 : 1;
  const most = scale.lines + (hasBars ? 0 : 3);
  const lines = newestOf(record).slice(told, told + most);
  if (lines.length === 0) return null;
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      {lines.map((milestone) => (
        <Line key={milestone.id} milestone={milestone} locale={locale} size={size} />
      ))}
    </div>
  );
}

function Line(props: { milestone: PublicMilestone; locale: Locale; size: CardSize }) {
  const { milestone, locale, size } = props;
  const figure = cardText(figureOf(milestone, locale, 'brief') ?? '', 24);
  const title = cardText(titleOf(milestone, locale).text, locale === 'ja' ? 34 : 60);
  return (
    <div
      style={{
        display: 'flex',
        justifyContent: 'space-between',
        padding: '16px 0',
        borderTop: `2px solid ${colours.rule}`,
        fontSize: scales[size].small,
        lineHeight: 1.4,
      }}
    >
      <div style={{ maxWidth: figure ? 620 : 900, ...wrapped(title) }}>{title}</div>
      <span>{figure}</span>
    </div>
  );
}
