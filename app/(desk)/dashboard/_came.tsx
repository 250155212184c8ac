import type { Texts } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import { paths } from '@/lib/paths';
import type { Came as Counts } from '@/lib/response/card/data';

/** Who came because of the record, this month and the last. */
export function Came({ came, t }: { came: Counts; t: Texts }) {
  const { people, visits } = came;
  return (
    <section className="section section-later">
      <SectionHead title={t('dashboard.came')} />
      <p>
        {t('dashboard.cameThisMonth', { people: people.thisMonth, visits: visits.thisMonth })}
        <br />
        <span className="soft">
          {t('dashboard.cameLastMonth', { people: people.lastMonth, visits: visits.lastMonth })}
        </span>
      </p>
      <div className="actions">
        <ButtonLink variant="quiet" small href={paths.response}>
          {t('dashboard.seeResponse')}
        </ButtonLink>
      </div>
    </section>
  );
}
