import path from 'node:path';
import { aWorld } from '../../tests/builders/practice';
import { tableTypes, typesAgree } from './table-types';

const world = aWorld();

test('the table types are those of the migrated schema; if not: npm run generate -- types', async () => {
  expect(
    await typesAgree(world().urls.migrator, path.join(__dirname, '../../domain/database/tables.generated.ts')),
  ).toBe(true);
});

test('a column is typed by what the database says of it', async () => {
  const types = await tableTypes(world().urls.migrator);
  expect(types).toContain("  modality: 'office' | 'telehealth';\n");
  expect(types).toContain('  preferred_name: string | null;\n');
  expect(types).not.toContain('audit_2026');
});
