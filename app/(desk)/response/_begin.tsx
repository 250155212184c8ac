import type { Texts } from '@/app/_text/texts';
import { Seal } from '@/app/_ui/seal';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { Standing } from '@/lib/response/data';

/** What has to be done for the chain to begin: three steps, each stamped once it is done. */
export function Begin(props: { standing: Standing; locale: Locale; t: Texts }) {
  const { standing, locale, t } = props;
  const marks = locale === 'ja' ? ['一', '二', '三'] : ['1', '2', '3'];
  const steps = [
    { name: 'publish', href: paths.record, isDone: standing.isPublished },
    { name: 'share', href: paths.publicise, isDone: standing.shares > 0 },
    { name: 'open', href: paths.inboxSettings, isDone: standing.takesInquiries },
  ] as const;
  return (
    <section className="empty">
      <h2>{t('response.begin.title')}</h2>
      <p className="lead">{t('response.begin.text')}</p>
      <ol className="steps">
        {steps.map(({ name, href, isDone }, i) => (
          <li key={name}>
            {isDone ? (
              <Seal className="begin-done stamped" />
            ) : (
              <span className="step-mark" aria-hidden="true">
                {marks[i]}
              </span>
            )}
            <div>
              <h3>
                <a href={href}>{t(`response.begin.${name}`)}</a>
              </h3>
              <p>{isDone ? t('response.begin.done') : t(`response.begin.${name}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
