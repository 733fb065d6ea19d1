import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { useToday } from '../../browser/use-today';
import { usePayers } from '../data/use-payers';
import { Button } from '../design/button';
import { DraftDate, DraftMoney, DraftSelect, DraftText, type TextDraft } from '../form/draft-fields';
import { UnreadNotice } from '../form/unread';
import { useWords } from '../words';
import { AddressFields, useSexOptions } from './address-fields';
import { type CoverageField, isSelf, relationships } from './coverage-form';
import '../form/form-grid.css';

interface CoverageFieldsProps {
  readonly draft: TextDraft<CoverageField>;
  /** One that may have ended, so that it is not in the list any more. */
  readonly payer?: { readonly id: string; readonly name: string };
  /** The order is that of the one whose place it takes. */
  readonly rankFixed?: boolean;
  readonly onAddPayer: () => void;
}

/** What the card says: for an insurance that is added, changed, or put in the place of one. */
export function CoverageFields({ draft, payer, rankFixed = false, onAddPayer }: CoverageFieldsProps) {
  const say = useWords();
  const { payers = [], problem, again } = usePayers();
  const mayAddPayer = useMay('billing.change');
  const known = payer === undefined || payers.some(({ id }) => id === payer.id) ? payers : [payer, ...payers];
  const text = (field: 'memberId' | 'groupNumber' | 'planName', required = false) => (
    <DraftText
      draft={draft}
      field={field}
      label={say(`insurance.fields.${field}`)}
      {...{ required, optional: !required }}
    />
  );
  return (
    <div className="stack">
      <div className="form-grid">
        <div>
          <DraftSelect
            draft={draft}
            field="payerId"
            first
            required
            label={say('insurance.fields.payerId')}
            none={say('insurance.fields.choosePayer')}
            options={known.map(({ id, name }) => ({ value: id, name }))}
          />
          {mayAddPayer && (
            <Button kind="quiet" size="small" icon={Plus} onClick={onAddPayer}>
              {say('insurance.fields.addPayer')}
            </Button>
          )}
          <UnreadNotice problem={problem} onRetry={again} />
        </div>
        {!rankFixed && (
          <DraftSelect
            draft={draft}
            field="rank"
            required
            label={say('insurance.fields.rank')}
            options={(['1', '2', '3'] as const).map((value) => ({ value, name: say(`insurance.ranks.${value}`) }))}
          />
        )}
        {text('memberId', true)}
        {text('groupNumber')}
        {text('planName')}
        <DraftMoney
          draft={draft}
          field="copayCents"
          optional
          label={say('insurance.fields.copayCents')}
          hint={say('insurance.fields.copayHint')}
        />
        <DraftDate draft={draft} field="fromDay" required label={say('insurance.fields.fromDay')} />
        <DraftDate
          draft={draft}
          field="untilDay"
          optional
          label={say('insurance.fields.untilDay')}
          hint={say('insurance.fields.untilHint')}
        />
        <DraftSelect
          draft={draft}
          field="relationship"
          required
          label={say('insurance.fields.relationship')}
          options={relationships.map((value) => ({ value, name: say(`insurance.relationships.${value}`) }))}
        />
      </div>
      {!isSelf(draft.values) && <SubscriberFields draft={draft} />}
    </div>
  );
}

function SubscriberFields({ draft }: Pick<CoverageFieldsProps, 'draft'>) {
  const say = useWords();
  const today = useToday();
  const sexes = useSexOptions();
  return (
    <fieldset className="form-grid">
      <legend>
        {say('insurance.fields.policyholder')} <span className="small muted">{say('insurance.fields.card')}</span>
      </legend>
      <DraftText draft={draft} field="subscriber.first_name" required label={say('insurance.fields.firstName')} />
      <DraftText draft={draft} field="subscriber.last_name" required label={say('insurance.fields.lastName')} />
      <DraftDate
        draft={draft}
        field="subscriber.birth_date"
        required
        min="1900-01-01"
        max={today}
        label={say('insurance.fields.birthDate')}
      />
      <DraftSelect
        draft={draft}
        field="subscriber.sex"
        required
        label={say('insurance.fields.sex')}
        none={say('insurance.sexes.choose')}
        options={sexes}
      />
      <AddressFields
        draft={draft}
        fields={{
          street: 'subscriber.street',
          street2: 'subscriber.street2',
          city: 'subscriber.city',
          region: 'subscriber.region',
          postalCode: 'subscriber.postal_code',
        }}
      />
    </fieldset>
  );
}

/** Which of the two dialogs is open: an insurer that is not there yet is added from here. */
export function useAddingPayer() {
  const [adding, setAdding] = useState(false);
  return { adding, begin: () => setAdding(true), end: () => setAdding(false) };
}
