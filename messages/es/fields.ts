import type { fields as english } from '../en/fields';
import type { SameCodes } from '../words';

export const fields: SameCodes<typeof english> = {
  unknown: 'Revise este campo',
  required: 'Complete este campo',
  too_short: 'Use al menos {min} caracteres',
  too_long: 'Use como máximo {max} caracteres',
  too_small: 'El mínimo permitido es {min}',
  too_big: 'El máximo permitido es {max}',
  not_a_number: 'Escriba un número',
  not_a_date: 'Escriba una fecha, como 12/01/2026',
  not_a_time: 'Escriba una hora, como 2:30 PM',
  not_an_email: 'Escriba un correo electrónico, como nombre@example.com',
  not_a_phone: 'Escriba un teléfono con código de área',
  phone_malformed: 'Escriba un teléfono con código de área',
  email_malformed: 'Escriba una dirección de correo, como nombre@ejemplo.com',
  zone_unknown: 'Elija una opción de la lista',
  day_malformed: 'Escriba una fecha, como 01/12/2026',
  day_in_future: 'Este día todavía no ha llegado',
  consent_without_mobile: 'Los textos necesitan un número móvil',
  consent_without_email: 'El correo necesita una dirección',
  not_money: 'Escriba un importe, como 25.00',
  not_one_of: 'Elija uno de la lista',
  not_unique: 'Esto ya está en uso',
  in_the_past: 'Elija una hora que aún no haya pasado',
  in_the_future: 'Elija una hora que ya haya pasado',
};
