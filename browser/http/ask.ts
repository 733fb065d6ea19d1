import type { BodyOf, ResponseOf } from '../../api/http/contract';
import type { Ask, Http } from './http';

/**
 * Asks by a body, typed by a contract: `ask<typeof calendarDay>(http, 'calendar/day', { day })`. Only its types are used: the
 * schemas themselves stay out of the page.
 */
export async function ask<C>(http: Http, path: string, body: BodyOf<C>, options?: Ask): Promise<ResponseOf<C>> {
  return (await http.read(path, body, options)).body as ResponseOf<C>;
}

/** One thing, or a few that need no filter. */
export async function read<C>(http: Http, path: string, options?: Ask): Promise<ResponseOf<C>> {
  return (await http.get(path, options)).body as ResponseOf<C>;
}
