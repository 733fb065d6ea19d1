import { useFormats } from '../../browser/speech';

/** A number that calls with one press. */
export function PhoneLink({ number }: { readonly number: string }) {
  const formats = useFormats();
  return (
    <a className="portal-phone num" href={`tel:${number}`}>
      {formats.phone(number)}
    </a>
  );
}
