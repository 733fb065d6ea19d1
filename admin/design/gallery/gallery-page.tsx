import { useEffect, useState } from 'react';
import { SpeechContext, speechIn } from '../../../browser/speech';
import { type Theme, applyTheme, themes } from '../../../browser/theme';
import { type Language, languageNames, languages } from '../../../messages/words';
import { consoleCatalogues } from '../../words';
import { SegmentedControl } from '../segmented-control';
import { ActionSpecimens } from './action-specimens';
import { ChartSpecimens } from './chart-specimens';
import { DataSpecimens } from './data-specimens';
import { DialogSpecimens } from './dialog-specimens';
import { FeedbackSpecimens } from './feedback-specimens';
import { FormSpecimens } from './form-specimens';
import { SampleConsole } from './sample-console';
import { SampleData } from './sample-data';
import { StatusSpecimens } from './status-specimens';
import './gallery.css';

const zone = 'America/New_York';

/** Every piece in its states. `?show=today` and `?show=claim` draw the shell around a sample page; `?theme=dark` the dark side. */
export function GalleryPage() {
  const wanted = new URLSearchParams(window.location.search);
  const [theme, setTheme] = useState<Theme>(wanted.get('theme') === 'dark' ? 'dark' : 'light');
  const [speech, setSpeech] = useState(() => speechIn('en', consoleCatalogues.en, zone));
  useEffect(() => applyTheme(theme), [theme]);
  const speak = (language: Language) =>
    void (language === 'en' ? Promise.resolve(consoleCatalogues.en) : consoleCatalogues.load(language)).then((words) =>
      setSpeech(speechIn(language, words, zone)),
    );
  const show = wanted.get('show');
  return (
    <SpeechContext value={speech}>
      {window.location.pathname.startsWith('/gallery/data') && <SampleData />}
      {(show === 'today' || show === 'claim') && <SampleConsole page={show} />}
      {window.location.pathname === '/gallery' && show === null && (
        <main className="gallery">
          <div className="row between wrap">
            <h1>Design pieces</h1>
            <div className="row wrap">
              <SegmentedControl
                label="Theme"
                segments={themes.map((value) => ({ value, name: value }))}
                value={theme}
                onChange={setTheme}
              />
              <SegmentedControl
                label="Language"
                segments={languages.map((value) => ({ value, name: languageNames[value] }))}
                value={speech.language}
                onChange={speak}
              />
            </div>
          </div>
          <DataSpecimens />
          <ChartSpecimens />
          <div className="gallery-columns">
            <div className="stack">
              <ActionSpecimens />
              <StatusSpecimens />
            </div>
            <div className="stack">
              <FormSpecimens />
              <DialogSpecimens />
              <FeedbackSpecimens />
            </div>
          </div>
        </main>
      )}
    </SpeechContext>
  );
}
