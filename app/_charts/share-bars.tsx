export type ShareBar = {
  key: string;
  label: string;
  href?: string;
  /** Decides the length; below zero draws none. */
  value: number;
  /** The formatted value. */
  shown: string;
  /** A second figure, such as a rate, with what it rests on. */
  aside?: string;
  asideNote?: string;
};

/**
 * Parts of a whole, the largest first, as a table whose second column is drawn: it is its own table,
 * so there is none behind it.
 */
export function ShareBars(props: {
  caption: string;
  labelHead: string;
  valueHead: string;
  asideHead: string;
  bars: readonly ShareBar[];
}) {
  const { bars } = props;
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return (
    <table className="share-bars">
      <caption className="hidden-text">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.labelHead}</th>
          <th scope="col" className="number">
            {props.valueHead}
          </th>
          <th scope="col" className="number">
            {props.asideHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              {bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}
              <Bar part={most > 0 ? Math.max(0, bar.value) / most : 0} />
            </th>
            <td className="number figure">{bar.shown}</td>
            <td className="number">
              {bar.aside ? <span className="figure">{bar.aside}</span> : '—'}
              {bar.asideNote ? <small className="soft">{bar.asideNote}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ part }: { part: number }) {
  return (
    <svg className="share-bar" width="100%" height="6" aria-hidden="true">
      <rect width={`${Math.round(part * 10_000) / 100}%`} height="6" />
    </svg>
  );
}
