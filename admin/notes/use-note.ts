import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoteView, getNote } from '../../api/notes/note.contract';
import { read } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

interface VisitNote {
  readonly note: NoteView | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

export const notePathOf = (visitId: string, ...more: readonly string[]): string =>
  pathOf('visits', visitId, 'note', ...more);

/** The note of a visit; a live hint asks for it again. */
export function useNote(visitId: string): VisitNote {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['note', visitId],
    queryFn: ({ signal }) => read<typeof getNote>(http, notePathOf(visitId), { signal, automatic: isAutomatic() }),
  });
  return { note: data, problem: error ? problemOf(error) : undefined, again: () => void refetch() };
}

/** Puts a note that the server answered where it is shown; the appointment shows how far it is. */
export function useShowNote(): (note: NoteView) => void {
  const queries = useQueryClient();
  return (note) => {
    queries.setQueryData(['note', note.visitId], note);
    for (const shown of ['appointments', 'calendar', 'unsigned-notes'])
      void queries.invalidateQueries({ queryKey: [shown] });
  };
}
