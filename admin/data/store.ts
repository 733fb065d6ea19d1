import { type Store, memoryStore } from 'react-admin';

/**
 * react-admin's store, in memory alone: its own default writes filters, typed text included, to the browser's storage. What a
 * person arranged and should last is a preference (`usePreference`), kept on the server.
 */
export const createStore = (): Store => memoryStore();
