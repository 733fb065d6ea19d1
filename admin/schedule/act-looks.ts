import { CalendarClock, CalendarPlus, CalendarX, Check, DoorOpen, Eye, Undo2, UserCheck, UserX } from 'lucide-react';
import type { IconDrawing } from '../design/icon';
import type { PageAct } from './appointment-acts';

interface ActLook {
  readonly icon: IconDrawing;
  /** On the appointment's own page. */
  readonly key?: string;
  readonly rare?: true;
}

/** What each further act looks like, and its key where it has one. */
export const actLooks: Readonly<Record<PageAct, ActLook>> = {
  see: { icon: Eye },
  confirm: { icon: Check },
  missed: { icon: UserX },
  move: { icon: CalendarClock, key: 'm' },
  cancel: { icon: CalendarX, key: 'x' },
  came: { icon: UserCheck },
  left: { icon: DoorOpen, rare: true },
  restore: { icon: Undo2 },
  next: { icon: CalendarPlus, rare: true },
};
