import type { Metadata } from 'next';
import { hasMailServer } from '@/app/_server/post';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { listMail } from '@/lib/mail/data';
import { mailId } from '@/lib/mail/schema';
import { paths, withQuery } from '@/lib/paths';
import { Desk } from '../../_desk';
import { InboxTabs } from '../_tabs';
import { MailLine } from './_line';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('letters.outbox.title') };
}

/** Every letter written for its owner and what became of it, so that none vanishes; newest first. */
export default async function OutboxPage(props: PageProps<'/inbox/outbox'>) {
  const viewer = await requireViewer();
  const { before, now } = await props.searchParams;
  const from = mailId.safeParse(before).data ?? null;
  const { mail, next } = await listMail(viewer, from);
  const t = textsIn(viewer.locale);
  const hasServer = hasMailServer();
  return (
    <Desk viewer={viewer} here="inbox">
      <PageHeader title={t('letters.outbox.title')} lead={t('letters.outbox.lead')} />
      <InboxTabs here="outbox" t={t} />
      {now === 'queued' ? <Notice>{t('letters.outbox.requeued')}</Notice> : null}
      {hasServer ? null : <p>{t('letters.outbox.noServer')}</p>}
      {mail.length === 0 ? (
        <EmptyState title={t('letters.outbox.emptyTitle')} text={t('letters.outbox.emptyText')} />
      ) : (
        <ul className="mail-lines">
          {mail.map((one) => (
            <MailLine key={one.id} mail={one} hasServer={hasServer} viewer={viewer} t={t} />
          ))}
        </ul>
      )}
      {from || next ? (
        <nav className="pager" aria-label={t('letters.outbox.pages')}>
          {from ? <a href={paths.outbox}>{t('letters.outbox.newest')}</a> : <span />}
          {next ? (
            <a href={withQuery(paths.outbox, { before: next })}>{t('letters.outbox.older')}</a>
          ) : null}
        </nav>
      ) : null}
    </Desk>
  );
}
