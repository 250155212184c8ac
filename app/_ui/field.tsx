import type { ComponentPropsWithRef, ReactNode } from 'react';

type Common = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  /** Defaults to `f-<name>`; give one when two forms on a page share a name. */
  id?: string;
  /** Extra class on the wrapper, such as `for-income` or `field-short`. */
  className?: string;
};

type Without = 'name' | 'id' | 'className' | 'style' | 'children';

/** The id a field gets when none is given; error summaries link to it. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

function wiring(props: Common) {
  const id = props.id ?? fieldId(props.name);
  const described = [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean);
  return {
    id,
    name: props.name,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': props.error ? (true as const) : undefined,
  };
}

function Frame(props: Common & { children: ReactNode }) {
  const id = props.id ?? fieldId(props.name);
  return (
    <div className={`field ${props.className ?? ''}`.trim()}>
      <label htmlFor={id}>{props.label}</label>
      {props.children}
      <Notes {...props} />
    </div>
  );
}

/** What is wrong with a field, and how it is meant. */
function Notes(props: Common) {
  const id = props.id ?? fieldId(props.name);
  return (
    <>
      {props.error ? (
        <p className="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
      {props.hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
    </>
  );
}

export type Option = { value: string; label: string };

/** A labelled input. `suggestions` become a `<datalist>`. Its accessible name is exactly `label`. */
export function TextField(
  props: Common & { suggestions?: readonly string[] } & Omit<
      ComponentPropsWithRef<'input'>,
      Without
    >,
) {
  const { name, label, hint, error, id, className, suggestions, type = 'text', ...rest } = props;
  const common = { name, label, hint, error, id, className };
  const wired = wiring(common);
  const list = suggestions ? `${wired.id}-list` : rest.list;
  return (
    <Frame {...common}>
      <input {...rest} {...wired} type={type} list={list} />
      {suggestions ? (
        <datalist id={list}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ) : null}
    </Frame>
  );
}

/** A labelled native select. */
export function SelectField(
  props: Common & { options: readonly Option[] } & Omit<ComponentPropsWithRef<'select'>, Without>,
) {
  const { name, label, hint, error, id, className, options, ...rest } = props;
  const common = { name, label, hint, error, id, className };
  return (
    <Frame {...common}>
      <select {...rest} {...wiring(common)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A box to tick, which sends `value` while it is. */
export function Tick(props: Common & Omit<ComponentPropsWithRef<'input'>, Without | 'type'>) {
  const { name, label, hint, error, id, className, value = 'yes', ...rest } = props;
  const common = { name, label, hint, error, id, className };
  const wired = wiring(common);
  return (
    <div className={`field tick ${className ?? ''}`.trim()}>
      <label>
        <input {...rest} {...wired} type="checkbox" value={value} />
        <span>{label}</span>
      </label>
      <Notes {...common} />
    </div>
  );
}

/** A labelled multi-line text. */
export function TextAreaField(props: Common & Omit<ComponentPropsWithRef<'textarea'>, Without>) {
  const { name, label, hint, error, id, className, ...rest } = props;
  const common = { name, label, hint, error, id, className };
  return (
    <Frame {...common}>
      <textarea {...rest} {...wiring(common)} />
    </Frame>
  );
}
