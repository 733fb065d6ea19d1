import { type Store, memoryStore } from 'react-admin';
import { isPreference } from './store-keys';

/**
 * react-admin's store, in memory alone: its own default writes filters, typed text included, to the browser's storage.
 * Preferences go to the server (`save`) and come from there with the session.
 */
export function createStore(
  saved: Readonly<Record<string, unknown>>,
  save: (key: string, value: unknown) => void,
): Store {
  const memory = memoryStore(Object.fromEntries(Object.entries(saved).filter(([key]) => isPreference(key))));
  return {
    ...memory,
    setItem: (key, value) => {
      memory.setItem(key, value);
      if (isPreference(key)) save(key, value);
    },
  };
}
