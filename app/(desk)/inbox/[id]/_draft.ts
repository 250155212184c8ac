'use client';

import { useActionState, useState } from 'react';
import { emptyForm, type FormAction } from '@/app/_server/form-state';

type Values<Name extends string> = Readonly<Record<Name, string>>;

/**
 * The typed text of one of several forms on one page that edit one thing by its version. Another form's
 * save raises the version too, so a form goes on from it while what it is about itself has not changed;
 * where somebody else changed that, it keeps the version it was typed over, loses, and shows both.
 * `isSame` says that what was typed is stored as that.
 */
export function useDraft<Name extends string>(props: {
  action: FormAction;
  names: readonly Name[];
  stored: Values<Name>;
  version: number;
  isSame: (name: Name, typed: string, stored: string, all: Values<Name>) => boolean;
}) {
  const { names, stored, isSame } = props;
  const version = String(props.version);
  const [state, submit, pending] = useActionState(props.action, emptyForm);
  // Refused, the typed text stands in the answer, also without JavaScript.
  const [typed, setTyped] = useState<Values<Name>>(() => ({
    ...stored,
    ...pick(names, state.values),
  }));
  const [base, setBase] = useState({
    version: state.values.version ?? version,
    stored,
    settled: 0,
  });
  const isUnsaved = names.some(
    (name) => typed[name] !== stored[name] && !isSame(name, typed[name], stored[name], typed),
  );
  const isOpen = state.round > base.settled;
  const isStale = isOpen && state.reason === 'stale';
  if (base.version !== version) {
    const isUntouched = !isOpen && names.every((name) => typed[name] === base.stored[name]);
    const isUnchanged = names.every((name) => stored[name] === base.stored[name]);
    if (!isUnsaved || isUntouched || isUnchanged) {
      setBase({ version, stored, settled: isUnsaved ? base.settled : state.round });
      if (!isUnsaved || isUntouched) setTyped(stored);
    }
  }
  return {
    state,
    submit,
    pending,
    isOpen,
    isStale,
    typed,
    set: (name: Name, value: string) => setTyped((before) => ({ ...before, [name]: value })),
    error: (name: Name) => (isOpen ? state.errors[name] : undefined),
    /** An edit that lost goes on from the version that won, and only then. */
    version: isStale ? version : base.version,
  };
}

function pick<Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<string, string>>,
): Partial<Values<Name>> {
  const picked: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
