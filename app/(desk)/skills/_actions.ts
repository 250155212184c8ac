'use server';

import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';
import { mergeSkills, openSkill, removeSkill, reviseSkill } from '@/lib/skill/mutations';
import { mergeSkillsForm, oneSkill, openSkillForm, reviseSkillForm } from '@/lib/skill/schema';

const add = action({
  schema: openSkillForm,
  async run(viewer, { name }): Promise<Ending> {
    const opened = await openSkill(viewer, name, viewer.locale);
    if (!opened.ok) return { refused: { name: opened.reason } };
    return { redirectTo: withQuery(paths.skills, { added: opened.value }) };
  },
});

/** Adds a skill by its name; one that is there already is shown. */
export async function addSkill(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

const save = action({
  schema: (viewer: Viewer) => reviseSkillForm(viewer.locale),
  async run(viewer, { id, version, nameJa, nameEn, levels }): Promise<Ending> {
    const name = { ja: nameJa, en: nameEn };
    const saved = await reviseSkill(viewer, id, version, { name, levels });
    if (saved.ok) return { redirectTo: withQuery(paths.skill(id), { now: 'saved' }) };
    if (saved.reason !== 'skill-name-taken') return { refused: {}, form: saved.reason };
    return { refused: { [nameField(viewer)]: saved.reason } };
  },
});

function nameField({ locale }: Viewer): string {
  return locale === 'ja' ? 'nameJa' : 'nameEn';
}

/** Renames a skill and puts its levels anew, from the version its form was drawn with. */
export async function saveSkill(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const merge = action({
  schema: mergeSkillsForm,
  async run(viewer, { from, into }): Promise<Ending> {
    const merged = await mergeSkills(viewer, from, into);
    if (merged.ok) return { redirectTo: withQuery(paths.skill(into), { now: 'merged' }) };
    return merged.reason === 'missing'
      ? { refused: {}, form: 'missing' }
      : { refused: { into: merged.reason } };
  },
});

/** Pours the skill into another. */
export async function mergeSkill(state: FormState, form: FormData): Promise<FormState> {
  return merge(state, form);
}

const remove = action({
  schema: oneSkill,
  async run(viewer, { id }): Promise<Ending> {
    const removed = await removeSkill(viewer, id, new Date());
    if (removed.ok) return { redirectTo: withQuery(paths.skills, { now: 'removed' }) };
    return { refused: {}, form: removed.reason };
  },
});

/** Removes a skill that nothing stands on. */
export async function dropSkill(state: FormState, form: FormData): Promise<FormState> {
  return remove(state, form);
}
