import { CircleAlert } from 'lucide-react';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { rememberText } from '../../browser/typed-text';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { Pill } from '../design/pill';
import { useWords } from '../words';
import { type ClaimAct, actsOf, lacksAuthorization } from './claim-acts';
import { useAuthorizationWords } from './use-authorization-words';
import { useCauseWords } from './use-cause-words';
import './claims.css';

interface ClaimTroubleProps {
  readonly claim: ClaimDetailView;
  readonly onAct: (act: ClaimAct) => void;
}

/** Why the claim waits for a person, in words, and what can be done about it; nothing where it does not wait. */
export function ClaimTrouble({ claim, onAct }: ClaimTroubleProps) {
  const words = useCauseWords();
  const mayChange = useMay('billing.change');
  const { trouble, payerName } = claim;
  if (!trouble) return null;
  const [first, ...others] = trouble.causes;
  return (
    <Card as="section" padded edge="bad" className="claim-trouble">
      <h2>
        <Icon of={CircleAlert} />
        <span>
          {words.why(trouble, first, payerName)} {first !== undefined && <Pill>{first}</Pill>}
        </span>
      </h2>
      {others.map((cause) => (
        <p key={cause} className="soft">
          {words.why(trouble, cause, payerName)} <Pill>{cause}</Pill>
        </p>
      ))}
      <Remarks remarks={trouble.remarks} />
      <AboutAuthorization claim={claim} />
      <div className="row wrap">
        {mayChange && <Acts claim={claim} onAct={onAct} />}
        <Same claim={claim} />
      </div>
    </Card>
  );
}

/** What the payer adds, as far as we have words for it; the codes behind it. */
function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  const say = useWords();
  const words = useCauseWords();
  if (remarks.length === 0) return null;
  const told = remarks.map((code) => words.remark(code) ?? code);
  return (
    <p className="soft">
      {say('claims.page.remarks', { remarks: told.join('; ') })}{' '}
      {remarks.map((code) => (
        <Pill key={code}>{code}</Pill>
      ))}
    </p>
  );
}

/** Which authorization the claim bears, and which one would do. */
function AboutAuthorization({ claim }: { readonly claim: ClaimDetailView }) {
  const words = useAuthorizationWords();
  if (!lacksAuthorization(claim)) return null;
  return <p className="soft">{words(claim)}</p>;
}

function Acts({ claim, onAct }: ClaimTroubleProps) {
  const say = useWords();
  const { fitting } = claim.authorization;
  return actsOf(claim).map((act, index) => (
    <Button key={act} {...(index === 0 && { kind: 'primary' as const })} onClick={() => onAct(act)}>
      {act === 'correct' && fitting
        ? say('claims.acts.correct.withNumber', { number: fitting.number })
        : say(`claims.acts.${act}.name`)}
    </Button>
  ));
}

/** How many claims wait for the same, with a way to all of them. */
function Same({ claim }: { readonly claim: ClaimDetailView }) {
  const say = useWords();
  const formats = useFormats();
  const same = claim.trouble?.same;
  if (!same || same.claims < 2) return null;
  const at = new URLSearchParams({ show: 'trouble', payer: claim.payerId, cause: same.cause });
  return (
    // what was searched for before would hide most of them
    <Link className="claim-same" to={`/claims?${at.toString()}`} onClick={() => rememberText('claims', '')}>
      {say('claims.page.same', { count: same.claims, money: formats.money(same.openCents) })}
    </Link>
  );
}
