import { createContext, use } from 'react';
import type { Find } from '../design/use-search';
import type { AreaCounts } from './nav';
import type { PaletteEntry } from './palette';
import type { NewsItem } from './top-bar';

/** What the shell shows of the practice, each from the area that knows it. What nobody gives yet is not shown. */
export interface ShellSources {
  readonly counts?: AreaCounts;
  readonly news?: readonly NewsItem[];
  /** Clients by name, phone or birth date, for the palette. It must keep its identity from one drawing to the next. */
  readonly findClients?: Find<PaletteEntry>;
  /** Claims by the beginning of their number; of the same kind. */
  readonly findClaims?: Find<PaletteEntry>;
}

export const ShellSourcesContext = createContext<ShellSources>({});
export const useShellSources = (): ShellSources => use(ShellSourcesContext);
