import { CircleCheckBig } from 'lucide-react';
import type { SignIn } from '../../browser/session/session';
import { useSpeech } from '../../browser/speech';
import { type Language, languageNames, languages } from '../../messages/words';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { SegmentedControl } from '../design/segmented-control';
import { SignInForm } from '../design/sign-in-form';
import { useWindowTitle } from '../shell/page';
import { useWords } from '../words';
import './sign-in-page.css';

interface SignInPageProps {
  readonly onSignIn: SignIn;
  readonly onLanguage: (language: Language) => void;
}

/** Stands at whatever address was asked for; the page itself comes once someone is signed in. */
export function SignInPage({ onSignIn, onLanguage }: SignInPageProps) {
  const say = useWords();
  const { language } = useSpeech();
  useWindowTitle(say('session.title'));
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <div className="brand">
          <Icon of={CircleCheckBig} size="big" />
          {say('shell.name')}
        </div>
        <h1>{say('session.title')}</h1>
        <SignInForm onSignIn={onSignIn} big begin />
      </Card>
      <SegmentedControl
        label={say('shell.language')}
        segments={languages.map((value) => ({ value, name: languageNames[value] }))}
        value={language}
        onChange={onLanguage}
      />
    </main>
  );
}
