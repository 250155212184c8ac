/** A short state in words. */
export function Pill(props: { children: string }) {
  return <span className="pill">{props.children}</span>;
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
