import { useSession } from '../../browser/session/use-session';
import { useNow } from '../../browser/use-now';
import { useWords } from '../words';
import { firstName, partOfDay } from './greeting';

/** Where a client lands. What there is to do, the next appointment and the balance stand below the greeting. */
export function HomePage() {
  const say = useWords();
  const session = useSession();
  const now = useNow();
  if (!session) return null;
  return <h1>{say(`portal.greeting.${partOfDay(now.getHours())}`, { name: firstName(session.person.name) })}</h1>;
}
