import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { paths } from '@/lib/paths';

/** Sends a table, which waits until its owner has said what is in it. */
export function CsvForm({ t }: { t: Texts }) {
  return (
    <form action={paths.upload} method="post" encType="multipart/form-data" className="form">
      {/* What it is to become stands before the file: it is read as it comes. */}
      <input type="hidden" name="kind" value="csv" />
      <TextField
        name="file"
        id="f-csv"
        type="file"
        label={t('dataImport.file')}
        hint={t('dataImport.fileHint')}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        required
      />
      <Button>{t('dataImport.choose')}</Button>
    </form>
  );
}
