import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireFresh } from '@/app/_server/fresh';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Button, ButtonLink } from '@/app/_ui/button';
import { CopyButton } from '@/app/_ui/copy-button';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { groupedCode } from '@/lib/account/factor/recovery.rules';
import { paths } from '@/lib/paths';
import { Desk } from '../../../../_desk';
import { haveKeptCodes } from '../_actions';
import { shownCodes } from '../_shown-codes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('security.twoFactor.codes') };
}

/** The recovery codes just made, to be printed, copied or saved; for ten minutes, or until they are kept. */
export default async function RecoveryCodesPage(
  props: PageProps<'/settings/security/two-factor/codes'>,
) {
  const viewer = await requireViewer();
  await requireFresh(viewer);
  const codes = await shownCodes(viewer, new Date());
  if (!codes) redirect(paths.twoFactor);
  const { on } = await props.searchParams;
  const t = textsIn(viewer.locale);
  const grouped = codes.map(groupedCode);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('security.twoFactor.codes')} lead={t('security.twoFactor.codesLead')} />
      <Notice>
        {t(on === 'yes' ? 'security.twoFactor.codesSaved' : 'security.twoFactor.codesRemade')}
      </Notice>
      <section className="section">
        <ol className="recovery-codes">
          {grouped.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <form action={haveKeptCodes} className="actions">
          <CopyButton
            value={grouped.join('\n')}
            texts={{ copy: t('security.twoFactor.copy'), copied: t('security.twoFactor.copied') }}
          />
          <ButtonLink href={paths.recoveryCodesText} variant="quiet" download>
            {t('security.twoFactor.download')}
          </ButtonLink>
          <Button>{t('security.twoFactor.done')}</Button>
        </form>
      </section>
    </Desk>
  );
}
