/** Everyone who may act in a practice. `service_*` are Kept's own workers, one per task queue, with a narrow role each. */
export const staffRoles = ['administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor'] as const;
export const serviceRoles = ['service_core', 'service_messages', 'service_edi', 'service_media'] as const;
export const roles = [...staffRoles, 'client', ...serviceRoles] as const;

export type StaffRole = (typeof staffRoles)[number];
export type ServiceRole = (typeof serviceRoles)[number];
export type Role = (typeof roles)[number];

export type FrontDoor = 'staff' | 'client';
export const services = ['core', 'messages', 'edi', 'media'] as const;
export type Service = (typeof services)[number];
