import type { reports as english } from '../en/reports';
import type { SameCodes } from '../words';

export const reports: SameCodes<typeof english> = {
  title: 'Informes',
  lead: 'Lo que suman los propios registros del consultorio, hoy y a cualquier día anterior.',
  asOf: 'Al día',
  asOfDay: 'Al {day}',
  today: 'Hoy',
  export: 'Exportar CSV',
  counted: 'Cómo se cuenta.',
  month: 'Mes',
  total: 'Total',
  ages: {
    days_0_30: '0–30 días',
    days_31_60: '31–60 días',
    days_61_90: '61–90 días',
    days_91_120: '91–120 días',
    days_121: 'Más de 120 días',
  },
  shortAges: {
    days_0_30: '0–30',
    days_31_60: '31–60',
    days_61_90: '61–90',
    days_91_120: '91–120',
    days_121: '120+',
  },
  revenue: {
    title: 'Dinero recibido',
    about: 'Lo que entró en los últimos doce meses, por mes, por medio de pago y por aseguradora.',
    counted:
      'Todo el dinero en los libros en los doce meses hasta este día, en el día en que cuenta: de una aseguradora, el día de su pago; de un cliente, el día en la recepción. Lo que se deshizo o anuló se resta el día en que se hizo.',
    figure: 'entró en doce meses',
    chart: 'Dinero recibido por mes, por medio de pago',
    byMonth: 'Dinero recibido por mes',
    byPayer: 'Por aseguradora',
    payer: 'Aseguradora, como en sus archivos',
    kinds: { insurer: 'Aseguradoras', card: 'Tarjeta', cash: 'Efectivo', check: 'Cheque', other: 'Otro' },
    none: {
      title: 'No entró dinero en estos doce meses',
      text: 'Los pagos de aseguradoras y clientes aparecen aquí cuando se registran.',
    },
  },
  aging: {
    title: 'Dinero por cobrar',
    about: 'Lo que deben aseguradoras y clientes, y desde cuándo: por aseguradora y por antigüedad del servicio.',
    counted:
      'Lo que está en los libros ese día, por días desde el servicio. Una aseguradora debe lo que se cobró y nadie ha decidido; un cliente debe lo que las aseguradoras le dejaron menos lo que pagó, que salda primero su propia visita y después lo más antiguo. El dinero recibido que aún no corresponde a una reclamación no se resta.',
    figure: 'deben aseguradoras y clientes',
    chart: 'Dinero por cobrar por antigüedad del servicio, de aseguradoras y clientes',
    table: 'Quién debe cuánto y desde cuándo',
    who: 'Quién debe',
    insurers: 'Aseguradoras',
    clients: 'Clientes',
    credit: 'Saldo a favor de clientes',
    owed: 'Por cobrar',
    denied: 'Denegado, en disputa',
    deniedTotal: 'En disputa, aparte de lo que se debe',
    nobody: 'Sin aseguradora',
    none: {
      title: 'Nadie debe nada',
      text: 'Cuando se aprueba un cargo, lo que se debe por él aparece aquí.',
    },
  },
};
