import { useWords } from '../words';
import { knownVendor } from './agreement-rows';

/** Vendors in words; one that is newer than this page shows as it is. */
export function useVendorWords() {
  const say = useWords();
  return {
    name: (vendor: string): string => {
      const known = knownVendor(vendor);
      return known === undefined ? vendor : say(`settings.agreements.vendors.${known}`);
    },
    services: (vendor: string): string => {
      const known = knownVendor(vendor);
      return known === undefined ? '' : say(`settings.agreements.vendorServices.${known}`);
    },
    /** What stops with its agreement. */
    stops: (vendor: string): string => say(`settings.agreements.stops.${knownVendor(vendor) ?? 'other'}`),
  };
}
