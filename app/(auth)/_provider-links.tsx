import { offeredProviders } from '@/app/_server/providers';
import type { Texts } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { paths, withQuery } from '@/lib/paths';

/** Ways to sign in by an account elsewhere, where any is set up. */
export function ProviderLinks(props: { next?: string; invite?: string; t: Texts }) {
  const { next, invite, t } = props;
  const offered = offeredProviders();
  if (offered.length === 0) return null;
  return (
    <div className="provider-links">
      <p className="soft">{t('providers.or')}</p>
      {offered.map(({ provider, name }) => (
        <ButtonLink
          key={provider}
          variant="quiet"
          href={withQuery(paths.signInWith(provider), { next, invite })}
        >
          {t('providers.signInWith', { name })}
        </ButtonLink>
      ))}
    </div>
  );
}

const refusals = ['declined', 'failed', 'silent', 'stale', 'later'] as const;

/** What a page says of a way that led nowhere; null: nothing. */
export function providerRefusal(asked: unknown, t: Texts): string | null {
  const why = refusals.find((one) => one === asked);
  return why ? t(`providers.refused.${why}`) : null;
}
