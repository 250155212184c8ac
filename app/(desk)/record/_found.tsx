import type { Texts } from '@/app/_text/texts';
import type { Leak } from './_leaks';

/** How many texts are shown; whoever has more starts with these. */
const most = 50;
/** Code units of a text shown before and after what was found in it. */
const around = 60;

/** Names that are kept out, marked in the public texts they stand in. */
export function Found({ leaks, t }: { leaks: readonly Leak[]; t: Texts }) {
  const rest = leaks.length - most;
  return (
    <>
      <ul className="found">
        {leaks.slice(0, most).map((leak, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one text may stand in two places
          <li key={i}>
            <a href={leak.href}>{leak.title ?? t('showing.tab.record')}</a>
            <p>
              <Marked leak={leak} />
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>{t('showing.names.more', { count: rest })}</p> : null}
    </>
  );
}

function Marked({ leak: { text, hits } }: { leak: Leak }) {
  const [first, last] = [hits[0], hits.at(-1)];
  if (!first || !last) return null;
  const from = Math.max(0, first.start - around);
  const to = Math.min(text.length, last.end + around);
  return (
    <bdi>
      {from > 0 ? '…' : ''}
      {hits.map((hit, i) => (
        <span key={hit.start}>
          {text.slice(hits[i - 1]?.end ?? from, hit.start)}
          <mark>{text.slice(hit.start, hit.end)}</mark>
        </span>
      ))}
      {text.slice(last.end, to)}
      {to < text.length ? '…' : ''}
    </bdi>
  );
}
