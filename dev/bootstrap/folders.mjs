import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the embedded stack keeps its state: `.kept` in the clone, or what `KEPT_STATE_FOLDER` names. */
export const stateFolder = process.env.KEPT_STATE_FOLDER
  ? path.resolve(process.env.KEPT_STATE_FOLDER)
  : path.join(root, '.kept');

/** What is brought once per user and shared by all clones: Node, Temporal. */
export const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'kept');
