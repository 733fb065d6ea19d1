import { useSearchParams } from 'react-router';

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface UrlRecord {
  /** The record that is open beside the page. */
  readonly id: string | undefined;
  /** The address of this page with a record open. */
  readonly pathTo: (id: string) => string;
  readonly close: () => void;
}

/** A record that is open beside a list, by its id in the address: it can be linked to, and Back closes it. Only ids are taken. */
export function useUrlRecord(name: string): UrlRecord {
  const [params, setParams] = useSearchParams();
  const given = params.get(name);
  const withId = (id: string | undefined) => {
    const next = new URLSearchParams(params);
    if (id === undefined) next.delete(name);
    else next.set(name, id);
    return next;
  };
  return {
    id: given !== null && idShape.test(given) ? given : undefined,
    pathTo: (id) => `?${withId(id).toString()}`,
    close: () => setParams(withId(undefined), { replace: true }),
  };
}
