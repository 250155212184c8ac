import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import type { Locale } from '@/lib/locale';
import { titleOf } from '@/lib/milestone/rules';
import type { ShownMilestone } from '@/lib/milestone/showing/data';
import { readableAddress } from '../../_address';
import { confirmLink } from './_actions';

/** The links that are held back until their owner has looked at where they lead. */
export function LinksToCheck(props: {
  milestones: readonly ShownMilestone[];
  locale: Locale;
  t: Texts;
}) {
  const { milestones, locale, t } = props;
  const links = milestones.flatMap((milestone) =>
    milestone.links
      .filter(({ checkedAt }) => checkedAt === null)
      .map(({ url }) => ({ milestone, url })),
  );
  if (links.length === 0) return null;
  return (
    <section className="section">
      <SectionHead title={t('showing.seen.links')} />
      <p>{t('showing.seen.linksLead')}</p>
      <ul className="found">
        {links.slice(0, 50).map(({ milestone, url }) => (
          <li key={`${milestone.id} ${url}`}>
            <span>{titleOf(milestone, locale)}</span>
            <a href={url} rel="noreferrer noopener" target="_blank">
              <bdi>{readableAddress(url)}</bdi>
            </a>
            <form action={confirmLink}>
              <input type="hidden" name="id" value={milestone.id} />
              <input type="hidden" name="url" value={url} />
              <Button variant="quiet" small aria-label={`${t('showing.seen.check')}: ${url}`}>
                {t('showing.seen.check')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
