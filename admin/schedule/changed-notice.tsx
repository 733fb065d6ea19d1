import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { ErrorNotice } from '../design/error-notice';
import { useWords } from '../words';

interface ChangedNoticeProps {
  /** As it is since someone else changed it. */
  readonly current: AppointmentDetail;
}

/** Someone was first: how the appointment stands now. What was typed stays, and the next press acts on this version. */
export function ChangedNotice({ current }: ChangedNoticeProps) {
  const say = useWords();
  const formats = useFormats();
  const when = formats.dayTime(current.startsAt);
  return (
    <ErrorNotice
      title={say('schedule.changed.title')}
      remedy={say('schedule.changed.text', { when, clinician: current.clinicianName })}
    />
  );
}
