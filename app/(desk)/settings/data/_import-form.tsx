import type { Texts } from '@/app/_text/texts';
import { limits } from '@/lib/limits';
import { FileForm } from './upload/_form';
import { sizeWords } from './upload/_words';

/** Sends a table, which waits until its owner has said what is in it. */
export function CsvForm({ t }: { t: Texts }) {
  return (
    <FileForm
      kind="csv"
      label={t('dataImport.file')}
      hint={t('dataImport.fileHint')}
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      most={limits.uploadBytes.csv}
      refused={sizeWords(t)}
      button={t('dataImport.choose')}
    />
  );
}
