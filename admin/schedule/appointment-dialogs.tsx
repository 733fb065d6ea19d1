import { CalendarPlus } from 'lucide-react';
import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMay } from '../../browser/session/use-session';
import { usePractice } from '../data/use-practice';
import { useProgram } from '../program-context';
import { useAction } from '../shell/actions';
import { windowKeys } from '../shell/window-keys';
import { useWords } from '../words';
import type { AppointmentDialogProps, AskedDialog } from './asked-dialog';
import { type AppointmentDialogs, AppointmentDialogsContext } from './use-appointment-dialogs';

/** Opens the dialogs about appointments from anywhere: `b` books. */
export function GiveAppointmentDialogs({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<AskedDialog>();
  const [Drawn, load] = useDialogCode();
  const open = useCallback(
    (next: AskedDialog) => {
      load();
      setAsked(next);
    },
    [load],
  );
  const dialogs = useMemo<AppointmentDialogs>(
    () => ({
      book: (wish = {}) => open({ of: 'book', wish }),
      move: (id, wish = {}) => open({ of: 'move', id, wish }),
      cancel: (id) => open({ of: 'cancel', id }),
      restore: (id) => open({ of: 'restore', id }),
    }),
    [open],
  );
  return (
    <AppointmentDialogsContext value={dialogs}>
      {useMay('schedule.change') && <BookAction onBook={dialogs.book} />}
      {children}
      {asked && Drawn && <Drawn asked={asked} onClose={() => setAsked(undefined)} />}
    </AppointmentDialogsContext>
  );
}

/** The key, and what the dialog asks for first, so that it is there at once. */
function BookAction({ onBook }: { readonly onBook: () => void }) {
  const say = useWords();
  usePractice();
  useAction({ id: 'schedule.book', name: say('schedule.book.title'), icon: CalendarPlus, key: 'b', run: onBook });
  return null;
}

type Drawn = ComponentType<AppointmentDialogProps>;

/**
 * The dialogs come after the first load, before anyone asks for one, and are then drawn in the same turn as the key that asks.
 * Who is faster has what she types right after `b` wait for them.
 */
function useDialogCode(): readonly [Drawn | undefined, load: () => void] {
  const say = useWords();
  const { toasts } = useProgram();
  const [code, setCode] = useState<{ readonly Drawn: Drawn }>();
  useEffect(() => {
    fetchCode().then(setCode, () => undefined); // tried again, and said, when one is asked for
  }, []);
  const load = useCallback(() => {
    if (code) return;
    const goOn = windowKeys.hold();
    fetchCode().then(
      (fetched) => {
        flushSync(() => setCode(fetched)); // its first field has the focus
        goOn(true);
      },
      () => {
        goOn(false);
        toasts.add({ text: say('session.unreachable.title'), tone: 'bad' });
      },
    );
  }, [code, say, toasts]);
  return [code?.Drawn, load];
}

const fetchCode = async () => ({ Drawn: (await import('./appointment-dialog.js')).AppointmentDialog });
