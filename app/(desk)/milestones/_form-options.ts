import type { Texts } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import { inLocale } from '@/lib/locale';
import { kinds, visibilities } from '@/lib/milestone/rules';
import { currencies } from '@/lib/money';
import type { Stream } from '@/lib/stream/rules';
import { milestoneFormTexts } from './_form-values';

/** What the form offers to choose from, in the viewer's language; closed streams are not offered. */
export function formOptions(viewer: Viewer, streams: readonly Stream[], t: Texts) {
  return {
    texts: milestoneFormTexts(t, viewer.locale),
    kinds: kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    currencies: currencies.map((code) => ({ value: code, label: code })),
    visibilities: visibilities.map((visibility) => ({
      value: visibility,
      label: t(`visibilities.${visibility}`),
    })),
    streams: streams
      .filter(({ closedAt }) => closedAt === null)
      .map(({ name }) => inLocale(name, viewer.locale) ?? ''),
  };
}
