import type { ra as english } from '../en/ra';
import type { SameCodes } from '../words';

export const ra: SameCodes<typeof english> = {
  action: {
    undo: 'Deshacer',
    refresh: 'Actualizar',
    create: 'Nuevo',
    delete: 'Eliminar',
    close: 'Cerrar',
    clear_array_input: 'Vaciar',
  },
  auth: { auth_check_error: 'Inicie sesión para continuar' },
  input: {
    references: {
      all_missing: 'No se pudieron cargar',
      many_missing: 'Uno de estos ya no está disponible',
      single_missing: 'Esto ya no está disponible',
    },
  },
  message: {
    invalid_form: 'Hay algo que corregir. Revise los campos marcados.',
    unsaved_changes: 'Lo que escribió no está guardado. ¿Salir de todos modos?',
    clear_array_input: '¿Vaciar toda la lista?',
    select_all_limit_reached: 'Son demasiados para seleccionarlos de una vez. Se seleccionaron los primeros {max}.',
  },
  navigation: { previous: 'Anterior', next: 'Siguiente', page: 'Página {page}' },
  notification: {
    updated: 'Guardado',
    created: 'Guardado',
    deleted: 'Terminado',
    item_doesnt_exist: 'Esto ya no está aquí',
    http_error: 'No se pudo contactar con el servidor',
    data_provider_error: 'Algo falló de nuestro lado',
    logged_out: 'Su sesión terminó. Inicie sesión para continuar.',
    not_authorized: 'Usted no tiene acceso a esto',
  },
  page: { list: '{name}', show: '{name}', edit: '{name}', create: '{name}' },
  validation: {
    required: 'Complete este campo',
    minLength: 'Use al menos {min} caracteres',
    maxLength: 'Use como máximo {max} caracteres',
    minValue: 'El mínimo permitido es {min}',
    maxValue: 'El máximo permitido es {max}',
    number: 'Escriba un número',
    email: 'Escriba un correo electrónico, como nombre@example.com',
    oneOf: 'Elija uno de la lista',
    regex: 'Revise este campo',
    unique: 'Esto ya está en uso',
  },
};
