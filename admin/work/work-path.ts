import type { WorkItemView } from '../../api/work/work.contract';
import { answerPath, appointmentPath, batchPath, claimPath, clientPath, filePath, remittancePath } from '../paths';

type Item = Pick<WorkItemView, 'cause' | 'entity' | 'refId' | 'appointment' | 'clientId'>;

/** The page on which it is seen or mended; undefined where the list itself is the place. */
export function mendPath({ entity, refId }: Pick<Item, 'entity' | 'refId'>): string | undefined {
  switch (entity) {
    case 'claim':
      return claimPath(refId);
    case 'claim_batch':
      return batchPath(refId);
    case 'remittance':
      return remittancePath(refId);
    case 'remittance_claim':
      return answerPath(refId);
    case 'edi_file':
      return filePath(refId);
    default:
      return undefined;
  }
}

/** Where one looks at it: where it is mended, the appointment, the client, or the system itself. */
export function workPath(item: Item): string {
  const mended = mendPath(item);
  if (mended !== undefined) return mended;
  if (item.appointment) return appointmentPath(item.appointment.id);
  return item.clientId === null ? '/system' : clientPath(item.clientId);
}
