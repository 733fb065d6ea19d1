import { Card } from '../admin/design/card';
import { SignInForm } from '../admin/design/sign-in-form';
import type { SignIn } from '../browser/session/session';
import type { Language } from '../messages/words';
import { Frame } from './frame/frame';
import { LanguageChoice } from './frame/language-choice';
import { useWords } from './words';

interface SignInPageProps {
  readonly onSignIn: SignIn;
  readonly onLanguage: (language: Language) => void;
}

export function SignInPage({ onSignIn, onLanguage }: SignInPageProps) {
  const say = useWords();
  return (
    <Frame end={<LanguageChoice onLanguage={onLanguage} />}>
      <h1>{say('session.title')}</h1>
      <p className="soft">{say('portal.signInLead')}</p>
      <Card className="portal-sign-in">
        <SignInForm onSignIn={onSignIn} big />
      </Card>
    </Frame>
  );
}
