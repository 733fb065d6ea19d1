import { useCallback, useState } from 'react';
import { CheckBox, Switch } from '../checkbox';
import { type Choice, Combobox } from '../combobox';
import { Field } from '../field';
import { FileDrop } from '../file-drop';
import { MoneyInput } from '../money-input';
import { SearchInput } from '../search-input';
import { Select } from '../select';
import { DateInput, TextArea, TextInput } from '../text-input';
import { TimeInput } from '../time-input';
import { samplePeople } from './samples';
import { Specimen } from './specimen';

const reasons = [
  { value: 'sick', name: 'Client is sick' },
  { value: 'work', name: 'Work or school' },
  { value: 'other', name: 'Another reason' },
];

export function FormSpecimens() {
  const [text, setText] = useState('Juniper');
  const [reason, setReason] = useState<string | undefined>();
  const [day, setDay] = useState('2026-12-01');
  const [time, setTime] = useState('14:30');
  const [misread, setMisread] = useState<string>();
  const [cents, setCents] = useState<number | undefined>(123_450);
  const [note, setNote] = useState('Asked for mornings. Prefers texts to calls.');
  const [search, setSearch] = useState('');
  return (
    <>
      <Specimen id="fields" title="Fields">
        <div className="gallery-fields">
          <Field label="First name" hint="As on the insurance card">
            {(control) => <TextInput {...control} value={text} onChange={setText} />}
          </Field>
          <Field label="Email" required error="Write an email address, such as name@example.com">
            {(control) => <TextInput {...control} type="email" value="juniper@" onChange={() => undefined} />}
          </Field>
          <Field label="Reason" optional>
            {(control) => <Select {...control} options={reasons} none="Not said" value={reason} onChange={setReason} />}
          </Field>
          <Field label="Read only">
            {(control) => <TextInput {...control} readOnly value="S-1041" onChange={() => undefined} />}
          </Field>
          <Field label="Day">{(control) => <DateInput {...control} value={day} onChange={setDay} />}</Field>
          <Field label="Time" hint="2, 230p or 14:30" error={misread && 'Write a time, such as 2:30 PM'}>
            {(control) => <TimeInput {...control} value={time} onChange={setTime} onMisread={setMisread} />}
          </Field>
          <Field label="Amount">{(control) => <MoneyInput {...control} value={cents} onChange={setCents} />}</Field>
        </div>
        <Field label="Note">{(control) => <TextArea {...control} value={note} onChange={setNote} />}</Field>
        <SearchInput label="Search claims" value={search} onChange={setSearch} pageSearch />
      </Specimen>
      <Specimen id="choices" title="Choices">
        <Choices />
      </Specimen>
      <Specimen id="combobox" title="Client picker">
        <Picker />
      </Specimen>
      <Specimen id="files" title="Files">
        <Files />
      </Specimen>
    </>
  );
}

function Choices() {
  const [on, setOn] = useState(true);
  return (
    <div className="gallery-fields">
      <CheckBox label="Waive the late fee" checked={on} onChange={setOn} />
      <Switch label="Text reminders" checked={on} onChange={setOn} />
      <CheckBox label="Some of them" some checked={false} onChange={() => undefined} />
      <Switch label="Off" checked={false} onChange={() => undefined} />
      <CheckBox label="Not possible now" disabled checked onChange={() => undefined} />
      <CheckBox label="Not chosen" checked={false} onChange={() => undefined} />
    </div>
  );
}

function Picker() {
  const [client, setClient] = useState<Choice>();
  const find = useCallback(async (text: string) => {
    const wanted = text.toLowerCase();
    if (wanted === 'fail') throw new Error('sample failure');
    return samplePeople.filter((person) => person.name.toLowerCase().includes(wanted));
  }, []);
  return <Combobox label="Client" hint="By name" required value={client} onChange={setClient} find={find} />;
}

function Files() {
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <FileDrop
      label="Insurance card"
      hint="Both sides, as a photo or a PDF"
      accept=".pdf,image/*"
      maxBytes={10_000_000}
      multiple
      files={files}
      onChange={setFiles}
    />
  );
}
