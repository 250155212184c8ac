import { type UploadRefusal, uploadRefusals } from '@/app/_server/upload';
import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';

/** Why the file that was sent did not come in: what the address says of it (`?refused=`). */
export function RefusedNotice({ refused, t }: { refused: unknown; t: Texts }) {
  return isRefusal(refused) ? <Notice>{t(`dataImport.refused.${refused}`)}</Notice> : null;
}

function isRefusal(refused: unknown): refused is UploadRefusal {
  return uploadRefusals.some((one) => one === refused);
}
