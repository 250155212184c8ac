import { audience } from './en/audience';
import { auth } from './en/auth';
import { capture } from './en/capture';
import { contact } from './en/contact';
import { currencies } from './en/currencies';
import { dashboard } from './en/dashboard';
import { desk, grains, kinds, visibilities } from './en/desk';
import { document } from './en/document';
import { effort } from './en/effort';
import { errors } from './en/errors';
import { goals } from './en/goals';
import { inbox } from './en/inbox';
import { ladder } from './en/ladder';
import { letters } from './en/letters';
import { menu } from './en/menu';
import { milestones } from './en/milestones';
import { permission } from './en/permission';
import { problems } from './en/problems';
import { record } from './en/record';
import { response } from './en/response';
import { settings } from './en/settings';
import { shares } from './en/shares';
import { showing } from './en/showing';
import { skills } from './en/skills';
import { streams } from './en/streams';

export const en = {
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
