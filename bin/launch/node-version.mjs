// @ts-check

/**
 * What to tell someone whose Node is too old, or undefined. Mirrors `engines` in package.json:
 * 20 from 20.19, and 22.12 or later.
 * @param {string} version as in process.versions.node
 */
export function nodeTooOld(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return undefined;
  return `Jisseki needs Node 20.19 or later (not 21), or 22.12 or later; this is Node ${version}. Install a newer one from nodejs.org or your package manager, and start again.`;
}
