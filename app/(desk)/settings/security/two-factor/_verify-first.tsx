import type { Texts } from '@/app/_text/texts';
import { paths } from '@/lib/paths';

/** In the place of the button that sets two-factor up: what comes before, and where it is done. */
export function VerifyFirst({ t }: { t: Texts }) {
  return (
    <p>
      {t('security.twoFactor.verifyFirst')}{' '}
      <a href={`${paths.security}#email`}>{t('security.twoFactor.toVerify')}</a>
    </p>
  );
}
