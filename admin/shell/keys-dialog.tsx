import { useId } from 'react';
import { Dialog } from '../design/dialog';
import { KeyHint } from '../design/key-hint';
import { useWords } from '../words';
import './keys-dialog.css';

export interface KeyLine {
  readonly id: string;
  readonly name: string;
  /** Pressed one after the other. */
  readonly keys: readonly string[];
}

interface KeysDialogProps {
  /** Areas, reached by `g` and a letter. */
  readonly areas: readonly KeyLine[];
  /** What the page on screen offers. */
  readonly here: readonly KeyLine[];
  readonly onClose: () => void;
}

/** Every key that does something, as the keymap has it. */
export function KeysDialog({ areas, here, onClose }: KeysDialogProps) {
  const say = useWords();
  const everywhere: readonly KeyLine[] = [
    { id: 'palette', name: say('shell.keys.palette'), keys: [say('pieces.keys.palette')] },
    { id: 'search', name: say('shell.keys.search'), keys: ['/'] },
    { id: 'rows', name: say('shell.keys.rows'), keys: ['↑', '↓'] },
    { id: 'escape', name: say('shell.keys.escape'), keys: [say('pieces.keys.escape')] },
    { id: 'help', name: say('shell.keys.help'), keys: ['?'] },
  ];
  return (
    <Dialog title={say('shell.keys.title')} placement="small" onClose={onClose}>
      {here.length > 0 && <KeyGroup heading={say('shell.keys.here')} lines={here} />}
      <KeyGroup heading={say('shell.keys.everywhere')} lines={everywhere} />
      {areas.length > 0 && <KeyGroup heading={say('shell.keys.goTo')} lines={areas} />}
    </Dialog>
  );
}

function KeyGroup({ heading, lines }: { readonly heading: string; readonly lines: readonly KeyLine[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <dl className="keys-list">
        {lines.map((line) => (
          <div key={line.id}>
            <dt>{line.name}</dt>
            <dd>
              {line.keys.map((key) => (
                <KeyHint key={key}>{key}</KeyHint>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
