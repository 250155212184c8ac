import { paths } from '@/lib/paths';
import { readerLocale } from './_server/reader';
import { textsIn } from './_text/texts';
import { ButtonLink } from './_ui/button';
import { Problem } from './_ui/problem';

/** Missing, and foreign, which looks the same. */
export default async function NotFound() {
  const t = textsIn(await readerLocale());
  return (
    <Problem title={t('problems.notFoundTitle')} text={t('problems.notFoundText')}>
      <ButtonLink href={paths.home}>{t('problems.home')}</ButtonLink>
    </Problem>
  );
}
