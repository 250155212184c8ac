import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { paths } from '@/lib/paths';

/** What the page says of the password after it was changed (`?password=`); null: nothing. */
export function passwordNotice(asked: unknown, t: Texts): string | null {
  return asked === 'changed' ? t('recovery.password.changed') : null;
}

/** Whether there is a password, and the way to another. */
export function PasswordSection(props: { hasPassword: boolean; t: Texts }) {
  const { hasPassword, t } = props;
  return (
    <section className="section" aria-labelledby="password">
      <SectionHead
        id="password"
        title={t('recovery.password.title')}
        aside={
          <a href={paths.securityPassword}>
            {t(hasPassword ? 'recovery.password.change' : 'recovery.password.set')}
          </a>
        }
      />
      <p>{t(hasPassword ? 'recovery.password.has' : 'recovery.password.none')}</p>
    </section>
  );
}
