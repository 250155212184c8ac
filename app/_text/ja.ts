import { auth } from './ja/auth';
import { dashboard } from './ja/dashboard';
import { desk, kinds, visibilities } from './ja/desk';
import { document } from './ja/document';
import { errors } from './ja/errors';
import { milestones } from './ja/milestones';
import { problems } from './ja/problems';
import { record } from './ja/record';
import { settings } from './ja/settings';

export const ja = {
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
