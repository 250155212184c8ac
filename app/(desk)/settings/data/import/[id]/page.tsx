import { createReadStream } from 'node:fs';
import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { answerMissing } from '@/app/_server/status';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import NotFound from '@/app/not-found';
import { checkSheet } from '@/lib/import/data';
import { readMapping } from '@/lib/import/mapping.schema';
import { findForms, unsaidIn, widthOf } from '@/lib/import/reading';
import { openSheet } from '@/lib/import/sheet';
import { inLocale } from '@/lib/locale';
import { getLastIncome } from '@/lib/milestone/data';
import { localCurrency } from '@/lib/money';
import { listStreams } from '@/lib/stream/data';
import { openUpload } from '@/lib/upload/data';
import { uploadId } from '@/lib/upload/schema';
import { Desk } from '../../../../_desk';
import { guessMapping } from './_guess';
import { Head } from './_head';
import { MappingForm } from './_mapping-form';
import { Result } from './_result';
import { Unread } from './_unread';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('dataImport.mapping.title') };
}

/** A table that waits: what its columns are, and then what would come in. Nothing is written here. */
export default async function ImportPage(props: PageProps<'/settings/data/import/[id]'>) {
  const viewer = await requireViewer();
  const now = new Date();
  const id = uploadId.safeParse((await props.params).id);
  const upload = id.success ? await openUpload(viewer, id.data, now) : null;
  if (upload?.kind !== 'csv') {
    answerMissing();
    return <NotFound />;
  }
  const t = textsIn(viewer.locale);
  const sheet = await openSheet(() => createReadStream(upload.file));
  if (!sheet.ok) return <Unread viewer={viewer} why={sheet} t={t} />;

  const search = await props.searchParams;
  const [last, streams] = await Promise.all([getLastIncome(viewer), listStreams(viewer)]);
  const currency = last?.currency ?? localCurrency(viewer.zone);
  const mapping = readMapping(search, guessMapping(sheet.value, viewer, currency));
  const forms = await findForms(sheet.value, mapping);
  if (!forms.ok) return <Unread viewer={viewer} why={forms} t={t} />;

  const isSent = search.heading !== undefined;
  const unsaid = isSent ? unsaidIn(mapping, forms.value) : [];
  const isReady = isSent && unsaid.length === 0;
  const check = isReady ? await checkSheet(viewer, sheet.value, mapping, forms.value, now) : null;
  if (check && !check.ok) return <Unread viewer={viewer} why={check} t={t} />;
  const { head, encoding, delimiter } = sheet.value;
  const width = widthOf(sheet.value, mapping);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('dataImport.mapping.title')} lead={t('dataImport.mapping.lead')} />
      <p className="soft">
        {t('dataImport.mapping.facts', {
          name: upload.name,
          rows: forms.value.rows,
          encoding: { 'utf-8': 'UTF-8', shift_jis: 'Shift_JIS' }[encoding],
          delimiter: { ',': 'comma', ';': 'semicolon', '\t': 'tab' }[delimiter],
        })}
      </p>
      <Head head={head} width={width} t={t} />
      <MappingForm
        id={upload.id}
        sheet={sheet.value}
        width={width}
        mapping={mapping}
        forms={forms.value}
        unsaid={unsaid}
        streams={streams
          .filter(({ closedAt }) => closedAt === null)
          .map(({ name }) => inLocale(name, viewer.locale) ?? '')}
        t={t}
      />
      {check ? (
        <Result id={upload.id} check={check.value} mapping={mapping} locale={viewer.locale} t={t} />
      ) : null}
    </Desk>
  );
}
