import { nameOf, offeredProviders } from '@/app/_server/providers';
import type { Texts } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import type { Identity } from '@/lib/account/identity/rules';
import { paths } from '@/lib/paths';
import { ButtonForm } from '../../_button-form';
import { unlinkProvider } from './_providers-actions';

/** Accounts elsewhere that sign in here, and those that could. Nothing where none is set up or linked. */
export function ProvidersSection(props: {
  identities: readonly Identity[];
  momentOf: (at: Date) => string;
  t: Texts;
}) {
  const { identities, momentOf, t } = props;
  const linked = new Set(identities.map(({ provider }) => provider));
  const others = offeredProviders().filter(({ provider }) => !linked.has(provider));
  if (identities.length + others.length === 0) return null;
  return (
    <section className="section" aria-labelledby="providers">
      <SectionHead id="providers" title={t('providers.list.title')} />
      <p>{t('providers.list.lead')}</p>
      {identities.length > 0 ? (
        <ul className="account-lines">
          {identities.map(({ provider, label, linkedAt, lastUsedAt }) => {
            const name = nameOf(provider) ?? provider;
            const times = [
              t('providers.list.since', { when: momentOf(linkedAt) }),
              ...(lastUsedAt ? [t('providers.list.used', { when: momentOf(lastUsedAt) })] : []),
            ];
            return (
              <li key={provider}>
                <div>
                  <p>{t('providers.list.linked', { name, label })}</p>
                  <p className="soft">{times.join(' · ')}</p>
                </div>
                <ButtonForm
                  action={unlinkProvider}
                  label={t('providers.list.unlinkOne', { name })}
                  carried={{ provider }}
                  variant="quiet"
                  small
                />
              </li>
            );
          })}
        </ul>
      ) : null}
      {others.map(({ provider, name }) => (
        <p key={provider}>
          <ButtonLink variant="quiet" href={paths.linkWith(provider)}>
            {t('providers.list.link', { name })}
          </ButtonLink>
        </p>
      ))}
    </section>
  );
}
