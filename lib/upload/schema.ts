import { z } from 'zod';

/** An upload's id: UUIDv7, made by the app when the file comes in. It is its file's name too. */
export const uploadId = z.uuidv7();
