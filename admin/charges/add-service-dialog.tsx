import { useEffect, useRef, useState } from 'react';
import type { ChargeView } from '../../api/charges/charge.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { Select } from '../design/select';
import { Skeleton } from '../design/skeleton';
import { TextInput } from '../design/text-input';
import { UnreadNotice } from '../form/unread';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { readModifiers } from './charge-look';
import { useChargeCodes } from './use-charge-codes';

interface AddServiceDialogProps {
  readonly charge: ChargeView;
  readonly onClose: () => void;
}

/** Bills another service of the same visit, such as an add-on code. */
export function AddServiceDialog({ charge, onClose }: AddServiceDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { codes, unread, again } = useChargeCodes(charge.id);
  const [code, setCode] = useState<string>();
  const [modifiers, setModifiers] = useState('');
  const [sent, setSent] = useState(false);
  const { act, busy, problem } = useAct('charges', { alsoChanges: ['charges', 'counts', 'timeline'] });
  const read = readModifiers(modifiers);
  const choice = useRef<HTMLSelectElement>(null);
  const known = codes !== undefined;
  useEffect(() => {
    if (known) choice.current?.focus();
  }, [known]);
  const add = async () => {
    setSent(true);
    if (busy || code === undefined || !read) return;
    try {
      await act({ id: charge.id, verb: 'add-on', version: charge.version, data: { code, modifiers: read } });
      toasts.add({ text: say('charges.add.done', { code }), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog, and what was typed stays
    }
  };
  const title = say('charges.add.title', { name: charge.clientName });
  const lead = formats.calendarDay(charge.serviceDay);
  // no field and no button until there is something to choose: what is typed early would go nowhere, or press it
  if (!codes)
    return (
      <Dialog title={title} lead={lead} onClose={onClose}>
        {unread ? <UnreadNotice problem={unread} onRetry={again} /> : <Skeleton shape="lines" />}
      </Dialog>
    );
  return (
    <Dialog
      title={title}
      lead={lead}
      onClose={onClose}
      onSubmit={() => void add()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {say('charges.add.action')}
          </Button>
        </>
      }
    >
      {codes.length === 0 && <p className="muted">{say('charges.add.none')}</p>}
      <Field
        label={say('charges.fields.code')}
        error={sent && code === undefined ? say('fields.required') : undefined}
        required
      >
        {(control) => (
          <Select
            {...control}
            ref={choice}
            data-first
            none={say('charges.fields.choose')}
            options={codes}
            value={code}
            onChange={setCode}
          />
        )}
      </Field>
      <Field
        label={say('charges.fields.modifiers')}
        hint={say('charges.fields.modifiersHint')}
        error={read ? undefined : say('charges.fields.modifiersWrong')}
        optional
      >
        {(control) => <TextInput {...control} autoComplete="off" value={modifiers} onChange={setModifiers} />}
      </Field>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
