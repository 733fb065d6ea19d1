import { Link2Off } from 'lucide-react';
import { ButtonLink } from '../../admin/design/button-link';
import { Card } from '../../admin/design/card';
import { EmptyState } from '../../admin/design/empty-state';
import type { Problem } from '../../browser/http/problem';
import { holes, weave } from '../../browser/weave';
import { PhoneLink } from '../appointment/phone-link';
import { useWords } from '../words';

/** Why a link shows nothing. */
export type DeadLink = 'expired' | 'broken' | 'again';

/** A link that shows nothing says why, and what to do instead. */
export function DeadLinkPage({ why, problem }: { readonly why: DeadLink; readonly problem?: Problem }) {
  const say = useWords();
  const { practiceName, phone } = problem?.params ?? {};
  const knows = why === 'expired' && typeof practiceName === 'string' && typeof phone === 'string';
  return (
    <Card>
      <EmptyState
        icon={Link2Off}
        level="h1"
        title={say(`portal.link.${why}Title`)}
        action={<ButtonLink to="/">{say('portal.link.signIn')}</ButtonLink>}
      >
        {knows
          ? weave(say('portal.link.expiredCall', { practice: practiceName, ...holes('phone') }), {
              phone: <PhoneLink number={phone} />,
            })
          : say(`portal.link.${why}Text`)}
      </EmptyState>
    </Card>
  );
}
