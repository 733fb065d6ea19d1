import { CircleCheck, CircleDashed } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useGetOne } from 'react-admin';
import type { WorkItemView } from '../../api/work/work.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useMay, useSession } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Icon } from '../design/icon';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { MendForm } from './mend-form';
import { type MissingForVisit, type MissingPart, missingOf } from './missing-parts';
import { useMendable } from './use-mendable';
import './mend.css';

interface MendDialogProps {
  readonly item: WorkItemView;
  /** Nothing can be mended: the item is removed from the list with a reason. */
  readonly onDismiss: () => void;
  readonly onClose: () => void;
}

/**
 * What a visit lacks to be billed, each part with its own form right here. What is there by now is ticked off while one watches;
 * once nothing is missing Kept proposes the charge, the item is done by itself, and the dialog closes.
 */
export function MendDialog({ item, onDismiss, onClose }: MendDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { data: live = item, error } = useGetOne<WorkItemView>('work-items', { id: item.id });
  const [lacked] = useState(() => missingOf(item)?.missing ?? []);
  const [open, setOpen] = useState<MissingPart>();
  const lacks = missingOf(live);
  const healed = live.state === 'done';
  const finish = useEffectEvent(() => {
    toasts.add({ text: say('work.mend.done', { name: item.clientName ?? '' }), tone: 'good' });
    onClose();
  });
  useEffect(() => {
    if (healed) finish();
  }, [healed]);
  if (!lacks) return null;
  const parts = [...lacked, ...lacks.missing.filter((part) => !lacked.includes(part))];
  const onlyShort = lacks.missing.every((part) => part === 'too_short');
  return (
    <>
      <Dialog
        title={say('work.mend.title', { name: item.clientName ?? '' })}
        lead={say('work.mend.lead', { day: formats.calendarDay(lacks.day) })}
        onClose={onClose}
        footer={
          <>
            {lacks.missing.includes('too_short') && <Button onClick={onDismiss}>{say('work.actions.dismiss')}</Button>}
            <Button kind={onlyShort ? 'plain' : 'primary'} onClick={onClose}>
              {say('pieces.close')}
            </Button>
          </>
        }
      >
        <ul className="mend-parts">
          {parts.map((part) => (
            <Part
              key={part}
              part={part}
              missing={lacks.missing.includes(part)}
              item={live}
              of={lacks}
              onMend={() => setOpen(part)}
            />
          ))}
        </ul>
        {lacks.missing.length === 0 && <p className="small muted">{say('work.mend.proposing')}</p>}
        <ProblemNotice problem={error ? problemOf(error) : undefined} />
      </Dialog>
      {open && lacks.missing.includes(open) && (
        <MendForm part={open} item={live} of={lacks} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

interface PartProps {
  readonly part: MissingPart;
  /** Else it is there by now. */
  readonly missing: boolean;
  readonly item: WorkItemView;
  readonly of: MissingForVisit;
  readonly onMend: () => void;
}

function Part({ part, missing, item, of, onMend }: PartProps) {
  const say = useWords();
  const mayMend = useMendable()[part];
  return (
    <li className={missing ? '' : 'mend-there'}>
      <Icon of={missing ? CircleDashed : CircleCheck} />
      <div className="grow">
        <span className="strong">{say(`work.mend.parts.${part}`, { code: of.code ?? '' })}</span>
        <div className="small muted">
          {missing ? !mayMend && say(`work.mend.others.${part}`) : say('work.mend.there')}
        </div>
      </div>
      {missing && mayMend && <Button onClick={onMend}>{say(`work.mend.acts.${part}`)}</Button>}
      {missing && !mayMend && part === 'diagnosis' && <GiveButton item={item} clinicianId={of.clinicianId} />}
    </li>
  );
}

/** A diagnosis is the clinician's: the item is given to whoever held the session. */
function GiveButton({ item, clinicianId }: { readonly item: WorkItemView; readonly clinicianId: string | undefined }) {
  const say = useWords();
  const me = useSession()?.person.membershipId;
  const mayGive = useMay('work.change');
  const clinician = usePractice()?.staff.find(({ id }) => id === clinicianId);
  const { act, busy, problem } = useAct('work-items');
  if (!clinician || !mayGive || clinician.id === me) return null;
  if (item.ownerId === clinician.id)
    return <span className="small muted">{say('work.mend.given', { name: clinician.shortName })}</span>;
  const give = () => {
    act({ id: item.id, verb: 'assign', version: item.version, data: { ownerId: clinician.id } }).catch(() => undefined);
  };
  return (
    <div>
      <Button busy={busy} onClick={give}>
        {say('work.mend.give', { name: clinician.shortName })}
      </Button>
      <ProblemNotice problem={problem} />
    </div>
  );
}
