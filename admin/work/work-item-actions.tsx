import { Ellipsis, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WorkItemView } from '../../api/work/work.contract';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useMay, useSession } from '../../browser/session/use-session';
import { useSpeech } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { IconButton } from '../design/icon-button';
import { Menu, type MenuGroup } from '../design/menu';
import { useAct } from '../form/use-act';
import { notePath } from '../paths';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { CallLink } from './call-link';
import type { Finishing } from './work-dialog';
import { MissingDialog } from './missing-dialog';
import { actionsOf, messageOf, visitOf } from './work-groups';
import { workPath } from './work-path';
import './work.css';

interface WorkItemActionsProps {
  readonly item: WorkItemView;
  readonly onFinish: (finishing: Finishing) => void;
}

/** The next action for an item right beside it, and behind the dots whatever else can be done about it. */
export function WorkItemActions({ item, onFinish }: WorkItemActionsProps) {
  const say = useWords();
  const [deciding, setDeciding] = useState<'came' | 'missed'>();
  const may = {
    change: useMay('work.change'),
    came: useMay('visits.check_in'),
    missed: useMay('schedule.change'),
    notes: useMay('notes.read'),
  };
  const actions = actionsOf(item);
  const visitId = visitOf(item);
  return (
    <div className="work-actions">
      {actions.includes('call') && <CallLink name={item.clientName ?? ''} phone={item.phone} />}
      {actions.includes('missed') && may.missed && (
        <Button icon={UserX} onClick={() => setDeciding('missed')}>
          {say('work.actions.missed')}
        </Button>
      )}
      {actions.includes('came') && may.came && (
        <Button icon={UserCheck} onClick={() => setDeciding('came')}>
          {say('work.actions.came')}
        </Button>
      )}
      {actions.includes('mend') && (
        <Button onClick={() => onFinish({ item, how: 'mend' })}>{say('work.actions.mend')}</Button>
      )}
      {actions.includes('sign') && visitId !== undefined && may.notes && (
        <ButtonLink to={notePath(visitId)}>{say('work.actions.sign')}</ButtonLink>
      )}
      {actions.includes('open') && <ButtonLink to={workPath(item)}>{say('work.actions.open')}</ButtonLink>}
      {actions.includes('done') && may.change && (
        <Button onClick={() => onFinish({ item, how: 'finish' })}>{say('work.actions.done')}</Button>
      )}
      {may.change && <MoreMenu item={item} onFinish={onFinish} />}
      {deciding && <MissingDialog missing={item} came={deciding === 'came'} onClose={() => setDeciding(undefined)} />}
    </div>
  );
}

function MoreMenu({ item, onFinish }: WorkItemActionsProps) {
  const say = useWords();
  const speech = useSpeech();
  const go = useNavigate();
  const { toasts } = useProgram();
  const me = useSession()?.person.membershipId;
  const staff = usePractice()?.staff ?? [];
  const { act } = useAct('work-items');
  const give = (ownerId: string | null) => {
    act({ id: item.id, verb: 'assign', version: item.version, data: { ownerId } }).catch((error: unknown) =>
      toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' }),
    );
  };
  const message = messageOf(item);
  const messageId = message?.id;
  const yours = item.ownerId === me;
  const groups: readonly MenuGroup[] = [
    {
      id: 'own',
      items: [
        ...(me === undefined
          ? []
          : [
              {
                id: 'take',
                name: say(yours ? 'work.actions.release' : 'work.actions.take'),
                onSelect: () => give(yours ? null : me),
              },
            ]),
        ...(messageId === undefined
          ? []
          : [
              {
                id: 'message',
                name: say('work.actions.message'),
                onSelect: () => void go(`/messages?message=${messageId}`),
              },
            ]),
        { id: 'done', name: say('work.actions.done'), keyHint: 'e', onSelect: () => onFinish({ item, how: 'finish' }) },
        { id: 'dismiss', name: say('work.actions.dismiss'), onSelect: () => onFinish({ item, how: 'dismiss' }) },
      ],
    },
    {
      id: 'give',
      name: say('work.actions.assign'),
      items: staff
        .filter(({ id }) => id !== me)
        .map(({ id, shortName }) => ({
          id,
          name: shortName,
          checked: id === item.ownerId,
          onSelect: () => give(id),
        })),
    },
  ];
  const label =
    item.clientName === null ? say('work.actions.moreWork') : say('work.actions.more', { name: item.clientName });
  return (
    <Menu
      label={label}
      align="end"
      groups={groups}
      renderTrigger={(trigger) => <IconButton icon={Ellipsis} label={label} {...trigger} />}
    />
  );
}
