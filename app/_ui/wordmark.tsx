import { Seal } from './seal';

/** The mark with the name beside it; a link when `href` is given. */
export function Wordmark(props: { name: string; href?: string }) {
  const inside = (
    <>
      <Seal className="stamped" />
      <span>{props.name}</span>
    </>
  );
  return props.href ? (
    <a className="wordmark" href={props.href}>
      {inside}
    </a>
  ) : (
    <span className="wordmark">{inside}</span>
  );
}
