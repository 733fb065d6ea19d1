import { CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from 'cmdk';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Icon, type IconDrawing } from '../design/icon';
import { KeyHint } from '../design/key-hint';
import { Modal } from '../design/modal';
import { type Find, type SearchState, useSearch } from '../design/use-search';
import { useWords } from '../words';
import { matchesText } from './matches-text';
import './palette.css';

export interface PaletteEntry {
  readonly id: string;
  readonly name: string;
  readonly icon: IconDrawing;
  /** What tells two of the same name apart. */
  readonly detail?: string;
  readonly keyHint?: string;
  readonly run: () => void;
}

interface PaletteProps {
  readonly pages: readonly PaletteEntry[];
  readonly actions: readonly PaletteEntry[];
  /** Asks the server; from two letters, while someone types. */
  readonly findClients?: Find<PaletteEntry> | undefined;
  /** Claims by the beginning of their number. */
  readonly findClaims?: Find<PaletteEntry> | undefined;
  readonly onClose: () => void;
}

/** Find anything by its name. It is in the first load: brought in when asked for, it would lose the first keys typed. */
export function Palette({ pages, actions, findClients, findClaims, onClose }: PaletteProps) {
  const say = useWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>(); // with an arrow or the pointer; until then it is the first, whatever comes in
  const moving = useRef(false);
  const clients = useSearch(text, findClients);
  const claims = useSearch(text, findClaims);
  const fitting = (entries: readonly PaletteEntry[]) => entries.filter(({ name }) => matchesText(name, text));
  const groups = [
    { id: 'clients', heading: say('shell.palette.clients'), entries: hitsOf(clients) },
    { id: 'claims', heading: say('shell.palette.claims'), entries: hitsOf(claims) },
    { id: 'actions', heading: say('shell.palette.actions'), entries: fitting(actions) },
    { id: 'pages', heading: say('shell.palette.pages'), entries: fitting(pages) },
  ].filter(({ entries }) => entries.length > 0);
  const [first] = groups;
  const firstEntry = first?.entries[0];
  const retype = (next: string) => {
    setText(next);
    moving.current = false;
    setChosen(undefined);
  };
  const choose = (entry: PaletteEntry) => {
    flushSync(onClose); // focus is back where it was before what follows opens
    entry.run();
  };
  return (
    <Modal placement="top" label={say('shell.palette.title')} onClose={onClose}>
      <CommandRoot
        className="palette"
        shouldFilter={false}
        label={say('shell.palette.title')}
        vimBindings={false}
        loop
        value={chosen ?? (first && firstEntry ? valueOf(first, firstEntry) : '')}
        onValueChange={(value) => moving.current && setChosen(value)}
        onPointerMoveCapture={() => (moving.current = true)}
        onKeyDownCapture={({ key }) => (moving.current ||= movingKeys.has(key))}
      >
        <div className="palette-input">
          <Icon of={Search} />
          <CommandInput value={text} onValueChange={retype} placeholder={say('shell.palette.placeholder')} />
          <KeyHint>{say('pieces.keys.escape')}</KeyHint>
        </div>
        <CommandList label={say('shell.palette.title')}>
          {groups.map((group) => (
            <CommandGroup key={group.id} heading={group.heading}>
              {group.entries.map((entry) => (
                <CommandItem key={entry.id} value={valueOf(group, entry)} onSelect={() => choose(entry)}>
                  <Icon of={entry.icon} />
                  <span>{entry.name}</span>
                  {entry.detail && <span className="small muted num">{entry.detail}</span>}
                  <span className="grow" />
                  {entry.keyHint && <KeyHint>{entry.keyHint}</KeyHint>}
                </CommandItem>
              ))}
            </CommandGroup>
          ))}
        </CommandList>
        <Note state={clients} searching={findClients !== undefined} empty={groups.length === 0} />
      </CommandRoot>
    </Modal>
  );
}

const movingKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);

const valueOf = (group: { readonly id: string }, entry: PaletteEntry): string => `${group.id} ${entry.id}`;

const hitsOf = (state: SearchState<PaletteEntry>): readonly PaletteEntry[] =>
  state.kind === 'found' || state.kind === 'searching' ? state.hits : [];

interface NoteProps {
  readonly state: SearchState<PaletteEntry>;
  readonly searching: boolean;
  readonly empty: boolean;
}

/** Where the search stands, in words. */
function Note({ state, searching, empty }: NoteProps) {
  const say = useWords();
  const words = () => {
    if (state.kind === 'failed') return say('pieces.searchFailed');
    if (searching && state.kind === 'searching') return say('pieces.searching');
    if (empty) return say('shell.palette.none');
    return searching && state.kind === 'too_short' ? say('shell.palette.hint') : undefined;
  };
  const text = words();
  return <output>{text !== undefined && <span className="palette-note">{text}</span>}</output>;
}
