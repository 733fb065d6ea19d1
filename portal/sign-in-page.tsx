import { Card } from '../admin/design/card';
import { SegmentedControl } from '../admin/design/segmented-control';
import { SignInForm } from '../admin/design/sign-in-form';
import type { SignIn } from '../browser/session/session';
import { useSpeech } from '../browser/speech';
import { type Language, languageNames, languages } from '../messages/words';
import { Frame } from './frame/frame';
import { useWords } from './words';

interface SignInPageProps {
  readonly onSignIn: SignIn;
  readonly onLanguage: (language: Language) => void;
}

export function SignInPage({ onSignIn, onLanguage }: SignInPageProps) {
  const say = useWords();
  const { language } = useSpeech();
  return (
    <Frame
      end={
        <SegmentedControl
          label={say('portal.language')}
          segments={languages.map((value) => ({ value, name: languageNames[value] }))}
          value={language}
          onChange={onLanguage}
        />
      }
    >
      <h1>{say('session.title')}</h1>
      <p className="soft">{say('portal.signInLead')}</p>
      <Card className="portal-sign-in">
        <SignInForm onSignIn={onSignIn} big />
      </Card>
    </Frame>
  );
}
