import { useGetList } from 'react-admin';
import type { ClientView } from '../../api/clients/client.contract';
import type { TimelineEventView } from '../../api/timeline/timeline.contract';
import { useSession } from '../../browser/session/use-session';
import { type SinceEvent, lookedAtEvent } from '../since/record-since-line';
import type { Looked } from '../since/since-looked';
import { type Since, useSince } from '../since/use-since';
import { firstEvents } from '../timeline/timeline-card';
import { useEventWords } from '../timeline/use-event-words';

interface RecordSince {
  readonly since: Since;
  readonly events: readonly SinceEvent[];
}

const none: readonly SinceEvent[] = [];

/** What others changed of a client while one looked: parts of the record, and what its timeline says of them. */
export function useClientSince(client: ClientView): RecordSince {
  const me = useSession()?.person.membershipId;
  const words = useEventWords();
  const { data } = useGetList<TimelineEventView>('timeline', firstEvents({ clientId: client.id }));
  const events = data?.map((event) => ({ id: event.id, own: event.actorId === me, ...words(event) }));
  const since = useSince(client.id, events && [...partsOf(client), ...events.map(lookedAtEvent)]);
  return { since, events: events ?? none };
}

function partsOf({ id, version, contacts, consents, careTeam, ...client }: ClientView): readonly Looked[] {
  const { name, legalName, pronouns, birthDate, state, zone, language } = client;
  const facts = { name, legalName, pronouns, birthDate, state, zone, language };
  return Object.entries({ facts, contacts, consents, careTeam }).map(([part, value]) => ({
    id: part,
    parts: { [part]: JSON.stringify(value) },
    record: [id, version] as const,
  }));
}
