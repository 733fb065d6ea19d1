import type { ComponentType } from 'react';
import { HomePage } from './home/home-page';
import { type PlaceParams, matchPlace } from './match-place';
import { NotFoundPage } from './not-found-page';

export interface PlacePage {
  readonly place: string;
  readonly page: ComponentType<{ readonly params: PlaceParams }>;
}

/** Every place of the portal. A page comes here, lazily where it is not home. */
export const places: readonly PlacePage[] = [{ place: '/', page: HomePage }];

export interface FoundPlace {
  readonly page: PlacePage['page'];
  readonly params: PlaceParams;
}

export function placeAt(path: string, all: readonly PlacePage[] = places): FoundPlace {
  for (const { place, page } of all) {
    const params = matchPlace(place, path);
    if (params) return { page, params };
  }
  return { page: NotFoundPage, params: {} };
}
