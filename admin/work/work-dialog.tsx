import { Suspense } from 'react';
import type { WorkItemView } from '../../api/work/work.contract';
import { lazyPart } from '../lazy-page';
import { FinishDialog } from './finish-dialog';

/** What someone is about to do with an item: it is done, it will not be, or what it lacks is mended here. */
export interface Finishing {
  readonly item: WorkItemView;
  readonly how: 'finish' | 'dismiss' | 'mend';
}

const MendDialog = lazyPart(async () => (await import('../mend/mend-dialog.js')).MendDialog);

interface WorkDialogProps {
  readonly finishing: Finishing;
  readonly onChange: (finishing: Finishing | undefined) => void;
}

export function WorkDialog({ finishing: { item, how }, onChange }: WorkDialogProps) {
  const close = () => onChange(undefined);
  if (how !== 'mend') return <FinishDialog item={item} how={how} onClose={close} />;
  return (
    <Suspense>
      <MendDialog item={item} onDismiss={() => onChange({ item, how: 'dismiss' })} onClose={close} />
    </Suspense>
  );
}
