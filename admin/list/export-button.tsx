import { Download } from 'lucide-react';
import { useState } from 'react';
import type { SortPayload } from 'react-admin';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { pathOf } from '../../browser/http/http';
import { Button } from '../design/button';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { keepFile } from './keep-file';

/** What a list asks for now. */
export interface Asked {
  readonly resource: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort?: SortPayload;
  readonly total: number | undefined;
}

/** The list as a file: first how many rows, then what it means, then the file. */
export function ExportButton({ asked }: { readonly asked: Asked }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const { total } = asked;
  return (
    <>
      <Button icon={Download} disabled={total === undefined || total === 0} onClick={() => setOpen(true)}>
        {total === undefined ? say('lists.export.action') : say('lists.export.rows', { count: total })}
      </Button>
      {open && <ExportDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const say = useWords();
  const { http, toasts } = useProgram();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { resource, filter, sort, total } = asked;
  const take = async () => {
    setBusy(true);
    try {
      const { body } = await http.read(`${pathOf(resource)}/export`, { filter, ...(sort && { sort }) });
      if (!(body instanceof File)) throw new TypeError('an export answers a file');
      keepFile(body);
      toasts.add({ text: say('lists.export.done'), tone: 'good' });
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <ConfirmConsequences
      title={total === undefined ? say('lists.export.uncounted') : say('lists.export.title', { count: total })}
      consequences={[
        { id: 'what', what: say('lists.export.what') },
        { id: 'where', what: say('lists.export.where') },
        { id: 'told', what: say('lists.export.told') },
      ]}
      action={say('lists.export.action')}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void take()}
      onClose={onClose}
    />
  );
}
