import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { ErrorBoundary } from '../design/error-boundary';
import { Skeleton } from '../design/skeleton';

/** Around each page: its skeleton while its code comes, words when it breaks. The shell stays either way. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Suspense
        fallback={
          <div className="page">
            <Skeleton shape="page" />
          </div>
        }
      >
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}
