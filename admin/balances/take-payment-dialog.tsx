import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '../../api/http/contract';
import type { takePaymentContract } from '../../api/balances/balance.contract';
import { fieldText } from '../../browser/http/problem-words';
import { useFormats, useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { CheckBox } from '../design/checkbox';
import { ConsequenceList } from '../design/consequence-list';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { MoneyInput } from '../design/money-input';
import { ProblemNotice } from '../design/problem-notice';
import { SegmentedControl } from '../design/segmented-control';
import { TextInput } from '../design/text-input';
import { useDraft } from '../form/use-draft';
import { useSend } from '../form/use-send';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { suggestedCents } from './suggested-cents';
import { useAfterPayment } from './use-after-payment';
import type { Balance } from './use-balance';

type Body = BodyOf<typeof takePaymentContract>;
type Method = Body['method'];
const methods = ['card', 'cash', 'check', 'other'] as const satisfies readonly Method[];

interface Typed {
  readonly cents: number | undefined;
  readonly method: Method;
  readonly reference: string;
  readonly again: boolean;
  readonly misread: boolean;
  /** It was tried to take it: from then on what is missing is told. */
  readonly sent: boolean;
}

interface TakePaymentDialogProps {
  readonly balance: Balance;
  /** The visit at which it is taken. */
  readonly visitId?: string | undefined;
  readonly onClose: () => void;
}

/** A client pays at the desk or by mail: how much, by which means, and what it does to her balance. */
export function TakePaymentDialog({ balance, visitId, onClose }: TakePaymentDialogProps) {
  const say = useWords();
  const speech = useSpeech();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { clientId, clientName: name } = balance;
  const suggested = suggestedCents(balance, visitId);
  const { values, set } = useDraft<Typed>({
    cents: suggested[0]?.cents,
    method: 'card',
    reference: '',
    again: false,
    misread: false,
    sent: false,
  });
  const [chosen, setChosen] = useState(0);
  const choose = (amount: number) => {
    set('cents')(amount);
    set('misread')(false);
    setChosen((times) => times + 1); // what was typed and could not be read goes with the field that held it
  };
  const client = useQueryClient();
  const { send, busy, problem } = useSend({ alsoChanges: ['balances'] });
  const { cents, method, reference } = values;
  const faultOf = (pointer: string) => {
    const fault = problem?.errors.find((one) => one.pointer === pointer);
    return fault && fieldText(speech, fault);
  };
  const noReference = method === 'check' && reference.trim() === '';
  const wrongAmount = values.misread
    ? say('balances.take.misread')
    : cents === undefined
      ? say('fields.required')
      : undefined;
  const submit = async () => {
    set('sent')(true);
    if (busy || cents === undefined || values.misread || noReference) return;
    const body: Body = {
      clientId,
      visitId: visitId ?? null,
      method,
      cents,
      reference: reference.trim() || null,
      again: values.again,
    };
    const taken = await send('POST', 'client-payments', body);
    if (taken === undefined) return;
    client.setQueryData(['balance', clientId], taken);
    toasts.add({ text: say('balances.take.done', { name, amount: formats.money(cents) }), tone: 'good' });
    onClose();
  };
  const twice = problem?.code === 'duplicate';
  return (
    <Dialog
      title={say('balances.take.title', { name })}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {cents === undefined
              ? say('balances.take.confirmNone')
              : say('balances.take.confirm', { amount: formats.money(cents) })}
          </Button>
        </>
      }
    >
      <Field
        label={say('balances.take.amount')}
        error={values.sent || values.misread ? (wrongAmount ?? faultOf('/cents')) : undefined}
        required
      >
        {(control) => (
          <MoneyInput
            {...control}
            key={chosen}
            value={cents}
            onChange={set('cents')}
            onMisread={(text) => set('misread')(text !== undefined)}
          />
        )}
      </Field>
      {suggested.length > 0 && (
        <div className="row wrap">
          {suggested.map((one) => (
            <Button key={one.of} size="small" onClick={() => choose(one.cents)}>
              {say(`balances.take.${one.of}`, { amount: formats.money(one.cents) })}
            </Button>
          ))}
        </div>
      )}
      <SegmentedControl<Method>
        label={say('balances.take.method')}
        segments={methods.map((value) => ({ value, name: say(`balances.methods.${value}`) }))}
        value={method}
        onChange={set('method')}
      />
      <Field
        label={say('balances.take.reference')}
        hint={say(`balances.take.referenceHints.${method}`)}
        error={values.sent && noReference ? say('fields.required') : faultOf('/reference')}
        required={method === 'check'}
      >
        {(control) => <TextInput {...control} autoComplete="off" value={reference} onChange={set('reference')} />}
      </Field>
      {twice && <CheckBox label={say('balances.take.again')} checked={values.again} onChange={set('again')} />}
      <After balance={balance} cents={cents ?? 0} atVisit={visitId !== undefined} />
      <ProblemNotice problem={problem && problem.errors.length > 0 ? undefined : problem} />
    </Dialog>
  );
}

interface AfterProps {
  readonly balance: Balance;
  readonly cents: number;
  readonly atVisit: boolean;
}

/** Consequences before consent. */
function After({ balance, cents, atVisit }: AfterProps) {
  const say = useWords();
  const after = useAfterPayment(balance, cents);
  return (
    <ConsequenceList
      consequences={[
        { id: 'after', what: after },
        ...(atVisit ? [{ id: 'visit', what: say('balances.take.forVisit') }] : []),
      ]}
    />
  );
}
