import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FileView } from '../../api/files/file.contract';
import { useMay } from '../../browser/session/use-session';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import { DismissFileDialog } from './dismiss-file-dialog';
import { RetryFileDialog } from './retry-file-dialog';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

/** Why a file is set aside and what a person may do with it; nothing where it is not. */
export function FileAside({ file }: { readonly file: FileView }) {
  const say = useWords();
  const words = useRemittanceWords();
  const mayChange = useMay('billing.change');
  const [asking, setAsking] = useState<'retry' | 'dismiss'>();
  const close = () => setAsking(undefined);
  return (
    <>
      {file.state === 'quarantined' && (
        <Card as="section" padded edge="care" className="remittance-next">
          <Icon of={CircleAlert} />
          <div className="grow stack">
            <h2>{words.reason(file.reason ?? 'other')}</h2>
            {mayChange && (
              <div className="row wrap">
                <Button size="small" onClick={() => setAsking('retry')}>
                  {say('remittances.file.retry.action')}
                </Button>
                <Button size="small" onClick={() => setAsking('dismiss')}>
                  {say('remittances.file.dismiss.action')}
                </Button>
              </div>
            )}
          </div>
        </Card>
      )}
      {/* beside the card: what the server refuses is read in it also where the file was taken up meanwhile */}
      {asking === 'retry' && <RetryFileDialog file={file} onClose={close} />}
      {asking === 'dismiss' && <DismissFileDialog file={file} onClose={close} />}
    </>
  );
}
