/** A short state in words; `stamped` is the vermilion one and means published or reached. */
export function Pill(props: { children: string; tone?: 'plain' | 'stamped' }) {
  return (
    <span className={props.tone === 'stamped' ? 'pill pill-stamped' : 'pill'}>
      {props.children}
    </span>
  );
}

/** A tag; a link when `href` is given. */
export function Tag(props: { children: string; href?: string }) {
  return props.href ? (
    <a className="tag" href={props.href}>
      {props.children}
    </a>
  ) : (
    <span className="tag">{props.children}</span>
  );
}
