import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import type { Audience } from '@/lib/audience/data';
import type { AudienceCount } from '@/lib/audience/rules';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { dropCount } from '../_actions';
import { dayShown, peopleShown } from '../_people';

const pageSize = 12;

/** Counts, latest first, a page at a time; `before` is the day the page ends at, as its address has it. */
export function Counts(props: {
  audience: Audience;
  before: string | undefined;
  locale: Locale;
  t: Texts;
}) {
  const { audience, before, locale, t } = props;
  const here = paths.oneAudience(audience.id);
  const rest = audience.counts.filter(({ day }) => before === undefined || day < before).reverse();
  const shown = rest.slice(0, pageSize);
  const last = shown.at(-1);
  return (
    <section className="section section-later">
      <SectionHead
        title={t('audience.list')}
        aside={t('audience.counts', { count: audience.counts.length })}
      />
      <ul className="counts">
        {shown.map((count) => (
          <li key={count.day}>
            <time dateTime={count.day} className="soft">
              {dayShown(count.day, locale)}
            </time>
            <span className="figure">{peopleShown(count.followers, t)}</span>
            <Removal audience={audience} count={count} locale={locale} t={t} />
          </li>
        ))}
      </ul>
      {before || rest.length > shown.length ? (
        <nav className="pager" aria-label={t('audience.list')}>
          {before ? <a href={here}>{t('audience.latest')}</a> : <span />}
          {last && rest.length > shown.length ? (
            <a href={withQuery(here, { range: 'all', before: last.day })}>{t('audience.older')}</a>
          ) : null}
        </nav>
      ) : null}
    </section>
  );
}

/** Takes a count away; one that a milestone tells is that milestone's. */
function Removal(props: { audience: Audience; count: AudienceCount; locale: Locale; t: Texts }) {
  const { audience, count, locale, t } = props;
  if (count.from === 'milestone') {
    return (
      <a href={withQuery(paths.milestones, { kind: 'audience', q: audience.name })}>
        {t('audience.fromMilestone')}
      </a>
    );
  }
  return (
    <form action={dropCount}>
      <input type="hidden" name="id" value={audience.id} />
      <input type="hidden" name="day" value={count.day} />
      <Button
        variant="quiet"
        small
        aria-label={t('audience.removeCount', { date: dayShown(count.day, locale) })}
      >
        {t('audience.removeShort')}
      </Button>
    </form>
  );
}
