import { accountLetters } from './en/account-letters';
import { audience } from './en/audience';
import { auth } from './en/auth';
import { capture } from './en/capture';
import { closing } from './en/closing';
import { contact } from './en/contact';
import { currencies } from './en/currencies';
import { dashboard } from './en/dashboard';
import { dataExport } from './en/data-export';
import { dataImport } from './en/data-import';
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
import { operator } from './en/operator';
import { permission } from './en/permission';
import { problems } from './en/problems';
import { providers } from './en/providers';
import { record } from './en/record';
import { recovery } from './en/recovery';
import { response } from './en/response';
import { security } from './en/security';
import { sessions } from './en/sessions';
import { settings } from './en/settings';
import { shares } from './en/shares';
import { showing } from './en/showing';
import { site } from './en/site';
import { skills } from './en/skills';
import { streams } from './en/streams';

export const en = {
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
