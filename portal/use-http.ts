import { createContext, use } from 'react';
import type { Http } from '../browser/http/http';

/** How pages of the portal ask the server. */
export const HttpContext = createContext<Http | undefined>(undefined);

export function useHttp(): Http {
  const http = use(HttpContext);
  if (!http) throw new Error('the portal gives its http');
  return http;
}
