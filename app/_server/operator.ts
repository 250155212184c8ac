import { cache } from 'react';
import type { z } from 'zod';
import type { Viewer } from '@/lib/auth/viewer';
import { env } from '@/lib/env';
import { getProof } from '@/lib/operator/data';
import { mintOperator, type Operator } from '@/lib/operator/operator';
import { type Lacking, lacking } from '@/lib/operator/rules';
import { type Ending, freshAction } from './action';
import type { FormAction } from './form-state';
import { requireViewer } from './session';

/** An operator, or what somebody whom OPERATORS names lacks to be one. */
export type Standing =
  | { readonly operator: Operator }
  | { readonly lacks: readonly [Lacking, ...Lacking[]] };

/** How the viewer stands to the operator's pages; null: they are not named, and see none. */
export async function standingOf(
  viewer: Viewer,
  named: readonly string[] = env().OPERATORS,
): Promise<Standing | null> {
  // Most of those who sign in run nothing: not even the store is asked where nobody is named.
  if (named.length === 0) return null;
  const proof = await getProof(viewer);
  if (!named.includes(proof.email)) return null;
  const [first, ...others] = lacking(proof);
  return first ? { lacks: [first, ...others] } : { operator: mintOperator(viewer) };
}

/** The same of whoever is signed in, asked once a request; a stranger is led to sign in. */
export const currentStanding = cache(async () => standingOf(await requireViewer()));

type Mutation<Schema extends z.ZodType> = {
  readonly schema: Schema;
  readonly run: (operator: Operator, input: z.output<Schema>) => Promise<Ending>;
};

/** The one way an operator changes something: freshly confirmed, and proven again; to others it is missing. */
export function operatorAction<Schema extends z.ZodType>({
  schema,
  run,
}: Mutation<Schema>): FormAction {
  return freshAction({
    schema,
    async run(viewer, input): Promise<Ending> {
      const standing = await standingOf(viewer);
      if (!standing || !('operator' in standing)) return { refused: {}, form: 'missing' };
      return run(standing.operator, input);
    },
  });
}
