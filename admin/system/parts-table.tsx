import { Check, CircleSlash, CloudOff, TriangleAlert } from 'lucide-react';
import type { SystemView } from '../../api/system/system.contract';
import type { IconDrawing } from '../design/icon';
import { Pill, type Tone } from '../design/pill';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { knownPart } from './verdicts';

type Part = SystemView['parts'][number];

const looks: Readonly<Record<Part['state'], { readonly tone: Tone; readonly icon: IconDrawing }>> = {
  up: { tone: 'good', icon: Check },
  degraded: { tone: 'care', icon: TriangleAlert },
  down: { tone: 'bad', icon: CloudOff },
  not_configured: { tone: 'plain', icon: CircleSlash },
};

export function PartsTable({ parts }: { readonly parts: readonly Part[] }) {
  const say = useWords();
  const columns: readonly Column<Part>[] = [
    { id: 'part', header: say('system.columns.part'), renderCell: (part) => <PartName part={part} /> },
    {
      id: 'state',
      header: say('system.columns.state'),
      renderCell: ({ state }) => <Pill {...looks[state]}>{say(`system.states.${state}`)}</Pill>,
    },
    {
      id: 'means',
      header: say('system.columns.means'),
      renderCell: (part) => <Meaning part={part} />,
    },
    {
      id: 'ms',
      header: say('system.columns.answer'),
      number: true,
      renderCell: ({ ms }) => ms !== null && ms > 0 && say('system.ms', { ms }), // 0: it was not asked anything
    },
  ];
  return <Table caption={say('system.title')} columns={columns} rows={parts} rowKey={({ name }) => name} />;
}

function Meaning({ part: { name, state, detail } }: { readonly part: Part }) {
  const say = useWords();
  // the sandbox works, and still nobody gets a message
  if (state === 'up' && detail === 'sandbox') return say('system.means.sandbox');
  const part = knownPart(name);
  if (state !== 'degraded') return say(`system.means.${state}.${part}`);
  return part === 'texts' || part === 'mail' ? say(`system.means.degraded.${part}`) : say(`system.means.down.${part}`);
}

function PartName({ part: { name, detail } }: { readonly part: Part }) {
  const say = useWords();
  const part = knownPart(name);
  return (
    <>
      <span className="strong nowrap">{part === 'other' ? name : say(`system.parts.${part}`)}</span>
      {detail !== null && <div className="small muted">{say('system.via', { vendor: detail })}</div>}
    </>
  );
}
