import { Download } from 'lucide-react';
import { useState } from 'react';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { keepFile } from '../list/keep-file';
import { useProgram } from '../program-context';
import { useWords } from '../words';

interface ReportExportProps {
  readonly path: string;
  readonly asOf: string | undefined;
}

/** The report's figures as a file: sums of which nobody can be told, so nothing is asked first. The audit notes it. */
export function ReportExport({ path, asOf }: ReportExportProps) {
  const say = useWords();
  const speech = useSpeech();
  const { http, toasts } = useProgram();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const { body } = await http.read(`reports/${path}/export`, { filter: asOf === undefined ? {} : { asOf } });
      if (!(body instanceof File)) throw new TypeError('an export answers a file');
      keepFile(body);
      toasts.add({ text: say('lists.export.done'), tone: 'good' });
    } catch (error) {
      toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' });
    }
    setBusy(false);
  };
  return (
    <Button icon={Download} busy={busy} onClick={() => void take()}>
      {say('reports.export')}
    </Button>
  );
}
