import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import type { Unreadable } from '@/lib/import/sheet';
import { Desk } from '../../../../_desk';
import { CsvForm } from '../../_import-form';

/** Why the file cannot be read, and the way to send another. */
export function Unread({ viewer, why, t }: { viewer: Viewer; why: Unreadable; t: Texts }) {
  const { reason, line } = why;
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('dataImport.unreadable.title')} />
      <Notice>{t(`dataImport.unreadable.${reason}`, { line: line ?? 1 })}</Notice>
      <CsvForm t={t} />
    </Desk>
  );
}

/** Why the file is not looked at for the time being; it waits on. */
export function NotYet(props: { viewer: Viewer; why: 'busy' | 'later'; t: Texts }) {
  const { viewer, why, t } = props;
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('dataImport.mapping.title')} />
      <Notice>{t(`dataImport.mapping.${why}`)}</Notice>
    </Desk>
  );
}
