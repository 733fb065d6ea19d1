import {
  Ban,
  CircleCheck,
  CircleDollarSign,
  CircleSlash,
  Gavel,
  Inbox,
  type LucideIcon,
  MessageSquareReply,
  Send,
  ShieldAlert,
  Undo2,
} from 'lucide-react';
import type { ClaimRowView } from '../../api/claims/claim.contract';
import { Pill, type Tone } from '../design/pill';
import { useWords } from '../words';
import { type ShownClaimState, shownClaimState } from './claim-look';

const looks: Readonly<Record<ShownClaimState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  ready: { tone: 'info', icon: Inbox },
  blocked: { tone: 'bad', icon: ShieldAlert },
  submitted: { tone: 'live', icon: Send },
  accepted: { tone: 'accent', icon: CircleCheck },
  rejected: { tone: 'bad', icon: Undo2 },
  denied: { tone: 'bad', icon: Gavel },
  paid: { tone: 'good', icon: CircleDollarSign },
  partly: { tone: 'care', icon: CircleDollarSign },
  answered: { tone: 'plain', icon: MessageSquareReply },
  closed: { tone: 'plain', icon: CircleSlash },
  void: { tone: 'plain', icon: Ban },
};

export function ClaimStatePill({ claim }: { readonly claim: Pick<ClaimRowView, 'state' | 'paidCents' | 'openCents'> }) {
  const say = useWords();
  const state = shownClaimState(claim);
  return <Pill {...looks[state]}>{say(`claims.states.${state}`)}</Pill>;
}
