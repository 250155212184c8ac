import { audience } from './ja/audience';
import { auth } from './ja/auth';
import { capture } from './ja/capture';
import { contact } from './ja/contact';
import { currencies } from './ja/currencies';
import { dashboard } from './ja/dashboard';
import { desk, grains, kinds, visibilities } from './ja/desk';
import { document } from './ja/document';
import { effort } from './ja/effort';
import { errors } from './ja/errors';
import { goals } from './ja/goals';
import { inbox } from './ja/inbox';
import { ladder } from './ja/ladder';
import { letters } from './ja/letters';
import { menu } from './ja/menu';
import { milestones } from './ja/milestones';
import { permission } from './ja/permission';
import { problems } from './ja/problems';
import { record } from './ja/record';
import { response } from './ja/response';
import { settings } from './ja/settings';
import { shares } from './ja/shares';
import { showing } from './ja/showing';
import { skills } from './ja/skills';
import { streams } from './ja/streams';

export const ja = {
  audience,
  auth,
  capture,
  currencies,
  dashboard,
  desk,
  document,
  effort,
  errors,
  goals,
  grains,
  kinds,
  contact,
  inbox,
  letters,
  response,
  ladder,
  menu,
  milestones,
  permission,
  problems,
  record,
  settings,
  shares,
  showing,
  skills,
  streams,
  visibilities,
};
