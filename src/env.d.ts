/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Folder in which rendered bodies are kept during a build; set in astro.config.mjs. */
  readonly BODY_CACHE: string;
}
