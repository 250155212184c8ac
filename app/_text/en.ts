import { auth } from './en/auth';
import { dashboard } from './en/dashboard';
import { desk, kinds, visibilities } from './en/desk';
import { document } from './en/document';
import { errors } from './en/errors';
import { milestones } from './en/milestones';
import { problems } from './en/problems';
import { record } from './en/record';
import { settings } from './en/settings';

export const en = {
  auth,
  errors,
  dashboard,
  desk,
  document,
  kinds,
  milestones,
  problems,
  record,
  settings,
  visibilities,
};
