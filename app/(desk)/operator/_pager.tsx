import { withQuery } from '@/lib/paths';

/** To the older page of a list whose pages begin after one of its lines, and back to the newest. */
export function NewestPager(props: {
  path: string;
  after: string | undefined;
  next: string | null;
  texts: Readonly<Record<'pages' | 'older' | 'newest', string>>;
}) {
  const { path, after, next, texts } = props;
  if (!after && !next) return null;
  return (
    <nav className="pager" aria-label={texts.pages}>
      {after ? <a href={path}>{texts.newest}</a> : <span />}
      {next ? <a href={withQuery(path, { after: next })}>{texts.older}</a> : null}
    </nav>
  );
}
