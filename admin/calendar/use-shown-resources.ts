import { useMemo } from 'react';
import { usePractice } from '../data/use-practice';
import { usePreference } from '../data/use-preference';
import type { Resource } from './day-columns';

interface ShownResources {
  /** Undefined until the practice is known. */
  readonly clinicians: readonly Resource[] | undefined;
  readonly rooms: readonly Resource[];
  readonly shown: readonly Resource[];
  readonly isShown: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly showClinicians: () => void;
}

/** More are hard to read side by side; the others are a click away. */
const mostAtFirst = 6;

/** Whose time a person looks at: clinicians to begin with, and what she chose since, kept on the server. */
export function useShownResources(): ShownResources {
  const practice = usePractice();
  const [chosen, choose] = usePreference('calendar.clinicians');
  const clinicians = useMemo(
    () =>
      practice?.staff
        .filter(({ isClinician }) => isClinician)
        .map(({ id, name, credentials, colour }) => ({
          id,
          name: credentials ? `${name}, ${credentials}` : name,
          colour,
        })),
    [practice],
  );
  const rooms = useMemo(
    () => practice?.rooms.map(({ id, name }) => ({ id, name, colour: undefined })) ?? [],
    [practice],
  );
  return useMemo(() => {
    const standard = (clinicians ?? []).slice(0, mostAtFirst).map(({ id }) => id);
    const ids: readonly unknown[] = Array.isArray(chosen) ? chosen : standard;
    const isShown = (id: string) => ids.includes(id);
    const all = [...(clinicians ?? []), ...rooms];
    return {
      clinicians,
      rooms,
      shown: all.filter(({ id }) => isShown(id)),
      isShown,
      toggle: (id) => choose(all.map((one) => one.id).filter((one) => isShown(one) !== (one === id))),
      showClinicians: () => choose(standard),
    };
  }, [clinicians, rooms, chosen, choose]);
}
