import type { Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { readableAddress } from '../_address';
import { Yes } from '../_yes';

/** Asks to look at where `links` lead before they may show; the yes names each of them. */
export function askToLook(field: string, links: readonly string[]): Ending {
  const values = { linksChecked: links.join(' ') };
  return { refused: { [field]: 'link-unchecked' }, form: 'links-unchecked', values };
}

/** The links to look at, and the box that says so. */
export function Looked({ state, label }: { state: FormState; label: string }) {
  const links = (state.values.linksChecked ?? '').split(' ');
  return (
    <Yes state={state} name="linksChecked" to="links-unchecked" label={label}>
      <ul className="found">
        {links.map((url) => (
          <li key={url}>
            <a href={url} rel="noreferrer noopener" target="_blank">
              <bdi>{readableAddress(url)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Yes>
  );
}
