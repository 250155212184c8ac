import { z } from 'zod';

/** A letter's id, as in the button beside it and in the address of the next page. */
export const mailId = z.uuidv7();

/** Which letter is to be queued anew. */
export const queueAgainForm = z.strictObject({ id: mailId });
