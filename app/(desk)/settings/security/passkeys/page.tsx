import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { passkeyTexts } from '@/app/_passkey/texts';
import { deviceWords } from '@/app/_server/device-words';
import { requireFresh } from '@/app/_server/fresh';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { listPasskeys } from '@/lib/account/passkey/data';
import { limits } from '@/lib/limits';
import { paths } from '@/lib/paths';
import { Desk } from '../../../_desk';
import { momentOf } from '../../../_moments';
import { keepPasskey } from './_actions';
import { AddPasskey } from './_add';
import { PasskeyList } from './_list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('security.passkeys.title') };
}

const changes = ['added', 'renamed', 'removed'] as const;

/** The account's passkeys, and one more. */
export default async function PasskeysPage(props: PageProps<'/settings/security/passkeys'>) {
  const viewer = await requireViewer();
  await requireFresh(viewer);
  const { done } = await props.searchParams;
  const passkeys = await listPasskeys(viewer);
  const device = deviceWords((await headers()).get('user-agent')?.slice(0, 1_000) ?? '');
  const t = textsIn(viewer.locale);
  const change = changes.find((one) => one === done);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader
        title={t('security.passkeys.title')}
        lead={t('security.passkeys.lead')}
        actions={<a href={paths.security}>{t('security.passkeys.back')}</a>}
      />
      {change ? <Notice>{t(`security.passkeys.${change}`)}</Notice> : null}
      <section className="section" aria-labelledby="list">
        <SectionHead id="list" title={t('security.passkeys.list')} />
        {passkeys.length === 0 ? (
          <p className="soft">{t('security.passkeys.none')}</p>
        ) : (
          <PasskeyList passkeys={passkeys} momentOf={(at) => momentOf(at, viewer)} t={t} />
        )}
      </section>
      <section className="section" aria-labelledby="add">
        <SectionHead id="add" title={t('security.passkeys.addTitle')} />
        {passkeys.length >= limits.passkeys ? (
          <p>{t('errors.too-many-passkeys')}</p>
        ) : (
          <AddPasskey
            action={keepPasskey}
            asksAt={paths.passkeyOptions}
            name={device.slice(0, limits.passkeyName) || t('security.passkeys.unnamed')}
            texts={{
              ...passkeyTexts(t, t('security.passkeys.add')),
              name: t('security.passkeys.name'),
              nameHint: t('security.passkeys.nameHint'),
              unsupported: t('security.passkeys.unsupported'),
              noScript: t('security.passkeys.noScript'),
            }}
          />
        )}
      </section>
    </Desk>
  );
}
