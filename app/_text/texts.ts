import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/locale';
import { en } from './en';
import { ja } from './ja';

export type Messages = typeof en;

const messages: Record<Locale, Messages> = { en, ja };

function translator(locale: Locale) {
  return createTranslator<Messages>({
    locale,
    messages: messages[locale],
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  });
}

export type Texts = ReturnType<typeof translator>;

const translators: Record<Locale, Texts> = { en: translator('en'), ja: translator('ja') };

/** The interface's words in one language: `textsIn('ja')('nav.dashboard')`. A missing key throws. */
export function textsIn(locale: Locale): Texts {
  return translators[locale];
}
