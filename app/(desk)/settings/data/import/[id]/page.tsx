import type { Metadata } from 'next';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { lookAtTable } from '@/lib/import/data';
import { readMapping } from '@/lib/import/mapping.schema';
import { widthOf } from '@/lib/import/reading';
import { inLocale } from '@/lib/locale';
import { getLastIncome } from '@/lib/milestone/data';
import { localCurrency } from '@/lib/money';
import { listStreams } from '@/lib/stream/data';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { openUpload, readUpload } from '@/lib/upload/data';
import { uploadId } from '@/lib/upload/schema';
import { Desk } from '../../../../_desk';
import { guessMapping } from './_guess';
import { Head } from './_head';
import { MappingForm } from './_mapping-form';
import { Result } from './_result';
import { NotYet, Unread } from './_unread';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('dataImport.mapping.title') };
}

/** A table that waits: what its columns are, and then what would come in. Nothing is written here. */
export default async function ImportPage(props: PageProps<'/settings/data/import/[id]'>) {
  const viewer = await requireViewer();
  const now = new Date();
  const id = uploadId.safeParse((await props.params).id);
  const upload = id.success ? await openUpload(viewer, id.data, now) : null;
  if (upload?.kind !== 'csv') return missingPage();
  const t = textsIn(viewer.locale);
  const tries = [{ limit: throttles.tables, subject: viewer.userId }];
  if (!(await countTry(tries, now))) return <NotYet viewer={viewer} why="later" t={t} />;

  const search = await props.searchParams;
  const [last, streams] = await Promise.all([getLastIncome(viewer), listStreams(viewer)]);
  const currency = last?.currency ?? localCurrency(viewer.zone);
  const looked = await lookAtTable(
    viewer,
    () => readUpload(upload),
    (sheet) => readMapping(search, guessMapping(sheet, viewer, currency)),
    search.heading !== undefined,
    now,
  );
  if (!looked.ok) {
    if ('line' in looked) return <Unread viewer={viewer} why={looked} t={t} />;
    if (looked.reason === 'busy') return <NotYet viewer={viewer} why="busy" t={t} />;
    return missingPage();
  }
  const { sheet, mapping, forms, unsaid, check } = looked.value;
  const { head, encoding, delimiter } = sheet;
  const width = widthOf(sheet, mapping);
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('dataImport.mapping.title')} lead={t('dataImport.mapping.lead')} />
      <p className="soft">
        {t('dataImport.mapping.facts', {
          name: upload.name,
          rows: forms.rows,
          encoding: { 'utf-8': 'UTF-8', shift_jis: 'Shift_JIS' }[encoding],
          delimiter: { ',': 'comma', ';': 'semicolon', '\t': 'tab' }[delimiter],
        })}
      </p>
      <Head head={head} width={width} t={t} />
      <MappingForm
        id={upload.id}
        sheet={sheet}
        width={width}
        mapping={mapping}
        forms={forms}
        unsaid={unsaid}
        streams={streams
          .filter(({ closedAt }) => closedAt === null)
          .map(({ name }) => inLocale(name, viewer.locale) ?? '')}
        t={t}
      />
      {check ? (
        <Result id={upload.id} check={check} mapping={mapping} locale={viewer.locale} t={t} />
      ) : null}
    </Desk>
  );
}
