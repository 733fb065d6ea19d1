import { clientLife } from './clients/client-state';
import type { Life } from './life';
import { messageLife } from './messages/message-state';
import { appointmentLife } from './schedule/appointment-state';
import { visitLife } from './visits/visit-state';
import { workItemLife } from './work/work-item-state';

/** Every state machine of Kept. */
export const lives: readonly Life[] = [appointmentLife, visitLife, messageLife, workItemLife, clientLife];
