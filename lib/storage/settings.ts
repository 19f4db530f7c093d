import { ROLES, type Role } from '../flow/index.ts';

/** What a person has chosen. Kept in `storage.local` under one key, read by every frame before it does anything. */
export interface Settings {
  /** When the person agreed to recording (epoch ms); null means nothing may be recorded. */
  consentAt: number | null;
  /** Recording is paused until switched on again. */
  paused: boolean;
  role: Role;
  language: 'vi' | 'en';
  companion: CompanionSettings;
}

export interface CompanionSettings {
  on: boolean;
  /** null until a person decides: then the width of the window does. */
  collapsed: boolean | null;
  /** Distance in px of the panel from the right and the bottom edge of the window. */
  right: number;
  bottom: number;
  /** Larger letters in the panel. */
  large: boolean;
}

/** The key under which the settings stand in `storage.local`. */
export const SETTINGS_KEY = 'settings';
/** Where the key stands by which frames seal dossier numbers: 32 bytes, made by the background, never exported. */
export const DOSSIER_KEY = 'dossier-key';
/** The key under which imported profiles stand there. */
export const PACKS_KEY = 'packs';
/** The key under which imported guidance stands there. */
export const GUIDES_KEY = 'guides';
/** Before a host: the key of the profile that pages of this host are to use. The background lays it out for them. */
export const PROFILE_PREFIX = 'profile/';

const DEFAULT_SETTINGS: Settings = {
  consentAt: null,
  paused: false,
  role: 'helper',
  language: 'vi',
  companion: { on: true, collapsed: null, right: 16, bottom: 16, large: false },
};

/**
 * Reads settings from whatever is stored, forgiving field by field: a setting that is missing or of a foreign shape
 * takes its default, except consent, which is then simply not given. No zod here: the watcher reads settings too.
 */
export function parseSettings(raw: unknown): Settings {
  const it = record(raw);
  const companion = record(it.companion);
  const defaults = DEFAULT_SETTINGS.companion;
  return {
    consentAt: typeof it.consentAt === 'number' ? it.consentAt : null,
    paused: it.paused === true,
    role: ROLES.find((role) => role === it.role) ?? DEFAULT_SETTINGS.role,
    language: it.language === 'en' ? 'en' : 'vi',
    companion: {
      on: companion.on !== false,
      collapsed: typeof companion.collapsed === 'boolean' ? companion.collapsed : null,
      right: finite(companion.right, defaults.right),
      bottom: finite(companion.bottom, defaults.bottom),
      large: companion.large === true,
    },
  };
}

/** Whether facts may be recorded at all, by settings as they are stored: all that the watcher asks of them. */
export function mayRecord(settings: unknown): boolean {
  const { consentAt, paused } = record(settings);
  return typeof consentAt === 'number' && paused !== true;
}

function record(raw: unknown): Record<string, unknown> {
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
}

function finite(raw: unknown, fallback: number): number {
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : fallback;
}
