'use client';

export type TheirsTexts = { readonly theirs: string; readonly theirsHint: string };

/** What another edit saved meanwhile, wherever it differs from what was typed. */
export function Theirs(props: {
  lines: readonly { label: string; typed: string; stored: string }[];
  texts: TheirsTexts;
}) {
  return (
    <section className="notice stored-version">
      <div className="notice-text">
        <h3>{props.texts.theirs}</h3>
        <dl>
          {props.lines
            .filter(({ typed, stored }) => typed !== stored)
            .map(({ label, stored }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{stored || '—'}</dd>
              </div>
            ))}
        </dl>
        <p>{props.texts.theirsHint}</p>
      </div>
    </section>
  );
}
