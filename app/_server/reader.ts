import { cache } from 'react';
import { type Texts, textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { visitorLocale } from './locale';
import { currentViewer } from './session';

/** The language of who reads this page: their account's, else as their browser asks. */
export const readerLocale = cache(
  async (): Promise<Locale> => (await currentViewer())?.locale ?? (await visitorLocale()),
);

/** The interface's words for who reads this page. */
export async function readerTexts(): Promise<Texts> {
  return textsIn(await readerLocale());
}
