import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { ErrorBoundary } from '../design/error-boundary';
import { Skeleton } from '../design/skeleton';
import { useKeysWait } from './use-wait-for-page';

/** Around each page: its skeleton while its code comes, words when it breaks. The shell stays either way. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={<Coming />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

/** The keys of a page wait for it. */
function Coming() {
  useKeysWait();
  return (
    <div className="page">
      <Skeleton shape="page" />
    </div>
  );
}
