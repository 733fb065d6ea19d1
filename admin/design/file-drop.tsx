import { FileText, X } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { type Speech, useSpeech } from '../../browser/speech';
import { classes } from './classes';
import { FieldLabel, FieldNotes, controlOf } from './field';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import { type FileRules, type SortedFiles, sortFiles } from './sort-files';
import './file-drop.css';

interface FileDropProps extends FileRules {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly multiple?: boolean;
  /** Those that are chosen and not yet sent. */
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** The platform's file field, with room to drop on. A file that cannot be taken is named, with the reason. */
export function FileDrop({ label, hint, error, multiple = false, files, onChange, ...rules }: FileDropProps) {
  const speech = useSpeech();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<SortedFiles<File>['refused']>([]);
  const count = multiple ? 2 : 1;
  const take = (list: FileList | null) => {
    const sorted = sortFiles([...(list ?? [])], rules);
    setRefused(sorted.refused);
    if (sorted.taken.length > 0) onChange(multiple ? [...files, ...sorted.taken] : sorted.taken.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const wrong = refused.map(({ file, why }) => refusalText(speech, file, why, rules.maxBytes)).join(' ') || error;
  return (
    <div className="k-drop">
      <FieldLabel label={label} htmlFor={id} />
      <div
        role="presentation"
        className={classes('k-drop-area', over && 'k-drop-over')}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>{speech.say('pieces.dropFile', { count })}</span>
        <span className="k-drop-choose">{speech.say('pieces.chooseFile', { count })}</span>
        <input
          type="file"
          {...controlOf(id, { label, hint, error: wrong })}
          accept={rules.accept}
          multiple={multiple}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = ''; // choosing the same file again is a change again
          }}
        />
      </div>
      <FieldNotes id={id} hint={hint} error={wrong} />
      {files.length > 0 && (
        <ul className="k-drop-files">
          {files.map((file) => (
            <li key={`${file.name} ${file.lastModified} ${file.size}`}>
              <Icon of={FileText} />
              <span className="grow clip">{file.name}</span>
              <span className="small muted num">{sizeText(speech, file.size)}</span>
              <IconButton
                size="small"
                icon={X}
                label={speech.say('pieces.removeFile', { name: file.name })}
                onClick={() => onChange(files.filter((one) => one !== file))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const refusalText = (speech: Speech, file: File, why: 'too_large' | 'not_accepted', maxBytes: number): string =>
  why === 'too_large'
    ? `${speech.say('pieces.fileTooLarge', { name: file.name, limit: sizeText(speech, maxBytes) })}.`
    : `${speech.say('pieces.fileNotAccepted', { name: file.name })}.`;

const sizeText = ({ say }: Speech, bytes: number): string =>
  bytes < 1_000_000
    ? say('pieces.bytes.kb', { size: Math.ceil(bytes / 1000) })
    : say('pieces.bytes.mb', { size: Math.round(bytes / 100_000) / 10 });
