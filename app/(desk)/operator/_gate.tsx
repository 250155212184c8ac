import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireFresh } from '@/app/_server/fresh';
import { missingPage } from '@/app/_server/missing';
import { currentStanding } from '@/app/_server/operator';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { PageHeader } from '@/app/_ui/page-header';
import type { Operator } from '@/lib/operator/operator';
import type { Lacking } from '@/lib/operator/rules';
import { paths } from '@/lib/paths';
import { Desk } from '../_desk';

/**
 * A page that is drawn for operators alone, freshly confirmed because it shows the e-mails of others.
 * Whoever is named but lacks something is told what; to everyone else there is no such page.
 */
export async function forOperators(
  show: (operator: Operator) => Promise<ReactNode>,
): Promise<ReactNode> {
  const standing = await currentStanding();
  if (!standing) return missingPage();
  if ('lacks' in standing) return <Lacks lacks={standing.lacks} />;
  await requireFresh(standing.operator.viewer);
  return show(standing.operator);
}

/** The title of such a page, which is no secret to who sees the page. */
export async function operatorTitle(
  page: 'accounts' | 'reports' | 'invitations',
): Promise<Metadata> {
  const t = await readerTexts();
  const isKnown = (await currentStanding()) !== null;
  return {
    title: isKnown
      ? `${t(`operator.tabs.${page}`)} · ${t('operator.title')}`
      : t('problems.notFoundTitle'),
  };
}

async function Lacks({ lacks }: { lacks: readonly Lacking[] }) {
  const viewer = await requireViewer();
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('operator.title')} lead={t('operator.lacks.lead')} />
      <section className="section">
        <ul className="operator-lacks">
          {lacks.map((lack) => (
            <li key={lack}>{t(`operator.lacks.${lack}`)}</li>
          ))}
        </ul>
        <div className="actions">
          <ButtonLink href={paths.security}>{t('operator.lacks.security')}</ButtonLink>
        </div>
      </section>
    </Desk>
  );
}
