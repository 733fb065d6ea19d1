import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import type { Credentials } from '../../browser/session/session';
import { useSharedWords } from '../../browser/speech';
import { Button } from './button';
import { Field } from './field';
import { ProblemNotice } from './problem-notice';
import { TextInput } from './text-input';

interface SignInFormProps {
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
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
  const missing = (value: string) => (tried && value === '' ? say('fields.required') : undefined);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || email === '' || password === '') return;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSignIn({ email: email.trim(), password });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

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
