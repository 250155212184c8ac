import type { Texts } from '@/app/_text/texts';
import { Ledger } from '@/app/_ui/ledger';
import { SectionHead } from '@/app/_ui/page-header';
import { formatDatedOn } from '@/lib/calendar';
import type { EffortCursor, EffortPage } from '@/lib/effort/data';
import type { Effort } from '@/lib/effort/rules';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import type { Range } from '../dashboard/_range';
import { effortLine, formatDuration, subjectName } from './_shown';
import { UndoButton } from './_undo';

type Shared = { locale: Locale; t: Texts };

/** What was logged, latest day first, a page at a time; below it what was deleted lately. */
export function Recent(
  props: Shared & {
    page: EffortPage;
    after: EffortCursor | null;
    range: Range;
    deleted: readonly Effort[];
  },
) {
  const { page, after, range, deleted, locale, t } = props;
  const months = range === '12' ? undefined : range;
  const { next } = page;
  return (
    <section className="section" id="recent">
      <SectionHead title={t('effort.recent')} />
      {page.efforts.length === 0 ? (
        <p className="soft">{t('effort.none')}</p>
      ) : (
        <Ledger>
          {page.efforts.map((effort) => (
            <Row key={effort.id} effort={effort} locale={locale} t={t} />
          ))}
        </Ledger>
      )}
      {after || next ? (
        <nav className="pager" aria-label={t('effort.pages')}>
          {after ? (
            <a href={`${withQuery(paths.effort, { months })}#recent`}>{t('effort.newest')}</a>
          ) : (
            <span />
          )}
          {next ? (
            <a
              href={`${withQuery(paths.effort, { months, after: `${next.day}_${next.id}` })}#recent`}
            >
              {t('effort.older')}
            </a>
          ) : null}
        </nav>
      ) : null}
      {deleted.length > 0 ? (
        <details className="fold">
          <summary>{t('effort.deletedHead', { count: deleted.length })}</summary>
          <ul className="deleted-efforts">
            {deleted.map((effort) => (
              <li key={effort.id}>
                <span>{effortLine(effort, locale, t)}</span>
                <UndoButton id={effort.id} t={t} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Row({ effort, locale, t }: Shared & { effort: Effort }) {
  const { spentOn, subject, purpose, note } = effort;
  const facts = [subject ? t(`effort.purposes.${purpose}`) : null, note].filter(Boolean);
  return (
    <li className="ledger-row">
      <time className="ledger-date" dateTime={spentOn}>
        {formatDatedOn({ day: spentOn, precision: 'day' }, locale)}
      </time>
      <div className="ledger-what">
        <div className="ledger-text">
          <p className="ledger-title">
            <a href={paths.oneEffort(effort.id)}>{subjectName(effort, locale, t)}</a>
          </p>
          {facts.length > 0 ? <p className="ledger-note">{facts.join(' · ')}</p> : null}
        </div>
      </div>
      <div className="ledger-amount">
        <span className="figure">{formatDuration(effort.minutes, t)}</span>
      </div>
    </li>
  );
}
