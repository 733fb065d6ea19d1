import { type SubmitEvent, useState } from 'react';
import { type ProblemText, problemOf, problemText } from '../../browser/http/problem-words';
import type { Credentials } from '../../browser/session/session';
import { useSharedWords, useSpeech } from '../../browser/speech';
import { Button } from './button';
import { ErrorNotice } from './error-notice';
import { Field } from './field';
import { TextInput } from './text-input';

interface SignInFormProps {
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
  readonly big?: boolean;
}

/** Email and password. What was typed stays after a refusal; the password manager finds both fields. */
export function SignInForm({ onSignIn, big = false }: SignInFormProps) {
  const say = useSharedWords();
  const speech = useSpeech();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ProblemText>();
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
      setProblem(problemText(speech, problemOf(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="stack" noValidate onSubmit={submit}>
      {problem && <ErrorNotice {...problem} />}
      <Field label={say('session.email')} required error={missing(email)}>
        {(control) => (
          <TextInput {...control} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} />
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
