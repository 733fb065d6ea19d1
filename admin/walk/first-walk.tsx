import { CheckCheck, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { Card } from '../design/card';
import { IconButton } from '../design/icon-button';
import { appointmentPath } from '../paths';
import { useWords } from '../words';
import { type Followed, useFollowed, useNotBegun } from './use-followed';
import { useKeptWalk } from './use-kept-walk';
import { useWalkAct } from './use-walk-act';
import { WalkBar } from './walk-bar';
import './walk.css';

/** In the shell's corner: one visit from the booking to the money, step by step, in the real screens. */
export function FirstWalk() {
  const { on, appointmentId } = useKeptWalk();
  if (!on) return null;
  return appointmentId === undefined ? <Begun /> : <Following appointmentId={appointmentId} />;
}

const Begun = () => <Shown followed={useNotBegun()} />;

function Following({ appointmentId }: { readonly appointmentId: string }) {
  const followed = useFollowed(appointmentId);
  return followed && <Shown followed={followed} />;
}

function Shown({ followed }: { readonly followed: Followed }) {
  const say = useWords();
  const { putAway } = useKeptWalk();
  const id = useId();
  const { walk } = followed;
  const at = walk.steps.findIndex(({ standing }) => standing === 'now');
  return (
    <Card as="aside" className="walk" aria-labelledby={id}>
      <div className="walk-head">
        <h2 id={id}>{say('walk.title')}</h2>
        {at >= 0 && (
          <span className="small muted num grow">{say('walk.count', { step: at + 1, count: walk.steps.length })}</span>
        )}
        <IconButton icon={X} size="small" label={say('walk.hide')} onClick={putAway} />
      </div>
      <WalkBar steps={walk.steps} />
      {walk.current ? <Current followed={followed} doing={walk.current.doing} /> : <Finished followed={followed} />}
    </Card>
  );
}

/** What is said changes by itself when the record does, and is heard then. */
function Current({
  followed,
  doing,
}: {
  readonly followed: Followed;
  readonly doing: Parameters<typeof useWalkAct>[1];
}) {
  const { title, text, act } = useWalkAct(followed, doing);
  return (
    <Said title={title} text={text}>
      {act}
    </Said>
  );
}

function Finished({ followed: { walk, appointment } }: { readonly followed: Followed }) {
  const say = useWords();
  const { putAway } = useKeptWalk();
  const all = walk.steps.every(({ standing }) => standing === 'done');
  return (
    <Said title={say('walk.finished.title')} text={say(all ? 'walk.finished.all' : 'walk.finished.text')}>
      <Button size="small" kind="primary" icon={CheckCheck} onClick={putAway}>
        {say('walk.finished.act')}
      </Button>
      {appointment && (
        <ButtonLink size="small" to={appointmentPath(appointment.id)}>
          {say('walk.says.note.act')}
        </ButtonLink>
      )}
    </Said>
  );
}

function Said({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <output className="walk-said">
        <strong>{title}</strong>
        <span className="small">{text}</span>
      </output>
      <div className="row wrap">{children}</div>
    </>
  );
}
