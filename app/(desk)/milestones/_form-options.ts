import type { Texts } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import { inLocale, type Locale } from '@/lib/locale';
import { kinds, visibilities } from '@/lib/milestone/rules';
import { currencies } from '@/lib/money';
import { grains } from '@/lib/record/disclosure.rules';
import type { Stream } from '@/lib/stream/rules';
import { milestoneFormTexts } from './_form-values';

/**
 * What the form offers to choose from, in the viewer's language; closed streams are not offered.
 * `language`: of the original.
 */
export function formOptions(
  viewer: Viewer,
  streams: readonly Stream[],
  t: Texts,
  language: Locale = viewer.locale,
) {
  return {
    texts: milestoneFormTexts(t, language),
    kinds: kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    currencies: currencies.map((code) => ({ value: code, label: code })),
    visibilities: visibilities.map((visibility) => ({
      value: visibility,
      label: t(`visibilities.${visibility}`),
    })),
    grains: [
      { value: '', label: t('milestones.asRecord') },
      ...grains.map((grain) => ({ value: grain, label: t(`grains.${grain}`) })),
    ],
    streams: streams
      .filter(({ closedAt }) => closedAt === null)
      .map(({ name }) => inLocale(name, viewer.locale) ?? ''),
  };
}
