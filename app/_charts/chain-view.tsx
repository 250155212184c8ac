import { ChartTable, type ChartTableRow } from './chart-table';

export type ChainLink = {
  key: string;
  /** One character, carved into its seal; decoration, the label stands beside it. */
  mark: string;
  label: string;
  /** Formatted; more than one where they cannot be added up. */
  figures: readonly { shown: string; href?: string }[];
  /** What it consists of, and how often the link before led to it. */
  notes: readonly string[];
  /** Whether it has come so far: its seal is carved, and the thread to it is drawn. */
  isReached: boolean;
};

/**
 * Steps that lead to each other, as seals on one thread: one under the other on a phone, side by side
 * where there is room. The thread is vermilion as far as it has come, and dotted beyond.
 */
export function ChainView(props: {
  /** Accessible name: what it shows, in a sentence. */
  title: string;
  links: readonly ChainLink[];
  table: { summary: string; labelHead: string; valueHead: string; rows: readonly ChartTableRow[] };
}) {
  const { title, links, table } = props;
  return (
    <figure className="chain-frame" aria-label={title}>
      <ol className="chain">
        {links.map(({ key, mark, label, figures, notes, isReached }) => (
          <li key={key} className={isReached ? 'chain-reached' : undefined}>
            <span className="chain-mark" lang="ja" aria-hidden="true">
              {mark}
            </span>
            <div className="chain-text">
              <p className="chain-label">{label}</p>
              {figures.map(({ shown, href }) => (
                <p
                  key={shown}
                  className={
                    shown.length > 7 ? 'chain-count chain-long figure' : 'chain-count figure'
                  }
                >
                  {href ? <a href={href}>{shown}</a> : shown}
                </p>
              ))}
              {notes.map((note) => (
                <p key={note} className="chain-note">
                  {note}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <ChartTable {...table} caption={title} />
    </figure>
  );
}
