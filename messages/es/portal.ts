import type { portal as english } from '../en/portal';
import type { SameCodes } from '../words';

export const portal: SameCodes<typeof english> = {
  name: 'Kept',
  skip: 'Ir al contenido',
  greeting: { morning: 'Buenos días, {name}', afternoon: 'Buenas tardes, {name}', evening: 'Buenas noches, {name}' },
  crisis: '¿En crisis? Llame o escriba al {line}, a cualquier hora. ¿En peligro? {emergency}.',
  account: 'Cuenta de {name}',
  signInLead: 'Inicie sesión para ver sus citas, mensajes y facturas.',
  language: 'Idioma',
  theme: 'Tema',
  themes: { light: 'Claro', dark: 'Oscuro', system: 'Como el sistema' },
  offline: 'Sin conexión. Puede leer lo que está abierto; los cambios no se envían.',
  notFound: {
    title: 'Esta página no está aquí',
    remedy: 'El enlace puede ser antiguo.',
    home: 'Ir a la página de inicio',
  },
};
