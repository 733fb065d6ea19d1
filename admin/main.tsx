import { type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './design/tokens.css';
import './design/font.css';
import './design/base.css';
import { applyTheme } from '../browser/theme';
import { App } from './app';
import { lazyPage } from './lazy-page';
import { createProgram } from './program';
import { ErrorBoundary } from './design/error-boundary';

applyTheme('system'); // before anything is drawn; the person's own choice comes with the session

const root = document.getElementById('root');
if (!root) throw new Error('index.html has a #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary place="">{content()}</ErrorBoundary>
  </StrictMode>,
);

/** The console; in the gallery's own build also the page that shows every piece. */
function content(): ReactNode {
  if (galleryBuild && window.location.pathname.startsWith('/gallery')) {
    const GalleryPage = lazyPage(async () => (await import('./design/gallery/gallery-page.js')).GalleryPage);
    return (
      <Suspense>
        <GalleryPage />
      </Suspense>
    );
  }
  return <App program={createProgram()} />;
}
