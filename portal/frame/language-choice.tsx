import { SegmentedControl } from '../../admin/design/segmented-control';
import { useSpeech } from '../../browser/speech';
import { type Language, languageNames, languages } from '../../messages/words';
import { useWords } from '../words';

/** For pages without an account: the language, always in sight. */
export function LanguageChoice({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const say = useWords();
  const { language } = useSpeech();
  return (
    <SegmentedControl
      label={say('portal.language')}
      segments={languages.map((value) => ({ value, name: languageNames[value] }))}
      value={language}
      onChange={onLanguage}
    />
  );
}
