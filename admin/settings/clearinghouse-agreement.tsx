import { useFormats } from '../../browser/speech';
import { ButtonLink } from '../design/button-link';
import { Card } from '../design/card';
import { Pill } from '../design/pill';
import { UnreadNotice } from '../form/unread';
import { useWords } from '../words';
import { useAgreements } from './use-agreements';

/** Whether an agreement with the clearinghouse is on record and holds: without one no claim leaves. */
export function ClearinghouseAgreement() {
  const say = useWords();
  const formats = useFormats();
  const { agreements, problem, again } = useAgreements();
  if (!agreements) return problem ? <UnreadNotice problem={problem} onRetry={again} /> : null;
  const agreement = agreements.find(({ vendor, standing }) => vendor === 'clearinghouse' && standing === 'in_force');
  return (
    <Card padded>
      <div className="row wrap">
        <strong>{say('settings.agreement.title')}</strong>
        <span className="grow soft num">
          {agreement
            ? say('settings.agreement.signed', { day: formats.calendarDate(agreement.signedOn) })
            : say('settings.agreement.none')}
        </span>
        <Pill tone={agreement ? 'good' : 'bad'}>
          {say(agreement ? 'settings.standings.now' : 'settings.agreement.missing')}
        </Pill>
        <ButtonLink size="small" to="/settings?show=agreements">
          {say('settings.parts.agreements')}
        </ButtonLink>
      </div>
    </Card>
  );
}
