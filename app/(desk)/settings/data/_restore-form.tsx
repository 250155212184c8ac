import type { Texts } from '@/app/_text/texts';
import { limits } from '@/lib/limits';
import { FileForm } from './upload/_form';
import { sizeWords } from './upload/_words';

/** Sends an export, which waits until its owner has seen what it would change. */
export function ExportFileForm({ t }: { t: Texts }) {
  return (
    <FileForm
      kind="export"
      label={t('dataExport.restore.file')}
      hint={t('dataExport.restore.fileHint')}
      accept=".zip,application/zip"
      most={limits.uploadBytes.export}
      refused={sizeWords(t)}
      button={t('dataExport.restore.choose')}
      variant="quiet"
    />
  );
}
