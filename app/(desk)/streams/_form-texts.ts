import type { Texts } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { origins } from '@/lib/stream/rules';
import type { StreamFormTexts } from './_form';

/** The words and choices of a stream's form, so that the browser gets no others. */
export function streamFormTexts(t: Texts, locale: Locale, submit: string) {
  const label = (language: Locale) =>
    t(language === locale ? 'streams.name' : 'streams.nameTranslated');
  const hint = (language: Locale) =>
    t(language === locale ? 'streams.nameHint' : 'streams.nameTranslatedHint');
  const texts: StreamFormTexts = {
    labels: { nameJa: label('ja'), nameEn: label('en'), origin: t('streams.origin') },
    hints: { nameJa: hint('ja'), nameEn: hint('en'), origin: t('streams.originHint') },
    submit,
    saving: t('desk.saving'),
    leakAccepted: t('milestones.leakAccepted'),
    theirs: t('streams.theirs'),
    theirsHint: t('streams.theirsHint'),
  };
  return {
    texts,
    first: locale,
    origins: origins.map((origin) => ({ value: origin, label: t(`streams.origins.${origin}`) })),
  };
}
