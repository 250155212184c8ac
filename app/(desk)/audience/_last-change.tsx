import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import type { Audience } from '@/lib/audience/data';
import type { Locale } from '@/lib/locale';
import { dayShown, peopleShown } from './_people';

const changes = ['uncounted', 'saved', 'removed'] as const;

/** What has just happened, by the address an action led to; a count that was replaced is named. */
export function LastChange(props: {
  audiences: readonly Audience[];
  search: Record<string, string | string[] | undefined>;
  locale: Locale;
  t: Texts;
}) {
  const { audiences, search, locale, t } = props;
  const known = changes.find((change) => change === search.now);
  if (known) return <Notice>{t(`audience.${known}`)}</Notice>;

  const opened = audiences.find(({ id }) => id === search.opened);
  if (opened) return <Notice>{t('audience.opened', { name: opened.name })}</Notice>;

  const counted = audiences.find(({ id }) => id === search.recorded);
  const count = counted?.counts.find(({ day }) => day === search.day);
  if (!counted || !count) return null;
  const said = {
    name: counted.name,
    date: dayShown(count.day, locale),
    followers: peopleShown(count.followers, t),
  };
  const { before } = search;
  return typeof before === 'string' && /^\d{1,12}$/.test(before) ? (
    <Notice>{t('audience.replaced', { ...said, before: peopleShown(BigInt(before), t) })}</Notice>
  ) : (
    <Notice>{t('audience.recorded', said)}</Notice>
  );
}
