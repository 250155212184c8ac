import { accountLetters } from './ja/account-letters';
import { audience } from './ja/audience';
import { auth } from './ja/auth';
import { capture } from './ja/capture';
import { closing } from './ja/closing';
import { contact } from './ja/contact';
import { currencies } from './ja/currencies';
import { dashboard } from './ja/dashboard';
import { dataExport } from './ja/data-export';
import { dataImport } from './ja/data-import';
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
import { operator } from './ja/operator';
import { permission } from './ja/permission';
import { problems } from './ja/problems';
import { providers } from './ja/providers';
import { record } from './ja/record';
import { recovery } from './ja/recovery';
import { response } from './ja/response';
import { security } from './ja/security';
import { sessions } from './ja/sessions';
import { settings } from './ja/settings';
import { shares } from './ja/shares';
import { showing } from './ja/showing';
import { site } from './ja/site';
import { skills } from './ja/skills';
import { streams } from './ja/streams';

export const ja = {
  accountLetters,
  audience,
  auth,
  capture,
  closing,
  currencies,
  dashboard,
  dataExport,
  dataImport,
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
  recovery,
  response,
  ladder,
  menu,
  milestones,
  operator,
  permission,
  problems,
  providers,
  record,
  security,
  sessions,
  settings,
  shares,
  showing,
  site,
  skills,
  streams,
  visibilities,
};
