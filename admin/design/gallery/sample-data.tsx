import { Inbox } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { CoreAdminContext, CoreAdminUI, CustomRoutes, Form, ListBase, useGetOne } from 'react-admin';
import { BrowserRouter, Route, useNavigate, useParams } from 'react-router';
import { SessionContext } from '../../../browser/session/use-session';
import { useSpeech } from '../../../browser/speech';
import { createAuthProvider } from '../../data/auth-provider';
import { createStore } from '../../data/store';
import { useUrlFilter } from '../../data/url-filter';
import { useLive } from '../../data/use-live';
import { BoundCheckBox, BoundDate, BoundSelect, BoundSwitch, BoundText, BoundTime } from '../../form/bound-fields';
import { ConflictDialog } from '../../form/conflict-dialog';
import { useAct } from '../../form/use-act';
import { useSave } from '../../form/use-save';
import { createI18nProvider } from '../../i18n-provider';
import { ListSearch } from '../../list/list-search';
import { ListTable } from '../../list/list-table';
import { MemoryList } from '../../list/memory-list';
import { createProgram } from '../../program';
import { ConsoleLink } from '../../shell/router-link';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { LinkContext } from '../link';
import { ProblemNotice } from '../problem-notice';
import { Select } from '../select';
import { SessionGuard } from '../session-guard';
import { ToastRegion } from '../toast-region';

interface SampleRecord {
  readonly id: string;
  readonly version: number;
  readonly client: string;
  readonly status: string;
  readonly note: string;
}

const program = createProgram();
const statuses = ['sent', 'paid'] as const;

/** A list and a form on the real data layer, against whatever answers at `/api`: the tests of that layer use it. */
export function SampleData() {
  const speech = useSpeech();
  const i18n = useMemo(() => createI18nProvider(speech), [speech]);
  const auth = useMemo(() => createAuthProvider(program.session), []);
  const store = useMemo(() => createStore(), []);
  return (
    <SessionContext value={program.session}>
      <LinkContext value={ConsoleLink}>
        <BrowserRouter basename="/gallery/data">
          <CoreAdminContext
            dataProvider={program.data}
            queryClient={program.queries}
            authProvider={auth}
            i18nProvider={i18n}
            store={store}
          >
            <Loaded>
              <CoreAdminUI disableTelemetry>
                <CustomRoutes>
                  <Route path="/" element={<SampleList />} />
                  <Route path="/leaky" element={<LeakyList />} />
                  <Route path="/:id" element={<SampleForm />} />
                </CustomRoutes>
              </CoreAdminUI>
            </Loaded>
          </CoreAdminContext>
        </BrowserRouter>
        <ToastRegion toasts={program.toasts} />
        <SessionGuard api={program.sessionApi} />
      </LinkContext>
    </SessionContext>
  );
}

function Loaded({ children }: { readonly children: ReactNode }) {
  const [loaded, setLoaded] = useState(false);
  useLive(program, loaded);
  if (!loaded) {
    return <Button onClick={() => void program.session.load().then(() => setLoaded(true))}>Begin</Button>;
  }
  return <main className="page">{children}</main>;
}

function SampleList() {
  const [status, setStatus] = useUrlFilter('status', statuses);
  return (
    <MemoryList
      resource="claims"
      place="claims"
      sort={{ field: 'client', order: 'ASC' }}
      filter={status ? { status } : {}}
      perPage={2}
    >
      <h1>Sample claims</h1>
      <div className="row">
        <ListSearch place="claims" label="Search claims" />
        <Select
          aria-label="Status"
          none="Any"
          options={statuses.map((value) => ({ value, name: value }))}
          value={status}
          onChange={setStatus}
        />
      </div>
      <ListTable<SampleRecord>
        caption="Claims"
        columns={[
          { id: 'client', header: 'Client', sortable: true, renderCell: (row) => row.client },
          { id: 'status', header: 'Status', renderCell: (row) => row.status },
        ]}
        linkTo={(row) => `/${row.id}`}
        rowName={(row) => row.client}
        empty={<EmptyState icon={Inbox} title="None" />}
      />
    </MemoryList>
  );
}

/** What `MemoryList` is there to prevent. */
const LeakyList = () => (
  <ListBase resource="claims">
    <ListSearch place="leaky" label="Search claims" />
  </ListBase>
);

function SampleForm() {
  const { id = '' } = useParams();
  const { data } = useGetOne<SampleRecord>('claims', { id });
  return data ? <LoadedForm record={data} /> : null;
}

function LoadedForm({ record }: { readonly record: SampleRecord }) {
  const go = useNavigate();
  const [start, setStart] = useState(record);
  const saving = useSave({ resource: 'claims', record, onSaved: () => void go('/'), onReset: setStart });
  const acting = useAct('claims');
  return (
    <>
      <h1>Sample claim</h1>
      <p>{`Shown: version ${record.version}, ${record.status}`}</p>
      <Form
        key={start.version}
        record={start}
        onSubmit={(values: Partial<SampleRecord>) => saving.save({ ...start, ...values })}
        className="stack"
      >
        <BoundText source="client" label="Client" />
        <BoundText source="note" label="Note" long />
        <BoundSelect source="status" label="Status" options={statuses.map((value) => ({ value, name: value }))} />
        <BoundDate source="day" label="Day" />
        <BoundTime source="time" label="Time" />
        <BoundCheckBox source="urgent" label="Urgent" />
        <BoundSwitch source="texts" label="Text reminders" />
        <ProblemNotice problem={saving.problem} />
        <div className="row">
          <Button type="submit" kind="primary" busy={saving.busy}>
            Save
          </Button>
          <Button
            busy={acting.busy}
            onClick={() =>
              void acting.act({ id: record.id, verb: 'void', version: record.version }).catch(() => undefined)
            }
          >
            Void
          </Button>
        </div>
        <ProblemNotice problem={acting.problem} />
      </Form>
      {saving.conflict && <ConflictDialog conflict={saving.conflict} busy={saving.busy} labelOf={(field) => field} />}
    </>
  );
}
