import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import type { PracticeChoice as Practice, SignIn } from '../../browser/session/session';
import { useSharedWords } from '../../browser/speech';
import { Button } from './button';
import { Field } from './field';
import { PracticeChoice } from './practice-choice';
import { ProblemNotice } from './problem-notice';
import { TextInput } from './text-input';

interface SignInFormProps {
  readonly onSignIn: SignIn;
  readonly big?: boolean;
  /** The page has nothing else: begin at the email. (A dialog does so by itself; on a phone it would raise the keyboard.) */
  readonly begin?: boolean;
}

/** Email and password. What was typed stays after a refusal; the password manager finds both fields. */
export function SignInForm({ onSignIn, big = false, begin = false }: SignInFormProps) {
  const say = useSharedWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (begin) first.current?.focus();
  }, [begin]);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [practices, setPractices] = useState<readonly Practice[]>();
  const missing = (value: string) => (tried && value === '' ? say('fields.required') : undefined);

  const send = async (practice?: Practice) => {
    if (busy || email === '' || password === '') return;
    setBusy(true);
    setProblem(undefined);
    try {
      setPractices(await onSignIn({ email: email.trim(), password, ...(practice && { practiceId: practice.id }) }));
    } catch (error) {
      setPractices(undefined);
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    void send();
  };

  if (practices) {
    const back = () => setPractices(undefined);
    return (
      <div className="stack">
        <PracticeChoice practices={practices} busy={busy} onChoose={(one) => void send(one)} onBack={back} />
      </div>
    );
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ProblemNotice problem={problem} />
      <Field label={say('session.email')} required error={missing(email)}>
        {(control) => (
          <TextInput
            {...control}
            ref={first}
            type="email"
            name="email"
            autoComplete="username"
            readOnly={busy} // what is typed while it is sent is meant for what comes
            value={email}
            onChange={setEmail}
          />
        )}
      </Field>
      <Field label={say('session.password')} required error={missing(password)}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            name="password"
            autoComplete="current-password"
            readOnly={busy}
            value={password}
            onChange={setPassword}
          />
        )}
      </Field>
      <Button type="submit" kind="primary" wide size={big ? 'big' : 'normal'} busy={busy}>
        {say('session.signIn')}
      </Button>
    </form>
  );
}
