import { useCallback } from 'react';
import type { searchDiagnosisCodes } from '../../api/notes/diagnosis.contract';
import { ask } from '../../browser/http/ask';
import type { Choice } from '../design/combobox';
import type { Find } from '../design/use-search';
import { useProgram } from '../program-context';

/** Diagnosis codes by their beginning or by words of their title; what was typed travels in the body. */
export function useFindCodes(): Find<Choice> {
  const { http } = useProgram();
  return useCallback(
    async (text, signal) => {
      const { codes } = await ask<typeof searchDiagnosisCodes>(http, 'diagnosis-codes/find', { text }, { signal });
      return codes.map(({ code, title }) => ({ id: code, name: code, detail: title }));
    },
    [http],
  );
}
