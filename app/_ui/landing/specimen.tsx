import { type LadderRung, LadderView } from '../../_charts/ladder-view';
import type { Kind } from '../kind-mark';
import { Ledger, LedgerRow } from '../ledger';
import { Pill } from '../pill';

export type SpecimenCopy = {
  badge: string;
  label: string;
  name: string;
  headline: string;
  rungs: readonly LadderRung[];
  lines: readonly {
    date: string;
    dateTime: string;
    kind: Kind;
    kindLabel: string;
    title: string;
    amount?: string;
    amountNote?: string;
  }[];
};

/** A record in miniature, made of the same ledger and ladder as a real one, and labelled as an example. */
export function Specimen({ copy }: { copy: SpecimenCopy }) {
  return (
    <section className="specimen" aria-label={copy.label}>
      <header className="specimen-head">
        <h2>{copy.name}</h2>
        <Pill>{copy.badge}</Pill>
        <p className="soft">{copy.headline}</p>
      </header>
      <LadderView rungs={copy.rungs} compact />
      <Ledger>
        {copy.lines.map((line) => (
          <LedgerRow key={line.title} {...line} />
        ))}
      </Ledger>
    </section>
  );
}
