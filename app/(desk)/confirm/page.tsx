import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { hasPassword } from '@/lib/account/data';
import { needsSecondFactor } from '@/lib/account/factor/data';
import { listPasskeys } from '@/lib/account/passkey/data';
import { isFresh } from '@/lib/account/session/rules';
import { safeNext } from '@/lib/auth/rules';
import { paths } from '@/lib/paths';
import { Desk } from '../_desk';
import { confirmByPassword } from './_actions';
import { ConfirmForm } from './_form';
import { PasskeyConfirm } from './_passkey';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('sessions.confirm.title') };
}

/** Proves once more who is signed in, and leads on to what asked for it. */
export default async function ConfirmPage(props: PageProps<'/confirm'>) {
  const viewer = await requireViewer();
  const { next: asked } = await props.searchParams;
  const next = typeof asked === 'string' ? safeNext(asked, paths.security) : paths.security;
  if (isFresh(viewer.confirmedAt, new Date())) redirect(next);
  const t = textsIn(viewer.locale);
  const [byPassword, asksCode, passkeys] = await Promise.all([
    hasPassword(viewer),
    needsSecondFactor(viewer.userId),
    listPasskeys(viewer),
  ]);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('sessions.confirm.title')} lead={t('sessions.confirm.lead')} />
      {byPassword ? (
        <ConfirmForm
          action={confirmByPassword}
          next={next}
          asksCode={asksCode}
          texts={{
            password: t('sessions.confirm.password'),
            code: t('sessions.confirm.code'),
            codeHint: t('sessions.confirm.codeHint'),
            submit: t('sessions.confirm.submit'),
            busy: t('sessions.confirm.busy'),
          }}
        />
      ) : null}
      {passkeys.length > 0 ? <PasskeyConfirm next={next} t={t} /> : null}
      {byPassword || passkeys.length > 0 ? null : <p>{t('sessions.confirm.noPassword')}</p>}
    </Desk>
  );
}
