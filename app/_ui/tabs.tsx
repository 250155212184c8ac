/** Sibling pages of one place, as links under its title; the open one is marked. */
export function Tabs(props: {
  label: string;
  tabs: readonly { href: string; label: string; isHere: boolean }[];
}) {
  return (
    <nav className="tabs" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.isHere ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
