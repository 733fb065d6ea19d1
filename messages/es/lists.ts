import type { lists as english } from '../en/lists';
import type { SameCodes } from '../words';

export const lists: SameCodes<typeof english> = {
  columns: 'Columnas',
  export: {
    rows: { one: 'Exportar {count} fila', other: 'Exportar {count} filas' },
    title: { one: 'Exportar {count} fila como archivo CSV', other: 'Exportar {count} filas como archivo CSV' },
    uncounted: 'Exportar la lista como archivo CSV',
    what: 'El archivo tiene todas las filas de la lista como está filtrada y ordenada ahora, no solo esta página',
    where: 'Nombra a clientes: fuera de Kept le toca a usted protegerlo, y borrarlo cuando ya no haga falta',
    told: 'La auditoría anota que usted lo tomó, con qué filtro y quién está en él',
    action: 'Exportar',
    done: 'El archivo está guardado',
  },
  views: {
    menu: 'Vistas',
    none: 'Sin vista',
    picked: 'Vista: {name}',
    changed: 'Vista cambiada: {name}',
    saveAs: 'Guardar como vista…',
    keep: 'Guardar los cambios en «{name}»',
    back: 'Deshacer los cambios',
    rename: 'Cambiar el nombre…',
    remove: 'Quitar esta vista',
    removed: 'La vista «{name}» se quitó',
    kept: 'La vista «{name}» está guardada',
    saveTitle: 'Guardar esta lista como vista',
    saveLead: 'Sus filtros, su orden y sus columnas. Lo escrito en la búsqueda no se guarda.',
    renameTitle: 'Cambiar el nombre de esta vista',
    name: 'Nombre',
    nameHint: 'Solo usted la ve.',
    taken: 'Ya tiene una vista de esta lista con ese nombre',
    save: 'Guardar',
  },
};
