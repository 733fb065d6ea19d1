import { CircleAlert, FileCheck2, FileClock, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RemittanceFileView } from '../../api/remittances/file.contract';
import { problemText } from '../../browser/http/problem-words';
import { useFormats, useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { classes } from '../design/classes';
import { Icon } from '../design/icon';
import { IconButton } from '../design/icon-button';
import { Link } from '../design/link';
import { Progress } from '../design/progress';
import { filePath, remittancePath, remittancesOfFilePath } from '../paths';
import { useWords } from '../words';
import { type FileStanding, standingOf } from './file-standing';
import { useRemittanceWords } from './use-remittance-words';
import type { Dropped } from './use-send-files';
import './remittances.css';

interface FileOnItsWayProps {
  readonly name: string;
  readonly file: RemittanceFileView | undefined;
  readonly dropped?: Dropped;
  readonly onAgain?: () => void;
  readonly onForget?: () => void;
}

/** One file from the drop to its result, in a line. */
export function FileOnItsWay({ name, file, dropped, onAgain, onForget }: FileOnItsWayProps) {
  const say = useWords();
  const standing = standingOf(file, dropped);
  const over = standing.kind === 'posted' || standing.kind === 'aside' || standing.kind === 'failed';
  const wrong = standing.kind === 'aside' || standing.kind === 'failed';
  return (
    <li className={classes(wrong && 'remittance-file-wrong')}>
      <Icon of={wrong ? CircleAlert : over ? FileCheck2 : FileClock} />
      <div className="grow">
        <strong className="clip">{name}</strong>
        <Told standing={standing} file={file} dropped={dropped} />
      </div>
      {standing.kind === 'failed' && onAgain && (
        <Button size="small" icon={RotateCcw} onClick={onAgain}>
          {say('remittances.drop.again')}
        </Button>
      )}
      {over && onForget && (
        <IconButton size="small" icon={X} label={say('remittances.drop.dismiss', { name })} onClick={onForget} />
      )}
    </li>
  );
}

interface ToldProps {
  readonly standing: FileStanding;
  readonly file: RemittanceFileView | undefined;
  readonly dropped: Dropped | undefined;
}

function Told({ standing, file, dropped }: ToldProps) {
  const say = useWords();
  const speech = useSpeech();
  switch (standing.kind) {
    case 'failed': {
      const words = dropped?.problem && problemText(speech, dropped.problem);
      return words && <p role="alert">{sentences(words.title, words.remedy)}</p>;
    }
    case 'sending':
      return <Progress label={say('remittances.drop.sending')} value={undefined} max={1} />;
    case 'reading':
      return <Progress label={say('remittances.drop.reading')} value={undefined} max={1} />;
    case 'posting':
      return (
        <Progress label={say('remittances.drop.posting')} value={standing.done} max={Math.max(1, standing.claims)}>
          {say('remittances.drop.progress', { done: standing.done, count: standing.claims })}
        </Progress>
      );
    case 'aside':
      return <output>{file && <Aside file={file} before={standing.before} />}</output>;
    case 'posted':
      return <output>{file && <Result file={file} standing={standing} />}</output>;
  }
}

function Aside({ file, before }: { readonly file: RemittanceFileView; readonly before: boolean }) {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  const where = before
    ? say('remittances.drop.cameBeforeAside', { when: formats.dayTime(file.receivedAt) })
    : say('remittances.drop.aside');
  return (
    <>
      {sentences(where, words.reason(file.reason ?? 'other'))}{' '}
      <Link to={filePath(file.id)}>{say('remittances.drop.look')}</Link>
    </>
  );
}

/** What is wrong, then what it means. */
const sentences = (first: string, second: string): string => `${first}. ${second}`;

interface ResultProps {
  readonly file: RemittanceFileView;
  readonly standing: Extract<FileStanding, { kind: 'posted' }>;
}

function Result({ file, standing }: ResultProps) {
  const say = useWords();
  const formats = useFormats();
  const parts: readonly (string | false)[] = [
    standing.before && say('remittances.drop.cameBefore', { when: formats.dayTime(file.receivedAt) }),
    standing.posted > 0 && say('remittances.drop.posted', { count: standing.posted }),
    file.duplicates > 0 && say('remittances.drop.duplicate', { count: file.duplicates }),
    file.quarantined > 0 && say('remittances.drop.asideSome', { count: file.quarantined }),
    file.review > 0 && say('remittances.drop.waiting', { count: file.review }),
  ];
  const only = file.remittances === 1 ? file.remittanceId : null;
  const open: ReactNode = (
    <Link to={only === null ? remittancesOfFilePath(file.id) : remittancePath(only)}>
      {say('remittances.drop.open')}
    </Link>
  );
  return (
    <>
      <span className="num">{parts.filter((part) => part !== false).join(' · ')}</span> {file.remittances > 0 && open}
    </>
  );
}
