import { areaAt, areaIds, areas, openAreas } from './areas';

const page = { path: '', page: () => null };

test('every area has its place in the menu, its own path and its own key', () => {
  expect(areas.map(({ id }) => id)).toEqual([...areaIds]);
  expect(new Set(areas.map(({ path }) => path)).size).toBe(areas.length);
  expect(new Set(areas.map(({ key }) => key)).size).toBe(areas.length);
});

test('an area is open once it has a page, to people who have its capability', () => {
  const needy = areas.map((area) => ({
    ...area,
    pages: area.id === 'work' ? [] : [page],
    ...(area.id === 'claims' && { needs: 'claims.read' }),
  }));
  expect(openAreas(needy, []).map(({ id }) => id)).not.toContain('claims');
  expect(openAreas(needy, ['claims.read']).map(({ id }) => id)).toContain('claims');
  expect(openAreas(needy, []).map(({ id }) => id)).not.toContain('work');
});

test('an address belongs to the area that it begins with, by whole parts', () => {
  expect(areaAt(areas, '/claims/1041')?.id).toBe('claims');
  expect(areaAt(areas, '/claimsomething')).toBeUndefined();
});
