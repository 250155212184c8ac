/** An expected outcome as a value: what came of it, or the named reason why not. Surprises throw. */
export type Result<T, Reason extends string> = Ok<T> | Refusal<Reason>;

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refusal<Reason extends string> = { readonly ok: false; readonly reason: Reason };

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<const Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason };
}
