import { Check, CircleSlash, Search } from 'lucide-react';
import { useId, useState } from 'react';
import type { CandidateView, RemittanceClaimDetail } from '../../api/remittances/claim.contract';
import type { RemittanceClaimRow } from '../../api/remittances/remittance.contract';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useMay } from '../../browser/session/use-session';
import { useSpeech } from '../../browser/speech';
import { useWhole } from '../data/use-whole';
import { Button } from '../design/button';
import { Disclosure } from '../design/disclosure';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import { alsoChanges } from './also-changes';
import { Beside } from './beside';
import { FindClaim } from './find-claim';
import { SegmentsTable } from './segments-table';
import { SetAsideDialog } from './set-aside-dialog';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

interface ExceptionProps {
  readonly row: RemittanceClaimRow;
  /** It is decided, or after all it is not. */
  readonly onSettle: (done: boolean) => void;
}

/** One answer that waits: why, beside which claim, and the two things that can be done about it. */
export function Exception({ row, onSettle }: ExceptionProps) {
  const say = useWords();
  const words = useRemittanceWords();
  const heading = useId();
  const may = useMay('billing.change');
  const { record, problem, again } = useWhole<RemittanceClaimDetail>('remittance-claims', row.id, 'lines');
  const [chosen, setChosen] = useState<CandidateView>();
  const [aside, setAside] = useState(false);
  const [finding, setFinding] = useState(false);
  const candidate = chosen ?? record?.candidate ?? undefined;
  const { post, busy } = usePost(row, onSettle);
  const postIt = () => {
    if (candidate?.effect && may && !busy) post(candidate);
  };
  const setIt = () => {
    if (may && !busy) setAside(true);
  };
  const find = () => {
    if (may) setFinding(true);
  };
  useAction({ id: 'review.post', name: say('remittances.review.postIt'), icon: Check, key: 'p', run: postIt });
  useAction({ id: 'review.aside', name: say('remittances.review.setAside'), icon: CircleSlash, key: 'x', run: setIt });
  useAction({ id: 'review.find', name: say('remittances.review.find'), icon: Search, key: 'f', run: find });
  return (
    <section className="exception stack" aria-labelledby={heading}>
      <h3 id={heading}>{words.review(row.reason)}</h3>
      {!record && problem && (
        <ProblemNotice
          problem={problem}
          actions={
            <Button size="small" onClick={again}>
              {say('pieces.retry')}
            </Button>
          }
        />
      )}
      {!record && !problem && <Skeleton shape="lines" count={8} />}
      {record && (
        <>
          <Beside said={record} candidate={candidate} chosen={chosen !== undefined} />
          {may && (
            <div className="row wrap">
              {candidate && (
                <Button
                  kind="primary"
                  icon={Check}
                  keyHint="P"
                  disabled={!candidate.effect}
                  busy={busy}
                  onClick={postIt}
                >
                  {say('remittances.review.post', { number: candidate.controlNumber })}
                </Button>
              )}
              <Button icon={CircleSlash} keyHint="X" onClick={setIt}>
                {say('remittances.review.setAside')}
              </Button>
              <Button kind="quiet" icon={Search} keyHint="F" onClick={find}>
                {say(candidate ? 'remittances.review.findOther' : 'remittances.review.find')}
              </Button>
            </div>
          )}
          <Disclosure summary={say('remittances.claim.showFile')}>
            <SegmentsTable remittanceClaimId={row.id} />
          </Disclosure>
        </>
      )}
      {finding && (
        <FindClaim
          remittanceClaimId={row.id}
          onFound={(found) => {
            setChosen(found);
            setFinding(false);
          }}
          onClose={() => setFinding(false)}
        />
      )}
      {aside && <SetAsideDialog claim={row} onClose={() => setAside(false)} onSettle={onSettle} />}
    </section>
  );
}

/** Posts to a claim; the answer is out of the list at once, and back in it if that does not work. */
function usePost(row: RemittanceClaimRow, onSettle: (done: boolean) => void) {
  const say = useWords();
  const speech = useSpeech();
  const { toasts } = useProgram();
  const { act, busy } = useAct('remittance-claims', { alsoChanges });
  const post = ({ claimId, controlNumber }: CandidateView) => {
    onSettle(true);
    act({ id: row.id, verb: 'post', version: row.version, data: { claimId } }).then(
      () => toasts.add({ text: say('remittances.review.wasPosted', { number: controlNumber }), tone: 'good' }),
      (error: unknown) => {
        onSettle(false);
        toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' });
      },
    );
  };
  return { post, busy };
}
