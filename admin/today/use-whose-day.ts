import { useSession } from '../../browser/session/use-session';
import { usePractice } from '../data/use-practice';
import { usePreference } from '../data/use-preference';

export type Whose = 'mine' | 'everyone';

interface WhoseDay {
  /** Undefined for someone who has no clients of her own: there is nothing to choose. */
  readonly whose: Whose | undefined;
  readonly choose: (whose: Whose) => void;
  /** Whose appointments alone are shown. */
  readonly only: string | undefined;
}

/** A clinician begins with her own day and may look at everyone's; her choice is kept. */
export function useWhoseDay(): WhoseDay {
  const me = useSession()?.person.membershipId;
  const isClinician = usePractice()?.staff.some(({ id, isClinician }) => id === me && isClinician) ?? false;
  const [chosen, choose] = usePreference('today.view');
  const whose = !isClinician ? undefined : chosen === 'everyone' ? 'everyone' : 'mine';
  return { whose, choose, only: whose === 'mine' ? me : undefined };
}
