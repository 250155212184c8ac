export type Kind = 'income' | 'skill' | 'work' | 'audience' | 'credential' | 'recognition';

const marks: Record<Kind, string> = {
  income: '収',
  skill: '技',
  work: '作',
  audience: '発',
  credential: '資',
  recognition: '評',
};

/** The one-character mark of a kind in a ring. Decoration: the kind's name stands beside it. */
export function KindMark(props: { kind: Kind }) {
  return (
    <span className="kind" lang="ja" aria-hidden="true">
      {marks[props.kind]}
    </span>
  );
}
