import { findChallenge } from '@/lib/account/challenge/mutations';
import { type KnownStep, knownStep } from '@/lib/account/identity/schema';
import { stepSecret } from './step';

/** Who came back from a provider in this browser and is to be asked on; null: nobody. */
export async function knownFromProvider(
  purpose: KnownStep['purpose'],
  ownerId: string | null,
): Promise<KnownStep | null> {
  const challenge = await findChallenge(await stepSecret(), 'provider', new Date());
  return challenge && usable(challenge, purpose, ownerId);
}

/** What a challenge says of somebody, if it is for this purpose and this account. */
export function usable(
  challenge: { ownerId: string | null; data: unknown },
  purpose: KnownStep['purpose'],
  ownerId: string | null,
): KnownStep | null {
  const step = knownStep.safeParse(challenge.data);
  const isOurs = step.success && step.data.purpose === purpose && challenge.ownerId === ownerId;
  return isOurs ? step.data : null;
}
