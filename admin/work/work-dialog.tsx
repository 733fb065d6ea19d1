import type { WorkItemView } from '../../api/work/work.contract';
import { MendDialog } from '../mend/mend-dialog';
import { FinishDialog } from './finish-dialog';

/** What someone is about to do with an item: it is done, it will not be, or what it lacks is mended here. */
export interface Finishing {
  readonly item: WorkItemView;
  readonly how: 'finish' | 'dismiss' | 'mend';
}

interface WorkDialogProps {
  readonly finishing: Finishing;
  readonly onChange: (finishing: Finishing | undefined) => void;
}

export function WorkDialog({ finishing: { item, how }, onChange }: WorkDialogProps) {
  const close = () => onChange(undefined);
  if (how !== 'mend') return <FinishDialog item={item} how={how} onClose={close} />;
  return <MendDialog item={item} onDismiss={() => onChange({ item, how: 'dismiss' })} onClose={close} />;
}
