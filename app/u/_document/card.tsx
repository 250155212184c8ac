import { textsIn } from '@/app/_text/texts';
import { monthsUntil } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import type { PublicIncome, PublicRecord } from '@/lib/record/public/shape';
import { cardText } from './card-text';
import { isHolding, standing, standingClaim, standingSince } from './income';
import { happenedOn, say, titleOf } from './words';

export const cardSize = { width: 1200, height: 630 };

const paper = '#f7f6f0';
const ink = '#1f222b';
const soft = '#555962';
const rule = '#d8d7cc';
const vermilion = '#c63a1d';
const barsHeight = 150;
/** Broken within a word where there is no other way; what is drawn is short enough to fit. */
const wrapped = {
  display: 'block',
  textWrap: 'balance',
  wordBreak: 'break-word',
} as const;

/** The record in one picture: who, the rung or the newest milestone, the months. For next/og. */
export function Card(props: {
  record: PublicRecord;
  locale: Locale;
  /** From {@link sealImage}. */
  seal: string;
}) {
  const { record, locale, seal } = props;
  const t = textsIn(locale);
  const name = cardText(record.displayName, 26) || `@${record.handle}`;
  const headline = cardText(say(record.headline, locale)?.text ?? '', locale === 'ja' ? 56 : 96);
  const income = record.income[0];
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        padding: '52px 64px 40px',
        background: paper,
        color: ink,
        fontFamily: 'Noto Sans JP',
      }}
    >
      <div style={{ display: 'flex', borderTop: `3px solid ${ink}`, height: 9 }}>
        <div style={{ display: 'flex', flex: 1, borderBottom: `3px solid ${ink}` }} />
      </div>
      <div style={{ display: 'flex', marginTop: 30, justifyContent: 'space-between' }}>
        <div style={{ display: 'flex', flexDirection: 'column', width: 880 }}>
          <div style={{ fontSize: nameSize(name), fontWeight: 700, lineHeight: 1.25, ...wrapped }}>
            {name}
          </div>
          {headline ? (
            <div
              style={{
                marginTop: 10,
                fontSize: 28,
                lineHeight: 1.5,
                color: soft,
                ...wrapped,
              }}
            >
              {headline}
            </div>
          ) : null}
        </div>
        <div style={{ display: 'flex', transform: 'rotate(-5deg)' }}>
          {/* biome-ignore lint/performance/noImgElement: a picture within a picture */}
          <img alt="" src={seal} width={132} height={132} />
        </div>
      </div>
      <div
        style={{
          display: 'flex',
          flex: 1,
          alignItems: 'flex-end',
          justifyContent: 'space-between',
          paddingBottom: 26,
        }}
      >
        <Claim record={record} locale={locale} />
        {income ? <Bars income={income} /> : null}
      </div>
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          paddingTop: 16,
          borderTop: `2px solid ${rule}`,
          fontSize: 22,
          color: soft,
        }}
      >
        <span>{record.isExample ? `Jisseki · ${t('document.exampleTitle')}` : 'Jisseki'}</span>
        <span>{`@${record.handle}`}</span>
      </div>
    </div>
  );
}

function nameSize(name: string): number {
  const wide = [...name].reduce((all, sign) => all + (sign > '\u02ff' ? 1 : 0.58), 0);
  return Math.max(44, Math.min(84, Math.floor(870 / Math.max(wide, 1))));
}

/** The rung held or reached; without one the newest milestone; without that, nothing yet. */
function Claim({ record, locale }: { record: PublicRecord; locale: Locale }) {
  const t = textsIn(locale);
  const rung = standing(record.income[0]);
  const newest = record.milestones[0];
  if (rung) {
    const label = isHolding(rung.held) ? t('document.heldNow') : t('document.reached');
    return (
      <Lines
        label={`${label}  ${standingSince(rung, locale)}`}
        claim={cardText(standingClaim(rung, locale), 40)}
        size={82}
      />
    );
  }
  if (newest) {
    return (
      <Lines
        label={`${t(`kinds.${newest.kind}`)}  ${happenedOn(newest, locale)}`}
        claim={cardText(titleOf(newest, locale).text, locale === 'ja' ? 34 : 56)}
        size={46}
      />
    );
  }
  return <Lines label={t('document.milestones')} claim={t('document.empty')} size={46} />;
}

function Lines({ label, claim, size }: { label: string; claim: string; size: number }) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', maxWidth: 680 }}>
      <div style={{ fontSize: 26, color: vermilion, fontWeight: 700 }}>{label}</div>
      <div style={{ marginTop: 4, fontSize: size, fontWeight: 700, lineHeight: 1.25, ...wrapped }}>
        {claim}
      </div>
    </div>
  );
}

/** The last twelve months of income; the best one in vermilion. */
function Bars({ income }: { income: PublicIncome }) {
  const last = income.months.at(-1);
  if (!last) return null;
  const totals = new Map(income.months.map(({ month, total }) => [month, Number(total.minor)]));
  const months = monthsUntil(last.month, 12);
  const best = Math.max(...months.map((month) => totals.get(month) ?? 0));
  return (
    <div
      style={{
        display: 'flex',
        alignItems: 'flex-end',
        height: barsHeight,
        borderBottom: `2px solid ${ink}`,
      }}
    >
      {months.map((month) => {
        const total = totals.get(month) ?? 0;
        return (
          <div
            key={month}
            style={{
              width: 20,
              margin: '0 6px',
              height: total > 0 ? Math.max(3, Math.round((total / best) * (barsHeight - 4))) : 0,
              background: total === best ? vermilion : ink,
            }}
          />
        );
      })}
    </div>
  );
}
