import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { BatchView } from '../../api/claims/batch.contract';
import { useMay } from '../../browser/session/use-session';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import { BatchActDialog } from './batch-act-dialog';
import { type BatchAct, batchActsOf } from './batch-look';
import { useBatchWords } from './use-batch-words';
import './claims.css';

/** Why a batch has not gone, when Kept goes on by itself, and what a person may do; nothing where nothing is in its way. */
export function BatchTrouble({ batch }: { readonly batch: BatchView }) {
  const say = useWords();
  const words = useBatchWords();
  const mayChange = useMay('billing.change');
  const [asking, setAsking] = useState<BatchAct>();
  const text = words.hindrance(batch);
  const acts = mayChange ? batchActsOf(batch) : [];
  return (
    <>
      {text !== undefined && (
        <Card as="section" padded edge={batch.state === 'returned' ? 'bad' : 'care'} className="claim-trouble">
          <h2>
            <Icon of={CircleAlert} />
            <span>{text}</span>
          </h2>
          {batch.reason !== null && (
            <p className="soft">{say('claims.batches.waits.code', { code: batch.reason, count: batch.tries })}</p>
          )}
          {acts.length > 0 && (
            <div className="row wrap">
              {acts.map((act) => (
                <Button key={act} size="small" onClick={() => setAsking(act)}>
                  {say(`claims.batches.acts.${act}.name`)}
                </Button>
              ))}
            </div>
          )}
        </Card>
      )}
      {/* beside the card: what the server refuses is read in it also where the trouble went meanwhile */}
      {asking && <BatchActDialog batch={batch} act={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}
