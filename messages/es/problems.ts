import type { ProblemWords } from '../en/problems';

export const problems: ProblemWords = {
  malformed: { title: 'No se pudo leer la solicitud', remedy: 'Vuelva a cargar la página e inténtelo de nuevo.' },
  idempotency_key_missing: {
    title: 'La solicitud estaba incompleta',
    remedy: 'Vuelva a cargar la página e inténtelo de nuevo.',
  },
  method_not_allowed: {
    title: 'Esto no se puede hacer aquí',
    remedy: 'Vuelva a cargar la página e inténtelo de nuevo.',
  },
  too_large: { title: 'Es demasiado grande', remedy: 'Elija un archivo más pequeño o envíelo por partes.' },
  unsupported_media: { title: 'No se acepta este tipo de archivo', remedy: 'Elija otro archivo.' },
  invalid: { title: 'Hay algo que corregir', remedy: 'Revise los campos marcados.' },
  too_many_rows: {
    title: 'Son más filas de las que caben en un archivo',
    remedy: 'Reduzca primero la lista con sus filtros.',
  },
  idempotency_key_reused: {
    title: 'Esto ya se envió con otros datos',
    remedy: 'Vuelva a cargar la página para ver lo que se guardó.',
  },
  precondition_missing: {
    title: 'La solicitud estaba incompleta',
    remedy: 'Vuelva a cargar la página e inténtelo de nuevo.',
  },
  too_many_requests: { title: 'Demasiados intentos', remedy: 'Espere un minuto e inténtelo de nuevo.' },
  signed_out: {
    title: 'Su sesión no está abierta',
    remedy: 'Inicie sesión para continuar. Lo que escribió se conserva.',
  },
  wrong_credentials: { title: 'El correo y la contraseña no coinciden', remedy: 'Revise ambos e inténtelo de nuevo.' },
  foreign_origin: { title: 'La solicitud vino de otro sitio', remedy: 'Abra Kept en su propia dirección.' },
  not_found: { title: 'Esto no está aquí', remedy: 'Puede que haya terminado o que usted no tenga acceso.' },
  slot_taken: { title: 'Esa hora está ocupada', remedy: 'Elija una de las alternativas.' },
  wrong_state: { title: 'Esto ya no es posible', remedy: 'Ya cambió de estado. La página muestra cómo está ahora.' },
  in_progress: { title: 'Esto ya está en curso', remedy: 'Espere un momento. La página mostrará el resultado.' },
  not_postable: {
    title: 'No se puede registrar en esa reclamación',
    remedy: 'Anula un pago que no ha llegado. Se registra sola cuando llegue ese pago; si no, apártela.',
  },
  duplicate: { title: 'Esto ya existe', remedy: 'Abra el que existe o cambie lo que distingue a este.' },
  claim_incomplete: {
    title: 'Falta algo que la reclamación necesita',
    remedy:
      'El seguro, la dirección, el profesional y la consulta deben estar configurados para el día de la visita. Después inténtelo de nuevo.',
  },
  payer_number_unknown: {
    title: 'La aseguradora aún no ha dado su número para esta reclamación',
    remedy: 'Lo que la aseguradora ya tiene solo se cambia con su número. Espere su respuesta.',
  },
  other_payer: {
    title: 'Ahora otra aseguradora cubre ese día',
    remedy: 'Una reclamación no puede pasar a otra aseguradora. Anúlela y facture la visita de nuevo.',
  },
  charge_in_claim: {
    title: 'Este cargo está en una reclamación',
    remedy: 'Espere la respuesta de la aseguradora o anule la reclamación; después cambie el cargo.',
  },
  link_expired: { title: 'Este enlace venció', remedy: 'Pida uno nuevo.' },
  stale_version: { title: 'Otra persona lo cambió antes', remedy: 'Compare las dos versiones y guarde de nuevo.' },
  internal: {
    title: 'Algo falló de nuestro lado',
    remedy: 'No se cambió nada. Inténtelo de nuevo; si continúa, dé a su administrador el número de abajo.',
  },
  vendor_not_configured: {
    title: 'Esto aún no está configurado',
    remedy: 'Un administrador puede conectarlo en Configuración.',
  },
  try_again: { title: 'Esta vez no funcionó', remedy: 'Inténtelo de nuevo en un momento.' },
};
