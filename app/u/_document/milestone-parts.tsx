import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { formatAmount } from '@/lib/money';
import { moneyOf } from '@/lib/record/disclosure';
import { isWebAddress } from '@/lib/record/public/assemble';
import type { PublicMilestone } from '@/lib/record/public/shape';
import { truncate } from '@/lib/text';
import { type Said, say, shortAddress, timeSpent } from './words';

/** A text of the person's own: its language named where it is not the page's, its direction its own. */
export function Words({ said, locale }: { said: Said; locale: Locale }) {
  return <bdi lang={said.lang === locale ? undefined : said.lang}>{said.text}</bdi>;
}

/** The figure of the amount column: money, or the count of an audience. */
export function figureOf(milestone: PublicMilestone, locale: Locale): string | undefined {
  if (milestone.amount) return formatAmount(moneyOf(milestone.amount), locale);
  const { measure } = milestone;
  return measure && textsIn(locale)('desk.people', { count: measure.value });
}

/** Stream, who gave it, whose count, time: what a line says under its title. */
export function Facts({ milestone, locale }: { milestone: PublicMilestone; locale: Locale }) {
  const t = textsIn(locale);
  const stream = milestone.title ? say(milestone.stream, locale) : undefined;
  const { issuer, measure, minutes } = milestone;
  if (!stream && !issuer && !measure?.name && minutes === undefined) return null;
  return (
    <p className="entry-facts">
      {stream ? <Words said={stream} locale={locale} /> : null}
      {issuer ? <bdi>{issuer}</bdi> : null}
      {measure?.name ? <bdi>{measure.name}</bdi> : null}
      {minutes === undefined ? null : <span>{timeSpent(minutes, t)}</span>}
    </p>
  );
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
export function Paragraphs(props: { said: Said; locale: Locale; className?: string }) {
  const { said, locale, className = 'entry-story' } = props;
  return said.text.split(/\n{2,}/).map((paragraph, i) => (
    <p
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other order than its own
      key={i}
      className={className}
      dir="auto"
      lang={said.lang === locale ? undefined : said.lang}
    >
      {paragraph}
    </p>
  ));
}

/** Links that back it. Checked again here: an address that is not of the web is not made a link. */
export function Evidence({ milestone, locale }: { milestone: PublicMilestone; locale: Locale }) {
  const links = milestone.evidence.filter(isWebAddress);
  if (links.length === 0) return null;
  return (
    <p className="entry-evidence">
      <span className="soft">{textsIn(locale)('document.evidence')}</span>
      {links.map((url) => (
        <a key={url} href={url} rel="nofollow ugc noopener" dir="ltr">
          {shortAddress(url)}
        </a>
      ))}
    </p>
  );
}

export function Tags({ milestone, locale }: { milestone: PublicMilestone; locale: Locale }) {
  if (milestone.tags.length === 0) return null;
  return (
    <ul className="tags" aria-label={textsIn(locale)('document.tags')}>
      {milestone.tags.map((tag) => (
        <li key={tag} className="tag">
          <bdi>{tag}</bdi>
        </li>
      ))}
    </ul>
  );
}
