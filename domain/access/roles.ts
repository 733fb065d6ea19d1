/**
 * Everyone who may act in a practice. `service_*` are Kept itself, with a narrow role each: one per task queue, and the portal
 * for whoever holds the link of a message.
 */
export const staffRoles = ['administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor'] as const;
export const workerRoles = ['service_core', 'service_messages', 'service_edi', 'service_media'] as const;
export const serviceRoles = [...workerRoles, 'service_portal'] as const;
export const roles = [...staffRoles, 'client', ...serviceRoles] as const;

export type StaffRole = (typeof staffRoles)[number];
export type Role = (typeof roles)[number];

export type FrontDoor = 'staff' | 'client';
export const services = ['core', 'messages', 'edi', 'media', 'portal'] as const;
export type Service = (typeof services)[number];
