import { useNavigate } from 'react-router';
import type { Area } from '../areas';
import { useWords } from '../words';
import { type Action, actionOfKey } from './actions';
import type { KeyLine } from './keys-dialog';
import type { PaletteEntry } from './palette';

interface ShellEntries {
  readonly pages: readonly PaletteEntry[];
  readonly actions: readonly PaletteEntry[];
  readonly keys: { readonly areas: readonly KeyLine[]; readonly here: readonly KeyLine[] };
}

/** The open areas and what the page offers, as the palette and the list of keys show them. */
export function useShellEntries(areas: readonly Area[], actions: readonly Action[]): ShellEntries {
  const say = useWords();
  const go = useNavigate();
  return {
    pages: areas.map((area) => ({
      id: area.id,
      name: say(`shell.areas.${area.id}`),
      icon: area.icon,
      keyHint: `g ${area.key}`,
      run: () => void go(area.path),
    })),
    actions: actions.map(({ id, name, icon, key, run }) => ({ id, name, icon, ...(key && { keyHint: key }), run })),
    keys: {
      areas: areas.map((area) => ({ id: area.id, name: say(`shell.areas.${area.id}`), keys: ['g', area.key] })),
      here: actions.flatMap(({ id, name, key }) =>
        key && actionOfKey(actions, key)?.id === id ? [{ id, name, keys: [key] }] : [],
      ),
    },
  };
}
