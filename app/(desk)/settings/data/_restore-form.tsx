import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { paths } from '@/lib/paths';

/** Sends an export, which waits until its owner has seen what it would change. */
export function ExportFileForm({ t }: { t: Texts }) {
  return (
    <form action={paths.upload} method="post" encType="multipart/form-data" className="form">
      {/* What it is to become stands before the file: it is read as it comes. */}
      <input type="hidden" name="kind" value="export" />
      <TextField
        name="file"
        id="f-export"
        type="file"
        label={t('dataExport.restore.file')}
        hint={t('dataExport.restore.fileHint')}
        accept=".zip,application/zip"
        required
      />
      <Button variant="quiet">{t('dataExport.restore.choose')}</Button>
    </form>
  );
}
