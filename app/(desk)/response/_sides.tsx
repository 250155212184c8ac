import type { ReactNode } from 'react';
import type { Texts } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { paths, withQuery } from '@/lib/paths';
import { incomePerHour, minutesEach, type Side, type Sides } from '@/lib/response/sides.rules';
import type { Origin } from '@/lib/stream/rules';
import { Amounts } from './_table';

type Shared = { sides: Sides; locale: Locale; t: Texts };

/** Building against networking: what hours of each brought. Whoever wins, both are shown. */
export function SidesTable({ sides, locale, t }: Shared) {
  const { building, networking } = sides;
  const both = [building, networking];
  const hours = (minutes: number) => t('desk.hours', { hours: hoursShown(minutes) });
  return (
    <>
      <p>{verdictOn(sides, locale, t)}</p>
      <table className="sides">
        <caption className="hidden-text">{t('response.sides.title')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {t('effort.purposes.building')}
            </th>
            <th scope="col" className="number">
              {t('effort.purposes.networking')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row head={t('response.sides.hours')} sides={both}>
            {({ minutes }) => <a href={paths.effort}>{hours(minutes)}</a>}
          </Row>
          <Row head={t('response.sides.people')} sides={both}>
            {({ people }, origin) =>
              people > 0 ? (
                <a href={withQuery(paths.inbox, { origin })}>
                  {t('response.number', { count: people })}
                </a>
              ) : (
                people
              )
            }
          </Row>
          <Row head={t('response.sides.each')} sides={both}>
            {(side) => {
              const each = minutesEach(side);
              return each === null ? '—' : hours(each);
            }}
          </Row>
          <Row head={t('response.sides.agreed')} sides={both}>
            {({ agreed }) => t('response.number', { count: agreed })}
          </Row>
          <Row head={t('response.sides.income')} sides={both}>
            {({ income }) => <Amounts income={income} locale={locale} />}
          </Row>
          <Row head={t('response.sides.perHour')} sides={both}>
            {(side) => <Amounts income={incomePerHour(side)} locale={locale} />}
          </Row>
        </tbody>
      </table>
      <p className="soft">{t('response.sides.how')}</p>
    </>
  );
}

function Row(props: {
  head: string;
  sides: readonly Side[];
  children: (side: Side, origin: Origin) => ReactNode;
}) {
  const [building, networking] = props.sides.map((side, i) =>
    props.children(side, i === 0 ? 'record' : 'networking'),
  );
  return (
    <tr>
      <th scope="row">{props.head}</th>
      <td className="number">{building}</td>
      <td className="number">{networking}</td>
    </tr>
  );
}

/** What the two say beside each other, in a sentence or two. */
export function verdictOn(sides: Sides, locale: Locale, t: Texts): string {
  const { building, networking, verdict, isEarly } = sides;
  if (verdict === 'too-little' || verdict === 'nobody') return t(`response.sides.${verdict}`);
  const hours = (side: Side) => t('desk.hours', { hours: hoursShown(side.minutes) });
  const each = (side: Side) => t('desk.hours', { hours: hoursShown(minutesEach(side) ?? 0) });
  const said =
    verdict === 'even'
      ? t('response.sides.even', { each: each(building) })
      : building.people === 0
        ? t('response.sides.onlyNetworking', { hours: hours(building) })
        : networking.people === 0
          ? t('response.sides.onlyBuilding', { hours: hours(networking) })
          : t(`response.sides.${verdict}`, {
              building: each(building),
              networking: each(networking),
            });
  // Japanese puts nothing between sentences.
  const gap = locale === 'ja' ? '' : ' ';
  return isEarly ? `${said}${gap}${t('response.sides.early')}` : said;
}
