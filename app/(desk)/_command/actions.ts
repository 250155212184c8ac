'use server';

import { signOut } from '@/app/_server/session';

/** Signs out, for the button of the menu, whose list travels without functions. */
export async function leave(): Promise<void> {
  await signOut();
}
