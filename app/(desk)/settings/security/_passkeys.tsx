import type { Texts } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import { paths } from '@/lib/paths';

/** How many passkeys sign in to the account, and the way to more. */
export function PasskeysSection(props: { count: number; t: Texts }) {
  const { count, t } = props;
  return (
    <section className="section" aria-labelledby="passkeys">
      <SectionHead
        id="passkeys"
        title={t('security.passkeys.title')}
        aside={count > 0 ? <a href={paths.passkeys}>{t('security.passkeys.manage')}</a> : null}
      />
      <p>{t('security.passkeys.lead')}</p>
      <p>{count > 0 ? t('security.passkeys.count', { count }) : t('security.passkeys.none')}</p>
      <div className="actions">
        <ButtonLink href={`${paths.passkeys}#add`} variant="quiet">
          {t('security.passkeys.add')}
        </ButtonLink>
      </div>
    </section>
  );
}
