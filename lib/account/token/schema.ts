import { z } from 'zod';

/** What the link of a letter carries, as a form sends it on; whether it is one is for the store to say. */
export const token = z.string().max(100);

/** A button on the page that a letter leads to. */
export const tokenForm = z.strictObject({ token });
