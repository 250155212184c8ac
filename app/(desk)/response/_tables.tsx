import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Locale } from '@/lib/locale';
import type { Response } from '@/lib/response/data';
import { drawOf } from '@/lib/response/rate.rules';
import type { Line } from '@/lib/response/rules';
import type { Sides } from '@/lib/response/sides.rules';
import {
  countryLines,
  documentLines,
  documentName,
  monthLines,
  networkLines,
  networkName,
  siteLines,
} from './_lines.view';
import { SidesTable } from './_sides';
import { LineTable } from './_table';

/** The chain by what people came through, and what it took. */
export function Tables(props: { response: Response; sides: Sides; locale: Locale; t: Texts }) {
  const { response, sides, locale, t } = props;
  const { total, byNetwork, byMilestone, bySite, byCountry, byMonth, names } = response;
  const shared = { locale, t };
  const byName = (name: 'network' | 'document' | 'site' | 'country' | 'month') => ({
    caption: t(`response.by.${name}`),
    nameHead: t(`response.by.${name}Head`),
    ...shared,
  });
  return (
    <>
      <section className="section">
        <SectionHead title={t('response.by.network')} id="by-network" />
        <p>{drawn(byNetwork, 'network', (key) => networkName(key, t), t)}</p>
        <LineTable
          {...byName('network')}
          lines={networkLines(byNetwork, t)}
          rest={null}
          total={total}
        />
      </section>
      <section className="section">
        <SectionHead title={t('response.by.document')} id="by-document" />
        <p>
          {drawn(byMilestone.shown, 'document', (key) => documentName(key, names, locale, t), t)}
        </p>
        <LineTable
          {...byName('document')}
          lines={documentLines(byMilestone.shown, names, locale, t)}
          rest={byMilestone.rest}
          total={total}
        />
      </section>
      <section className="section">
        <SectionHead title={t('response.sides.title')} id="by-hours" />
        <SidesTable sides={sides} {...shared} />
      </section>
      <section className="section">
        <SectionHead title={t('response.by.site')} id="by-site" />
        <LineTable
          {...byName('site')}
          lines={siteLines(bySite.shown, t)}
          rest={bySite.rest}
          total={total}
          hasShares={false}
        />
      </section>
      {byCountry.length > 0 ? (
        <section className="section">
          <SectionHead title={t('response.by.country')} id="by-country" />
          <LineTable
            {...byName('country')}
            lines={countryLines(byCountry, locale, t)}
            rest={null}
            total={total}
            isOfVisits
          />
        </section>
      ) : null}
      <section className="section">
        <SectionHead title={t('response.by.month')} id="by-month" />
        <LineTable
          {...byName('month')}
          lines={monthLines(byMonth, response.months, locale)}
          rest={null}
          total={total}
        />
        <p className="soft">{t('response.how')}</p>
      </section>
    </>
  );
}

/** Which draws the most, where that can be said; that it cannot yet, where not. */
function drawn(
  lines: readonly Line[],
  by: 'network' | 'document',
  nameOf: (key: string) => string,
  t: Texts,
): string {
  const draw = drawOf(lines);
  if (!draw) return t(`response.draws.few.${by}`);
  const { count, of } = draw;
  return t(`response.draws.${draw.by}.${by}`, { name: nameOf(draw.key), count, of });
}
