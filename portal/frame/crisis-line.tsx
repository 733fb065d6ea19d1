import { holes, weave } from '../../browser/weave';
import { useWords } from '../words';

const call = (number: string) => <a href={`tel:${number}`}>{number}</a>;

/** On every page of the portal, signed in or not. 988 is the Suicide and Crisis Lifeline, 911 emergency services (US). */
export function CrisisLine() {
  const say = useWords();
  return (
    <footer className="portal-foot">
      {weave(say('portal.crisis', holes('line', 'emergency')), { line: call('988'), emergency: call('911') })}
    </footer>
  );
}
