import { fold } from '../text';

/** The texts of an inquiry that search looks through. */
export type Searched = {
  readonly name: string;
  readonly email: string | null;
  readonly message: string;
  readonly note: string;
  readonly nextStep: string | null;
};

/** What search looks through: who it is, what they wrote, what was noted and answered, folded. */
export function searchTextOf(said: Searched, replies: readonly string[] = []): string {
  const { name, email, message, note, nextStep } = said;
  return fold([name, email, message, note, nextStep, ...replies].filter(Boolean).join('\n'));
}
