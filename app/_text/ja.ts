import { errors } from './ja/errors';

export const ja = {
  errors,
};
