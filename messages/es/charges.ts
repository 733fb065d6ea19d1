import type { charges as english } from '../en/charges';
import type { SameCodes } from '../words';

export const charges: SameCodes<typeof english> = {
  missing: {
    diagnosis: 'un diagnóstico',
    coverage: 'un seguro para ese día',
    fee: 'una tarifa para el código',
    too_short: 'al menos 16 minutos',
    clinician_npi: 'el NPI del profesional',
    billing_profile: 'los datos de facturación de la consulta',
    client_address: 'la dirección y el sexo del cliente',
  },
};
