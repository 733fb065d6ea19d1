import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../admin/design/tokens.css';
import '../admin/design/font.css';
import '../admin/design/base.css';
import { ErrorBoundary } from '../admin/design/error-boundary';
import { applyTheme } from '../browser/theme';
import { App } from './app';
import { takeLinkToken } from './link/take-link-token';
import { createProgram } from './program';

const linkToken = takeLinkToken(window.location, window.history); // first of all: it must not stay in the address
applyTheme('system'); // before anything is drawn; the client's own choice comes with the session

const root = document.getElementById('root');
if (!root) throw new Error('index.html has a #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary place="">
      <App program={createProgram(linkToken)} />
    </ErrorBoundary>
  </StrictMode>,
);
