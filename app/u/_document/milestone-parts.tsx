import type { ReactNode } from 'react';
import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { PublicMilestone } from '@/lib/record/public/shape';
import { truncate } from '@/lib/text';
import { webAddresses } from './address';
import { amountShown } from './amounts';
import { isUntranslated, type Said, say, shortAddress, timeSpent } from './words';

/** A text of the person's own: its language named where it is not the page's, its direction its own. */
export function Words({ said, locale }: { said: Said; locale: Locale }) {
  return <bdi lang={said.lang === locale ? undefined : said.lang}>{said.text}</bdi>;
}

/** The figure of a milestone: money as finely as it is shown, or the count of an audience. */
export function figureOf(
  milestone: PublicMilestone,
  locale: Locale,
  form: 'full' | 'brief' = 'full',
): string | undefined {
  const { amount, measure } = milestone;
  if (amount) return amountShown(amount, locale, amount.grain === 'exact' ? 'full' : form);
  return measure && textsIn(locale)('desk.people', { count: measure.value });
}

/** Kind, stream, who gave it, whose count, time, and that it is not in the reader's language. */
export function Facts(props: { milestone: PublicMilestone; locale: Locale; isMarked?: boolean }) {
  const { milestone, locale, isMarked = true } = props;
  const t = textsIn(locale);
  const stream = milestone.title ? say(milestone.stream, locale) : undefined;
  const { issuer, measure, minutes } = milestone;
  return (
    <p>
      {t(`kinds.${milestone.kind}`)}
      {stream ? (
        <Fact>
          <Words said={stream} locale={locale} />
        </Fact>
      ) : null}
      {issuer ? (
        <Fact>
          <bdi>{issuer}</bdi>
        </Fact>
      ) : null}
      {measure?.name ? (
        <Fact>
          <bdi>{measure.name}</bdi>
        </Fact>
      ) : null}
      {minutes === undefined ? null : <Fact>{timeSpent(minutes, t)}</Fact>}
      {isMarked && isUntranslated(milestone, locale) ? (
        <Fact>
          <i>{t('document.original')}</i>
        </Fact>
      ) : null}
    </p>
  );
}

/** One more fact on the line. */
function Fact({ children }: { children: ReactNode }) {
  return <> · {children}</>;
}

/** Paragraphs as typed; cut after `most` graphemes, with a way to the rest. */
export function Story(props: {
  milestone: PublicMilestone;
  locale: Locale;
  most?: number;
  href?: string;
}) {
  const { milestone, locale, most = Number.POSITIVE_INFINITY, href } = props;
  const said = say(milestone.story, locale);
  if (!said) return null;
  const shown = truncate(said.text, most);
  return (
    <>
      <Paragraphs said={{ ...said, text: shown }} locale={locale} />
      {shown !== said.text && href ? (
        <p>
          <a href={href}>{textsIn(locale)('document.more')}</a>
        </p>
      ) : null}
    </>
  );
}

/** Empty lines part paragraphs, single ones break lines. */
export function Paragraphs({ said, locale }: { said: Said; locale: Locale }) {
  return said.text.split(/\n{2,}/).map((paragraph, i) => (
    <p
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other order than its own
      key={i}
      dir="auto"
      lang={said.lang === locale ? undefined : said.lang}
    >
      {paragraph}
    </p>
  ));
}

/** Links that back it. Checked again here: an address that is not of the web is not made a link. */
export function Evidence({ milestone, locale }: { milestone: PublicMilestone; locale: Locale }) {
  const links = webAddresses(milestone.evidence);
  if (links.length === 0) return null;
  return (
    <p className="evidence">
      {textsIn(locale)('document.evidence')}
      {links.map((url) => (
        <a key={url} href={url} rel="nofollow ugc noopener">
          {shortAddress(url)}
        </a>
      ))}
    </p>
  );
}

export function Tags({ milestone }: { milestone: PublicMilestone }) {
  if (milestone.tags.length === 0) return null;
  return (
    <ul className="tags">
      {milestone.tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}
