import { fieldId } from './field';

export type FormProblem = { name?: string; text: string };

/**
 * What went wrong with a form, on top of it: announced and brought into view at once, each line leads
 * to its field. Key it by the answer, so that every refusal is a new one.
 */
export function FormMessage(props: {
  title: string;
  problems?: readonly FormProblem[];
  id?: string;
}) {
  const { title, problems = [], id } = props;
  return (
    <div
      className="form-message"
      role="alert"
      id={id}
      tabIndex={-1}
      ref={(message) => message?.focus()}
    >
      <p className="form-message-title">{title}</p>
      {problems.length > 0 ? (
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.name} ${problem.text}`}>
              {problem.name ? (
                <a href={`#${fieldId(problem.name)}`}>{problem.text}</a>
              ) : (
                problem.text
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
