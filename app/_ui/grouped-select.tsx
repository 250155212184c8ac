import type { Option } from './field';

/**
 * A labelled native select whose options stand in groups; a group without a label stands bare.
 * Looks and reads like `SelectField`.
 */
export function GroupedSelect(props: {
  name: string;
  label: string;
  id: string;
  groups: readonly { label: string; options: readonly Option[] }[];
  defaultValue: string;
  error?: string;
  className?: string;
}) {
  const { name, label, id, groups, defaultValue, error, className = '' } = props;
  return (
    <div className={`field ${className}`.trim()}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {groups.map((group) =>
          group.label === '' ? (
            <Options key="" options={group.options} />
          ) : (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ),
        )}
      </select>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
