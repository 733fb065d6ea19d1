import type { SignIn } from '../../browser/session/session';
import { useSharedWords } from '../../browser/speech';
import { Button } from './button';
import { Dialog } from './dialog';
import { SignInForm } from './sign-in-form';

interface IdleWarningProps {
  readonly secondsLeft: number;
  readonly onStay: () => void;
}

/** Two minutes before the end. Any input stays signed in; the button is there for those who look for one. */
export function IdleWarning({ secondsLeft, onStay }: IdleWarningProps) {
  const say = useSharedWords();
  const time = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
  return (
    <Dialog
      title={say('session.warning.title')}
      placement="small"
      onClose={onStay}
      footer={
        <Button kind="primary" onClick={onStay} data-first>
          {say('session.warning.stay')}
        </Button>
      }
    >
      {/* read once when the dialog opens, not each second */}
      <p className="num" role="timer" aria-live="off">
        {say('session.warning.text', { time })}
      </p>
    </Dialog>
  );
}

interface SessionEndedProps {
  readonly why: 'idle' | 'elsewhere';
  readonly idleSeconds: number;
  readonly onSignIn: SignIn;
}

/** The page stays mounted behind a curtain, with all that was typed; whoever signs in again goes on. */
export function SessionEnded({ why, idleSeconds, onSignIn }: SessionEndedProps) {
  const say = useSharedWords();
  const lead =
    why === 'idle'
      ? say('session.ended.idle', { minutes: Math.round(idleSeconds / 60) })
      : say('session.ended.elsewhere');
  return (
    <Dialog title={say('session.ended.title')} lead={lead} placement="small" curtain>
      <SignInForm onSignIn={onSignIn} />
    </Dialog>
  );
}
