import type { Metadata } from 'next';
import { requireFresh } from '@/app/_server/fresh';
import { knownFromProvider } from '@/app/_server/known-step';
import { missingPage } from '@/app/_server/missing';
import { nameOf } from '@/app/_server/providers';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { PageHeader } from '@/app/_ui/page-header';
import { paths } from '@/lib/paths';
import { ButtonForm } from '../../../_button-form';
import { Desk } from '../../../_desk';
import { linkKnown } from '../_providers-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('providers.list.title') };
}

/** Asks before an account elsewhere can sign in here: whoever holds it there will hold this one too. */
export default async function LinkPage() {
  const viewer = await requireViewer();
  await requireFresh(viewer);
  const known = await knownFromProvider('link', viewer.userId);
  if (!known) return missingPage();
  const { provider, label } = known.claims;
  const t = textsIn(viewer.locale);
  const name = nameOf(provider) ?? provider;
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader
        title={t('providers.link.title', { name })}
        lead={t('providers.link.lead', { name, label })}
      />
      <div className="actions">
        <ButtonForm action={linkKnown} label={t('providers.link.submit')} carried={{}} />
        <ButtonLink variant="quiet" href={paths.security}>
          {t('providers.link.cancel')}
        </ButtonLink>
      </div>
    </Desk>
  );
}
