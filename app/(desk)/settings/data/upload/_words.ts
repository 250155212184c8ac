import type { Texts } from '@/app/_text/texts';

/** Why a file is not sent, as the page says it of one that was. */
export function sizeWords(t: Texts): Readonly<Record<'too-large' | 'empty', string>> {
  return {
    'too-large': t('dataImport.refused.too-large'),
    empty: t('dataImport.refused.empty'),
  };
}
