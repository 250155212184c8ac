import type { Texts } from '@/app/_text/texts';
import { Seal } from '@/app/_ui/seal';
import { paths, withQuery } from '@/lib/paths';

/** As many seals as an eye counts at a glance; of more, the number says it better. */
const sealsAtMost = 12;

/** The one figure that the product is for, with a seal for each person while they are few. */
export function Came(props: {
  people: number;
  /** Over all time. */
  ever: number;
  /** The months in words. */
  span: string;
  t: Texts;
}) {
  const { people, ever, span, t } = props;
  return (
    <section className="came">
      <p className="came-line">
        <span>{t('response.came')}</span>{' '}
        <strong className="came-count figure">
          {people > 0 ? (
            <a href={withQuery(paths.inbox, { origin: 'record' })}>
              {t('response.number', { count: people })}
            </a>
          ) : (
            people
          )}
        </strong>
      </p>
      {people > 0 && people <= sealsAtMost ? (
        <div className="came-seals" aria-hidden="true">
          {Array.from({ length: people }, (_, i) => i).map((seal) => (
            <Seal key={seal} className="stamped" />
          ))}
        </div>
      ) : null}
      <p className="came-span">
        {span}
        {ever === people ? null : ` · ${t('response.ever', { count: ever })}`}
      </p>
    </section>
  );
}
