import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Hand } from 'lucide-react';
import { useState } from 'react';
import type { DepartureView, getDeparture } from '../../api/claims/batch.contract';
import { read } from '../../browser/http/ask';
import { problemOf } from '../../browser/http/problem-words';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { isAutomatic } from '../data/automatic';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { UnreadNotice } from '../form/unread';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { DepartureDialog } from './departure-dialog';
import './claims.css';

/** When ready claims leave by themselves, next and each day; and where one changes that. */
export function DepartureLine() {
  const say = useWords();
  const { http } = useProgram();
  const mayChange = useMay('billing.change');
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['claim-departure'],
    queryFn: ({ signal }) =>
      read<typeof getDeparture>(http, 'claim-batches/departure', { signal, automatic: isAutomatic() }),
  });
  if (!data) return <UnreadNotice problem={error ? problemOf(error) : undefined} onRetry={() => void refetch()} />;
  return (
    <Card padded className="row claim-departure">
      <Icon of={data.minute === null ? Hand : CalendarClock} />
      <span className="grow">
        <Sentence departure={data} />
      </span>
      {mayChange && (
        <Button size="small" onClick={() => setAsking(true)}>
          {say('claims.departure.change')}
        </Button>
      )}
      {asking && <DepartureDialog departure={data} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Sentence({ departure: { next } }: { readonly departure: DepartureView }) {
  const say = useWords();
  const formats = useFormats();
  if (next === null) return say('claims.departure.byHand');
  return say('claims.departure.daily', { time: formats.time(next), when: formats.dayTime(next) });
}
