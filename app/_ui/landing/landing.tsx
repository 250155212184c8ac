import { ButtonLink } from '../button';
import { Specimen, type SpecimenCopy } from './specimen';

export type LandingCopy = {
  /** May carry a line break. */
  title: string;
  lead: string;
  sum: readonly { name: string; working: string; result: string; sealed?: boolean }[];
  action: string;
  example: string;
  note: string;
  specimen: SpecimenCopy;
};

/** The case in one screen: the argument as an account, one action, and what it leads to. */
export function Landing(props: { copy: LandingCopy; actionHref: string; exampleHref?: string }) {
  const { copy } = props;
  return (
    <main className="landing" id="main">
      <div className="landing-case">
        <h1>{copy.title}</h1>
        <p className="lead">{copy.lead}</p>
        <dl className="sum">
          {copy.sum.map((line) => (
            <div key={line.name}>
              <dt>{line.name}</dt>
              <dd>{line.working}</dd>
              <dd className={line.sealed ? 'sum-result sum-seal' : 'sum-result'}>{line.result}</dd>
            </div>
          ))}
        </dl>
        <div className="actions">
          <ButtonLink href={props.actionHref}>{copy.action}</ButtonLink>
          {props.exampleHref ? (
            <a className="quiet-link" href={props.exampleHref}>
              {copy.example}
            </a>
          ) : null}
        </div>
        <p className="landing-note">{copy.note}</p>
      </div>
      <Specimen copy={copy.specimen} />
    </main>
  );
}
