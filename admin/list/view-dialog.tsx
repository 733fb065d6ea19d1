import { useState } from 'react';
import type { ListViewView } from '../../api/views/view.contract';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { TextInput } from '../design/text-input';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { Views } from './use-arranged';
import { useViewActs } from './use-views';

const longestName = 60;

interface ViewDialogProps {
  readonly views: Views;
  /** The view that gets another name; without it a new one is made of how the list stands. */
  readonly renamed?: ListViewView;
  readonly onClose: () => void;
}

/** What a view is called. Enter saves. */
export function ViewDialog({ views, renamed, onClose }: ViewDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const { save, change } = useViewActs();
  const [name, setName] = useState(renamed?.name ?? '');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async () => {
    const wanted = name.trim();
    setMissing(wanted === '');
    if (wanted === '' || busy) return;
    setBusy(true);
    try {
      if (renamed) await change(renamed, { name: wanted });
      else views.pick(await save(views.list, wanted, views.now));
      toasts.add({ text: say('lists.views.kept', { name: wanted }), tone: 'good' });
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const taken = problem?.code === 'duplicate';
  const rename = (next: string) => {
    setName(next);
    setMissing(false);
    if (taken) setProblem(undefined);
  };
  const error = missing ? say('fields.required') : taken ? say('lists.views.taken') : undefined;
  return (
    <Dialog
      title={say(renamed ? 'lists.views.renameTitle' : 'lists.views.saveTitle')}
      {...(!renamed && { lead: say('lists.views.saveLead') })}
      onClose={onClose}
      onSubmit={() => void send()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {say('lists.views.save')}
          </Button>
        </>
      }
    >
      <Field label={say('lists.views.name')} hint={say('lists.views.nameHint')} error={error} required>
        {(control) => (
          <TextInput {...control} autoComplete="off" maxLength={longestName} value={name} onChange={rename} />
        )}
      </Field>
      {!taken && <ProblemNotice problem={problem} />}
    </Dialog>
  );
}
