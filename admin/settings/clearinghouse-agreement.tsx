import { useQuery } from '@tanstack/react-query';
import type { getAgreements } from '../../api/practice/agreement.contract';
import { read } from '../../browser/http/ask';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { isAutomatic } from '../data/automatic';
import { Card } from '../design/card';
import { Pill } from '../design/pill';
import { ProblemNotice } from '../design/problem-notice';
import { useProgram } from '../program-context';
import { useWords } from '../words';

/** Whether an agreement with the clearinghouse is on record and holds: without one no claim leaves. */
export function ClearinghouseAgreement() {
  const say = useWords();
  const formats = useFormats();
  const today = useToday();
  const { http } = useProgram();
  const { data, error } = useQuery({
    queryKey: ['agreements'],
    queryFn: ({ signal }) => read<typeof getAgreements>(http, 'agreements', { signal, automatic: isAutomatic() }),
  });
  if (!data) return error ? <ProblemNotice problem={problemOf(error)} /> : null;
  const agreement = data.agreements.find(
    ({ vendor, endedAt, expiresOn }) =>
      vendor === 'clearinghouse' && endedAt === null && (expiresOn === null || expiresOn >= today),
  );
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
      </div>
    </Card>
  );
}
