import { useEffect, useState, useSyncExternalStore } from 'react';
import type { NoteView } from '../../api/notes/note.contract';
import { conflicts } from '../../browser/http/conflict';
import type { SaveConflict } from '../form/use-save';
import { useProgram } from '../program-context';
import { createDraftSaver, type DraftSaver, type Saving } from './draft-saver';
import { isSession } from './session-times';
import { notePathOf, useShowNote } from './use-note';

export interface NoteValues {
  readonly subjective: string;
  readonly objective: string;
  readonly assessment: string;
  readonly plan: string;
  readonly began: string | null;
  readonly ended: string | null;
}

export interface NoteDraft {
  readonly values: NoteValues;
  readonly change: (values: Partial<NoteValues>) => void;
  readonly saving: Saving<NoteView>;
  /** When the server last took it. */
  readonly savedAt: number | null;
  readonly conflict: SaveConflict | undefined;
  readonly flush: () => Promise<boolean>;
  /** The version that the server has, once everything is there. */
  readonly version: () => number;
}

export const valuesOf = (note: NoteView): NoteValues => ({
  subjective: note.subjective,
  objective: note.objective,
  assessment: note.assessment,
  plan: note.plan,
  began: note.began,
  ended: note.ended,
});

/** What goes to the server: a pair of times that is no session waits until it is mended, the text does not. */
const sendable = (values: NoteValues, last: NoteView): NoteValues =>
  isSession(values) ? values : { ...values, began: last.began, ended: last.ended };

/**
 * A note while someone types it: saved on the server after every pause, kept in memory until it is there, and in nobody's
 * browser storage. What someone else saved meanwhile is shown beside it.
 */
export function useNoteDraft(note: NoteView): NoteDraft {
  const { http } = useProgram();
  const show = useShowNote();
  const [values, setValues] = useState(() => valuesOf(note));
  const [last, setLast] = useState(note);
  const [saver] = useState((): DraftSaver<NoteValues, NoteView> & { readonly last: () => NoteView } => {
    let latest = note;
    const made = createDraftSaver<NoteValues, NoteView>({
      version: note.version,
      send: async (typed, version) => {
        const answer = await http.write('PUT', notePathOf(note.visitId), sendable(typed, latest), { version });
        return answer.body as NoteView;
      },
      onSaved: (saved) => {
        latest = saved;
        setLast(saved);
        show(saved);
      },
    });
    return { ...made, last: () => latest };
  });
  const saving = useSyncExternalStore(saver.subscribe, saver.state);
  useLeaving(saver);

  const take = (current: NoteView, next: NoteValues) => {
    setLast(current);
    setValues(next);
  };
  return {
    values,
    saving,
    savedAt: last.savedAt,
    flush: saver.flush,
    version: () => saver.last().version,
    change: (changed) => {
      const next = { ...values, ...changed };
      setValues(next);
      saver.typed(next);
    },
    conflict:
      saving.kind === 'conflict'
        ? {
            fields: conflicts<NoteValues>(valuesOf(last), values, valuesOf(saving.current)),
            saveMine: async () => {
              const base = valuesOf(last);
              const mine = Object.entries(values).filter(([field, value]) => value !== base[field as keyof NoteValues]);
              const next = { ...valuesOf(saving.current), ...Object.fromEntries(mine) };
              take(saving.current, next);
              await saver.onTopOf(saving.current.version, next);
            },
            takeTheirs: () => {
              take(saving.current, valuesOf(saving.current));
              saver.giveUp(saving.current.version);
            },
          }
        : undefined,
  };
}

/** What is not with the server yet goes there when the window is left; the browser asks before it is closed over it. */
function useLeaving(saver: Pick<DraftSaver<NoteValues, NoteView>, 'flush' | 'state'>): void {
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') void saver.flush();
    };
    const close = (event: BeforeUnloadEvent) => {
      if (saver.state().kind === 'saved') return;
      void saver.flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('beforeunload', close);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('beforeunload', close);
      void saver.flush();
    };
  }, [saver]);
}
