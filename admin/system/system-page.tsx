import { CircleCheck, CloudOff, TriangleAlert } from 'lucide-react';
import type { SystemView } from '../../api/system/system.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { classes } from '../design/classes';
import { Icon } from '../design/icon';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { PartsTable } from './parts-table';
import { overallOf } from './verdicts';
import { useSystem } from './use-system';
import { WaitingCard } from './waiting-card';
import './system.css';

/** Whether every part of Kept works, and what it means for people where one does not. */
export function SystemPage() {
  const say = useWords();
  const formats = useFormats();
  const { system, problem, again } = useSystem();
  const retry = (
    <Button size="small" onClick={again}>
      {say('pieces.retry')}
    </Button>
  );
  return (
    <Page
      area="system"
      title={say('system.title')}
      lead={system && say('system.looked', { time: formats.time(system.at) })}
    >
      <div className="system">
        {problem && system && (
          <output className="system-stale">
            <Icon of={CloudOff} />
            {say('system.stale')}
          </output>
        )}
        {!system && problem && <ProblemNotice problem={problem} actions={retry} />}
        {!system && !problem && <Skeleton shape="page" count={4} />}
        {system && <Looked system={system} />}
      </div>
    </Page>
  );
}

function Looked({ system }: { readonly system: SystemView }) {
  return (
    <div className="page-columns">
      <div className="stack">
        <Overall system={system} />
        <PartsTable parts={system.parts} />
      </div>
      <WaitingCard system={system} />
    </div>
  );
}

const icons = { up: CircleCheck, slow: TriangleAlert, degraded: TriangleAlert, down: CloudOff } as const;
const tones = { up: 'good', slow: 'care', degraded: 'care', down: 'bad' } as const;

/** The whole in one sentence; said again when it changes. */
function Overall({ system }: { readonly system: SystemView }) {
  const say = useWords();
  const overall = overallOf(system);
  const modes = { development: 'development', test: 'test', production: 'production' } as const;
  const mode = Object.values(modes).find((one) => one === system.mode);
  return (
    <Card padded className={classes('system-overall', `system-${tones[overall]}`)}>
      <Icon of={icons[overall]} size="big" />
      <div>
        <output className="strong">{say(`system.overall.${overall}`)}</output>
        <div className="small soft">{mode ? say(`system.modes.${mode}`) : `${say('system.mode')}: ${system.mode}`}</div>
      </div>
    </Card>
  );
}
