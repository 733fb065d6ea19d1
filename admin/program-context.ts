import { createContext, use } from 'react';
import type { Program } from './program';

export const ProgramContext = createContext<Program | undefined>(undefined);

/** The console's parts, for what react-admin has no hook for: questions to the API that are no list, toasts. */
export function useProgram(): Program {
  const program = use(ProgramContext);
  if (!program) throw new Error('the console gives its parts');
  return program;
}
