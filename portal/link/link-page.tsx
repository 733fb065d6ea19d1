import { CalendarX2, Clock, Info } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { LinkPageView } from '../../api/portal/portal.contract';
import { Icon } from '../../admin/design/icon';
import { Skeleton } from '../../admin/design/skeleton';
import { useNow } from '../../browser/use-now';
import { holes, weave } from '../../browser/weave';
import type { Language } from '../../messages/words';
import { AppointmentCard } from '../appointment/appointment-card';
import { FreshNotice } from '../appointment/fresh-notice';
import { LaterList } from '../appointment/later-list';
import { PhoneLink } from '../appointment/phone-link';
import { FailedNotice } from '../failed-notice';
import { useWords } from '../words';
import { DeadLinkPage } from './dead-link';
import { type LinkStory, othersOf, storyOf } from './linked-story';
import { type Linked, useLinked } from './use-linked';

interface LinkPageProps {
  readonly token: string;
  /** The language that the client reads, as the practice knows it. */
  readonly onLanguage: (language: Language) => void;
}

/** What is behind the link of a message, for whoever holds it: no sign-in, no name, and what is true now. */
export function LinkPage({ token, onLanguage }: LinkPageProps) {
  const linked = useLinked(token);
  const { reading } = linked;
  const language = languageOf(linked);
  useEffect(() => {
    if (language) onLanguage(language);
  }, [language, onLanguage]);
  if (reading.kind === 'reading') return <Skeleton shape="cards" count={2} />;
  if (reading.kind === 'here') return <Opened linked={linked} page={reading.value} />;
  if (reading.problem.status === 410) return <DeadLinkPage why="expired" problem={reading.problem} />;
  if (reading.problem.status === 404 || reading.problem.status === 422) return <DeadLinkPage why="broken" />;
  return <FailedNotice problem={reading.problem} onRetry={linked.again} />;
}

function languageOf({ reading }: Linked): Language | undefined {
  if (reading.kind === 'here') return reading.value.language;
  const told = reading.kind === 'failed' ? reading.problem.params['language'] : undefined;
  return told === 'es' || told === 'en' ? told : undefined;
}

function Opened({ linked, page }: { readonly linked: Linked; readonly page: LinkPageView }) {
  const say = useWords();
  const now = useNow().getTime();
  const story = storyOf(page, now);
  const others = othersOf(page, now);
  return (
    <>
      <div className="portal-greeting">
        <h1>{say(titles[story.kind])}</h1>
        <p className="soft">{say('portal.link.practice', { practice: page.practiceName })}</p>
      </div>
      <StoryNote story={story} phone={page.phone} />
      {linked.refused && (linked.refused.fresh ? <FreshNotice /> : <FailedNotice problem={linked.refused.problem} />)}
      {story.kind !== 'none' && (
        <AppointmentCard
          appointment={story.appointment}
          practice={page}
          now={now}
          thanked={linked.thanked === story.appointment.id}
          busy={linked.busy === story.appointment.id}
          onConfirm={() => void linked.confirm(story.appointment.id)}
        />
      )}
      <LaterList
        title={say('portal.others')}
        appointments={others}
        practice={page}
        now={now}
        busy={linked.busy}
        onConfirm={(id) => void linked.confirm(id)}
      />
    </>
  );
}

const titles = {
  ahead: 'portal.link.title',
  none: 'portal.link.title',
  cancelled: 'portal.link.cancelledTitle',
  over: 'portal.link.overTitle',
} as const;

/** In words, what has become of the appointment since the message. */
function StoryNote({ story, phone }: { readonly story: LinkStory; readonly phone: string | null }) {
  const say = useWords();
  const call = { phone: phone !== null && <PhoneLink number={phone} /> };
  if (story.kind === 'cancelled') {
    const text =
      phone === null ? say('portal.link.cancelledNoPhone') : say('portal.link.cancelledText', holes('phone'));
    return <Note icon={CalendarX2}>{weave(text, call)}</Note>;
  }
  if (story.kind === 'over' && phone !== null)
    return <Note icon={Clock}>{weave(say('portal.link.overText', holes('phone')), call)}</Note>;
  if (story.kind === 'ahead' && story.changed)
    return (
      <Note icon={Info}>
        <strong>{say('portal.link.changedTitle')}</strong>
        <br />
        {say('portal.link.changedText')}
      </Note>
    );
  return null;
}

const Note = ({ icon, children }: { readonly icon: typeof Info; readonly children: ReactNode }) => (
  <div className="portal-note">
    <Icon of={icon} />
    <div>{children}</div>
  </div>
);
