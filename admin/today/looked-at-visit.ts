import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { Looked } from '../since/since-looked';

/** What somebody may have changed of an appointment: itself, and its visit. What happens next changes by itself. */
export const lookedAtVisit = ({ id, version, visit }: AppointmentView): Looked => ({
  id,
  parts: { [id]: version, ...(visit && { [visit.id]: visit.version }) },
});
